/** NTLM by the examples of its specification ([MS-NLMP] 4.2.4), MD4 by those of RFC 1320, and a log-in that somebody else's server side checks. */
import { createHash } from 'node:crypto'
import { channelBindings } from '../../../src/communicators/winrm/ntlm/channel'
import { accountOf, prove, responseKey, utf16 } from '../../../src/communicators/winrm/ntlm/keys'
import { md4 } from '../../../src/communicators/winrm/ntlm/md4'
import { authenticateMessage, negotiateMessage, readChallenge } from '../../../src/communicators/winrm/ntlm/messages'
import { rc4 } from '../../../src/communicators/winrm/ntlm/rc4'
import { Session } from '../../../src/communicators/winrm/ntlm/session'

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex')
const account = { user: 'User', domain: 'Domain', password: 'Password' }
const SESSION_KEY = hex('55'.repeat(16))
const CLIENT_CHALLENGE = hex('aa'.repeat(8))
const TARGET = hex('02000c0044006f006d00610069006e0001000c005300650072007600650072000000 0000')

test.each([
  ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
  ['a', 'bde52cb31de33e46245e05fbdbd6fb24'],
  ['message digest', 'd9130a8164549fe818874806e1c7014b'],
  ['12345678901234567890123456789012345678901234567890123456789012345678901234567890', 'e33b4ddc9c38f2199c3e7b164fcc0536'],
])('MD4 of "%s"', (text, digest) => {
  expect(md4(Buffer.from(text)).toString('hex')).toBe(digest)
})

test('RC4 goes on where it stopped', () => {
  const cipher = rc4(Buffer.from('Key'))
  const both = Buffer.concat([cipher(Buffer.from('Plain')), cipher(Buffer.from('text'))])
  expect(both.toString('hex')).toBe('bbf316e8d940af0ad3')
})

test('keys and proof of 4.2.4.1 and 4.2.4.2', () => {
  expect(responseKey(account).toString('hex')).toBe('0c868a403bfd7a93a3001ef22ef02e3f')
  const proof = prove(account, hex('0123456789abcdef'), CLIENT_CHALLENGE, Buffer.alloc(8), TARGET)
  expect(proof.response.subarray(0, 16).toString('hex')).toBe('68cd0ab851e51c96aabc927bebef6a1c')
  expect(proof.sessionBaseKey.toString('hex')).toBe('8de40ccadbc14a82f15cb0ad0de95ca3')
  expect(rc4(proof.sessionBaseKey)(SESSION_KEY).toString('hex')).toBe('c5dad2544fc9799094ce1ce90bc9d03e')
})

test('a sealed message of 4.2.4.4', () => {
  const { bytes, signature } = new Session(SESSION_KEY).seal(utf16('Plaintext'))
  expect(bytes.toString('hex')).toBe('54e50165bf1936dc996020c1811b0f06fb5f')
  expect(signature.toString('hex')).toBe('010000007fb38ec5c55d497600000000')
})

/** 4.2.4.3, with the flags of a server that can do all. */
function challenge(pairs: Buffer, flags = 0xe28a8233): Buffer {
  const head = Buffer.alloc(56)
  head.write('NTLMSSP\0')
  head.writeUInt32LE(2, 8)
  head.writeUInt32LE(flags, 20)
  hex('0123456789abcdef').copy(head, 24)
  head.writeUInt16LE(pairs.length, 40)
  head.writeUInt32LE(56, 44)
  return Buffer.concat([head, pairs])
}

const fieldOf = (message: Buffer, at: number) =>
  message.subarray(message.readUInt32LE(at + 4), message.readUInt32LE(at + 4) + message.readUInt16LE(at))

test('the answer tells who, and proves it', () => {
  const random = (size: number) => (size === 8 ? CLIENT_CHALLENGE : SESSION_KEY)
  const { message, sessionKey } = authenticateMessage(account, negotiateMessage(), challenge(TARGET), undefined, random)
  expect(sessionKey).toEqual(SESSION_KEY)
  expect(message.readUInt32LE(8)).toBe(3)
  expect(fieldOf(message, 28)).toEqual(utf16('Domain'))
  expect(fieldOf(message, 36)).toEqual(utf16('User'))
  expect(fieldOf(message, 20).length).toBeGreaterThan(44)
})

test('where the server tells its time the three messages are signed together', () => {
  const timed = Buffer.concat([hex('07000800 0011223344556677'), TARGET])
  const answer = () => authenticateMessage(account, negotiateMessage(), challenge(timed)).message
  const proof = fieldOf(answer(), 20)
  expect(proof.subarray(24, 32).toString('hex')).toBe('0011223344556677')
  expect(proof.includes(hex('0600040002000000'))).toBe(true)
  expect(answer().subarray(72, 88).equals(Buffer.alloc(16))).toBe(false)
  expect(authenticateMessage(account, negotiateMessage(), challenge(TARGET)).message.subarray(72, 88)).toEqual(Buffer.alloc(16))
})

test('a server that would leave the session open is not answered', () => {
  expect(() => readChallenge(challenge(TARGET, 0xa28a8233))).toThrow(/protect nothing/)
  expect(() => readChallenge(Buffer.from('HTTP'))).toThrow(/not a challenge/)
})

test('a message that was changed on its way is noticed', () => {
  const ours = new Session(SESSION_KEY)
  const { bytes, signature } = ours.seal(Buffer.from('one'))
  // The other side's keys are other ones: what we sealed ourselves is nothing that it sealed.
  expect(() => new Session(SESSION_KEY).unseal({ bytes, signature })).toThrow(/changed on its way/)
})

test.each([
  ['CORP\\ada', { domain: 'CORP', user: 'ada' }],
  ['ada@corp.example', { domain: '', user: 'ada@corp.example' }],
  ['Administrator', { domain: '', user: 'Administrator' }],
])('the account %s', (name, wanted) => {
  expect(accountOf(name, 'x')).toEqual({ ...wanted, password: 'x' })
})

test('the TLS channel is named by the hash that its certificate is signed with', () => {
  const bindings = (raw: Buffer) => channelBindings({ getPeerCertificate: () => ({ raw }) as never })
  const wanted = (raw: Buffer, hash: string) => {
    const data = Buffer.concat([Buffer.from('tls-server-end-point:'), createHash(hash).update(raw).digest()])
    const length = Buffer.from([data.length, 0, 0, 0])
    return createHash('md5')
      .update(Buffer.concat([Buffer.alloc(16), length, data]))
      .digest()
  }
  const plain = Buffer.from('certificate')
  const bySha384 = Buffer.concat([plain, hex('06092a864886f70d01010c')])
  expect(bindings(plain)).toEqual(wanted(plain, 'sha256'))
  expect(bindings(bySha384)).toEqual(wanted(bySha384, 'sha384'))
  expect(channelBindings({})).toBeUndefined()
})
