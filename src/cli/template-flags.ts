/** The flags that say which template, with which values; and the way from them to a Plan. */
import { Redactor } from '../engine/redact'
import { hasErrors } from '../language/diagnostic'
import { Failure } from '../model/failure'
import type { Plan } from '../model/plan'
import type { Plugins } from '../model/plugin'
import { type Loaded, type LoadInput, loadPlan } from '../template/load-plan'
import type { Io } from './command'
import { list, type Values } from './flags'
import { printDiagnostics } from './print-error'

export const templateFlags = {
  var: list('NAME=VALUE', 'A value for a variable; may be repeated.'),
  'var-file': list('FILE', 'A file of values (.pkrvars.hcl, .json); may be repeated.'),
  only: list('PATTERN,…', 'Only builds whose name matches; globs. May be repeated.', true),
  except: list('PATTERN,…', 'No builds or post-processors whose name matches; globs. May be repeated.', true),
} as const

export interface LoadedPlan {
  readonly plan: Plan
  readonly sensitive: readonly string[]
}

/** Prints what was found; undefined when it has errors. */
export async function planFrom(
  rest: readonly string[],
  flags: Values<typeof templateFlags>,
  plugins: Plugins,
  io: Io,
  more: Partial<LoadInput> = {},
): Promise<LoadedPlan | undefined> {
  const path = onlyTemplate(rest)
  const variables = flags.var.map(assignment)
  const { only, except, 'var-file': variableFiles } = flags
  const { environment } = io
  const loaded = await loadPlan({ path, variables, variableFiles, only, except, environment, plugins, ...more })
  printFindings(loaded, io)
  const { plan, sensitive } = loaded
  return plan && !hasErrors(loaded.diagnostics) ? { plan, sensitive } : undefined
}

export function printFindings({ diagnostics, sources, sensitive }: Loaded, io: Io): void {
  const redactor = new Redactor(sensitive)
  printDiagnostics(diagnostics, io, { sources, redact: text => redactor.text(text) })
}

export function onlyTemplate(rest: readonly string[]): string {
  const [path, ...more] = rest
  if (path !== undefined && more.length === 0) return path
  const message =
    path === undefined
      ? 'No template was named'
      : `One template is built at a time, and ${rest.length} were named: ${rest.join(', ')}`
  throw new Failure('invalid', message, {
    advice: 'Name one folder with *.pkr.hcl files, or one template file; `.` is this folder.',
  })
}

function assignment(text: string): { name: string; text: string } {
  const at = text.indexOf('=')
  if (at < 0) throw new Failure('invalid', `-var ${text} has no value`, { advice: `Write -var ${text}=VALUE.` })
  return { name: text.slice(0, at), text: text.slice(at + 1) }
}
