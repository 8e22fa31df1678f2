/**
 * Upper, lower and title case one character at a time, as Go maps them: a character whose other case is several characters
 * stays as it is ("ß"), and a final sigma is an ordinary one. JavaScript maps whole strings.
 */

import { isAscii } from '../values/utf8'

export const upper = (text: string): string => (isAscii(text) ? text.toUpperCase() : Array.from(text, upperCharacter).join(''))
export const lower = (text: string): string =>
  Array.from(text, character => (character === 'İ' ? 'i' : single(character.toLowerCase(), character))).join('')

/** The first letter of every word; a word is letters, digits and underscores, beyond ASCII everything but space. */
export function title(text: string): string {
  let inWord = false
  return Array.from(text, character => {
    const first = !inWord
    inWord = /^[\p{ASCII}]$/u.test(character) ? /\w/.test(character) : !/\p{White_Space}/u.test(character)
    return first ? titleCharacter(character) : character
  }).join('')
}

function upperCharacter(character: string): string {
  const code = character.codePointAt(0)!
  // Greek letters with iota subscript have a one-character capital that JavaScript writes out as two.
  if (code >= 0x1f80 && code <= 0x1faf && (code & 8) === 0) return String.fromCodePoint(code + 8)
  if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCodePoint(code + 9)
  return single(character.toUpperCase(), character)
}

/** Croatian digraphs have a title case of their own, Georgian letters have none. */
function titleCharacter(character: string): string {
  const digraph = ['ǄǅǆDŽ', 'ǇǈǉLJ', 'ǊǋǌNJ', 'ǱǲǳDZ'].find(forms => forms.slice(0, 3).includes(character))
  if (digraph) return digraph[1]!
  return /[\u10d0-\u10ff]/.test(character) ? character : upperCharacter(character)
}

const single = (mapped: string, original: string): string => ([...mapped].length === 1 ? mapped : original)
