/** Where the parts of a list or an object stand, when they are written out; a computed one stands as a whole. */
import type { Expression } from '../language/body'
import type { Range } from '../language/source'
import { asKeyword, asList, asMap, type StaticItem } from '../language/static'

export const elementRange = (list: Expression, index: number): Range => asList(list)?.[index]?.range ?? list.range

/** The items of an object by their names, as far as these are constant. */
export function itemsByName(object: Expression | undefined): ReadonlyMap<string, StaticItem> {
  const items = (object && asMap(object)) ?? []
  return new Map(items.flatMap(item => constantKey(item.key).map(name => [name, item])))
}

function constantKey(key: Expression): readonly string[] {
  const word = asKeyword(key)
  if (word !== undefined) return [word]
  const { value } = key.evaluate({})
  return value.state === 'known' && value.type.kind === 'string' ? [value.asString()] : []
}
