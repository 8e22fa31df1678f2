/** One resource of a goss file, read: what is expected of it, in the order in which it is judged. */
import { type Matcher, matcherOf } from './matchers'
import type { Question, ResourceKind, SettingKind } from './resource'
import { resourceKinds } from './resources'
import { isList, isMap, isNumber, shown, toNumber, toText } from './values'

export interface Check {
  readonly kind: ResourceKind
  readonly id: string
  readonly title?: string
  readonly skip: boolean
  readonly question: Question
  readonly expectations: readonly Expectation[]
}

export interface Expectation {
  readonly attribute: string
  readonly expected: unknown
  readonly matcher: Matcher
}

/** Of every resource; `meta` is for people only. */
const COMMON = ['title', 'meta', 'skip']

/** Throws Error with a sentence for whatever goss would not take, and for what is not supported. */
export function readCheck(type: string, id: string, given: unknown): Check {
  const kind = resourceKinds.get(type)
  if (!kind)
    throw new Error(`resource type "${type}" is not supported; there are ${[...resourceKinds.keys(), 'gossfile'].join(', ')}`)
  if (!isMap(given)) throw new Error(`it holds ${shown(given)} where its attributes should be`)
  const values = renamed(given, kind.formerly ?? {})
  const settings = readSettings(kind, values)
  const expectations = kind.attributes.flatMap(attribute => {
    const expected = values[attribute]
    const nothing = expected === undefined || expected === null || (isEmpty(expected) && kind.ignoresEmpty?.includes(attribute))
    if (nothing) return []
    if (kind.whole?.includes(attribute) && typeof expected === 'string' && !/^[-+]?\d+$/.test(expected))
      throw new Error(`${attribute} is ${shown(expected)}, but has to be a whole number`)
    return [{ attribute, expected, matcher: matcherFor(attribute, expected) }]
  })
  const must = kind.deciding ?? kind.required
  if (must && !expectations.some(({ attribute }) => attribute === must))
    throw new Error(`it does not say "${must}", which it has to`)
  return {
    kind,
    id,
    title: typeof values.title === 'string' && values.title !== '' ? values.title : undefined,
    skip: readSetting('skip', values.skip, 'flag') === true,
    question: {
      target: String((kind.target && readSetting(kind.target, values[kind.target], 'text')) || id),
      settings,
      wanted: new Set(expectations.map(({ attribute }) => attribute)),
    },
    expectations,
  }
}

const isEmpty = (expected: unknown): boolean => isList(expected) && expected.length === 0

function matcherFor(attribute: string, expected: unknown): Matcher {
  try {
    return matcherOf(expected, true)
  } catch (error) {
    throw new Error(`${attribute}: ${(error as Error).message}`)
  }
}

function renamed(given: Readonly<Record<string, unknown>>, formerly: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [formerly[name] ?? name, value]))
}

function readSettings(kind: ResourceKind, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { settings = {}, target } = kind
  const known = [...COMMON, ...(target ? [target] : []), ...kind.attributes, ...Object.keys(settings)]
  for (const name of Object.keys(values))
    if (!known.includes(name)) throw new Error(`attribute "${name}" is not supported; there are ${known.join(', ')}`)
  return Object.fromEntries(Object.entries(settings).map(([name, wanted]) => [name, readSetting(name, values[name], wanted)]))
}

function readSetting(name: string, value: unknown, wanted: SettingKind): unknown {
  if (value === undefined || value === null || wanted === 'any') return value ?? undefined
  const fits = {
    text: typeof value === 'string' || typeof value === 'boolean' || isNumber(value),
    number: isNumber(value) && Number.isInteger(toNumber(value)),
    flag: typeof value === 'boolean' || (typeof value === 'string' && FLAG.test(value)),
    texts: isList(value) && value.every(item => typeof item === 'string'),
  }[wanted]
  if (!fits) throw new Error(`${name} is ${shown(value)}, but has to be ${NOUNS[wanted]}`)
  if (wanted === 'flag') return value === true || /^(y|yes|on)$/i.test(String(value))
  return wanted === 'text' ? toText(value) : wanted === 'number' ? toNumber(value) : value
}

/** YAML 1.1's words, which Go's reader takes where a truth value has to stand. */
const FLAG = /^(y|yes|on|n|no|off)$/i

const NOUNS = { text: 'a text', number: 'a whole number', flag: 'true or false', texts: 'a list of texts' }
