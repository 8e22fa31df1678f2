/** Records as EC2 writes them: lists as `<item>`, booleans as words, times in UTC with milliseconds, absent members left out. */
import { XMLBuilder } from 'fast-xml-parser'

export type Xml = string | number | boolean | Date | undefined | readonly Xml[] | XmlRecord
export interface XmlRecord {
  readonly [name: string]: Xml
}

type Built = string | { [name: string]: Built | Built[] }

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true })
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A document whose root is `name` in `namespace` (none for EC2's errors). */
export function document(name: string, namespace: string | undefined, content: XmlRecord): string {
  const root = toBuilt(content) as Record<string, Built>
  return declaration + builder.build({ [name]: namespace ? { '@xmlns': namespace, ...root } : root })
}

function toBuilt(value: Xml): Built {
  if (value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (isList(value)) return value.length === 0 ? '' : { item: value.map(toBuilt) }
  if (typeof value !== 'object') return legal(String(value))
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([name, member]) => [name, toBuilt(member)]))
}

const isList = (value: Xml): value is readonly Xml[] => Array.isArray(value)

/** XML 1.0 cannot carry most control characters at all, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const legal = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
