/** Reads JUnit XML in any of its dialects: what pytest, InSpec, goss, Go and Maven write. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Finding } from '../result'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseAttributeValue: false,
  parseTagValue: false,
  // Documents of strangers: what they define is not put in.
  processEntities: { enabled: true, maxTotalExpansions: 100_000 },
  isArray: name => ['testsuite', 'testcase', 'failure', 'error', 'skipped'].includes(name),
})

type Node = Readonly<Record<string, unknown>>

/** Undefined: it is something else. */
export function readJunit(text: string): readonly Finding[] | undefined {
  if (XMLValidator.validate(text) !== true) return undefined
  const document = parser.parse(text) as Node
  const roots = [...nodes(document.testsuite), ...nodes((document.testsuites as Node | undefined)?.testsuite)]
  if (!('testsuites' in document) && roots.length === 0) return undefined
  return roots.flatMap(casesOf)
}

const nodes = (value: unknown): readonly Node[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(
    each => (typeof each === 'object' && each !== null ? each : { '#text': each }) as Node,
  )

const casesOf = (suite: Node): readonly Finding[] => [
  ...nodes(suite.testcase).map(findingOf),
  ...nodes(suite.testsuite).flatMap(casesOf),
]

function findingOf(node: Node): Finding {
  const [failure] = [...nodes(node.failure), ...nodes(node.error)]
  const [skipped] = nodes(node.skipped)
  const seconds = Number(String(node['@time'] ?? '0').replaceAll(',', ''))
  const common = { name: String(node['@name'] ?? 'test'), milliseconds: Number.isFinite(seconds) ? seconds * 1000 : 0 }
  if (failure)
    return {
      ...common,
      outcome: 'failed',
      detail: textOf(failure) || 'failed',
      stdout: outputOf(node, 'system-out'),
      stderr: outputOf(node, 'system-err'),
    }
  if (skipped) return { ...common, outcome: 'skipped', detail: textOf(skipped) || 'skipped' }
  return { ...common, outcome: 'passed' }
}

function textOf(node: Node): string {
  const parts = [node['@message'], node['#text']].map(part => String(part ?? '').trim()).filter(part => part !== '')
  return parts[1]?.startsWith(parts[0] ?? '') ? parts[1] : parts.join('\n')
}

const outputOf = (node: Node, name: string): string | undefined =>
  typeof node[name] === 'string' ? (node[name] as string) : undefined
