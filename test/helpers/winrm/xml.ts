/** Just enough XML for SOAP: elements with their namespaces resolved, line ends made one as the standard wants it. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'

export interface Element {
  readonly namespace: string
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
})

type Node = Readonly<Record<string, unknown>>

/** Undefined when it is not well-formed, or holds what XML 1.0 does not allow. */
export function parseXml(text: string): Element | undefined {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (!isAllowed(lines)) return undefined
  if (XMLValidator.validate(lines) !== true) return undefined
  const roots = (parser.parse(lines) as Node[]).filter(node => !Object.keys(node)[0]!.startsWith('?'))
  return roots.map(node => elementOf(node, {})).find(element => element !== undefined)
}

/** XML 1.0 has no control characters but tab and line ends, not even by their numbers. */
function isAllowed(text: string): boolean {
  const isCharacter = (code: number) => code >= 32 || code === 9 || code === 10 || code === 13
  const numbers = [...text.matchAll(/&#(?:x([\da-f]+)|(\d+));/gi)].map(match =>
    Number.parseInt(match[1] ?? match[2]!, match[1] ? 16 : 10),
  )
  for (let at = 0; at < text.length; at++) if (!isCharacter(text.charCodeAt(at))) return false
  return numbers.every(isCharacter)
}

function elementOf(node: Node, outer: Readonly<Record<string, string>>): Element | undefined {
  const tag = Object.keys(node).find(key => key !== ':@')
  if (tag === undefined || tag === '#text') return undefined
  const attributes = (node[':@'] ?? {}) as Record<string, string>
  const prefixes = { ...outer }
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'xmlns') prefixes[''] = value
    else if (name.startsWith('xmlns:')) prefixes[name.slice(6)] = value
  }
  const [local, prefix = ''] = tag.split(':').reverse() as [string, string?]
  const inner = node[tag] as Node[]
  return {
    namespace: prefixes[prefix] ?? '',
    name: local,
    attributes,
    children: inner.map(child => elementOf(child, prefixes)).filter(child => child !== undefined),
    text: inner.map(child => ('#text' in child ? String(child['#text']) : '')).join(''),
  }
}

export const escapeXml = (text: string): string => text.replace(/[&<>"\r]/g, char => `&#${char.charCodeAt(0)};`)

/** The first child of that name; its namespace has to be right. */
export const child = (element: Element | undefined, namespace: string, name: string): Element | undefined =>
  element?.children.find(inner => inner.namespace === namespace && inner.name === name)
