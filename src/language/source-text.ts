/** Turns a file's bytes into text, and steps of text into positions, which count grapheme clusters as a reader does. */

import type { Diagnostic } from './diagnostic'
import { countGraphemes } from './graphemes'
import type { Position, Range } from './source'
import { isAscii } from './values/utf8'

export const START: Position = { line: 1, column: 1, byte: 0 }

export const at = (file: string, position: Position): Range => ({ file, start: position, end: position })

/** The position after `text` when it begins at `from`. A line ends with LF; CR LF is one cluster. */
export function advance(from: Position, text: string): Position {
  if (text.length < 40 && isPlain(text))
    return { line: from.line, column: from.column + text.length, byte: from.byte + text.length }
  const lastBreak = text.lastIndexOf('\n')
  const tail = lastBreak < 0 ? text : text.slice(lastBreak + 1)
  return {
    line: lastBreak < 0 ? from.line : from.line + text.split('\n').length - 1,
    column: (lastBreak < 0 ? from.column : 1) + countGraphemes(tail),
    byte: from.byte + (isAscii(text) ? text.length : Buffer.byteLength(text)),
  }
}

/** Printable ASCII, as almost all tokens are: one byte and one column a character. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || code > 0x7e) return false
  }
  return true
}

export interface DecodedSource {
  /** Without a byte order mark. */
  readonly text: string
  /** Where the text starts: byte 3 behind a byte order mark. */
  readonly start: Position
  readonly diagnostics: readonly Diagnostic[]
}

export function decodeSource(source: string | Uint8Array, file: string, start: Position = START): DecodedSource {
  const raw = typeof source === 'string' ? source : new TextDecoder('utf-8', { ignoreBOM: true }).decode(source)
  const hasMark = raw.startsWith('\ufeff')
  const text = hasMark ? raw.slice(1) : raw
  const first = hasMark ? { ...start, byte: start.byte + 3 } : start
  const broken = typeof source === 'string' || isUtf8(source) ? -1 : text.indexOf('\ufffd')
  if (broken < 0) return { text, start: first, diagnostics: [] }
  const subject = { file, start: advance(first, text.slice(0, broken)), end: advance(first, text.slice(0, broken + 1)) }
  const detail = 'This file is not UTF-8 from here on. Save it with UTF-8 encoding.'
  return { text, start: first, diagnostics: [{ severity: 'error', summary: 'Invalid character encoding', detail, subject }] }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
