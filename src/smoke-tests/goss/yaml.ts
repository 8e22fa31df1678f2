/** YAML and JSON as Go's readers take them: whole numbers apart from others, octal with a bare 0, keys as they are written. */
import { isScalar, type ParsedNode, parseDocument, type ScalarTag, type Tags, visit } from 'yaml'
import { GoFloat } from '../../language/gotemplate'

/** Base prefixes, a leading 0 for octal, and underscores anywhere but at the start. */
const WHOLE = /^[-+]?(0[bB][01_]+|0[oO]?_*[0-7][0-7_]*|0[xX][0-9a-fA-F_]+|[1-9][0-9_]*|0)$/
const DECIMAL = /^[-+]?(\.[0-9][0-9_]*|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?$/

const int: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: WHOLE,
  resolve: text => {
    const digits = text.replaceAll('_', '').replace(/^[-+]/, '')
    const size = BigInt(digits.replace(/^0(?=[0-7]+$)/, '0o').toLowerCase())
    const value = text.startsWith('-') ? -size : size
    return Number.isSafeInteger(Number(value)) ? Number(value) : value
  },
}

const float: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: DECIMAL,
  resolve: text => floatOf(Number(text.replaceAll('_', ''))),
}

/** What Go holds as float64, though it may be whole. */
export const floatOf = (value: number): unknown => (Number.isInteger(value) ? new GoFloat(value) : value)

const customTags = (tags: Tags): Tags => [int, float, ...tags]

const written = (key: ParsedNode): unknown => (isScalar(key) ? (key.source ?? key.value) : key)
const sameKey = (a: ParsedNode, b: ParsedNode): boolean => written(a) === written(b)

/** Throws Error with a sentence. `.json`: as Go's reader of JSON, to which every number is float64. */
export function parseGossText(text: string, path: string): unknown {
  const json = path.endsWith('.json')
  const document = parseDocument(text, { uniqueKeys: sameKey, merge: true, ...(json ? {} : { customTags }) })
  const [error] = document.errors
  if (error) throw error
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.source !== undefined && typeof key.value !== 'string' && key.value !== null) key.value = key.source
    },
  })
  const value: unknown = document.toJS()
  return json ? withFloats(value) : value
}

/** The numbers of JSON. */
export function withFloats(value: unknown): unknown {
  if (typeof value === 'number') return floatOf(value)
  if (Array.isArray(value)) return value.map(withFloats)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withFloats(each)]))
}
