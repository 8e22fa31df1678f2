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
  variables: Variables,
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
): void {
  const names = [...variables.values()].filter(({ sensitive }) => sensitive).map(({ name }) => name)
  if (names.length === 0) return
  const broken = new Set(diagnostics.flatMap(({ severity, subject }) => (severity === 'error' && subject ? [subject.file] : [])))
  const assigned = new RegExp(`^[ \\t]*"?(?:${names.join('|')})"?[ \\t]*[=:][ \\t]*"?(.*?)[",\\s]*$`, 'gm')
  for (const file of broken)
    for (const [, text = ''] of (sources.get(file) ?? '').matchAll(assigned)) if (text.length > 3) secrets.add(text)
}
