/**
 * Asks a server for the certificate of its host key. ssh2 cannot (it takes the name of a signature for that of the key), so the
 * beginning of a key exchange is made here, on a connection of its own that ends with the answer (RFC 4253, RFC 5656, 4). Nothing is
 * proved by it: that the server has the key is proved when it shows the plain one in the exchange that counts.
 */
import { createECDH, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { Fields, KEY_FIELDS, uint32 } from './certificate'

const MILLISECONDS = 20_000
/** RFC 4253, 4.2 and 6.1: lines before the version, and packets that every side must take; keys of some exchanges are longer. */
const LIMIT = 1 << 18
const [DISCONNECT, KEXINIT, ECDH_INIT, ECDH_REPLY] = [1, 20, 30, 31]

/** Makes a public key; which one does not matter, as nobody waits for the secret. */
const EXCHANGES: Readonly<Record<string, () => Buffer>> = {
  'curve25519-sha256': () => generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32),
  'ecdh-sha2-nistp256': () => createECDH('prime256v1').generateKeys(),
}

/** Undefined when the server has none, or does not say. The stream is used up. */
export async function shownCertificate(stream: Duplex): Promise<Buffer | undefined> {
  const timer = setTimeout(() => stream.destroy(), MILLISECONDS)
  stream.on('error', () => undefined)
  try {
    stream.write('SSH-2.0-ingot\r\n')
    stream.write(packet(offer()))
    for await (const payload of packets(stream)) {
      if (payload[0] === DISCONNECT) return undefined
      if (payload[0] === KEXINIT) stream.write(packet(Buffer.concat([Buffer.from([ECDH_INIT]), string(publicKeyFor(payload))])))
      if (payload[0] === ECDH_REPLY) return new Fields(payload.subarray(1)).string()
    }
    return undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
    stream.destroy()
  }
}

function offer(): Buffer {
  const ciphers = [
    'aes128-ctr',
    'aes128-gcm@openssh.com',
    'aes256-gcm@openssh.com',
    'chacha20-poly1305@openssh.com',
    'aes256-ctr',
  ]
  const macs = ['hmac-sha2-256', 'hmac-sha2-512', 'hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha1']
  // As RSA keys are certified by one name and asked for by others.
  const rsa = ['rsa-sha2-512-cert-v01@openssh.com', 'rsa-sha2-256-cert-v01@openssh.com']
  const lists = [
    Object.keys(EXCHANGES),
    [...Object.keys(KEY_FIELDS), ...rsa],
    ciphers,
    ciphers,
    macs,
    macs,
    ['none'],
    ['none'],
    [],
    [],
  ]
  const names = lists.map(list => string(list.join(',')))
  return Buffer.concat([Buffer.from([KEXINIT]), randomBytes(16), ...names, Buffer.alloc(5)])
}

/** The first of ours that the server has too is used by both (RFC 4253, 7.1). */
function publicKeyFor(kexinit: Buffer): Buffer {
  const theirs = new Fields(kexinit.subarray(17)).string().toString().split(',')
  const [, make] = Object.entries(EXCHANGES).find(([name]) => theirs.includes(name)) ?? []
  if (!make) throw new Error('no key exchange in common')
  return make()
}

async function* packets(stream: Duplex): AsyncGenerator<Buffer> {
  let bytes: Buffer = Buffer.alloc(0)
  let hasVersion = false
  for await (const chunk of stream) {
    bytes = Buffer.concat([bytes, chunk as Buffer])
    for (let end = bytes.indexOf('\n'); !hasVersion && end >= 0; end = bytes.indexOf('\n')) {
      hasVersion = bytes.toString('latin1', 0, end).startsWith('SSH-')
      bytes = bytes.subarray(end + 1)
    }
    while (hasVersion && bytes.length >= 5 && bytes.length >= 4 + bytes.readUInt32BE(0)) {
      const length = bytes.readUInt32BE(0)
      yield bytes.subarray(5, 4 + length - bytes[4]!)
      bytes = bytes.subarray(4 + length)
    }
    if (bytes.length > LIMIT) return
  }
}

/** Before keys are agreed on: padded to 8 bytes, by 4 at least (RFC 4253, 6). */
function packet(payload: Buffer): Buffer {
  const padding = 4 + ((8 - ((payload.length + 9) % 8)) % 8)
  return Buffer.concat([uint32(1 + payload.length + padding), Buffer.from([padding]), payload, randomBytes(padding)])
}

function string(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value as string)
  return Buffer.concat([uint32(bytes.length), bytes])
}
