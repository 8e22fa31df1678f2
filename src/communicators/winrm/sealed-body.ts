/** How a sealed message travels in HTTP ([MS-WSMV] 2.2.9.1.1.2.2): in the manner of multipart, but with a fixed boundary and bytes where text is due. */
import type { Sealed } from './ntlm/session'

const BOUNDARY = 'Encrypted Boundary'
const PROTOCOL = 'application/HTTP-SPNEGO-session-encrypted'
const DATA = Buffer.from('\tContent-Type: application/octet-stream\r\n')

export const SEALED_TYPE = `multipart/encrypted;protocol="${PROTOCOL}";boundary="${BOUNDARY}"`

/** `length`: bytes of the message before it was sealed. */
export function writeSealed({ signature, bytes }: Sealed, length: number): Buffer {
  const head = [
    `--${BOUNDARY}`,
    `\tContent-Type: ${PROTOCOL}`,
    `\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=${length}`,
    `--${BOUNDARY}`,
    '',
  ].join('\r\n')
  const size = Buffer.alloc(4)
  size.writeUInt32LE(signature.length)
  return Buffer.concat([Buffer.from(head), DATA, size, signature, bytes, Buffer.from(`--${BOUNDARY}--\r\n`)])
}

/** Undefined: it is no sealed message. */
export function readSealed(body: Buffer): Sealed | undefined {
  const length = /Length=(\d+)/.exec(body.subarray(0, 1024).toString('latin1'))?.[1]
  const at = body.indexOf(DATA)
  if (length === undefined || at < 0) return undefined
  const begin = at + DATA.length + 4
  const size = body.readUInt32LE(begin - 4)
  const signature = body.subarray(begin, begin + size)
  return { signature, bytes: body.subarray(begin + size, begin + size + Number(length)) }
}
