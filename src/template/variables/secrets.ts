/** What sensitive variables are given must not be shown, not even where it is refused or cannot be read. */
import type { Diagnostic } from '../../language/diagnostic'
import type { Secrets } from '../sensitive'
import type { Assignment } from './assignments'
import type { Variable } from './declarations'

/** Shorter ones say nothing, and hiding them would garble everything else. */
const SHORTEST = 4

type Variables = ReadonlyMap<string, Variable>

/** Values as they are given, before a conversion that may refuse them and show the line where they stand. */
export function addSecrets(secrets: Secrets, variables: Variables, assignments: readonly Assignment[]): void {
  for (const { secretDefault } of variables.values()) if (secretDefault) secrets.addValue(secretDefault)
  for (const assignment of assignments) {
    const variable = variables.get(assignment.name)
    if (!variable?.sensitive) continue
    if (assignment.text !== undefined) secrets.add(assignment.text)
    secrets.addValue(assignment.evaluate(variable).value)
  }
}

/** A line that could not be parsed gives its variable nothing, but the message about it shows the line. */
export function addUnreadSecrets(
  secrets: Secrets,
  names: readonly string[],
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
): void {
  if (names.length === 0) return
  const broken = new Set(diagnostics.flatMap(({ severity, subject }) => (severity === 'error' && subject ? [subject.file] : [])))
  for (const file of broken)
    for (const pattern of assignmentsOf(names.join('|')))
      for (const [, text = ''] of (sources.get(file) ?? '').matchAll(pattern)) {
        // A message about what cannot be read names a word of it.
        for (const part of [text, ...(text.match(/\w+/g) ?? [])]) if (part.length >= SHORTEST) secrets.add(part)
      }
}

/** The rest of a line of HCL; of JSON a text until its end, or anything else until what comes next. */
const assignmentsOf = (name: string): readonly RegExp[] => [
  new RegExp(`^[ \\t]*(?:${name})[ \\t]*=[ \\t]*"?(.*?)["\\s]*$`, 'gm'),
  new RegExp(`"(?:${name})"\\s*:\\s*"((?:\\\\.|[^"\\\\\\n])*)`, 'g'),
  new RegExp(`"(?:${name})"\\s*:\\s*([^"\\s][^,}\\n]*)`, 'g'),
]
