/** What the literal text of templates means: `$${` and `%%{` everywhere, backslash escapes only in quotes. */
import type { Collector } from '../collector'
import { advance } from '../source-text'
import type { Token } from './token'

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const DOUBLED = /\$\$\{|%%\{/g
const ESCAPE = /\\u[0-9a-fA-F]{0,4}|\\U[0-9a-fA-F]{0,8}|\\[\s\S]?|\$\$\{|%%\{/gu

export function unescapeLiteral(token: Token, backslashes: boolean, found: Collector): string {
  const literal = token.text
  if (!/[\\$%]/.test(literal)) return literal
  const wrong = (sequence: string, offset: number, detail: string) => {
    const start = advance(token.range.start, literal.slice(0, offset))
    found.error(
      'Invalid escape sequence',
      detail,
      { file: token.file, start, end: advance(start, sequence) },
      { context: token.range, lost: token.range },
    )
    return sequence
  }
  return literal.replace(backslashes ? ESCAPE : DOUBLED, (sequence, offset: number) => {
    if (sequence[0] !== '\\') return sequence.slice(1)
    const letter = sequence.slice(1)
    if (letter in SIMPLE) return SIMPLE[letter]!
    if (letter[0] === 'u' && letter.length < 5) return wrong(sequence, offset, 'Four hexadecimal digits must follow \\u.')
    if (letter[0] === 'U' && letter.length < 9) return wrong(sequence, offset, 'Eight hexadecimal digits must follow \\U.')
    if (/^[uU]/.test(letter)) return codePoint(letter) ?? wrong(sequence, offset, 'There is no character with this number.')
    return wrong(
      sequence,
      offset,
      `"${sequence}" has no meaning: the escapes are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN.`,
    )
  })
}

/** Undefined for half a surrogate pair, too: UTF-8 has no way to write it. */
function codePoint(digits: string): string | undefined {
  const code = Number.parseInt(digits.slice(1), 16)
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code)
}
