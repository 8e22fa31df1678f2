/** Values as JSON, both ways, with numbers exact; and as the plain data of JavaScript. */

import { BigFloat } from './big-float'
import { canConvert } from './unify'
import { nfc } from './utf8'
import { Value } from './value'

export class JsonError extends Error {}

/** As Go writes it: keys in byte order, no spaces, `<`, `>` and `&` escaped. Throws JsonError for infinity, unknowns and capsules. */
export function toJson(value: Value): string {
  if (!value.isKnown) throw new JsonError('an unknown value has no JSON')
  if (value.isNull) return 'null'
  switch (value.type.kind) {
    case 'string':
      return quoteJson(value.asString())
    case 'number':
      if (value.asNumber().isInfinite) throw new JsonError('cannot serialize infinity as JSON')
      return value.asNumber().toText()
    case 'bool':
      return String(value.asBool())
    case 'list':
    case 'set':
    case 'tuple':
      return `[${value.elements().map(toJson).join(',')}]`
    case 'map':
    case 'object':
      return `{${[...value.entries()].map(([key, each]) => `${quoteJson(key)}:${toJson(each)}`).join(',')}}`
    default:
      throw new JsonError(`a ${value.type.kind} has no JSON`)
  }
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

export const quoteJson = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters JSON wants escaped
  `"${text.replace(/["\\\u0000-\u001f<>&\u2028\u2029]/g, c => escapes[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`

/** Objects become objects, arrays tuples, as `jsondecode` has it; of a repeated key the last counts. Throws JsonError. */
export function fromJson(text: string): Value {
  const reader = new JsonReader(text)
  const value = reader.value(0)
  reader.end()
  return value
}

const DEEPEST = 1_000
/** Half a surrogate pair is no character: Go reads it as U+FFFD. */
const unquote = (literal: string): string => (JSON.parse(literal) as string).replace(/\p{Surrogate}/gu, '\ufffd')

const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings may not hold them
  /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))?/y

class JsonReader {
  private offset = 0
  constructor(private readonly text: string) {}

  value(depth: number): Value {
    if (depth > DEEPEST) throw new JsonError('exceeded max depth')
    const [, mark, string, number, word] = this.next()
    if (string !== undefined) return Value.string(unquote(string))
    if (number !== undefined) return this.number(number)
    if (word !== undefined) return word === 'null' ? Value.null() : Value.bool(word === 'true')
    if (mark === '[') return Value.tuple(this.list(']', () => this.value(depth + 1)))
    if (mark === '{') return Value.object(lastOfEach(this.list('}', () => this.property(depth + 1))))
    throw this.unexpected('looking for beginning of value')
  }
  end(): void {
    this.next()
    if (this.offset < this.text.length || /\S/.test(this.text.slice(this.start)))
      throw new JsonError('extraneous data after JSON object')
  }

  private start = 0
  private next(): RegExpExecArray {
    token.lastIndex = this.offset
    const found = token.exec(this.text)!
    this.start = this.offset
    this.offset = token.lastIndex
    return found
  }
  private number(text: string): Value {
    const number = BigFloat.parse(text)
    if (!number) throw new JsonError(`cannot represent the number ${text}`)
    return Value.number(number)
  }
  private property(depth: number): readonly [string, Value] {
    const [, , key] = this.next()
    if (key === undefined) throw this.unexpected('looking for beginning of object key string')
    if (this.next()[1] !== ':') throw this.unexpected('after object key')
    return [nfc(unquote(key)), this.value(depth)]
  }
  private list<T>(close: string, item: () => T): T[] {
    const items: T[] = []
    const before = this.offset
    if (this.next()[1] === close) return items
    this.offset = before
    for (;;) {
      items.push(item())
      const mark = this.next()[1]
      if (mark === close) return items
      if (mark !== ',') throw this.unexpected(close === ']' ? 'after array element' : 'after object key:value pair')
    }
  }
  private unexpected(where: string): JsonError {
    const at = this.start + /^[ \t\n\r]*/.exec(this.text.slice(this.start))![0].length
    if (at >= this.text.length) return new JsonError('unexpected end of JSON input')
    const line = this.text.slice(0, at).split('\n')
    return new JsonError(
      `invalid character '${String.fromCodePoint(this.text.codePointAt(at)!)}' ${where} (line ${line.length}, column ${line.at(-1)!.length + 1})`,
    )
  }
}

/** Of a repeated key the last counts, but those before it must be of its type, or convert to it. */
function lastOfEach(properties: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  const last = new Map(properties)
  if (last.size < properties.length)
    for (const [key, value] of properties)
      if (!canConvert(value.type, last.get(key)!.type))
        throw new JsonError(`duplicate ${quoteJson(key)} property of another type in JSON object`)
  return last
}

/** Plain data as a value: arrays are tuples, plain objects and Maps objects, undefined is null. */
export function fromJs(data: unknown): Value {
  if (data === null || data === undefined) return Value.null()
  if (data instanceof Value) return data
  if (typeof data === 'string') return Value.string(data)
  if (typeof data === 'boolean') return Value.bool(data)
  if (typeof data === 'bigint') return Value.number(BigFloat.fromInteger(data))
  if (typeof data === 'number')
    return Value.number(Number.isSafeInteger(data) ? BigFloat.fromInteger(data) : BigFloat.fromDouble(data))
  if (Array.isArray(data)) return Value.tuple(data.map(fromJs))
  const entries: Iterable<readonly [string, unknown]> = data instanceof Map ? data : Object.entries(data as object)
  return Value.object([...entries].map(([key, each]) => [key, fromJs(each)] as const))
}

export type Plain = null | string | number | bigint | boolean | Plain[] | { [key: string]: Plain }

/** A value as plain data; integers beyond the safe range are bigint. Throws JsonError for unknowns and capsules. */
export function toJs(value: Value): Plain {
  if (!value.isKnown) throw new JsonError('an unknown value has no data')
  if (value.isNull) return null
  switch (value.type.kind) {
    case 'string':
      return value.asString()
    case 'number': {
      const number = value.asNumber()
      const double = number.toDouble()
      return number.isInteger && !Number.isSafeInteger(double) ? number.toInteger() : double
    }
    case 'bool':
      return value.asBool()
    case 'list':
    case 'set':
    case 'tuple':
      return value.elements().map(toJs)
    case 'map':
    case 'object': {
      const plain: { [key: string]: Plain } = Object.create(null)
      for (const [key, each] of value.entries()) plain[key] = toJs(each)
      return plain
    }
    default:
      throw new JsonError(`a ${value.type.kind} has no data`)
  }
}
