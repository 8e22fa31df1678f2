/** Errors and warnings: what happened, where, what to do about it; as text on stderr, or into the JSON document. */
import type { Diagnostic } from '../language/diagnostic'
import { diagnosticToJson, type RenderOptions, renderDiagnostic } from '../language/render-diagnostics'
import { Failure } from '../model/failure'
import { machineLine } from '../outputs/machine-readable'
import type { Io } from './command'

type Where = Pick<Io, 'stdout' | 'stderr' | 'document' | 'environment' | 'machineReadable' | 'color'>

export function printError(error: unknown, io: Where): void {
  const { message, advice, evidence, diagnostics } = explained(error)
  const rest = [evidence && `\n${evidence}`, advice].filter(Boolean)
  if (io.document)
    io.document.add({ severity: 'error', summary: message, ...(rest.length > 0 && { detail: rest.join('\n').trim() }) })
  else io.stderr.write(`Error: ${[message, ...rest].join('\n')}\n`)
  printDiagnostics(diagnostics, io)
}

function explained(error: unknown) {
  if (error instanceof Failure) return { message: error.message, diagnostics: [], ...error.details }
  const advice = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { message: 'ingot did not foresee this; it is a mistake of ours.', advice, evidence: undefined, diagnostics: [] }
}

export function printDiagnostics(diagnostics: readonly Diagnostic[], io: Where, options: RenderOptions = {}): void {
  const { stdout, stderr, document, environment } = io
  if (document) {
    for (const diagnostic of diagnostics) document.add(diagnosticToJson(diagnostic, options))
    return
  }
  if (io.machineReadable) {
    for (const diagnostic of diagnostics) stdout.write(machineReadable(diagnostic, options))
    return
  }
  const color = io.color !== false && stderr.isTTY === true && !environment.NO_COLOR && !environment.PACKER_NO_COLOR
  for (const diagnostic of diagnostics) stderr.write(`${renderDiagnostic(diagnostic, { color, ...options })}\n`)
}

/** Packer says a warning and complains of an error. */
const machineReadable = (diagnostic: Diagnostic, options: RenderOptions): string =>
  machineLine(
    Date.now(),
    '',
    'ui',
    diagnostic.severity === 'error' ? 'error' : 'say',
    `${renderDiagnostic(diagnostic, options)}\n`,
  )
