/** The last look at what was found: nothing twice, no mistakes that only follow from others, nothing sensitive. */

import type { Diagnostic } from '../language/diagnostic'
import { didYouMean } from '../language/did-you-mean'
import { overlapping } from '../language/overlapping'
import type { Range } from '../language/source'
import { linesOf } from '../language/source-lines'

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
  const lost = [...broken, ...meaning.flatMap(({ lost }) => lost ?? [])].flatMap(range => linesIn(range, sources))
  const words = new Set(lost.flatMap(line => line.split(BETWEEN_WORDS)))
  const isLost = (name: string) => (BETWEEN_WORDS.test(name) || words.has(name)) && lost.some(declares(name))
  const nameless = new Set(lost.flatMap(typeWithoutName))
  // What misses a name is not to blame when what would give it could not be read.
  const follows = ({ missing = [] }: Diagnostic) =>
    missing.length > 0 && (isLost(missing.at(-1)!) || (missing.length > 1 && nameless.has(missing[0]!)))
  // What could not be read as it was meant may mean something wrong.
  const isBroken = overlapping(broken)
  const misread = ({ subject, within }: Diagnostic) => [subject, within].some(each => each !== undefined && isBroken(each))
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

/** A line is cut there before every name in it is looked at. */
const BETWEEN_WORDS = /[\s{}[\]()"=:,;]+/

const isSlip = ({ slip }: Diagnostic): boolean => slip !== undefined

const startOf = ({ file, start }: Range): string => `${file}:${start.byte}`

/** As one reads the files; what has no place stays where it was found. */
function inOrderOfPlace(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = new Map<string, Diagnostic[]>()
  for (const each of found) {
    const file = each.subject?.file ?? ''
    const before = files.get(file)
    if (before) before.push(each)
    else files.set(file, [each])
  }
  return [...files.values()].flatMap(each => each.sort((a, b) => placeOf(a) - placeOf(b)))
}

const placeOf = ({ subject }: Diagnostic): number => subject?.start.byte ?? 0

/** The evaluator sees `var` and `local` as objects like any other; their attributes deserve their own name and a suggestion. */
function asDeclared(diagnostic: Diagnostic, sources: ReadonlyMap<string, string>, declared: Declared): Diagnostic {
  const { summary, missing, subject } = diagnostic
  const name = summary === 'Unsupported attribute' && missing?.[0]
  const before = subject && linesIn(subject, sources)[0]?.slice(0, subject.start.column - 1)
  const root = name && before && /(?:^|[^\w.-])(var|local)$/.exec(before)?.[1]
  if (!name || !root) return diagnostic
  if (root === 'local') {
    const hint = didYouMean(name, declared.locals) || ` Declare it: locals { ${name} = … }.`
    return { ...diagnostic, summary: 'Undefined local', detail: `There is no local "${name}".${hint}` }
  }
  const hint = didYouMean(name, declared.variables) || ` Declare it with a block: variable "${name}" {}.`
  return { ...diagnostic, summary: 'Undefined variable', detail: `There is no variable "${name}".${hint}` }
}

/** When the line begins a source or a data source that has no second label. */
const typeWithoutName = (line: string): readonly string[] => /^\s*(?:source|data)\s+"([^"]*)"\s*\{/.exec(line)?.slice(1) ?? []

/** Whether a line sets this name, or has it for a label. */
function declares(name: string): (line: string) => boolean {
  const literally = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const sets = new RegExp(`(?:^|[\\s{,"])${literally}"?\\s*(?:[=:{[]|$)`)
  const labels = new RegExp(`^\\s*[\\w-]+\\s[^=]*["\\s]${literally}(?:["\\s{]|$)`)
  const begins = new RegExp(`^\\s*"?${literally}(?:["\\s]|$)`)
  return line => sets.test(line) || labels.test(line) || begins.test(line)
}

const linesIn = ({ file, start, end }: Range, sources: ReadonlyMap<string, string>): readonly string[] =>
  linesOf(sources, file)
    ?.slice(start.line - 1, end.line)
    .map(({ text }) => text) ?? []
