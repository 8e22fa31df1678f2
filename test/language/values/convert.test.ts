import { convert } from '../../../src/language/values/convert'
import { equal, rawEqual } from '../../../src/language/values/equality'
import { fromJs, fromJson, toJs, toJson } from '../../../src/language/values/json'
import { setOfValues } from '../../../src/language/values/set'
import {
  BOOL,
  DYNAMIC,
  listOf,
  mapOf,
  NUMBER,
  objectOf,
  STRING,
  setOf,
  type Type,
  tupleOf,
} from '../../../src/language/values/type'
import { friendlyName, typeText } from '../../../src/language/values/type-text'
import { canConvert, unify } from '../../../src/language/values/unify'
import { Value } from '../../../src/language/values/value'

const object = (shape: Record<string, Type>, ...optional: string[]) => objectOf(new Map(Object.entries(shape)), new Set(optional))
const map = (element: Type, data: Record<string, unknown>) => convert(fromJs(data), mapOf(element))

describe('convert', () => {
  test.each<[unknown, Type, unknown, string]>([
    [1, STRING, '1', 'string'],
    [1.5, STRING, '1.5', 'string'],
    [10n ** 21n, STRING, '1000000000000000000000', 'string'],
    [true, STRING, 'true', 'string'],
    ['1e3', NUMBER, 1000, 'number'],
    ['1', BOOL, true, 'bool'],
    ['0', BOOL, false, 'bool'],
    [[1, 'a', true], listOf(STRING), ['1', 'a', 'true'], 'list(string)'],
    [[1, 'a', null], listOf(DYNAMIC), ['1', 'a', null], 'list(string)'],
    [[null, null], listOf(DYNAMIC), [null, null], 'list(any)'],
    [[], listOf(DYNAMIC), [], 'list(any)'],
    [[[1], ['a']], listOf(listOf(DYNAMIC)), [['1'], ['a']], 'list(list(string))'],
    [['b', 'a', 'b'], setOf(STRING), ['a', 'b'], 'set(string)'],
    [[10, 9, '9.0'], setOf(NUMBER), [9, 10], 'set(number)'],
    [{ a: 1, b: 'x' }, mapOf(DYNAMIC), { a: '1', b: 'x' }, 'map(string)'],
    [{ a: null, b: [1] }, mapOf(DYNAMIC), { a: null, b: [1] }, 'map(tuple([number]))'],
    [{ a: 1, extra: 2 }, object({ a: STRING }), { a: '1' }, 'object({a=string})'],
    [{ a: 1 }, object({ a: STRING, b: NUMBER }, 'b'), { a: '1', b: null }, 'object({a=string,b=number})'],
    [map(NUMBER, { a: 1, c: 3 }), object({ a: STRING }), { a: '1' }, 'object({a=string})'],
    [map(STRING, { a: 'x' }), object({ a: STRING, b: NUMBER }, 'b'), { a: 'x', b: null }, 'object({a=string,b=number})'],
    [map(STRING, {}), object({ a: object({ b: BOOL }, 'b') }, 'a'), { a: null }, 'object({a=object({b=bool})})'],
    [[map(STRING, {})], setOf(object({ a: BOOL }, 'a')), [{ a: null }], 'set(object({a=bool}))'],
    [
      map(object({ a: NUMBER }), { x: { a: 1 } }),
      object({ x: object({ a: STRING, b: listOf(DYNAMIC) }, 'b') }),
      { x: { a: '1', b: null } },
      'object({x=object({a=string,b=list(any)})})',
    ],
    [
      map(mapOf(STRING), { x: { a: '1' } }),
      mapOf(object({ a: NUMBER, b: listOf(BOOL) }, 'b')),
      { x: { a: 1, b: null } },
      'map(object({a=number,b=list(bool)}))',
    ],
    [[1, '2'], tupleOf([STRING, NUMBER]), ['1', 2], 'tuple([string,number])'],
    [null, STRING, null, 'string'],
    [null, DYNAMIC, null, 'any'],
    [[{ a: 1 }, { a: 'x', b: true }], listOf(DYNAMIC), [{ a: '1' }, { a: 'x', b: 'true' }], 'list(map(string))'],
  ])('%j', (data, type, expected, text) => {
    const value = convert(fromJs(data), type)
    expect(toJs(value)).toEqual(expected)
    expect(typeText(value.type)).toBe(text)
  })
})

