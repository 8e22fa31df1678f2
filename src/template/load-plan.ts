/** A template and what the caller says about it become a Plan. Files are read; nothing is created or changed, and asked only if wanted. */
import { resolve } from 'node:path'
import { type Diagnostic, hasErrors } from '../language/diagnostic'
import type { EvalContext } from '../language/eval-context'
import type { Value } from '../language/values/value'
import type { HostKeyChoice } from '../model/communicator-options'
import type { Plan } from '../model/plan'
import type { Plugins } from '../model/plugin'
import { tidy } from './diagnostics'
import { FileProblem, readTemplate } from './files'
import { loadLegacy } from './legacy/load-legacy'
import { loadHcl } from './load-hcl'
import type { Outline } from './outline'
import { Outside } from './outside'

export interface LoadInput {
  /** A folder, a `.pkr.hcl` or `.pkr.json` file, or a legacy JSON template; `-` is what `stdin` gives. Default: no template. */
  readonly path?: string
  /** The language of a template that has no name to tell it. Default: json, the legacy one. */
  readonly configType?: 'json' | 'hcl2'
  readonly stdin?: () => Promise<Uint8Array>
  /** `-var`, in the order given. */
  readonly variables?: readonly { readonly name: string; readonly text: string }[]
  /** `-var-file`, in the order given. */
  readonly variableFiles?: readonly string[]
  readonly only?: readonly string[]
  readonly except?: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly plugins: Plugins
  /** Default: the process's. */
  readonly workingDirectory?: string
  /** `--smoke-tests`: goss files, scripts or folders of such, asked of every build besides what the template declares. */
  readonly smokeTests?: readonly string[]
  /** Stop behind the blocks and variables; there is no plan then. */
  readonly syntaxOnly?: boolean
  /** Stop behind variables and locals, and decode no component: for inspect, console and init. There is no plan then. */
  readonly outlineOnly?: boolean
  /** Warn of variables in files that the template does not declare. */
  readonly warnUndeclared?: boolean
  /** Inspect and console look at templates whose variables have no value yet. */
  readonly tolerateUnset?: boolean
  /** No build selected is an error, as for `build`. */
  readonly requireBuilds?: boolean
  /** `-host-keys`: wins over what `*.ingot.hcl` says. */
  readonly hostKeys?: HostKeyChoice
  /** `-ssm-parameter`: published in besides what `publish` blocks say; a template that may hold `${source.name}`. */
  readonly ssmParameter?: string
  /** For `{{timestamp}}` and `{{isotime}}`. Default: now. */
  readonly startedAt?: Date
  /** Read data sources, and what functions look up elsewhere. Default: nothing is asked and their values are unknown. */
  readonly askOutside?: boolean
  /** Ends what is asked; the load then rejects with its reason. */
  readonly signal?: AbortSignal
  /** That of an earlier load of the same template, whose answers hold: nothing is asked twice. Wins over `askOutside` and `signal`. */
  readonly outside?: Outside
}

export interface Loaded {
  /** Undefined when there are errors. */
  readonly plan: Plan | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** The text of every file that a range may point into, and of values given on the command line. */
  readonly sources: ReadonlyMap<string, string>
  /** Texts that must not be shown, longest first. */
  readonly sensitive: readonly string[]
  /** For inspect and console: as far as they could be evaluated. */
  readonly variables: ReadonlyMap<string, Value>
  readonly locals: ReadonlyMap<string, Value>
  readonly context: EvalContext
  /** Undefined when what is declared could not all be read. */
  readonly outline: Outline | undefined
  /** Something outside was to be asked and was not: what depends on it is unknown. */
  readonly unasked: boolean
  /** What was asked, for whoever asks more or loads again. */
  readonly outside: Outside
}

/** Never rejects for what is wrong with the template: the diagnostics say it, all independent mistakes at once. */
export async function loadPlan(input: LoadInput): Promise<Loaded> {
  const workingDirectory = input.workingDirectory ?? process.cwd()
  const sources = new Map<string, string>()
  const outside = input.outside ?? new Outside(input)
  try {
    const files = await readTemplate(input, workingDirectory)
    const load = files.language === 'hcl' ? loadHcl : loadLegacy
    const loaded = await load({
      ...input,
      workingDirectory,
      files,
      sources,
      folder: resolve(workingDirectory, files.root),
      outside,
    })
    const declared = { variables: [...loaded.variables.keys()], locals: [...loaded.locals.keys()] }
    const diagnostics = tidy(loaded.findings, sources, declared, loaded.secrets.redact)
    const { secrets, variables, locals, context, builds, outline, unasked } = loaded
    const usable = builds !== undefined && !hasErrors(diagnostics)
    const plan = usable ? Object.freeze({ formatVersion: 1 as const, template: input.path ?? '', builds }) : undefined
    return { plan, diagnostics, sources, sensitive: secrets.texts, variables, locals, context, outline, unasked, outside }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    return { ...nothing, diagnostics: [error.diagnostic], sources, outside }
  }
}

const nothing = {
  ...{ plan: undefined, outline: undefined, sensitive: [], unasked: false },
  ...{ variables: new Map(), locals: new Map(), context: {} },
}
