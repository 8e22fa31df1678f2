/** Types as authors write them: `list(object({ name = string, size = optional(number, 8) }))`. */
import type { Expression } from './body'
import { Collector, failed, ok } from './collector'
import type { Checked } from './diagnostic'
import { didYouMean } from './did-you-mean'
import { asCall, asKeyword, asList, asMap, type StaticCall } from './static'
import { type Fill, fillElements, fillObject, fillTuple } from './type-defaults'
import { ConversionError, convert } from './values/convert'
import { BOOL, DYNAMIC, listOf, mapOf, NUMBER, objectOf, STRING, setOf, type Type, tupleOf } from './values/type'
import type { Value } from './values/value'

export interface TypeConstraint {
  readonly type: Type
  /** Puts the defaults of `optional(type, default)` where they are missing; to be called before `convert`. */
  applyDefaults(value: Value): Value
}

/** A constraint: `any` stands for whatever comes, and attributes of objects may be `optional`. */
export function parseTypeConstraint(expression: Expression): Checked<TypeConstraint> {
  const { value, diagnostics } = parse(expression)
  return { value: { type: value.type, applyDefaults: value.fill ?? (given => given) }, diagnostics }
}

interface Parsed {
  readonly type: Type
  readonly fill?: Fill
}

const PRIMITIVES: Readonly<Record<string, Type>> = { string: STRING, number: NUMBER, bool: BOOL }
const COLLECTIONS = { list: listOf, set: setOf, map: mapOf } as const
const WORDS = [...Object.keys(PRIMITIVES), ...Object.keys(COLLECTIONS), 'object', 'tuple', 'any']
const ANYTHING: Parsed = { type: DYNAMIC }
const HOW =
  'A type is string, number, bool or any, or is made with list(type), set(type), map(type), object({ … }) or tuple([ … ]).'

const isCollection = (name: string): name is keyof typeof COLLECTIONS => Object.hasOwn(COLLECTIONS, name)
const wrong = (detail: string, { range }: Pick<Expression, 'range'>) =>
  failed(ANYTHING, 'Invalid type specification', detail, range)

function parse(expression: Expression): Checked<Parsed> {
  const keyword = asKeyword(expression)
  if (keyword !== undefined) return parseWord(keyword, expression)
  const call = asCall(expression)
  return call ? parseConstructor(call) : wrong(HOW, expression)
}

function parseWord(word: string, expression: Expression): Checked<Parsed> {
  if (Object.hasOwn(PRIMITIVES, word)) return ok({ type: PRIMITIVES[word]! })
  if (word === 'any') return ok(ANYTHING)
  if (isCollection(word)) return wrong(`"${word}" needs the type of its elements: ${word}(string).`, expression)
  if (word === 'object') return wrong('"object" needs its attributes: object({ name = string }).', expression)
  if (word === 'tuple') return wrong('"tuple" needs the types of its elements: tuple([string, number]).', expression)
  if (word === 'optional') return wrong('Only the attributes of an object can be optional.', expression)
  return wrong(`There is no type "${word}".${didYouMean(word, WORDS)} ${HOW}`, expression)
}

function parseConstructor(call: StaticCall): Checked<Parsed> {
  const { name, args } = call
  if (Object.hasOwn(PRIMITIVES, name) || name === 'any') return wrong(`"${name}" takes no arguments.`, call)
  if (name === 'optional') return wrong('Only the attributes of an object can be optional.', call)
  if (!isCollection(name) && name !== 'object' && name !== 'tuple')
    return wrong(`There is no type "${name}".${didYouMean(name, WORDS)} ${HOW}`, call)
  const [argument] = args
  if (!argument || args.length > 1) return wrong(`"${name}" takes exactly one argument. ${HOW}`, call)
  if (name === 'object') return parseObject(argument)
  if (name === 'tuple') return parseTuple(argument)
  const { value, diagnostics } = parse(argument)
  return { value: { type: COLLECTIONS[name](value.type), fill: value.fill && fillElements(value.fill) }, diagnostics }
}

function parseTuple(argument: Expression): Checked<Parsed> {
  const items = asList(argument)
  if (!items) return wrong('The types of the elements must stand in brackets: tuple([string, number]).', argument)
  const found = new Collector()
  const parsed = items.map(item => found.take(parse(item)))
  const type = tupleOf(parsed.map(each => each.type))
  return found.done({ type, fill: parsed.some(each => each.fill) ? fillTuple(parsed.map(each => each.fill)) : undefined })
}

function parseObject(argument: Expression): Checked<Parsed> {
  const items = asMap(argument)
  if (!items) return wrong('The attributes must stand in braces: object({ name = string }).', argument)
  const found = new Collector()
  const attributes = new Map<string, ParsedAttribute>()
  for (const { key, value } of items) {
    const name = found.take(attributeName(key))
    if (name !== undefined) attributes.set(name, found.take(parseAttribute(value)))
  }
  const optional = [...attributes].filter(([, attribute]) => attribute.optional).map(([name]) => name)
  const types = new Map([...attributes].map(([name, { type }]) => [name, type]))
  const needsFill = [...attributes.values()].some(({ fill, fallback }) => fill || fallback)
  const type = objectOf(types, optional.length > 0 ? new Set(optional) : undefined)
  return found.done({ type, fill: needsFill ? fillObject(attributes) : undefined })
}

function attributeName(key: Expression): Checked<string | undefined> {
  const keyword = asKeyword(key)
  if (keyword !== undefined) return ok(keyword)
  const { value } = key.evaluate({})
  if (value.state === 'known' && value.type.kind === 'string') return ok(value.asString())
  return failed(undefined, 'Invalid type specification', 'The name of an attribute must stand here.', key.range)
}

interface ParsedAttribute extends Parsed {
  readonly optional?: boolean
  readonly fallback?: Value
}

function parseAttribute(expression: Expression): Checked<ParsedAttribute> {
  const call = asCall(expression)
  if (call?.name !== 'optional') return parse(expression)
  const [typeArgument, defaultArgument] = call.args
  if (!typeArgument || call.args.length > 2)
    return wrong('"optional" takes a type, and a default value if there is one: optional(number, 8).', call)
  const found = new Collector()
  const parsed = found.take(parse(typeArgument))
  const fallback = defaultArgument && found.take(defaultOf(defaultArgument, parsed))
  return found.done({ ...parsed, optional: true, fallback })
}

/** The default as it is written; it is converted with the whole. Checked here, where it stands. */
function defaultOf(expression: Expression, { type, fill }: Parsed): Checked<Value | undefined> {
  const found = new Collector()
  const value = found.take(expression.evaluate({}))
  if (found.diagnostics.length > 0) return found.done(undefined)
  try {
    convert(fill ? fill(value) : value, type)
    return found.done(value)
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error
    const detail = `The default does not fit the type of the attribute: ${error.message}.`
    found.error('Invalid default value for optional attribute', detail, expression.range)
    return found.done(undefined)
  }
}
