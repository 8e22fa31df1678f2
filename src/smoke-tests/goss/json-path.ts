/** Paths into JSON in the notation of gjson: keys with wildcards, indexes, `#`, queries, pipes, and modifiers without arguments. */
import { isList, isMap } from './values'

type Step =
  | { readonly kind: 'key'; readonly key: string; readonly fits?: (key: string) => boolean }
  | { readonly kind: 'modifier'; readonly modify: (document: unknown) => unknown }
  | { readonly kind: 'all' }
  | {
      readonly kind: 'query'
      readonly path: readonly Step[]
      /** Without one it asks whether there is anything. */
      readonly operator?: string
      readonly value: unknown
      readonly every: boolean
    }

export const ABSENT = Symbol('nothing is there')

/** Throws Error with a sentence when the path uses what is not supported. */
export function jsonPath(text: string): (document: unknown) => unknown {
  const stages = text === '' ? [] : pieces(text, '|').map(parse)
  return document => stages.reduce((found, steps) => (found === ABSENT ? found : walk(found, steps)), document)
}

function parse(text: string): Step[] {
  return pieces(text, '.').map((piece, index): Step => {
    const query = /^#\((.*)\)(#?)$/s.exec(piece)
    if (query) return parseQuery(query[1]!, query[2] === '#')
    if (piece === '#') return { kind: 'all' }
    const modify = piece.startsWith('@') && Object.hasOwn(MODIFIERS, piece.slice(1)) ? MODIFIERS[piece.slice(1)] : undefined
    if (modify) return { kind: 'modifier', modify }
    if (/^[@!{[]/.test(piece))
      throw new Error(
        `the path ${JSON.stringify(text)} uses ${JSON.stringify(piece)} (part ${index + 1}); supported are keys, indexes, #, #(key=="value") and @${Object.keys(MODIFIERS).join(', @')}`,
      )
    const fits = /(?<!\\)(?:\\\\)*[*?]/.test(piece) ? likeness(piece) : undefined
    return { kind: 'key', key: piece.replace(/\\(.)/g, '$1'), fits }
  })
}

/** `*` and `?` are all that is special; a backslash takes that away. */
function likeness(pattern: string): (text: string) => boolean {
  const expression = pattern.replace(/\\(.)|([*?])|([^\w])/gs, (_, escaped, wild, other) =>
    wild === '*' ? '.*' : wild === '?' ? '.' : `\\${escaped ?? other}`,
  )
  const compiled = new RegExp(`^${expression}$`, 's')
  return text => compiled.test(text)
}

/** What does not fit is left as it is. */
const MODIFIERS: Readonly<Record<string, (document: unknown) => unknown>> = {
  this: document => document,
  valid: document => document,
  ugly: document => document,
  pretty: document => document,
  keys: document => (isMap(document) ? Object.keys(document) : isList(document) ? document.map(() => null) : []),
  values: document => (isMap(document) ? Object.values(document) : isList(document) ? document : [document]),
  reverse: document =>
    isList(document)
      ? document.toReversed()
      : isMap(document)
        ? Object.fromEntries(Object.entries(document).reverse())
        : document,
  flatten: document => (isList(document) ? document.flat() : document),
  tostr: document => JSON.stringify(document),
}

/** At the separators that are neither escaped nor in brackets. */
function pieces(text: string, separator: string): string[] {
  const found: string[] = ['']
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char === '(') depth++
    if (char === ')') depth--
    if (char === separator && depth === 0) found.push('')
    else found[found.length - 1] += char === '\\' ? char + (text[++i] ?? '') : char
  }
  return found
}

const QUERY = /^(.*?)\s*(==|!=|<=|>=|!%|<|>|=|%)\s*(.+)$/s

function parseQuery(text: string, every: boolean): Step {
  const [, path, operator, value] = QUERY.exec(text) ?? []
  if (operator === undefined || value === undefined) return { kind: 'query', path: parse(text), value: undefined, every }
  if (value.startsWith('~')) throw new Error(`the query #(${text}) is not supported; write #(key=="value")`)
  return { kind: 'query', path: path ? parse(path) : [], operator, value: literal(value.trim()), every }
}

function literal(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function walk(document: unknown, [step, ...rest]: readonly Step[]): unknown {
  if (step === undefined) return document
  if (step.kind === 'modifier') return walk(step.modify(document), rest)
  if (step.kind === 'key') {
    if (step.fits && isMap(document)) {
      const key = Object.keys(document).find(step.fits)
      return key === undefined ? ABSENT : walk(document[key], rest)
    }
    if (isList(document))
      return /^\d+$/.test(step.key) && Number(step.key) < document.length ? walk(document[Number(step.key)], rest) : ABSENT
    return isMap(document) && Object.hasOwn(document, step.key) ? walk(document[step.key], rest) : ABSENT
  }
  if (!isList(document)) return ABSENT
  if (step.kind === 'all') return rest.length === 0 ? document.length : each(document, rest)
  const fitting = document.filter(element => satisfies(walk(element, step.path), step.operator, step.value))
  if (step.every) return each(fitting, rest)
  return fitting.length === 0 ? ABSENT : walk(fitting[0], rest)
}

const each = (list: readonly unknown[], rest: readonly Step[]): unknown =>
  list.map(element => walk(element, rest)).filter(value => value !== ABSENT)

function satisfies(found: unknown, operator: string | undefined, value: unknown): boolean {
  if (operator === undefined) return found !== ABSENT
  if (operator.endsWith('%')) return typeof found === 'string' && likeness(String(value))(found) !== operator.startsWith('!')
  if (operator === '=' || operator === '==') return found === value
  if (operator === '!=') return found !== value && found !== ABSENT
  if (typeof found !== typeof value || (typeof found !== 'number' && typeof found !== 'string')) return false
  const [a, b] = [found as number, value as number]
  return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b
}
