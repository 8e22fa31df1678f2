/** `Filter.N.Name` / `Filter.N.Value.M` over records: values of one filter are alternatives, filters add up, `*` and `?` match. */

import { Ec2Error, invalidValue } from './error'
import { anyText, list, structure, text } from './shape'

export const filters = list(structure({ Name: text, Value: list(anyText) }))

export type Filter = { readonly Name?: string; readonly Value: readonly string[] }
type Value = string | number | boolean | undefined
/** What each filter compares. A filter that EC2 knows and a record has nothing for gives undefined, and never matches. */
export type FilterTable<T> = Readonly<Record<string, (record: T) => Value | readonly Value[]>>

interface Tagged {
  readonly tags: Readonly<Record<string, string>>
}

export function applyFilters<T extends object>(records: readonly T[], given: readonly Filter[], table: FilterTable<T>): T[] {
  const tests = given.map(filter => testOf(filter, table))
  return records.filter(record => tests.every(test => test(record)))
}

function testOf<T extends object>({ Name: name = '', Value: values }: Filter, table: FilterTable<T>) {
  const patterns = values.map(wildcard)
  const read = Object.hasOwn(table, name) ? table[name] : tagReader<T>(name)
  if (!read) throw invalidValue('Filter.Name', name, `The filter '${name}' is invalid`)
  if (values.length === 0) throw new Ec2Error('InvalidParameterValue', `The filter '${name}' must have at least one value`)
  return (record: T) =>
    [read(record)].flat().some(value => value !== undefined && patterns.some(pattern => pattern.test(String(value))))
}

function tagReader<T>(name: string): ((record: T) => Value | readonly Value[]) | undefined {
  const tagsOf = (record: T) => (record as Partial<Tagged>).tags ?? {}
  if (name === 'tag-key') return record => Object.keys(tagsOf(record))
  if (name === 'tag-value') return record => Object.values(tagsOf(record))
  if (!name.startsWith('tag:')) return undefined
  const key = name.slice('tag:'.length)
  return record => (Object.hasOwn(tagsOf(record), key) ? tagsOf(record)[key] : undefined)
}

/** EC2's pattern language: `*` any run, `?` one character, `\` takes the next one literally. Case counts. */
export function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/\\([\s\S])|([*?])|([^\w\s])/g, (_, literal, wild, other) =>
    literal !== undefined ? literally(literal) : wild === '*' ? '.*' : wild === '?' ? '.' : literally(other),
  )
  return new RegExp(`^${source}$`, 's')
}

const literally = (character: string) => (/\w/.test(character) ? character : `\\${character}`)
