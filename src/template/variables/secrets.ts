/** What sensitive variables are given must not be shown, not even where it is refused or cannot be read. */
import type { Diagnostic } from '../../language/diagnostic'
import type { Secrets } from '../sensitive'
import type { Assignment } from './assignments'
import type { Variable } from './declarations'

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
      for (const [, text = ''] of (sources.get(file) ?? '').matchAll(pattern)) if (text.length > 3) secrets.add(text)
}

/** The rest of a line of HCL; of JSON up to what comes next. */
const assignmentsOf = (name: string): readonly RegExp[] => [
  new RegExp(`^[ \\t]*(?:${name})[ \\t]*=[ \\t]*"?(.*?)["\\s]*$`, 'gm'),
  new RegExp(`"(?:${name})"\\s*:\\s*"?((?:\\\\.|[^"\\\\,}\\n])*)`, 'g'),
]
