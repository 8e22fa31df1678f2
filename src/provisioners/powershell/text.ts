/** What PowerShell reads: the file of variables, a script of inline lines, the commands that run them. */
import { type Environment, printf } from '../../platforms/scripts/environment'
import { withMark } from '../../platforms/scripts/windows'
import type { PowershellOptions } from './options'

/** Inside double quotes. PowerShell takes typographic ones for plain ones, also when they end a text. */
const escaped = (value: string): string => value.replace(/[`$"'\u201c-\u201e]/g, '`$&')

export const variablesFile = (environment: Environment, format = '$env:%s="%s"; '): Buffer =>
  withMark(
    Object.entries(environment)
      .map(([name, value]) => printf(format, [name, escaped(value)]))
      .join(''),
  )

/**
 * PowerShell goes on after a command that it does not know; with this a script of inline lines ends there, with status 1, and the
 * error in words instead of XML. Lines that only hold at the head of a script stay there, so it is left as it is.
 */
export function inlineScript(lines: readonly string[], isPlain: boolean): Buffer {
  const text = `${lines.join('\n')}\n`
  if (isPlain || /^\s*(#requires|using|param|\[cmdletbinding)\b/im.test(text)) return withMark(text)
  return withMark(`try {\n${text}} catch {\n[Console]::Error.WriteLine(($_ | Out-String).Trim())\nexit 1\n}\n`)
}

/** With `{{ }}`; `command`: the option that stands for it when it is set. */
export function commandOf(options: PowershellOptions, command: string | undefined): string {
  if (command) return command
  const debug = options.debug_mode ? `Set-PsDebug -Trace ${options.debug_mode};` : ''
  const block = `& { ${SILENT};${debug}. {{.Vars}}; &'{{.Path}}'; exit $LastExitCode }`
  if (options.execution_policy === 'none') return block
  return `${options.use_pwsh ? 'pwsh' : 'powershell'} -executionpolicy ${options.execution_policy} "${block}"`
}

/** Progress bars come as XML on stderr. */
const SILENT =
  "if (Test-Path variable:global:ProgressPreference){set-variable -name variable:global:ProgressPreference -value 'SilentlyContinue'}"
