/** Options of the windows-shell provisioner, from Packer's documentation of it; defaults as of 1.16. */
import { duration } from '../../language/options/duration-option'
import { flag, type OptionsOf, text } from '../../language/options/spec'
import { windowsScriptOptions } from '../../platforms/scripts/windows'

export const windowsShellOptions = {
  ...windowsScriptOptions,
  env_var_format: text('How a variable is written before the command: a format with two `%s`, name and value.', {
    default: 'set "%s=%s" && ',
  }),
  execute_command: text(
    'The command that runs a script: `{{.Path}}` is where it lies, `{{.Vars}}` its variables. `{{.Vars}}"{{.Path}}"` when unset.',
    { late: true },
  ),
  remote_path: text('Where a script is put on the machine. It stays there, as with Packer.', {
    default: 'c:/Windows/Temp/script.bat',
  }),
  start_retry_timeout: duration(
    'How long to keep trying to hand a script over when the connection breaks, as while the machine restarts.',
    { default: '5m' },
  ),
  binary: flag('Accepted for compatibility: files go over byte for byte in any case.', { default: false }),
} as const

export type WindowsShellOptions = OptionsOf<typeof windowsShellOptions>
