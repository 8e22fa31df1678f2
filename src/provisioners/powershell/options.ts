/** Options of the powershell provisioner, from Packer's documentation of it; defaults as of 1.16. */
import { duration } from '../../language/options/duration-option'
import { flag, number, type OptionsOf, text } from '../../language/options/spec'
import { windowsScriptOptions } from '../../platforms/scripts/windows'

const COMMAND =
  '`powershell -executionpolicy bypass "& { …; . {{.Vars}}; &\'{{.Path}}\'; exit $LastExitCode }"` when unset, which keeps progress bars out of the output.'
const FORMAT = 'a format with two `%s`, name and value, inside double quotes. `$env:%s="%s"; ` when unset.'

export const policies = [
  'bypass',
  'allsigned',
  'default',
  'remotesigned',
  'restricted',
  'undefined',
  'unrestricted',
  'none',
] as const

export const powershellOptions = {
  ...windowsScriptOptions,
  env_var_format: text(`How a variable is written into the file of variables: ${FORMAT}`),
  execute_command: text(
    `The command that runs a script: \`{{.Path}}\` is where it lies, \`{{.Vars}}\` the file that sets its variables. ${COMMAND}`,
    { late: true },
  ),
  execution_policy: text(
    'Which scripts PowerShell runs, for the default commands. `none`: the command does not name PowerShell at all, for an SSH server whose shell is PowerShell.',
    { oneOf: policies, default: 'bypass' },
  ),
  use_pwsh: flag('Run PowerShell Core, `pwsh`, in the default commands.', { default: false }),
  debug_mode: number(
    'PowerShell tells what it runs, by `Set-PSDebug -Trace`: 1 each line, 2 also variables and calls. 0: it does not.',
    {
      default: 0,
      oneOf: [0, 1, 2],
    },
  ),
  elevated_user: text(
    'Run the scripts as this user, with all rights, by a scheduled task: what needs them fails over WinRM otherwise. `SYSTEM` and other service accounts have no password.',
    { late: true },
  ),
  elevated_password: text('Password of elevated_user. It goes over in the input of a command and is written nowhere.', {
    sensitive: true,
    late: true,
  }),
  elevated_execute_command: text(`The command that the scheduled task runs, as execute_command. ${COMMAND}`, { late: true }),
  elevated_env_var_format: text(`As env_var_format, for elevated_user: ${FORMAT}`),
  remote_path: text('Where a script is put on the machine. `c:/Windows/Temp/script-UUID.ps1` when unset.'),
  remote_env_var_path: text('Where its variables are put. `c:/Windows/Temp/packer-ps-env-vars-UUID.ps1` when unset.'),
  skip_clean: flag('Leave script and variables on the machine.', { default: false }),
  start_retry_timeout: duration(
    'How long to keep trying to hand a script over when the connection breaks, as while the machine restarts.',
    { default: '5m' },
  ),
  pause_after: duration('Time to wait after the last script.'),
  binary: flag('Accepted for compatibility: files go over byte for byte in any case.', { default: false }),
} as const

export type PowershellOptions = OptionsOf<typeof powershellOptions>
