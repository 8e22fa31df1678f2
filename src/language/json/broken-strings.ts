/** Where strings end whose quotes are wrong: guesses from what stands round them, so that reading goes on behind. */
import type { JsonScanner, JsonToken } from './scanner'

export interface MendedString {
  /** What was meant, with escapes, without quotes. */
  readonly text: string
  /** The mistake stands so many characters behind the string's beginning, and reading goes on there. */
  readonly wrongAt: number
  readonly resumeAt: number
  readonly advice: string
}

const CLOSE = 'The closing quotation mark is missing.'
const LINE_BREAK = 'A string ends on the line it begins on. Write \\n for a line break.'
const INNER_QUOTE = 'A quotation mark inside a string needs a backslash: \\".'

const LEAST_TAIL = /[\s,[{]+$/
const KEY_LINE = /[ \t]*"(?:[^"\\\n]|\\[^\n])*"[ \t]*:/y
const LINE = /[^\n]*/y
/** Behind the quote that ends a string. */
const TO_LAST_QUOTE = /[^\n]*?"(?=\s*(?:[,\]}]|$))/y
const WORD = /[\p{ID_Continue}$\\'`.<]|\/(?![/*])|\{\{/uy

/** Undefined for a string whose quotes are right, whatever else may be wrong with it. */
export function mendString(token: JsonToken, scanner: JsonScanner, isName: boolean): MendedString | undefined {
  const { text, offset } = token
  const isClosed = text.length > 1 && /^"(?:[^"\\]|\\.)*"$/.test(text)
  if (!isClosed) return (isName ? undefined : overLines(token, scanner)) ?? withoutClose(text.slice(1).replace(/\r$/, ''), isName)
  if (scanner.match(WORD, offset + text.length) === 0) return undefined
  const inner = text.slice(1, -1)
  if (isName ? /:[\s[{]*$/.test(inner) : /[,}\]][\s,[{]*$/.test(inner)) return withoutClose(inner, isName)
  const more = isName ? 0 : scanner.match(TO_LAST_QUOTE, offset + text.length)
  if (more === 0) return undefined
  const rest = scanner.text.slice(offset + text.length, offset + text.length + more - 1)
  return { text: inner + rest, wrongAt: text.length - 1, resumeAt: text.length + more, advice: INNER_QUOTE }
}

/** The text may have swallowed what follows the string up to the end of the line, or to the quote that begins the next. */
function withoutClose(inner: string, isName: boolean): MendedString {
  const text = isName ? inner.replace(/\s*:(?:[\s[{][\s\S]*)?$/, '') : withoutTail(inner)
  return { text, wrongAt: text.length + 1, resumeAt: text.length + 1, advice: CLOSE }
}

/** Commas and brackets at the end belong to what is around the string, but not the two braces that end `{{ user }}`. */
function withoutTail(inner: string): string {
  let text = inner.replace(LEAST_TAIL, '')
  for (let close = text.at(-1); close === '}' || close === ']'; close = text.at(-1)) {
    const opener = close === '}' ? '{' : '['
    if (text.split(close).length <= text.split(opener).length) break
    text = text.slice(0, -1).replace(LEAST_TAIL, '')
  }
  return text
}

/** A line break inside the string: the lines behind it belong to it up to the one that has the other quote. */
function overLines({ text, offset }: JsonToken, scanner: JsonScanner): MendedString | undefined {
  let at = offset + text.length + 1
  for (; at < scanner.text.length; at += scanner.match(LINE, at) + 1) {
    if (scanner.match(KEY_LINE, at) > 0) return undefined
    const line = scanner.text.slice(at, at + scanner.match(LINE, at))
    const quotes = [...line.matchAll(/\\.|"/g)].filter(([found]) => found === '"')
    if (quotes.length % 2 === 1) {
      const end = quotes[0]!.index
      const meant = scanner.text.slice(offset + 1, at + end).replace(/\r?\n/g, '\\n')
      const isEnd = /^[\s,\]}]*$/.test(line.slice(end + 1, quotes[1]?.index))
      return isEnd ? { text: meant, wrongAt: text.length, resumeAt: at + end + 1 - offset, advice: LINE_BREAK } : undefined
    }
    if (quotes.length > 0 || /^\s*(?:[{}[\]],?\s*)*$/.test(line)) return undefined
  }
  return undefined
}

/** `word"`: how much of the line belongs to a string whose first quote is missing; 0 when it is not so. */
export const lengthWithoutOpening = (scanner: JsonScanner, token: JsonToken, isName: boolean): number =>
  scanner.match(isName ? NAME_WITHOUT_OPENING : VALUE_WITHOUT_OPENING, token.offset)

const NAME_WITHOUT_OPENING = /[^\n"{}[\],:]+"(?=\s*:)/y
const VALUE_WITHOUT_OPENING = /[^\n"{}[\],:]+"(?=\s*(?:[,\]}]|$))/y
