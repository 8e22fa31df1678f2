/** Grapheme clusters: what a reader takes for one character, and what columns, `length` and `substr` count. */

/** Below U+0300 nothing combines but CR with LF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all characters but CR
const SIMPLE = /^[\x00-\x0c\x0e-\u02ff]*$/

let segmenter: Intl.Segmenter | undefined

export function graphemes(text: string): string[] {
  if (SIMPLE.test(text)) return text.split('')
  // Its tables take a tenth of a whole start to load, and most templates need none.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), each => each.segment)
}

export const countGraphemes = (text: string): number => (SIMPLE.test(text) ? text.length : graphemes(text).length)
