import type { InstanceMetadata } from '../../../src/sandbox/machines/machine-kind'
import { needsNoNetwork, noCloudMetadata, seedDisc } from '../../../src/sandbox/machines/seed'

const metadata = (more: Partial<InstanceMetadata> = {}) =>
  ({
    instanceId: 'i-1',
    hostname: 'ip-10-0-0-1.ec2.internal',
    publicKeys: [{ name: 'k', openssh: 'ssh-ed25519 AAAA k' }],
    ...more,
  }) as InstanceMetadata

const message = (...documents: string[]): string => {
  const parts = documents.map(document => `--x\nContent-Type: text/plain\n\n${document}\n`)
  return `Content-Type: multipart/mixed; boundary="x"\nMIME-Version: 1.0\n\n${parts.join('')}--x--\n`
}

describe('what cloud-init is given', () => {
  test('names the instance, its host and its keys', () =>
    expect(noCloudMetadata(metadata())).toEqual({
      'instance-id': 'i-1',
      'local-hostname': 'ip-10-0-0-1.ec2.internal',
      'public-keys': ['ssh-ed25519 AAAA k'],
      dsmode: 'local',
    }))

  test.each<[string, string, boolean]>([
    ['nothing', '', true],
    ['a script', '#!/bin/sh\ncurl http://example.com', true],
    ['host keys', '#cloud-config\nssh_keys:\n  ed25519_private: x\n', true],
    ['commands after boot', '#cloud-config\nruncmd:\n  - [curl, x]\n', true],
    ['commands before the network stage', '#cloud-config\nbootcmd:\n  - curl x\n', false],
    ['the same, quoted', '#cloud-config\n"bootcmd" : [curl x]\n', false],
    ['something to fetch', '#include\nhttp://example.com/user-data\n', false],
    ['a package of several', message('#!/bin/sh\ntrue', '#cloud-config\nssh_keys: {}'), true],
    ['a package with something to fetch', message('#!/bin/sh\ntrue', '#include\nhttp://example.com/'), false],
    ['an empty package', 'Content-Type: multipart/mixed; boundary="x"\n\n', false],
    ['something compressed', '\x1f\x8b\x08', false],
  ])('SSH need not wait for the network: %s → %s', (_what, text, expected) =>
    expect(needsNoNetwork(Buffer.from(text, 'latin1'))).toBe(expected),
  )

  test('user data gets through byte by byte', () => {
    const bytes = Buffer.from([0x1f, 0x8b, 0, 255, 10])
    expect(Buffer.from(seedDisc(metadata({ userData: bytes }), { diskAsLargeAsImage: false })).includes(bytes)).toBe(true)
  })

  test.each([true, false])('growing is left out only when there is nothing to grow into: %s', same =>
    expect(Buffer.from(seedDisc(metadata(), { diskAsLargeAsImage: same })).includes('growpart: {mode: "off"}')).toBe(same),
  )
})
