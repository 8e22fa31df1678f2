/** User data as cloud-init reads it: packed or not, one document or a MIME message of several. */
import { gunzipSync } from 'node:zlib'

/** What cannot be read is left out, and the machine boots all the same. */
export function documentsOf(userData: Uint8Array | undefined): readonly string[] {
  if (!userData || userData.length === 0) return []
  const bytes = Buffer.from(userData)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpacked(bytes)
  const text = bytes.toString('latin1')
  return /^(?:[\w-]+: |content-type:)/i.test(text) && /^content-type:\s*multipart\//im.test(headOf(text))
    ? partsOf(text)
    : [bytes.toString('utf8')]
}

function unpacked(bytes: Buffer): readonly string[] {
  try {
    return documentsOf(gunzipSync(bytes))
  } catch {
    return []
  }
}

const headOf = (text: string): string => /^[\s\S]*?(?:\r?\n\r?\n|$)/.exec(text)?.[0] ?? ''

function partsOf(message: string): readonly string[] {
  const head = headOf(message)
  const boundary = /boundary="?([^"\s;]+)"?/i.exec(head)?.[1]
  if (boundary === undefined) return []
  const pieces = `\n${message.slice(head.length)}`.split(`\n--${boundary}`)
  const last = pieces.findIndex((piece, index) => index > 0 && piece.startsWith('--'))
  return pieces
    .slice(1, last < 0 ? undefined : last)
    .flatMap(piece => partOf(piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, '')))
}

function partOf(part: string): readonly string[] {
  const head = part.startsWith('\n') || part.startsWith('\r\n') ? '' : headOf(part)
  const content = part.slice(head.length)
  if (/^content-type:\s*multipart\//im.test(head)) return partsOf(part)
  const isBase64 = /^content-transfer-encoding:\s*base64/im.test(head)
  return documentsOf(Buffer.from(content, isBase64 ? 'base64' : 'latin1'))
}
