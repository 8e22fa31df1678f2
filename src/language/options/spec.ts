/**
 * Options of a plugin, declared once: decoding, the TypeScript type, defaults, refusal of unknown keys, the sensitive flag
 * and the reference page all come from the declaration. In the manner of HCL's `hcldec`.
 */
import { BOOL, DYNAMIC, listOf, mapOf, NUMBER, STRING, type Type } from '../values/type'
import type { Value } from '../values/value'

export interface Option<T> {
  /** An attribute (`a = 1`), a single block (`a { }`), or any number of blocks. An object may stand for a block, as Packer allows in JSON. */
  readonly form: 'attribute' | 'block' | 'blocks'
  /** What the attribute is converted to; of a block, dynamic. */
  readonly type: Type
  /** What the reference page says in place of the type, where that does not tell how it is written. */
  readonly written?: string
  /** Of a block. */
  readonly options?: OptionsSpec
  /** One or two sentences for the reference page, with unit and where the meaning comes from. */
  readonly doc: string
  readonly settings: Settings<unknown>
  /** From the converted, known, non-null value to what plugins see; throws Error with a sentence when it is out of range. */
  read(value: Value): T
}

export interface Settings<T> {
  readonly required?: boolean
  readonly default?: T
  /** Never printed: not in plans, logs or errors. */
  readonly sensitive?: boolean
  /** Why, and what to write instead; setting it is a warning. */
  readonly deprecated?: string
  /** What is missing; setting it is an error that says so, so that no option is ever ignored in silence. */
  readonly unsupported?: string
  /** The text keeps its `{{ }}`: the plugin renders it when the values exist (execute_command, tags with source image data). */
  readonly late?: boolean
  readonly oneOf?: readonly T[]
  /** Returns a sentence when the value is not acceptable. */
  readonly check?: (value: T) => string | undefined
}

export type OptionsSpec = { readonly [name: string]: Option<unknown> }
/** What a plugin receives for its spec: frozen, complete, typed. */
export type OptionsOf<S extends OptionsSpec> = { readonly [K in keyof S]: S[K] extends Option<infer T> ? T : never }

type Given<T, S> = S extends { required: true } | { default: T } ? T : T | undefined
type Choice<S, T> = S extends { oneOf: readonly (infer C)[] } ? C : T

const attribute = <T>(type: Type, doc: string, settings: object | undefined, read: (value: Value) => unknown): Option<T> => ({
  form: 'attribute',
  type,
  doc,
  settings: (settings ?? {}) as Settings<unknown>,
  read: read as (value: Value) => T,
})

export const text = <const S extends Settings<string> = object>(
  doc: string,
  settings?: S & Settings<string>,
): Option<Given<Choice<S, string>, S>> => attribute(STRING, doc, settings, v => v.asString())

export const number = <const S extends Settings<number> = object>(
  doc: string,
  settings?: S & Settings<number>,
): Option<Given<Choice<S, number>, S>> => attribute(NUMBER, doc, settings, v => v.asNumber().toDouble())

/** Unset stays undefined unless a default is given: Packer's "trilean". */
export const flag = <const S extends Settings<boolean> = object>(
  doc: string,
  settings?: S & Settings<boolean>,
): Option<Given<boolean, S>> => attribute(BOOL, doc, settings, v => v.asBool())

export const texts = <const S extends Settings<readonly string[]> = object>(
  doc: string,
  settings?: S & Settings<readonly string[]>,
): Option<Given<readonly string[], S>> => attribute(listOf(STRING), doc, settings, v => v.elements().map(e => e.asString()))

export const numbers = <const S extends Settings<readonly number[]> = object>(
  doc: string,
  settings?: S & Settings<readonly number[]>,
): Option<Given<readonly number[], S>> =>
  attribute(listOf(NUMBER), doc, settings, v => v.elements().map(e => e.asNumber().toDouble()))

type TextMap = Readonly<Record<string, string>>
export const textMap = <const S extends Settings<TextMap> = object>(
  doc: string,
  settings?: S & Settings<TextMap>,
): Option<Given<TextMap, S>> =>
  attribute(mapOf(STRING), doc, settings, v => Object.fromEntries([...v.entries()].map(([key, e]) => [key, e.asString()])))

/** Any value of the language, for the few options whose shape is the author's. */
export const any = <const S extends Settings<Value> = object>(
  doc: string,
  settings?: S & Settings<Value>,
): Option<Given<Value, S>> => attribute(DYNAMIC, doc, settings, v => v)

/** A block that may stand once. */
export const block = <S extends OptionsSpec>(
  options: S,
  doc: string,
  settings: Settings<unknown> = {},
): Option<OptionsOf<S> | undefined> =>
  ({ form: 'block', type: DYNAMIC, options, doc, settings, read: unread }) as Option<OptionsOf<S> | undefined>

/** A block that may stand any number of times; none is an empty list. */
export const blocks = <S extends OptionsSpec>(
  options: S,
  doc: string,
  settings: Settings<unknown> = {},
): Option<readonly OptionsOf<S>[]> =>
  ({ form: 'blocks', type: DYNAMIC, options, doc, settings, read: unread }) as Option<readonly OptionsOf<S>[]>

const unread = (): never => {
  throw new Error('blocks are decoded by their own options')
}
