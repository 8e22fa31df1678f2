/** Paths into JSON in the notation of gjson, as far as tests of machines use it: keys, indexes, `#`, `#.key`, `#(key=="x")`, `@this`. */
import { isList, isMap } from './values'

type Step =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'all' }
  | {
      readonly kind: 'query'
      readonly path: readonly Step[]
      readonly operator: string
      readonly value: unknown
      readonly every: boolean
    }

export const ABSENT = Symbol('nothing is there')

/** Throws Error with a sentence when the path uses what is not supported. */
export function jsonPath(text: string): (document: unknown) => unknown {
  if (text === '@this' || text === '') return document => document
  const steps = parse(text.startsWith('@this.') ? text.slice(6) : text)
  return document => walk(document, steps)
}

function parse(text: string): Step[] {
  return pieces(text).map((piece, index): Step => {
    const query = /^#\((.*)\)(#?)$/s.exec(piece)
    if (query) return parseQuery(query[1]!, query[2] === '#')
    if (piece === '#') return { kind: 'all' }
    if (/^@|[*?|{[]/.test(piece) && !piece.includes('\\'))
      throw new Error(
        `the path ${JSON.stringify(text)} uses ${JSON.stringify(piece)} (part ${index + 1}); supported are keys, indexes, #, #(key=="value") and @this`,
      )
    return { kind: 'key', key: piece.replace(/\\(.)/g, '$1') }
  })
}

/** At the dots that are neither escaped nor in brackets. */
function pieces(text: string): string[] {
  const found: string[] = ['']
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char === '(') depth++
    if (char === ')') depth--
    if (char === '.' && depth === 0) found.push('')
    else found[found.length - 1] += char === '\\' ? char + (text[++i] ?? '') : char
  }
  return found
}

const QUERY = /^(.*?)\s*(==|!=|<=|>=|<|>|=)\s*(.+)$/s

function parseQuery(text: string, every: boolean): Step {
  const [, path, operator, value] = QUERY.exec(text) ?? []
  if (operator === undefined || value === undefined)
    throw new Error(`the query #(${text}) is not supported; write #(key=="value")`)
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
  if (step.kind === 'key') {
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

function satisfies(found: unknown, operator: string, value: unknown): boolean {
  if (operator === '=' || operator === '==') return found === value
  if (operator === '!=') return found !== value && found !== ABSENT
  if (typeof found !== typeof value || (typeof found !== 'number' && typeof found !== 'string')) return false
  const [a, b] = [found as number, value as number]
  return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b
}
