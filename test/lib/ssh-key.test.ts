import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils } from 'ssh2'
import { makeSshKeyPair, type SshKeyType } from '../../src/lib/ssh-key'

const folder = mkdtempSync(join(tmpdir(), 'ingot-key-'))
afterAll(() => rmSync(folder, { recursive: true }))

const publicOf = (privateKey: string): string => {
  const path = join(folder, 'key')
  writeFileSync(path, privateKey, { mode: 0o600 })
  return execFileSync('ssh-keygen', ['-y', '-P', '', '-f', path], { encoding: 'utf8' }).trim()
}

const withoutComment = (line: string) => line.split(' ').slice(0, 2).join(' ')

test.each<[SshKeyType, number | undefined]>([
  ['ed25519', undefined],
  ['rsa', undefined],
  ['rsa', 2048],
])('OpenSSH and ssh2 read a %s key (bits: %s) and agree on its public half', async (type, bits) => {
  const pair = await makeSshKeyPair(type, 'a comment', bits)
  expect(withoutComment(publicOf(pair.privateKey))).toBe(withoutComment(pair.publicKey))
  expect(pair.publicKey.endsWith(' a comment')).toBe(true)
  const parsed = utils.parseKey(pair.privateKey)
  if (parsed instanceof Error) throw parsed
  const signature = parsed.sign('data')
  const reader = utils.parseKey(pair.publicKey)
  if (reader instanceof Error) throw reader
  expect(reader.verify('data', signature as Buffer)).toBe(true)
})

test('no ed25519 key is malformed, whatever its bytes begin with', async () => {
  for (let count = 0; count < 600; count++) {
    const pair = await makeSshKeyPair('ed25519', 'x'.repeat(count % 9))
    const parsed = utils.parseKey(pair.privateKey)
    if (parsed instanceof Error) throw parsed
    expect(parsed.getPublicSSH().toString('base64')).toBe(pair.publicKey.split(' ')[1])
  }
})
