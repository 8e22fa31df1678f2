/** Host keys in user data: what the user wrote still means the same, and what cloud-init would take is what is expected. */
import { randomBytes } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { utils } from 'ssh2'
import { parse } from 'yaml'
import { makeSshKeyPair } from '../../../src/lib/ssh-key'
import { handOverHostKeys } from '../../../src/platforms/cloud-init/host-keys'
import { documentsOf } from '../../../src/sandbox/machines/user-data'

const LIMIT = 16_384

/** The host keys that a machine with this user data has, by the private halves. */
function keysIn(userData: Buffer): string[] {
  const configs = documentsOf(userData).filter(text => text.startsWith('#cloud-config') && text.includes('ssh_keys'))
  const keys = configs.flatMap(text => Object.entries((parse(text)?.ssh_keys ?? {}) as Record<string, string>))
  return keys.flatMap(([name, pem]) => {
    if (!name.endsWith('_private')) return []
    const key = utils.parseKey(pem)
    if (key instanceof Error) throw key
    return `${key.type} ${key.getPublicSSH().toString('base64')}`
  })
}

const withoutComment = (key: string) => key.split(' ').slice(0, 2).join(' ')

const mime = (lineEnd = '\n') =>
  [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed;',
    ' boundary="//"',
    '',
    'A preamble that nobody reads.',
    '--//',
    'Content-Type: text/x-shellscript; charset="us-ascii"',
    '',
    '#!/bin/sh',
    'echo one',
    '--//',
    'Content-Type: text/cloud-config',
    '',
    '#cloud-config',
    'hostname: two',
    '--//--',
    '',
  ].join(lineEnd)

describe('what the user wrote stays, and host keys come with it', () => {
  const script = '#!/bin/bash -e\necho "$HOME" > /tmp/x\n'
  test.each<[string, Buffer | undefined, readonly string[]]>([
    ['nothing', undefined, []],
    ['empty', Buffer.from('\n'), []],
    ['a script', Buffer.from(script), [script]],
    ['a script without a last line end', Buffer.from('#!/bin/sh\ntrue'), ['#!/bin/sh\ntrue']],
    ['a script with other letters', Buffer.from('#!/bin/sh\necho Grüße ☃\r\n'), ['#!/bin/sh\necho Grüße ☃\r\n']],
    ['a boot hook', Buffer.from('#cloud-boothook\n#!/bin/sh\ntrue\n'), ['#cloud-boothook\n#!/bin/sh\ntrue\n']],
    ['an include', Buffer.from('#include\nhttp://x/y\n'), ['#include\nhttp://x/y\n']],
    [
      'jinja',
      Buffer.from('## template: jinja\n#cloud-config\na: {{ b }}\n'),
      ['## template: jinja\n#cloud-config\na: {{ b }}\n'],
    ],
    ['an archive', Buffer.from('#cloud-config-archive\n- a: 1\n'), ['#cloud-config-archive\n- a: 1\n']],
    ['a broken cloud-config', Buffer.from('#cloud-config\na: [\n'), ['#cloud-config\na: [\n']],
    ['packed', gzipSync(script), [script]],
    ['several documents', Buffer.from(mime()), ['#!/bin/sh\necho one', '#cloud-config\nhostname: two']],
    [
      'several documents, as mail has them',
      Buffer.from(mime('\r\n')),
      ['#!/bin/sh\r\necho one', '#cloud-config\r\nhostname: two'],
    ],
  ])('%s', async (_, given, documents) => {
    const { userData, hostKeys, temporary, obstacle } = await handOverHostKeys(given, LIMIT)
    expect(obstacle).toBeUndefined()
    expect(temporary).toBe(true)
    expect(hostKeys.map(withoutComment)).toEqual(keysIn(userData!))
    expect(hostKeys.map(key => key.split(' ')[0])).toEqual(['ssh-ed25519', 'ecdsa-sha2-nistp256'])
    expect(documentsOf(userData!).slice(1)).toEqual(documents)
    expect(userData!.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))).toBe(given?.[0] === 0x1f)
  })

  test('a cloud-config becomes one with the keys, as long as both mean what they meant', async () => {
    const given = '#cloud-config\n# mine\nusers:\n  - default\nruncmd: [[ls]]'
    const { userData, hostKeys } = await handOverHostKeys(Buffer.from(given), LIMIT)
    const documents = documentsOf(userData!)
    expect(documents).toHaveLength(1)
    const { users, runcmd } = parse(documents[0]!)
    expect({ users, runcmd }).toEqual({ users: ['default'], runcmd: [['ls']] })
    expect(keysIn(userData!)).toEqual(hostKeys.map(withoutComment))
  })

  test('one in braces, which nothing can be appended to, stays a document of its own', async () => {
    const given = '#cloud-config\n{hostname: x}\n'
    const { userData, hostKeys } = await handOverHostKeys(Buffer.from(given), LIMIT)
    expect(documentsOf(userData!)[1]).toBe(given)
    expect(hostKeys).toHaveLength(2)
  })

  test('what has become too large is packed', async () => {
    const large = Buffer.from(`#!/bin/sh\n${'# filler filler filler\n'.repeat(700)}`)
    const { userData } = await handOverHostKeys(large, LIMIT)
    expect(userData!.length).toBeLessThan(LIMIT)
    expect(gunzipSync(userData!).toString()).toContain('ssh_keys')
  })
})

describe('where nothing can be handed over, the user data is left as it is', () => {
  test.each<[string, Buffer, RegExp]>([
    ['for Windows', Buffer.from('<powershell>ls</powershell>'), /not for cloud-init/],
    ['for Ignition', Buffer.from('{"ignition":{"version":"3.0.0"}}'), /not for cloud-init/],
    ['for a program of its own', Buffer.from('ROLE=web\n'), /not for cloud-init/],
    ['no room', Buffer.concat([Buffer.from('#!/bin/sh\n'), randomBytes(16_300)]), /no room/],
    ['broken gzip', Buffer.from([0x1f, 0x8b, 1, 2, 3]), /cannot be unpacked/],
    ['a message without its boundary', Buffer.from('Content-Type: multipart/mixed\n\nhello\n'), /unusual form/],
    ['keys behind a template', Buffer.from('## template: jinja\n#cloud-config\nssh_keys: {{ k }}\n'), /sets ssh_keys itself/],
  ])('%s', async (_, given, why) => {
    const { userData, hostKeys, obstacle } = await handOverHostKeys(given, LIMIT)
    expect(userData).toBe(given)
    expect(hostKeys).toEqual([])
    expect(obstacle).toMatch(why)
  })

  test('host keys that the user chose are the ones to expect', async () => {
    const { privateKey, publicKey } = await makeSshKeyPair('rsa', 'mine', 2048)
    const given = Buffer.from(`#cloud-config\nssh_keys:\n  rsa_private: |\n${privateKey.replace(/^/gm, '    ')}\n`)
    expect(await handOverHostKeys(given, LIMIT)).toEqual({
      userData: given,
      hostKeys: [withoutComment(publicKey)],
      temporary: false,
    })
  })
})
