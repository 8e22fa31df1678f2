/** Errors on stderr: what happened, where, what to do about it. */
import type { Diagnostic } from '../language/diagnostic'
import { Failure } from '../model/failure'
import type { Io } from './command'
import { renderDiagnostic } from './render-diagnostic'

export function printError(
  error: unknown,
  { stderr }: Pick<Io, 'stderr'>,
  sources: ReadonlyMap<string, string> = new Map(),
): void {
  if (!(error instanceof Failure)) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    stderr.write(`Error: ingot did not foresee this; it is a mistake of ours.\n${detail}\n`)
    return
  }
  const { advice, evidence, diagnostics = [] } = error.details
  stderr.write(`Error: ${error.message}\n${evidence ? `\n${evidence}\n` : ''}${advice ? `${advice}\n` : ''}`)
  printDiagnostics(diagnostics, { stderr }, sources)
}

export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  { stderr }: Pick<Io, 'stderr'>,
  sources: ReadonlyMap<string, string>,
): void {
  for (const diagnostic of diagnostics) stderr.write(`${renderDiagnostic(diagnostic, sources)}\n`)
}
