/** The last look at what was found: nothing twice, no mistakes that only follow from others, nothing sensitive. */

import type { Diagnostic } from '../language/diagnostic'
import { didYouMean } from '../language/did-you-mean'
import type { Range } from '../language/source'

/** What misses a name is not to blame when the line that would give it could not be parsed. */
const FOLLOWS = new Set([
  'Missing required argument',
  'Missing block',
  'Missing source',
  'Unknown source',
  'Undefined local',
  'Unknown variable',
  'Unsupported attribute',
])

export interface Findings {
  /** Of parsing. */
  readonly syntax: readonly Diagnostic[]
  readonly meaning: readonly Diagnostic[]
}

export function tidy(
  { syntax, meaning }: Findings,
  sources: ReadonlyMap<string, string>,
  variables: readonly string[],
  redact: (text: string) => string,
): readonly Diagnostic[] {
  const broken = syntax.flatMap(({ subject }) => (subject ? linesOf(subject, sources) : [])).join('\n')
  const follows = ({ summary, detail }: Diagnostic) => {
    const name = FOLLOWS.has(summary) ? /"([^"]+)"/.exec(detail ?? '')?.[1] : undefined
    return name !== undefined && broken.includes(name)
  }
  const seen = new Set<string>()
  const kept = meaning.filter(diagnostic => !follows(diagnostic)).map(each => asVariable(each, sources, variables))
  return [...syntax, ...kept].flatMap(diagnostic => {
    const { severity, summary, detail, subject } = diagnostic
    const key = JSON.stringify([severity, summary, detail, subject && [subject.file, subject.start.byte, subject.end.byte]])
    if (seen.has(key)) return []
    seen.add(key)
    return [{ ...diagnostic, summary: redact(summary), ...(detail === undefined ? {} : { detail: redact(detail) }) }]
  })
}

/** The evaluator sees `var` as an object like any other; its attributes deserve their own name and a suggestion. */
function asVariable(diagnostic: Diagnostic, sources: ReadonlyMap<string, string>, variables: readonly string[]): Diagnostic {
  const { summary, detail, subject } = diagnostic
  const name = summary === 'Unsupported attribute' && /attribute named "([^"]+)"/.exec(detail ?? '')?.[1]
  const before = subject && linesOf(subject, sources)[0]?.slice(0, subject.start.column - 1)
  if (!name || !before || !/(^|[^\w.-])var$/.test(before)) return diagnostic
  const hint = didYouMean(name, variables) || ` Declare it with a block: variable "${name}" {}.`
  return { ...diagnostic, summary: 'Undefined variable', detail: `There is no variable "${name}".${hint}` }
}

const linesOf = ({ file, start, end }: Range, sources: ReadonlyMap<string, string>): readonly string[] =>
  (sources.get(file) ?? '').split('\n').slice(start.line - 1, end.line)
