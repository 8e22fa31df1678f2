/** Sprig's functions of lists and maps, and goss's mkSlice. */
import { kindOf } from '../../../language/gotemplate/data'
import { equals, isMap, plainNumber } from '../values'
import { isEmpty, list, map, text } from './values'

const toJson = (value: unknown, indent?: number) => JSON.stringify(sorted(value) ?? null, plainNumber, indent)
const merged = (maps: readonly unknown[]) => Object.assign({}, ...maps.map(map))
const isAmong = (value: unknown, values: readonly unknown[]) => values.some(each => equals(each, value))
const make = (...values: unknown[]) => values

export const collections = {
  mkSlice: make,
  list: make,
  tuple: make,
  first: (values: unknown) => list(values)[0],
  last: (values: unknown) => list(values).at(-1),
  rest: (values: unknown) => list(values).slice(1),
  initial: (values: unknown) => list(values).slice(0, -1),
  append: (values: unknown, value: unknown) => [...list(values), value],
  prepend: (values: unknown, value: unknown) => [value, ...list(values)],
  concat: (...values: unknown[]) => values.flatMap(list),
  reverse: (values: unknown) => list(values).toReversed(),
  uniq: (values: unknown) => list(values).filter((value, i, all) => !isAmong(value, all.slice(0, i))),
  compact: (values: unknown) => list(values).filter(value => !isEmpty(value)),
  has: (value: unknown, values: unknown) => isAmong(value, list(values ?? [])),
  without: (values: unknown, ...out: unknown[]) => list(values).filter(value => !isAmong(value, out)),
  chunk: (size: number, values: unknown) =>
    Array.from({ length: Math.ceil(list(values).length / size) }, (_, i) => list(values).slice(i * size, (i + 1) * size)),
  sortAlpha: (values: unknown) => list(values).map(text).sort(),
  dict: (...values: unknown[]) => Object.fromEntries(pairs(values)),
  get: (values: unknown, key: string) => map(values)[key] ?? '',
  set: (values: unknown, key: string, value: unknown) => ({ ...map(values), [key]: value }),
  unset: (values: unknown, name: string) => Object.fromEntries(Object.entries(map(values)).filter(([key]) => key !== name)),
  hasKey: (values: unknown, key: string) => Object.hasOwn(map(values), key),
  keys: (...maps: unknown[]) => maps.flatMap(each => Object.keys(map(each))),
  values: (values: unknown) => Object.values(map(values)),
  pluck: (key: string, ...maps: unknown[]) => maps.filter(each => Object.hasOwn(map(each), key)).map(each => map(each)[key]),
  dig: (...path: unknown[]) => {
    const [otherwise, from] = path.slice(-2)
    const step = (value: unknown, key: unknown) =>
      isMap(value) && Object.hasOwn(value, text(key)) ? value[text(key)] : undefined
    return path.slice(0, -2).reduce(step, from) ?? otherwise
  },
  merge: (...maps: unknown[]) => merged(maps.toReversed()),
  mergeOverwrite: (...maps: unknown[]) => merged(maps),
  deepCopy: (value: unknown) => structuredClone(value),
  pick: (values: unknown, ...names: string[]) =>
    Object.fromEntries(Object.entries(map(values)).filter(([key]) => names.includes(key))),
  omit: (values: unknown, ...names: string[]) =>
    Object.fromEntries(Object.entries(map(values)).filter(([key]) => !names.includes(key))),
  toJson: (value: unknown) => escaped(toJson(value)),
  mustToJson: (value: unknown) => escaped(toJson(value)),
  toRawJson: (value: unknown) => toJson(value),
  toPrettyJson: (value: unknown) => escaped(toJson(value, 2)),
  fromJson: (value: string) => JSON.parse(text(value)) as unknown,
  kindOf: (value: unknown) => (kindOf(value) === 'nil' ? 'invalid' : kindOf(value)),
  kindIs: (kind: string, value: unknown) => kindOf(value) === kind,
  deepEqual: (a: unknown, b: unknown) => equals(a, b),
} as const

/** As Go writes it: keys in order, safe in HTML. */
const escaped = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map(key => [key, sorted(value[key])]),
  )
}

function pairs(values: readonly unknown[]): [string, unknown][] {
  const found: [string, unknown][] = []
  for (let i = 0; i < values.length; i += 2) found.push([text(values[i]), values[i + 1] ?? ''])
  return found
}
