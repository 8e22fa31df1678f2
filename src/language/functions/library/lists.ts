/** Lists and tuples rearranged: a list yields a list, a tuple yields a tuple with the types of its elements kept. */
import { convert } from '../../values/convert'
import { equal, valueKey } from '../../values/equality'
import { setOfValues } from '../../values/set'
import { BOOL, DYNAMIC, listOf, NUMBER, STRING, setOf, type Type, tupleOf } from '../../values/type'
import { friendlyName } from '../../values/type-text'
import { unify } from '../../values/unify'
import { Value } from '../../values/value'
import { any, define, INSIDE, integer, many, number, parameter, strings, whole } from '../define'
import { FunctionError, type LanguageFunction } from '../function'

const ANY_LIST = listOf(DYNAMIC)
const isListOrTuple = (type: Type): boolean => type.kind === 'list' || type.kind === 'tuple'
const isSequence = (type: Type): boolean => isListOrTuple(type) || type.kind === 'set'
const elementOf = (type: Type): Type => ('element' in type ? type.element : DYNAMIC)

/** Elements, known or not, as the list or tuple `type` says. */
const sequence = (type: Type, elements: readonly Value[]): Value =>
  type.kind === 'list' ? Value.list(type.element, elements) : Value.tuple(elements)

function concatType(seqs: readonly Value[]): Type {
  if (seqs.length === 0) throw new FunctionError('at least one argument is required')
  const types = seqs.map(seq => seq.type)
  const element = types.every(type => type.kind === 'list') ? unify(types.map(elementOf)) : undefined
  if (element) return listOf(element)
  const elements: Type[] = []
  for (const [i, seq] of seqs.entries()) {
    if (!isListOrTuple(seq.type))
      throw new FunctionError(`all arguments must be lists or tuples; got ${friendlyName(seq.type)}`, i)
    if (seq.type.kind === 'list' && !seq.isKnown) return DYNAMIC
    elements.push(...(seq.type.kind === 'tuple' ? seq.type.elements : seq.elements().map(each => each.type)))
  }
  return tupleOf(elements)
}

function concat(...seqs: Value[]): Value {
  const type = concatType(seqs)
  const elements = seqs.flatMap(seq => seq.elements())
  return sequence(type, type.kind === 'list' ? elements.map(each => convert(each, type.element)) : elements)
}

function chunk(list: Value, size: Value): Value {
  const length = whole(size, 'invalid size: ')
  if (length < 0) throw new FunctionError('the size argument must be positive')
  const all = list.elements()
  const chunks: Value[] = []
  const step = length === 0 ? all.length : length
  for (let i = 0; i < all.length; i += step) chunks.push(Value.list(elementOf(list.type), all.slice(i, i + step)))
  return Value.list(list.type, chunks)
}

/** Everything inside nested sequences in one row; undefined when an unknown one could hold any number of elements. */
function flat(value: Value): Value[] | undefined {
  const all: Value[] = []
  if (!value.hasKnownSize) return undefined
  for (const element of value.elements()) {
    if (element.state === 'known' && isSequence(element.type)) {
      const inner = flat(element)
      if (!inner) return undefined
      for (const each of inner) all.push(each)
    } else if (!element.isKnown && (isSequence(element.type) || element.type.kind === 'dynamic')) return undefined
    else all.push(element)
  }
  return all
}

function flatten(list: Value): Value {
  if (!isSequence(list.type)) throw new FunctionError('can only flatten lists, sets and tuples')
  const all = flat(list)
  return all ? Value.tuple(all) : Value.unknown()
}

const reversedType = (list: Value): Type => {
  if (list.type.kind === 'tuple') return tupleOf([...list.type.elements].reverse())
  if (list.type.kind === 'list' || list.type.kind === 'set') return listOf(list.type.element)
  throw new FunctionError(`can only reverse list or tuple values, not ${friendlyName(list.type)}`, 0)
}

/** Undefined where it is not known yet; what is known must fit. */
function bounds(list: Value, start: Value, end: Value): readonly [number | undefined, number | undefined] {
  if (list.type.kind === 'set')
    throw new FunctionError(
      'cannot slice a set, because its elements do not have indices; explicitly convert to a list if the ordering of the result is not important',
      0,
    )
  if (!isListOrTuple(list.type)) throw new FunctionError('must be a list or tuple value', 0)
  const length =
    list.type.kind === 'tuple' ? list.type.elements.length : list.isKnown ? list.elements().length : Number.POSITIVE_INFINITY
  const from = start.isKnown ? wholeAt(start, 'start', 1) : undefined
  const to = end.isKnown ? wholeAt(end, 'end', 2) : undefined
  if (from !== undefined && from < 0) throw new FunctionError('start index must not be less than zero', 1)
  if (to !== undefined && to > length) throw new FunctionError('end index must not be greater than the length of the list', 2)
  if ((from ?? 0) > (to ?? length)) throw new FunctionError('start index must not be greater than end index', 1)
  return [from, to]
}

function wholeAt(value: Value, which: string, argument: number): number {
  try {
    return whole(value, `invalid ${which} index: `)
  } catch (error) {
    throw error instanceof FunctionError ? new FunctionError(error.message, argument) : error
  }
}

function sliceType(list: Value, start: Value, end: Value): Type {
  const [from, to] = bounds(list, start, end)
  if (list.type.kind !== 'tuple') return list.type
  return from === undefined || to === undefined ? DYNAMIC : tupleOf(list.type.elements.slice(from, to))
}

