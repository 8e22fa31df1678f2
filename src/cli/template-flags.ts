/** The flags that say which template, with which values; and the way from them to a Plan. */
import { Redactor } from '../engine/redact'
import { hasErrors } from '../language/diagnostic'
import { readAll } from '../lib/read-all'
import { Failure } from '../model/failure'
import type { Plan } from '../model/plan'
import type { Plugins } from '../model/plugin'
import { type Loaded, type LoadInput, loadPlan } from '../template/load-plan'
import type { Outside } from '../template/outside'
import type { Io } from './command'
import { choice, list, text, toggle, type Values } from './flags'
import { printDiagnostics } from './print-error'

export const templateFlags = {
  var: list('NAME=VALUE', 'A value for a variable; may be repeated.'),
  'var-file': list('FILE', 'A file of values (.pkrvars.hcl, .json); may be repeated.'),
  only: list('PATTERN,…', 'Only builds whose name matches; globs. May be repeated.', true),
  except: list('PATTERN,…', 'No builds or post-processors whose name matches; globs. May be repeated.', true),
  'config-type': choice(
    'The language of a template from standard input, by default json, and of the console without a template, by default both.',
    ['json', 'hcl2'],
  ),
  'use-sequential-evaluation': toggle('Accepted for Packer: what depends on what decides the order here, with the same values.'),
} as const

/** For what is published in besides what *.ingot.hcl says. */
export const publishFlags = {
  'ssm-parameter': text(
    'NAME',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the user writes it
    'Put the ID of each published image into this parameter of AWS Systems Manager, in its region; the name may hold ${source.name}.',
  ),
} as const

type TemplateFlags = Values<typeof templateFlags>

/** Packer's, and without effect: there are no plugins to choose, and no HCP. */
export const pluginFlags = {
  'ignore-prerelease-plugins': toggle('Accepted for Packer: everything is built in.'),
} as const

export interface LoadedPlan {
  readonly plan: Plan
  readonly sensitive: readonly string[]
  /** Data sources and the like were not asked, and what depends on them is unknown. */
  readonly unasked: boolean
  readonly outside: Outside
  /** The plan again, with all of it asked. */
  answered(): Promise<LoadedPlan | undefined>
}

/** Prints what was found; undefined when it has errors. */
export async function planFrom(
  rest: readonly string[],
  flags: TemplateFlags,
  plugins: Plugins,
  io: Io,
  more: Partial<LoadInput> = {},
): Promise<LoadedPlan | undefined> {
  const input = inputFrom(onlyTemplate(rest), flags, io)
  let given: Promise<Uint8Array> | undefined
  const stdin = () => (given ??= readAll(io.stdin))
  return planOf({ ...input, stdin, plugins, ...more }, io)
}

async function planOf(input: LoadInput, io: Io): Promise<LoadedPlan | undefined> {
  const loaded = await loadPlan(input)
  printFindings(loaded, io)
  const { plan, sensitive, unasked, outside } = loaded
  if (!plan || hasErrors(loaded.diagnostics)) return undefined
  return { plan, sensitive, unasked, outside, answered: () => planOf({ ...input, askOutside: true }, io) }
}

/** What `loadPlan` wants, without the plugins. */
export function inputFrom(
  path: string | undefined,
  flags: TemplateFlags,
  { environment, stdin }: Io,
): Omit<LoadInput, 'plugins'> {
  const { only, except, 'var-file': variableFiles, 'config-type': configType } = flags
  const variables = flags.var.map(assignment)
  return { path, variables, variableFiles, only, except, configType, environment, stdin: () => readAll(stdin) }
}

export function printFindings({ diagnostics, sources, sensitive }: Loaded, io: Io): void {
  const redactor = new Redactor(sensitive)
  printDiagnostics(diagnostics, io, { sources, redact: text => redactor.text(text) })
}

export function onlyTemplate(rest: readonly string[]): string {
  const path = optionalTemplate(rest)
  if (path !== undefined) return path
  throw new Failure('invalid', 'No template was named', { advice: HOW_TO_NAME })
}

/** For commands that can do without. */
export function optionalTemplate([path, ...more]: readonly string[]): string | undefined {
  if (more.length === 0) return path
  const named = [path, ...more]
  throw new Failure('invalid', `One template is read at a time, and ${named.length} were named: ${named.join(', ')}`, {
    advice: HOW_TO_NAME,
  })
}

const HOW_TO_NAME = 'Name one folder with *.pkr.hcl files, or one template file; `.` is this folder, `-` is standard input.'

function assignment(text: string): { name: string; text: string } {
  const at = text.indexOf('=')
  if (at < 0) throw new Failure('invalid', `-var ${text} has no value`, { advice: `Write -var ${text}=VALUE.` })
  return { name: text.slice(0, at), text: text.slice(at + 1) }
}
