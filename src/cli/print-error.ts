/** Errors on stderr: what happened, where, what to do about it. */
import type { Diagnostic } from '../language/diagnostic'
import { type RenderOptions, renderDiagnostic } from '../language/render-diagnostics'
import { Failure } from '../model/failure'
import type { Io } from './command'

export function printError(error: unknown, io: Pick<Io, 'stderr'>): void {
  const { stderr } = io
  if (!(error instanceof Failure)) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    stderr.write(`Error: ingot did not foresee this; it is a mistake of ours.\n${detail}\n`)
    return
  }
  const { advice, evidence, diagnostics = [] } = error.details
  stderr.write(`Error: ${error.message}\n${evidence ? `\n${evidence}\n` : ''}${advice ? `${advice}\n` : ''}`)
  printDiagnostics(diagnostics, io)
}

export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  { stderr }: Pick<Io, 'stderr'>,
  options: RenderOptions = {},
): void {
  const color = stderr.isTTY === true && !process.env.NO_COLOR
  for (const diagnostic of diagnostics) stderr.write(`${renderDiagnostic(diagnostic, { color, ...options })}\n`)
}
