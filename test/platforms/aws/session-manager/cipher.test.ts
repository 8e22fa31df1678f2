/** What goes through a session that KMS encrypts. */
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { SessionCipher } from '../../../../src/platforms/aws/session-manager/cipher'

const plaintext = Buffer.from(Array.from({ length: 64 }, (_, index) => index))
const [agents, clients] = [plaintext.subarray(0, 32), plaintext.subarray(32)]
const cipher = new SessionCipher({ plaintext, ciphertext: Buffer.alloc(0) })

/** As an agent writes it. */
function byAgent(text: string, key = agents): Buffer {
  const nonce = Buffer.alloc(12, 5)
  const aes = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, aes.update(text), aes.final(), aes.getAuthTag()])
}

test("the client's half seals: nonce, text, tag", () => {
  const sealed = cipher.seal(Buffer.from('hello'))
  expect(sealed.length).toBe(12 + 5 + 16)
  const aes = createDecipheriv('aes-256-gcm', clients, sealed.subarray(0, 12))
  aes.setAuthTag(sealed.subarray(-16))
  expect(Buffer.concat([aes.update(sealed.subarray(12, -16)), aes.final()]).toString()).toBe('hello')
  expect(cipher.seal(Buffer.from('hello'))).not.toEqual(sealed)
})

test.each(['', 'x', 'long '.repeat(1000)])("the agent's half opens", text => {
  expect(cipher.open(byAgent(text)).toString()).toBe(text)
})

test.each([
  ["the client's own", cipher.seal(Buffer.from('hello'))],
  ['changed', byAgent('hello').fill(1, 13, 14)],
  ['cut', byAgent('hello').subarray(0, 20)],
  ['nothing', Buffer.alloc(0)],
  ['a tag alone', Buffer.alloc(16)],
])('%s is not taken', (_, sealed) => {
  expect(() => cipher.open(sealed)).toThrow()
})

test('a key of another length is none', () => {
  expect(() => new SessionCipher({ plaintext: Buffer.alloc(32), ciphertext: Buffer.alloc(0) })).toThrow('32 bytes')
})
