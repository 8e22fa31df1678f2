/** What every provisioner and post-processor that runs scripts lets a template say: which scripts, with which environment. */
import { flag, numbers, text, textMap, texts } from '../../language/options/spec'

export const scriptOptions = {
  inline: texts('Lines of one script. Exactly one of inline, script and scripts has to be set.'),
  script: text('Path of a script on this machine.'),
  scripts: texts('Paths of scripts on this machine, run in this order.'),
  inline_shebang: text('First line of the script that is made of `inline`. `/bin/sh -e`, unless the lines bring their own.'),
  environment_vars: texts('Variables for the scripts, each as `NAME=value`.'),
  env: textMap('Variables for the scripts; wins over environment_vars.'),
  env_var_format: text("How a variable is written before the script: a format with two `%s`. `%s='%s' ` when unset."),
  valid_exit_codes: numbers('Exit statuses that count as success.', { default: [0] }),
  binary: flag('Leave line ends as they are: the script is no text.', { default: false }),
} as const

export interface ScriptChoice {
  readonly inline?: readonly string[]
  readonly script?: string
  readonly scripts?: readonly string[]
  readonly inline_shebang?: string
  readonly environment_vars?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}
