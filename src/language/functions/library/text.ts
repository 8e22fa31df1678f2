/** Text: what a character is, is a grapheme cluster; what order is, is that of UTF-8 bytes. */
import { graphemes } from '../../graphemes'
import { listOf, STRING } from '../../values/type'
import { compareUtf8 } from '../../values/utf8'
import { Value } from '../../values/value'
import { define, defineText, many, number, string, strings, whole } from '../define'
import { FunctionError, type LanguageFunction } from '../function'
import { lower, title, upper } from '../letter-case'

/** Strings.Replace of Go: with nothing to look for, the replacement goes between all characters and at both ends. */
function replaceAll(text: string, search: string, replacement: string): string {
  if (search !== '') return text.split(search).join(replacement)
  return replacement + [...text].map(character => character + replacement).join('')
}

/** A loop, because a pattern for the end of a text takes quadratic time on long runs inside it. */
function trimWhere(text: string, cut: (character: string) => boolean, from: 'both' | 'end' = 'both'): string {
  const characters = [...text]
  let [start, end] = [0, characters.length]
  while (from === 'both' && start < end && cut(characters[start]!)) start++
  while (end > start && cut(characters[end - 1]!)) end--
  return characters.slice(start, end).join('')
}

function substring(text: string, offset: number, length: number): string {
  const all = graphemes(text)
  // go-cty takes a length of 0 behind an offset from the end for the rest of the text.
  if (offset < 0)
    return all
      .slice(offset)
      .slice(0, length <= 0 ? undefined : length)
      .join('')
  return all.slice(offset, length < 0 ? undefined : offset + length).join('')
}

function join(separator: Value, ...lists: Value[]): Value {
  if (lists.length === 0) throw new FunctionError('at least one list is required')
  if (lists.some(list => !list.isWhollyKnown)) return Value.unknown(STRING, true)
  const items = lists.flatMap((list, i) =>
    list.elements().map((item, j) => {
      if (item.isNull) throw new FunctionError(`element ${j} is null; cannot concatenate null values`, i + 1)
      return item.asString()
    }),
  )
  return Value.string(items.join(separator.asString()))
}

function sort(list: Value): Value {
  if (!list.isWhollyKnown)
    return Value.list(
      STRING,
      list.elements().map(() => Value.unknown(STRING, true)),
    )
  const items = list.elements().map((item, i) => {
    if (item.isNull) throw new FunctionError(`given list element ${i} is null; a null string cannot be sorted`)
    return item.asString()
  })
  return Value.list(STRING, items.sort(compareUtf8).map(Value.string))
}

function indent(spaces: number, text: string): string {
  if (spaces < 0) throw new FunctionError('the number of spaces must not be negative', 0)
  return text.replaceAll('\n', `\n${' '.repeat(spaces)}`)
}

export const textFunctions: readonly LanguageFunction[] = [
  defineText('upper', ['str'], upper),
  defineText('lower', ['str'], lower),
  defineText('title', ['str'], title),
  defineText('strrev', ['str'], text => graphemes(text).reverse().join('')),
  defineText('chomp', ['str'], text => trimWhere(text, character => character === '\n' || character === '\r', 'end')),
  defineText('trim', ['str', 'cutset'], (text, cutset) => trimWhere(text, character => cutset.includes(character))),
  defineText('trimspace', ['str'], text => trimWhere(text, character => /\p{White_Space}/u.test(character))),
  defineText('trimprefix', ['str', 'prefix'], (text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  defineText('trimsuffix', ['str', 'suffix'], (text, suffix) =>
    text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
  ),
  defineText('replace', ['str', 'substr', 'replace'], replaceAll),
  defineText('startswith', ['str', 'prefix'], (text, prefix) => text.startsWith(prefix)),
  defineText('endswith', ['str', 'suffix'], (text, suffix) => text.endsWith(suffix)),
  defineText('strcontains', ['str', 'substr'], (text, part) => text.includes(part)),
  define('substr', [string('str'), number('offset'), number('length')], STRING, (text, offset, length) =>
    substring(text.asString(), whole(offset), whole(length)),
  ),
  define('indent', [number('spaces'), string('str')], STRING, (spaces, text) => indent(whole(spaces), text.asString())),
  define('split', [string('separator'), string('str')], listOf(STRING), (separator, text) => {
    const parts = separator.asString() === '' ? [...text.asString()] : text.asString().split(separator.asString())
    return Value.list(STRING, parts.map(Value.string))
  }),
  define('join', [string('separator'), many(strings('lists'))], STRING, join),
  define('sort', [strings('list')], listOf(STRING), sort),
]
