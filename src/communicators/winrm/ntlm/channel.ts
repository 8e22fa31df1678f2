/** The TLS channel that a log-in belongs to, so that nobody in between can use it for a channel of his own (RFC 5929, tls-server-end-point). */
import { createHash } from 'node:crypto'
import type { TLSSocket } from 'node:tls'

/** MD5 over the structure of RFC 4121 4.1.1.2, as [MS-NLMP] 2.2.2.1 wants it; undefined without TLS. */
export function channelBindings(socket: Partial<Pick<TLSSocket, 'getPeerCertificate'>>): Buffer | undefined {
  const certificate = socket.getPeerCertificate?.().raw
  if (!certificate) return undefined
  const digest = createHash(hashOf(certificate)).update(certificate).digest()
  const data = Buffer.concat([Buffer.from('tls-server-end-point:'), digest])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  // Neither side is bound to an address: 16 bytes of zero.
  return createHash('md5')
    .update(Buffer.concat([Buffer.alloc(16), length, data]))
    .digest()
}

/** Object identifiers of signatures by RSA and ECDSA, in DER. */
const stronger = {
  sha384: ['2a864886f70d01010c', '2a8648ce3d040303'],
  sha512: ['2a864886f70d01010d', '2a8648ce3d040304'],
}

/** The one that the certificate is signed with, but none weaker than SHA-256. */
function hashOf(certificate: Buffer): string {
  const isNamed = (identifiers: readonly string[]) => identifiers.some(each => certificate.includes(Buffer.from(each, 'hex')))
  return Object.entries(stronger).find(([, identifiers]) => isNamed(identifiers))?.[0] ?? 'sha256'
}
