/** Sprig's functions of texts, paths and sums. */
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { compilePattern, replacePattern } from '../../../language/regexp'
import { isList } from '../values'
import { text, whole } from './values'

const isPresent = (value: unknown): boolean => value !== undefined && value !== null
const upperFirst = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
const lowerFirst = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1)
const sum = (algorithm: string) => (value: unknown) => createHash(algorithm).update(text(value)).digest('hex')
const quoted =
  (show: (text: string) => string) =>
  (...values: unknown[]) =>
    values
      .filter(isPresent)
      .map(value => show(text(value)))
      .join(' ')

export const texts = {
  toLower: (value: unknown) => text(value).toLowerCase(),
  toUpper: (value: unknown) => text(value).toUpperCase(),
  lower: (value: unknown) => text(value).toLowerCase(),
  upper: (value: unknown) => text(value).toUpperCase(),
  title: (value: unknown) => text(value).replace(/(?<![\p{L}\p{N}_'])\p{L}/gu, start => start.toUpperCase()),
  untitle: (value: unknown) => text(value).replace(/\S+/g, lowerFirst),
  initials: (value: unknown) => (text(value).match(/\S+/g) ?? []).map(word => word[0]).join(''),
  snakecase: (value: unknown) => words(value).join('_'),
  kebabcase: (value: unknown) => words(value).join('-'),
  camelcase: (value: unknown) =>
    text(value)
      .split(/[\s_-]+/)
      .map(upperFirst)
      .join(''),
  swapcase: (value: unknown) =>
    [...text(value)].map(char => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase())).join(''),
  trim: (value: unknown) => text(value).trim(),
  trimAll: (cut: string, value: string) => trimmed(cut, value),
  trimall: (cut: string, value: string) => trimmed(cut, value),
  trimPrefix: (prefix: string, value: string) => (value.startsWith(prefix) ? value.slice(prefix.length) : value),
  trimSuffix: (suffix: string, value: string) => (suffix && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value),
  replace: (from: string, to: string, value: string) => text(value).replaceAll(from, () => to),
  repeat: (times: number, value: string) => text(value).repeat(whole(times)),
  substr: (from: number, to: number, value: string) => text(value).slice(Math.max(from, 0), to < 0 ? undefined : to),
  trunc: (length: number, value: string) => (length < 0 ? text(value).slice(length) : text(value).slice(0, length)),
  abbrev: (width: number, value: string) => (value.length <= width || width < 4 ? value : `${value.slice(0, width - 3)}...`),
  wrap: (width: number, value: string) => wrapped(width, '\n', false, value),
  wrapWith: (width: number, separator: string, value: string) => wrapped(width, separator, true, value),
  plural: (one: string, many: string, count: unknown) => (whole(count) === 1 ? one : many),
  nospace: (value: string) => text(value).replace(/\s/g, ''),
  contains: (part: string, value: string) => text(value).includes(part),
  hasPrefix: (prefix: string, value: string) => text(value).startsWith(prefix),
  hasSuffix: (suffix: string, value: string) => text(value).endsWith(suffix),
  quote: quoted(value => JSON.stringify(value)),
  squote: quoted(value => `'${value}'`),
  cat: quoted(value => value),
  indent: (width: number, value: string) => indented(width, text(value)),
  nindent: (width: number, value: string) => `\n${indented(width, text(value))}`,
  toString: (value: unknown) => (isPresent(value) ? text(value) : '<nil>'),
  toStrings: (values: readonly unknown[]) => values.filter(isPresent).map(text),
  join: (separator: string, values: unknown) =>
    isList(values) ? values.filter(isPresent).map(text).join(separator) : text(values),
  splitList: (separator: string, value: string) => text(value).split(separator),
  split: (separator: string, value: string) => numbered(text(value).split(separator)),
  splitn: (separator: string, count: number, value: string) => numbered(splitAtMost(separator, count, text(value))),
  lines: (value: string) => text(value).split('\n'),
  b64enc: (value: string) => Buffer.from(text(value)).toString('base64'),
  b64dec: (value: string) => Buffer.from(text(value), 'base64').toString(),
  sha1sum: sum('sha1'),
  sha256sum: sum('sha256'),
  base: (path: string) => posix.basename(path) || (path ? '/' : '.'),
  dir: (path: string) => posix.dirname(posix.normalize(path)),
  ext: (path: string) => /\.[^./]*$/.exec(path)?.[0] ?? '',
  clean: (path: string) => posix.normalize(path).replace(/(?<=.)\/$/, ''),
  isAbs: (path: string) => path.startsWith('/'),
  regexMatch: (pattern: string, value: string) => matches(pattern, value).length > 0,
  mustRegexMatch: (pattern: string, value: string) => matches(pattern, value).length > 0,
  regexFind: (pattern: string, value: string) => matches(pattern, value)[0]?.groups[0] ?? '',
  regexFindAll: (pattern: string, value: string, count: number) =>
    matches(pattern, value)
      .slice(0, count < 0 ? undefined : count)
      .map(({ groups }) => groups[0] ?? ''),
  regexReplaceAll: (pattern: string, value: string, to: string) => replacePattern(pattern, text(value), to),
  regexReplaceAllLiteral: (pattern: string, value: string, to: string) =>
    replacePattern(pattern, text(value), to.replaceAll('$', '$$$$')),
  regexSplit: (pattern: string, value: string, count: number) => splitByPattern(pattern, value, count),
  regexQuoteMeta: (value: string) => value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&'),
  findStringSubmatch: submatches,
} as const

const matches = (pattern: string, value: string) => [...compilePattern(pattern).matches(text(value))]

function splitByPattern(pattern: string, value: string, count: number): readonly string[] {
  const cuts = count === 0 ? [] : matches(pattern, value).slice(0, count < 0 ? undefined : count - 1)
  const starts = [0, ...cuts.map(({ end }) => end)]
  return count === 0 ? [] : starts.map((start, i) => value.slice(start, cuts[i]?.start))
}

/** By the names of the groups, or where they have none by their numbers; the whole match is number 0. */
function submatches(pattern: string, value: string): Readonly<Record<string, string>> {
  const { names } = compilePattern(pattern)
  const groups = matches(pattern, value)[0]?.groups ?? []
  if (names.size > 0) return Object.fromEntries([...names].map(([name, number]) => [name, groups[number] ?? '']))
  return Object.fromEntries(groups.map((group, number) => [String(number), group ?? '']))
}

function trimmed(cut: string, value: string): string {
  let [from, to] = [0, value.length]
  while (from < to && cut.includes(value[from]!)) from++
  while (to > from && cut.includes(value[to - 1]!)) to--
  return value.slice(from, to)
}

const indented = (width: number, value: string): string => value.replace(/^/gm, ' '.repeat(width))

/** Words as `httpServer`, `http_server` and `http server` have them. */
const words = (value: unknown): readonly string[] =>
  (text(value).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map(word => word.toLowerCase())

const numbered = (parts: readonly string[]) => Object.fromEntries(parts.map((part, i) => [`_${i}`, part]))

function splitAtMost(separator: string, count: number, value: string): readonly string[] {
  const parts = value.split(separator)
  if (count < 0 || parts.length <= count) return parts
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(separator)]
}

/** Lines no longer than `width` where the spaces allow it; `breaks`: or else within a word. */
function wrapped(width: number, separator: string, breaks: boolean, value: string): string {
  const lines: string[] = []
  for (const word of text(value).split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(...(breaks && word.length > width ? (word.match(new RegExp(`.{1,${width}}`, 'gs')) ?? []) : [word]))
  }
  return lines.join(separator)
}
