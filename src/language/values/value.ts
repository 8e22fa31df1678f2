/** Values of the language: a type with a payload, null, or unknown. Immutable; equality and conversion live beside. */
import type { BigFloat } from './big-float'
import { BOOL, DYNAMIC, listOf, mapOf, NUMBER, objectOf, STRING, setOf, type Type, tupleOf } from './type'
import { hasDynamic } from './type-text'
import { compareUtf8, isAscii, nfc } from './utf8'

type Payload = string | BigFloat | boolean | readonly Value[] | ReadonlyMap<string, Value> | object

export class Value {
  private constructor(
    readonly type: Type,
    readonly state: 'known' | 'null' | 'unknown',
    private readonly payload?: Payload,
    /** Of an unknown: certain not to be null. */
    readonly notNull: boolean = state === 'known',
  ) {}

  private static readonly open = new Value(DYNAMIC, 'unknown')

  /** Text enters the language here, and is NFC from then on. */
  static string(text: string): Value {
    return new Value(STRING, 'known', nfc(text))
  }
  static number(number: BigFloat): Value {
    return new Value(NUMBER, 'known', number)
  }
  static bool(bool: boolean): Value {
    return new Value(BOOL, 'known', bool)
  }
  /** Elements must already be of the element type: convert first. What it leaves undecided, they decide. */
  static list(element: Type, elements: readonly Value[]): Value {
    return new Value(listOf(decided(element, elements[0])), 'known', elements)
  }
  /** Elements must be of the element type, distinct and in set order: `setOfValues` beside makes them so. */
  static set(element: Type, elements: readonly Value[]): Value {
    return new Value(setOf(decided(element, elements[0])), 'known', elements)
  }
  static tuple(elements: readonly Value[]): Value {
    return new Value(tupleOf(elements.map(e => e.type)), 'known', elements)
  }
  static map(element: Type, entries: Iterable<readonly [string, Value]>): Value {
    const elements = sorted(entries)
    return new Value(mapOf(decided(element, elements.values().next().value)), 'known', elements)
  }
  static object(entries: Iterable<readonly [string, Value]>): Value {
    const attributes = sorted(entries)
    return new Value(objectOf(new Map([...attributes].map(([name, value]) => [name, value.type]))), 'known', attributes)
  }
  static capsule(name: string, payload: object): Value {
    return new Value({ kind: 'capsule', name }, 'known', payload)
  }
  static null(type: Type = DYNAMIC): Value {
    return new Value(type, 'null')
  }
  static unknown(type: Type = DYNAMIC, notNull = false): Value {
    return type === DYNAMIC && !notNull ? Value.open : new Value(type, 'unknown', undefined, notNull)
  }

  get isNull(): boolean {
    return this.state === 'null'
  }
  get isKnown(): boolean {
    return this.state !== 'unknown'
  }
  get isWhollyKnown(): boolean {
    if (this.state !== 'known') return this.isKnown
    if (Array.isArray(this.payload)) return this.payload.every((e: Value) => e.isWhollyKnown)
    if (this.payload instanceof Map) return [...this.payload.values()].every((e: Value) => e.isWhollyKnown)
    return true
  }

  /** Elements of a set that are not known yet may turn out to be the same. */
  get hasKnownSize(): boolean {
    return this.isKnown && (this.type.kind !== 'set' || this.isWhollyKnown || this.elements().length < 2)
  }

  /** The accessors throw on a value of another type, on null and on unknown: ask first. */
  asString(): string {
    return this.take('string') as string
  }
  asNumber(): BigFloat {
    return this.take('number') as BigFloat
  }
  asBool(): boolean {
    return this.take('bool') as boolean
  }
  asCapsule(): object {
    return this.take('capsule') as object
  }
  /** Of a list, set or tuple. */
  elements(): readonly Value[] {
    return this.take('list', 'set', 'tuple') as readonly Value[]
  }
  /** Of a map or object, keys in UTF-8 byte order. */
  entries(): ReadonlyMap<string, Value> {
    return this.take('map', 'object') as ReadonlyMap<string, Value>
  }

  private take(kind: Type['kind'], second = kind, third = kind): Payload {
    const own = this.type.kind
    if (this.state === 'known' && (own === kind || own === second || own === third)) return this.payload as Payload
    throw new TypeError(`a ${this.state} ${own} read as ${[...new Set([kind, second, third])].join(' or ')}`)
  }
}

const decided = (element: Type, first: Value | undefined): Type => (first && hasDynamic(element) ? first.type : element)

function sorted(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  const given = new Map<string, Value>()
  for (const [key, value] of entries) given.set(nfc(key), value)
  if (given.size < 2) return given
  const keys = [...given.keys()]
  // Of ASCII JavaScript's own order is that of the bytes, and found several times as fast.
  keys.sort(isAscii(keys.join('')) ? undefined : compareUtf8)
  return new Map(keys.map(key => [key, given.get(key)!]))
}