/** Keeps the first of equal elements. */
function distinct(list: Value): Value {
  if (!list.isWhollyKnown) return Value.unknown(list.type, true)
  const kept = new Map<string, Value>()
  for (const each of list.elements()) if (!kept.has(valueKey(each))) kept.set(valueKey(each), each)
  return Value.list(elementOf(list.type), [...kept.values()])
}

/** Packer has no limit and is killed instead when memory is used up. */
const MOST_ROWS = 1_000_000

function productElements(sets: readonly Value[]): Type[] {
  if (sets.length < 2) throw new FunctionError('at least two arguments are required')
  return sets.map((set, i) => {
    if (!isSequence(set.type)) throw new FunctionError('a set or a list is required', i)
    const element = set.type.kind === 'tuple' ? unify(set.type.elements) : elementOf(set.type)
    if (!element) throw new FunctionError('all elements must be of the same type', i)
    return element
  })
}

function productType(...sets: Value[]): Type {
  const element = tupleOf(productElements(sets))
  return sets.some(set => set.type.kind === 'set') ? setOf(element) : listOf(element)
}

function product(...sets: Value[]): Value {
  const elements = productElements(sets)
  if (!sets.every(set => set.hasKnownSize)) return Value.unknown(productType(...sets), true)
  const count = sets.reduce((sofar, set) => sofar * set.elements().length, 1)
  if (count > MOST_ROWS) throw new FunctionError(`the result would have ${count} elements; ${MOST_ROWS} are the most`)
  const rows = sets.reduce<readonly (readonly Value[])[]>(
    (sofar, set, i) => {
      const column = set.elements().map(each => convert(each, elements[i]!))
      return sofar.flatMap(row => column.map(each => [...row, each]))
    },
    [[]],
  )
  const tuples = rows.map(row => Value.tuple(row))
  return sets.some(set => set.type.kind === 'set')
    ? setOfValues(tupleOf(elements), tuples)
    : Value.list(tupleOf(elements), tuples)
}

function coalesceList(...lists: Value[]): Value {
  if (lists.length === 0) throw new FunctionError('at least one argument is required')
  const known = lists.slice(0, lists.findIndex(list => !list.isKnown) >>> 0)
  if (!known.every(list => isListOrTuple(list.type))) throw new FunctionError('coalescelist arguments must be lists or tuples')
  const first = known.find(list => !list.isNull && list.elements().length > 0)
  if (first) return first
  if (known.length < lists.length) return Value.unknown()
  throw new FunctionError('no non-null arguments')
}

/** Where in the list the value is; both of any type, compared as `==` does. */
function indexOf(list: Value, wanted: Value): Value {
  if (!isListOrTuple(list.type)) throw new FunctionError('argument must be a list or tuple')
  const all = list.elements()
  if (all.length === 0) throw new FunctionError('cannot search an empty list')
  for (const [i, each] of all.entries()) {
    const same = equal(each, wanted)
    if (!same.isKnown) return Value.unknown(NUMBER, true)
    if (same.asBool()) return integer(i)
  }
  throw new FunctionError('item not found')
}

function contains(list: Value, wanted: Value): Value {
  if (!isSequence(list.type)) throw new FunctionError('argument must be list, tuple, or set')
  const answers = list.elements().map(each => equal(each, wanted))
  if (answers.some(answer => answer.isKnown && answer.asBool())) return Value.bool(true)
  return answers.every(answer => answer.isKnown) ? Value.bool(false) : Value.unknown(BOOL, true)
}

/** Whether one element decides it: a true one for `anytrue`, one that is not true for `alltrue`. */
const quantifier = (name: string, deciding: boolean): LanguageFunction =>
  define(name, [parameter('list', listOf(BOOL), INSIDE)], BOOL, list => {
    const all = list.elements()
    if (all.some(each => each.isKnown && (!each.isNull && each.asBool()) === deciding)) return deciding
    return all.every(each => each.isKnown) ? !deciding : Value.unknown(BOOL, true)
  })

export const listFunctions: readonly LanguageFunction[] = [
  define('concat', [many(any('seqs', { allowUnknownInside: true }))], (...seqs) => concatType(seqs), concat),
  define('chunklist', [parameter('list', ANY_LIST, INSIDE), number('size')], list => listOf(list.type), chunk),
  define('flatten', [any('list', INSIDE)], DYNAMIC, flatten),
  define('reverse', [any('list', INSIDE)], reversedType, list => sequence(reversedType(list), [...list.elements()].reverse())),
  define('slice', [any('list', INSIDE), number('start_index'), number('end_index')], sliceType, (list, start, end) => {
    const [from, to] = bounds(list, start, end)
    return sequence(list.type, list.elements().slice(from, to))
  }),
  define('distinct', [parameter('list', ANY_LIST, INSIDE)], list => list.type, distinct),
  define('compact', [strings('list')], listOf(STRING), list => {
    if (!list.isWhollyKnown) return Value.unknown(listOf(STRING), true)
    return Value.list(
      STRING,
      list.elements().filter(each => !each.isNull && each.asString() !== ''),
    )
  }),
  define('setproduct', [many(any('sets', INSIDE))], productType, product),
  define('coalescelist', [many(any('vals', { allowNull: true, allowUnknown: true, allowDynamic: true }))], DYNAMIC, coalesceList),
  define('index', [any('list', INSIDE), any('value', INSIDE)], NUMBER, indexOf),
  define('contains', [any('list', INSIDE), any('value', INSIDE)], BOOL, contains),
  quantifier('alltrue', false),
  quantifier('anytrue', true),
]
