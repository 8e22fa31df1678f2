/** What a goss file's template can call: goss's own functions and those of Sprig that such files use. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { GoFunction } from '../../language/gotemplate'
import { compilePattern } from '../../language/regexp'
import { isList, isMap, shown } from './values'

const empty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === 0 ||
  value === false ||
  (isList(value) && value.length === 0) ||
  (isMap(value) && Object.keys(value).length === 0)

const text = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : shown(value)
const whole = (value: unknown): number => Math.trunc(Number(value)) || 0
const list = (value: unknown): readonly unknown[] => {
  if (isList(value)) return value
  throw new Error(`${shown(value)} is not a list`)
}
const map = (value: unknown): Readonly<Record<string, unknown>> => {
  if (isMap(value)) return value
  throw new Error(`${shown(value)} is not a map`)
}
const quoted =
  (mark: string) =>
  (...values: unknown[]) =>
    values
      .filter(value => value !== undefined && value !== null)
      .map(value => (mark === '"' ? JSON.stringify(text(value)) : `${mark}${text(value)}${mark}`))
      .join(' ')

const texts = {
  toLower: (value: unknown) => text(value).toLowerCase(),
  toUpper: (value: unknown) => text(value).toUpperCase(),
  lower: (value: unknown) => text(value).toLowerCase(),
  upper: (value: unknown) => text(value).toUpperCase(),
  title: (value: unknown) => text(value).replace(/(^|\s)\S/g, start => start.toUpperCase()),
  trim: (value: unknown) => text(value).trim(),
  trimAll: (cut: string, value: string) => trimmed(cut, value, true, true),
  trimPrefix: (prefix: string, value: string) => (value.startsWith(prefix) ? value.slice(prefix.length) : value),
  trimSuffix: (suffix: string, value: string) => (suffix && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value),
  replace: (from: string, to: string, value: string) => text(value).replaceAll(from, () => to),
  repeat: (times: number, value: string) => text(value).repeat(whole(times)),
  substr: (from: number, to: number, value: string) => text(value).slice(from, to < 0 ? undefined : to),
  trunc: (length: number, value: string) => (length < 0 ? text(value).slice(length) : text(value).slice(0, length)),
  nospace: (value: string) => text(value).replace(/\s/g, ''),
  contains: (part: string, value: string) => text(value).includes(part),
  hasPrefix: (prefix: string, value: string) => text(value).startsWith(prefix),
  hasSuffix: (suffix: string, value: string) => text(value).endsWith(suffix),
  quote: quoted('"'),
  squote: quoted("'"),
  cat: (...values: unknown[]) =>
    values
      .filter(value => value !== undefined && value !== null)
      .map(text)
      .join(' '),
  indent: (width: number, value: string) => indented(width, text(value)),
  nindent: (width: number, value: string) => `\n${indented(width, text(value))}`,
  toString: text,
  join: (separator: string, values: unknown) => (isList(values) ? values.map(text).join(separator) : text(values)),
  splitList: (separator: string, value: string) => text(value).split(separator),
  split: (separator: string, value: string) =>
    Object.fromEntries(
      text(value)
        .split(separator)
        .map((part, i) => [`_${i}`, part]),
    ),
  lines: (value: string) => text(value).split('\n'),
  regexMatch: (pattern: string, value: string) => firstMatch(pattern, value) !== undefined,
  regexFind: (pattern: string, value: string) => firstMatch(pattern, value)?.groups[0] ?? '',
  findStringSubmatch: submatches,
  b64enc: (value: string) => Buffer.from(text(value)).toString('base64'),
  b64dec: (value: string) => Buffer.from(text(value), 'base64').toString(),
  sha256sum: (value: string) => createHash('sha256').update(text(value)).digest('hex'),
} as const

const numbers = {
  int: whole,
  int64: whole,
  atoi: whole,
  float64: Number,
  add: (...values: unknown[]) => values.reduce<number>((sum, value) => sum + whole(value), 0),
  add1: (value: unknown) => whole(value) + 1,
  sub: (a: unknown, b: unknown) => whole(a) - whole(b),
  mul: (...values: unknown[]) => values.reduce<number>((product, value) => product * whole(value), 1),
  div: (a: unknown, b: unknown) => Math.trunc(whole(a) / whole(b)),
  mod: (a: unknown, b: unknown) => whole(a) % whole(b),
  max: (...values: unknown[]) => Math.max(...values.map(whole)),
  min: (...values: unknown[]) => Math.min(...values.map(whole)),
  until: (count: unknown) => Array.from({ length: Math.max(whole(count), 0) }, (_, i) => i),
  untilStep: (from: number, to: number, step: number) =>
    step === 0 ? [] : Array.from({ length: Math.max(Math.ceil((to - from) / step), 0) }, (_, i) => from + i * step),
} as const

const collections = {
  mkSlice: (...values: unknown[]) => values,
  list: (...values: unknown[]) => values,
  tuple: (...values: unknown[]) => values,
  first: (values: unknown) => list(values)[0],
  last: (values: unknown) => list(values).at(-1),
  rest: (values: unknown) => list(values).slice(1),
  initial: (values: unknown) => list(values).slice(0, -1),
  append: (values: unknown, value: unknown) => [...list(values), value],
  prepend: (values: unknown, value: unknown) => [value, ...list(values)],
  concat: (...values: unknown[]) => values.flatMap(list),
  reverse: (values: unknown) => list(values).toReversed(),
  uniq: (values: unknown) => [...new Set(list(values))],
  compact: (values: unknown) => list(values).filter(value => !empty(value)),
  has: (value: unknown, values: unknown) => list(values ?? []).includes(value),
  without: (values: unknown, ...out: unknown[]) => list(values).filter(value => !out.includes(value)),
  sortAlpha: (values: unknown) => list(values).map(text).sort(),
  dict: (...values: unknown[]) => Object.fromEntries(pairs(values)),
  get: (values: unknown, key: string) => map(values)[key] ?? '',
  hasKey: (values: unknown, key: string) => Object.hasOwn(map(values), key),
  keys: (values: unknown) => Object.keys(map(values)),
  values: (values: unknown) => Object.values(map(values)),
  merge: (...values: unknown[]) => Object.assign({}, ...values.toReversed().map(map)),
  pick: (values: unknown, ...names: string[]) =>
    Object.fromEntries(Object.entries(map(values)).filter(([key]) => names.includes(key))),
  omit: (values: unknown, ...names: string[]) =>
    Object.fromEntries(Object.entries(map(values)).filter(([key]) => !names.includes(key))),
  toJson: (value: unknown) => JSON.stringify(value ?? null),
  fromJson: (value: string) => JSON.parse(text(value)) as unknown,
} as const

const choices = {
  default: (otherwise: unknown, value?: unknown) => (empty(value) ? otherwise : value),
  empty,
  coalesce: (...values: unknown[]) => values.find(value => !empty(value)),
  ternary: (yes: unknown, no: unknown, test: unknown) => (test === true ? yes : no),
  all: (...values: unknown[]) => !values.some(empty),
  any: (...values: unknown[]) => values.some(value => !empty(value)),
  required: (sentence: string, value: unknown) => {
    if (empty(value)) throw new Error(sentence)
    return value
  },
  fail: (sentence: string) => {
    throw new Error(sentence)
  },
} as const

/** `folder` is where `readFile` begins. */
export function templateFunctions(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Readonly<Record<string, GoFunction>> {
  const getEnv = (name: string, otherwise = '') => environment[name] ?? otherwise
  const readFile = (path: string) => readFileSync(resolve(folder, path), 'utf8').trim()
  return { ...texts, ...numbers, ...collections, ...choices, getEnv, env: getEnv, readFile }
}

function trimmed(cut: string, value: string, start: boolean, end: boolean): string {
  let [from, to] = [0, value.length]
  while (start && from < to && cut.includes(value[from]!)) from++
  while (end && to > from && cut.includes(value[to - 1]!)) to--
  return value.slice(from, to)
}

const indented = (width: number, value: string): string => value.replace(/^/gm, ' '.repeat(width))

function pairs(values: readonly unknown[]): [string, unknown][] {
  const found: [string, unknown][] = []
  for (let i = 0; i < values.length; i += 2) found.push([text(values[i]), values[i + 1] ?? ''])
  return found
}

function firstMatch(pattern: string, value: string) {
  for (const match of compilePattern(pattern).matches(text(value))) return match
  return undefined
}

/** By the names of the groups, or where they have none by their numbers; the whole match is number 0. */
function submatches(pattern: string, value: string): Readonly<Record<string, string>> {
  const { names } = compilePattern(pattern)
  const groups = firstMatch(pattern, value)?.groups ?? []
  if (names.size > 0) return Object.fromEntries([...names].map(([name, number]) => [name, groups[number] ?? '']))
  return Object.fromEntries(groups.map((group, number) => [String(number), group ?? '']))
}
