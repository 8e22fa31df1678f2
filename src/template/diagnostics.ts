/** The last look at what was found: nothing twice, no mistakes that only follow from others, nothing sensitive. */

import type { Diagnostic } from '../language/diagnostic'
import { didYouMean } from '../language/did-you-mean'
import type { Range } from '../language/source'

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
  const broken = syntax.flatMap(({ lost, subject }) => lost ?? subject ?? [])
  const lost = [...broken, ...meaning.flatMap(({ lost }) => lost ?? [])].flatMap(range => linesOf(range, sources))
  // What misses a name is not to blame when what would give it could not be read.
  const follows = ({ missing = [] }: Diagnostic) =>
    missing.length > 0 && (lost.some(declares(missing.at(-1)!)) || (missing.length > 1 && lost.some(isNameless(missing[0]!))))
  // What could not be read as it was meant may mean something wrong.
  const misread = ({ subject, within }: Diagnostic) =>
    broken.some(range => [subject, within].some(each => each !== undefined && overlap(range, each)))
  // What is wrong with a misspelt block as a whole may well come of its name.
  const slips = new Set(meaning.flatMap(each => (isSlip(each) && each.subject ? [startOf(each.subject)] : [])))
  const repeats = (each: Diagnostic) => each.subject !== undefined && !isSlip(each) && slips.has(startOf(each.subject))
  const seen = new Set<string>()
  const kept = meaning
    .filter(diagnostic => !follows(diagnostic) && !repeats(diagnostic) && !misread(diagnostic))
    .map(each => asDeclared(each, sources, declared))
  return [...syntax, ...inOrderOfPlace(kept)].flatMap(diagnostic => {
    const { severity, summary, detail, subject } = diagnostic
    const key = JSON.stringify([severity, summary, detail, subject && [subject.file, subject.start.byte, subject.end.byte]])
    if (seen.has(key)) return []
    seen.add(key)
    return [{ ...diagnostic, summary: redact(summary), ...(detail === undefined ? {} : { detail: redact(detail) }) }]
  })
}

const overlap = (a: Range, b: Range): boolean => a.file === b.file && a.start.byte < b.end.byte && b.start.byte < a.end.byte

const isSlip = ({ slip }: Diagnostic): boolean => slip !== undefined

const startOf = ({ file, start }: Range): string => `${file}:${start.byte}`

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
  const { summary, missing, subject } = diagnostic
  const name = summary === 'Unsupported attribute' && missing?.[0]
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

/** Whether a line begins a source or a data source of this type that has no second label. */
const isNameless = (type: string) => (line: string) => /^\s*(?:source|data)\s+"([^"]*)"\s*\{/.exec(line)?.[1] === type

/** Whether a line sets this name, or has it for a label. */
function declares(name: string): (line: string) => boolean {
  const literally = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const sets = new RegExp(`(?:^|[\\s{,"])${literally}"?\\s*(?:[=:{[]|$)`)
  const labels = new RegExp(`^\\s*[\\w-]+\\s[^=]*["\\s]${literally}(?:["\\s{]|$)`)
  const begins = new RegExp(`^\\s*"?${literally}(?:["\\s]|$)`)
  return line => sets.test(line) || labels.test(line) || begins.test(line)
}

const linesOf = ({ file, start, end }: Range, sources: ReadonlyMap<string, string>): readonly string[] =>
  (sources.get(file) ?? '').split('\n').slice(start.line - 1, end.line)
