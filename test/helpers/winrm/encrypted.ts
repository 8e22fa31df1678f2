/** Messages sealed by NTLM inside of HTTP (MS-WSMV 2.2.9.1): `multipart/encrypted`, one envelope in each. */
import type { Seals } from './ntlm'

const PROTOCOL = 'application/HTTP-SPNEGO-session-encrypted'
export const ENCRYPTED = `multipart/encrypted;protocol="${PROTOCOL}";boundary="Encrypted Boundary"`

export const isEncrypted = (contentType: string): boolean => /^multipart\/encrypted\b/i.test(contentType)

/** Undefined when it is not of that form, its length is not told right, or the seal is broken. */
export function unsealed(body: Buffer, seals: Seals): string | undefined {
  const text = body.toString('latin1')
  const head =
    /^--Encrypted Boundary\r\n\s*Content-Type: (.+)\r\n\s*OriginalContent: type=.+;Length=(\d+)\r\n--Encrypted Boundary\r\n\s*Content-Type: application\/octet-stream\r\n/i.exec(
      text,
    )
  const end = text.lastIndexOf('--Encrypted Boundary--')
  if (!head || head[1]!.trim() !== PROTOCOL || end < head[0].length) return undefined
  const data = body.subarray(head[0].length, end)
  const length = data.readUInt32LE(0)
  const opened = seals.open(data.subarray(4, 4 + length), data.subarray(4 + length))
  return opened?.length === Number(head[2]) ? opened.toString() : undefined
}

export function sealed(answer: string, seals: Seals): Buffer {
  const bytes = Buffer.from(answer)
  const { signature, sealed: secret } = seals.seal(bytes)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(signature.length)
  const head =
    `--Encrypted Boundary\r\n\tContent-Type: ${PROTOCOL}\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=${bytes.length}\r\n` +
    '--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n'
  return Buffer.concat([Buffer.from(head), length, signature, secret, Buffer.from('--Encrypted Boundary--\r\n')])
}
