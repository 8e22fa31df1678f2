/** MIME messages as cloud-init takes them: several documents in one, each of its own kind (RFC 2046, 5.1). */
import { randomBytes } from 'node:crypto'

export const isMultipart = (text: string): boolean =>
  /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart\//i.test(text)

/** `config` before the user's document, of which cloud-init finds out the kind by its beginning as if it stood alone. */
export function multipart(document: Buffer, config: string): string {
  const boundary = newBoundary()
  const text = document.toString('latin1')
  // Lines that mail allows go as they are, for whoever looks at the user data.
  const isPlain = /^[\t\n\x20-\x7e]*$/.test(text) && !/[^\n]{990}/.test(text)
  const encoding = isPlain ? '7bit' : 'base64'
  const content = isPlain ? text : document.toString('base64').replace(/.{76}/g, '$&\n')
  return [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    'MIME-Version: 1.0',
    '',
    ...configPart(boundary, config),
    `--${boundary}`,
    'Content-Type: text/plain; charset="utf-8"',
    'MIME-Version: 1.0',
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Disposition: attachment; filename="user-data"',
    '',
    content,
    `--${boundary}--`,
    '',
  ].join('\n')
}

/** The same message with one more part in front; undefined when its parts are not found. */
export function asFirstPart(message: string, config: string): string | undefined {
  const head = /^[\s\S]*?\r?\n\r?\n/.exec(message)?.[0] ?? ''
  const [, quoted, bare] =
    /^content-type:\s*multipart\/[^;\n]+(?:;[^;]*?)*?;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/im.exec(head) ?? []
  const boundary = quoted ?? bare
  const at = boundary === undefined ? -1 : `\n${message}`.indexOf(`\n--${boundary}`, head.length - 1)
  if (boundary === undefined || at < 0) return undefined
  const lineEnd = head.endsWith('\r\n') ? '\r\n' : '\n'
  return message.slice(0, at) + configPart(boundary, config).join('\n').replaceAll('\n', lineEnd) + lineEnd + message.slice(at)
}

const configPart = (boundary: string, config: string): readonly string[] => [
  `--${boundary}`,
  'Content-Type: text/cloud-config; charset="us-ascii"',
  'MIME-Version: 1.0',
  'Content-Disposition: attachment; filename="host-keys.cfg"',
  '',
  config,
]

const newBoundary = () => `==ingot-${randomBytes(12).toString('hex')}==`