describe('convert refuses', () => {
  test.each<[unknown, Type, string]>([
    ['x', NUMBER, 'a number is required'],
    ['0x10', NUMBER, 'a number is required'],
    ['True', BOOL, 'a bool is required; to convert from string, use lowercase "true"'],
    ['FALSE', BOOL, 'a bool is required; to convert from string, use lowercase "false"'],
    ['yes', BOOL, 'a bool is required'],
    [1, BOOL, 'bool required'],
    [[1], STRING, 'string required'],
    [['a', 'x'], listOf(NUMBER), 'element 0: a number is required'],
    [[1, [2]], listOf(STRING), 'element 1: string required'],
    [[1, [2]], listOf(DYNAMIC), 'all list elements must have the same type'],
    [[1, [2]], setOf(DYNAMIC), 'all set elements must have the same type'],
    [{ a: 1, b: [2] }, mapOf(DYNAMIC), 'all map elements must have the same type'],
    [[null, [1]], listOf(DYNAMIC), 'all list elements must have the same type'],
    ['a', listOf(STRING), 'list of string required'],
    ['a', listOf(DYNAMIC), 'list of any single type required'],
    [{ a: [] }, object({ a: STRING }), 'attribute "a": string required'],
    [{ a: { b: [] } }, object({ a: object({ b: STRING }) }), 'attribute "a": attribute "b": string required'],
    [{ a: ['1', 'x'] }, object({ a: listOf(NUMBER) }), 'attribute "a": element 1: a number is required'],
    [{}, object({ a: STRING }), 'attribute "a" is required'],
    [{}, object({ b: STRING, a: STRING }), 'attributes "a" and "b" are required'],
    [{}, object({ b: STRING, a: STRING, c: NUMBER }), 'attributes "a", "b", and "c" are required'],
    [{ a: [] }, mapOf(STRING), 'element "a": string required'],
    [map(NUMBER, { a: 1 }), object({ a: STRING, b: STRING }), 'map has no element for required attribute "b"'],
    [map(STRING, { a: 'x', b: 'y' }), object({ a: STRING, b: listOf(STRING) }, 'b'), 'attribute "b": list of string required'],
    [map(STRING, { a: 'x' }), object({ b: listOf(STRING) }, 'a'), 'object required'],
    [convert(fromJs([1]), listOf(NUMBER)), listOf(listOf(STRING)), 'incorrect list element type: list of string required'],
    [
      convert(fromJs([{}]), listOf(object({}))),
      setOf(object({ a: STRING })),
      'incorrect set element type: attribute "a" is required',
    ],
    [[1, 'a'], tupleOf([STRING]), 'tuple required'],
    [{ a: 1 }, listOf(NUMBER), 'list of number required'],
  ])('%j ', (data, type, message) => expect(() => convert(fromJs(data), type)).toThrow(message))
})

describe('convert without a value', () => {
  test('unknown stays unknown, of the new type', () => {
    const value = convert(Value.unknown(listOf(NUMBER), true), listOf(STRING))
    expect([value.isKnown, typeText(value.type), value.notNull]).toEqual([false, 'list(string)', true])
    expect(() => convert(Value.unknown(listOf(NUMBER)), STRING)).toThrow('string required')
  })
  test.each<[Type, Type, boolean, boolean]>([
    [NUMBER, STRING, true, true],
    [STRING, NUMBER, false, true],
    [NUMBER, BOOL, false, false],
    [listOf(NUMBER), setOf(STRING), false, true],
    [setOf(NUMBER), listOf(STRING), true, true],
    [mapOf(STRING), object({ a: STRING }), false, true],
    [object({ a: NUMBER }), mapOf(STRING), true, true],
    [DYNAMIC, STRING, true, true],
  ])('safe or not: %j to %j', (from, to, safe, possible) => {
    expect([canConvert(from, to, 'safe'), canConvert(from, to)]).toEqual([safe, possible])
  })
})

/** What `type(true ? a : b)` says in `terraform console`. */
describe('unify', () => {
  test.each<[Type[], string | undefined]>([
    [[NUMBER, STRING], 'string'],
    [[BOOL, STRING], 'string'],
    [[NUMBER, BOOL], undefined],
    [[NUMBER, BOOL, STRING], 'string'],
    [[DYNAMIC, NUMBER], 'number'],
    [[], 'any'],
    [[DYNAMIC, tupleOf([NUMBER])], 'any'],
    [[tupleOf([NUMBER]), tupleOf([STRING])], 'tuple([string])'],
    [[tupleOf([NUMBER]), tupleOf([STRING, NUMBER])], 'list(string)'],
    [[tupleOf([]), tupleOf([NUMBER])], 'list(number)'],
    [[tupleOf([]), tupleOf([NUMBER, tupleOf([])])], undefined],
    [[object({ a: NUMBER }), object({ a: STRING })], 'object({a=string})'],
    [[object({ a: NUMBER }), object({ b: STRING })], 'map(string)'],
    [[object({}), object({ a: NUMBER })], 'map(number)'],
    [[object({ a: NUMBER }), object({ a: tupleOf([]) })], undefined],
    [[mapOf(NUMBER), object({ b: STRING })], 'map(string)'],
    [[listOf(NUMBER), tupleOf([STRING, BOOL])], 'list(string)'],
    [[setOf(STRING), listOf(NUMBER)], 'list(number)'],
    [[setOf(NUMBER), tupleOf([STRING, STRING])], 'set(number)'],
    [[listOf(DYNAMIC), listOf(NUMBER)], 'list(number)'],
    [[listOf(DYNAMIC), listOf(tupleOf([NUMBER]))], 'list(any)'],
    [[listOf(NUMBER), listOf(BOOL)], undefined],
    [[object({}), tupleOf([])], undefined],
    [[object({}), DYNAMIC, tupleOf([])], undefined],
    [[tupleOf([NUMBER]), listOf(STRING), DYNAMIC], 'list(string)'],
    [[object({ a: BOOL }), DYNAMIC, mapOf(NUMBER)], 'any'],
    [[object({ a: BOOL }), DYNAMIC, mapOf(STRING)], 'map(string)'],
    [[setOf(NUMBER), listOf(NUMBER), listOf(STRING)], 'list(string)'],
  ])('%j', (types, expected) => {
    const type = unify(types)
    expect(type && typeText(type)).toBe(expected)
  })
})

