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

interface Declared {
  readonly variables: readonly string[]
  readonly locals: readonly string[]
}

export function tidy(
  { syntax, meaning }: Findings,
  sources: ReadonlyMap<string, string>,
  declared: Declared,
  redact: (text: string) => string,
): readonly Diagnostic[] {
  const broken = syntax.flatMap(({ subject }) => (subject ? linesOf(subject, sources) : [])).join('\n')
  const follows = ({ summary, detail }: Diagnostic) => {
    const name = FOLLOWS.has(summary) ? /"([^"]+)"/.exec(detail ?? '')?.[1] : undefined
    return name !== undefined && broken.includes(name)
  }
  const seen = new Set<string>()
  const kept = meaning.filter(diagnostic => !follows(diagnostic)).map(each => asDeclared(each, sources, declared))
  return [...syntax, ...inOrderOfPlace(kept)].flatMap(diagnostic => {
    const { severity, summary, detail, subject } = diagnostic
    const key = JSON.stringify([severity, summary, detail, subject && [subject.file, subject.start.byte, subject.end.byte]])
    if (seen.has(key)) return []
    seen.add(key)
    return [{ ...diagnostic, summary: redact(summary), ...(detail === undefined ? {} : { detail: redact(detail) }) }]
  })
}

/** As one reads the files; what has no place stays where it was found. */
function inOrderOfPlace(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = new Map<string, Diagnostic[]>()
  for (const each of found) {
    const file = each.subject?.file ?? ''
    files.set(file, [...(files.get(file) ?? []), each])
  }
  return [...files.values()].flatMap(each => each.sort((a, b) => placeOf(a) - placeOf(b)))
}

const placeOf = ({ subject }: Diagnostic): number => subject?.start.byte ?? 0

/** The evaluator sees `var` and `local` as objects like any other; their attributes deserve their own name and a suggestion. */
function asDeclared(diagnostic: Diagnostic, sources: ReadonlyMap<string, string>, declared: Declared): Diagnostic {
  const { summary, detail, subject } = diagnostic
  const name = summary === 'Unsupported attribute' && /attribute named "([^"]+)"/.exec(detail ?? '')?.[1]
  const before = subject && linesOf(subject, sources)[0]?.slice(0, subject.start.column - 1)
  const root = name && before && /(?:^|[^\w.-])(var|local)$/.exec(before)?.[1]
  if (!name || !root) return diagnostic
  if (root === 'local') {
    const hint = didYouMean(name, declared.locals) || ` Declare it: locals { ${name} = … }.`
    return { ...diagnostic, summary: 'Undefined local', detail: `There is no local "${name}".${hint}` }
  }
  const hint = didYouMean(name, declared.variables) || ` Declare it with a block: variable "${name}" {}.`
  return { ...diagnostic, summary: 'Undefined variable', detail: `There is no variable "${name}".${hint}` }
}

const linesOf = ({ file, start, end }: Range, sources: ReadonlyMap<string, string>): readonly string[] =>
  (sources.get(file) ?? '').split('\n').slice(start.line - 1, end.line)