describe('equality', () => {
  const unknown = Value.unknown(STRING)
  test.each<[unknown, unknown, boolean]>([
    [1, 1.0, true],
    ['1', 1, false],
    [true, 'true', false],
    [null, null, true],
    [Value.null(STRING), Value.null(NUMBER), true],
    [null, 1, false],
    [[1, 2], [1, 2], true],
    [[1], convert(fromJs([1]), listOf(NUMBER)), false],
    [{ a: 1 }, { a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    ['\u00e9', 'e\u0301', true],
    [convert(fromJs(['a', 'b']), setOf(STRING)), convert(fromJs(['b', 'a']), setOf(STRING)), true],
    [map(NUMBER, { a: 1 }), map(NUMBER, { b: 1 }), false],
  ])('%j == %j', (a, b, expected) => expect(equal(fromJs(a), fromJs(b)).asBool()).toBe(expected))
  test('unknown makes it unknown, unless something known already differs', () => {
    expect(equal(unknown, fromJs('a')).isKnown).toBe(false)
    expect(equal(unknown, Value.null()).isKnown).toBe(false)
    expect(equal(Value.unknown(STRING, true), Value.null()).asBool()).toBe(false)
    expect(equal(fromJs([1, 'x']), Value.tuple([fromJs(2), unknown])).asBool()).toBe(false)
    expect(equal(fromJs([1, 'x']), Value.tuple([fromJs(1), unknown])).isKnown).toBe(false)
    expect(rawEqual(unknown, Value.unknown(STRING))).toBe(true)
    expect(rawEqual(unknown, Value.unknown(NUMBER))).toBe(false)
  })
  test('sets order strings by bytes, numbers by value, null last, structures by their text', () => {
    const order = (element: Type, data: unknown[]) =>
      toJs(
        setOfValues(
          element,
          data.map(each => convert(fromJs(each), element)),
        ),
      )
    expect(order(STRING, ['\u{10000}', '\ue000', 'b', null, 'B'])).toEqual(['B', 'b', '\ue000', '\u{10000}', null])
    expect(order(NUMBER, [10, 9, -1, 9])).toEqual([-1, 9, 10])
    expect(order(BOOL, [true, false, true])).toEqual([false, true])
    expect(order(listOf(NUMBER), [[2], [10], [1, 2]])).toEqual([[10], [1, 2], [2]])
    expect(order(listOf(STRING), [['b'], ['a', 'z'], ['a'], []])).toEqual([['a', 'z'], ['a'], ['b'], []])
  })
})

describe('JSON', () => {
  test.each([
    ['{"b":1,"a":[1.50,null,true,"x"]}', '{"a":[1.5,null,true,"x"],"b":1}'],
    ['12345678901234567890.123', '12345678901234567890.123'],
    ['{"a":1,"a":2}', '{"a":2}'],
    ['"<\\u0026>\\u2028\\ud83d"', '"\\u003c\\u0026\\u003e\\u2028\ufffd"'],
    ['"\\u0001\\b\\f\\n\\t\\"\\\\\\/"', '"\\u0001\\b\\f\\n\\t\\"\\\\/"'],
    [' [ ] ', '[]'],
    ['1e2', '100'],
    ['{"__proto__":1}', '{"__proto__":1}'],
  ])('%s', (text, printed) => expect(toJson(fromJson(text))).toBe(printed))
  test.each(['', '[1,]', '1 2', '01', 'tru', '{1:2}', '{"a"}', '{', '"\n"', "'a'", '[1 2]', 'nul', '"\\x"', '+1', '.5', '[1}'])(
    '%j is refused',
    text => expect(() => fromJson(text)).toThrow(/invalid character|unexpected end|extraneous/),
  )
  test('infinity has no JSON', () => expect(() => toJson(convert(fromJs('Inf'), NUMBER))).toThrow('infinity'))
})

test.each<[Type, string, string]>([
  [listOf(STRING), 'list of string', 'list(string)'],
  [mapOf(listOf(NUMBER)), 'map of list of number', 'map(list(number))'],
  [object({ b: STRING, a: NUMBER }, 'b'), 'object', 'object({a=number,b=optional(string)})'],
  [tupleOf([STRING]), 'tuple', 'tuple([string])'],
  [DYNAMIC, 'dynamic', 'any'],
])('names of types', (type, friendly, text) => expect([friendlyName(type), typeText(type)]).toEqual([friendly, text]))
