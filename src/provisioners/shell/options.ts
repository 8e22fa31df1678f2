/** Options of the shell provisioner, from Packer's documentation of it; defaults as of 1.16. */
import { duration } from '../../language/options/duration-option'
import { flag, type OptionsOf, text } from '../../language/options/spec'
import { scriptOptions } from '../../platforms/scripts/options'

export const shellOptions = {
  ...scriptOptions,
  use_env_var_file: flag('Hand the variables over in a file that the command reads, so that no process list shows them.', {
    default: false,
  }),
  execute_command: text(
    'The command that runs a script: `{{.Path}}` is where it lies, `{{.Vars}}` its variables, `{{.EnvVarFile}}` the file of them. ' +
      '`chmod +x {{.Path}}; {{.Vars}} {{.Path}}` when unset, with use_env_var_file `chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}`.',
    { late: true },
  ),
  remote_folder: text('Folder on the machine that the scripts are put into.', { default: '/tmp' }),
  remote_file: text('Name of the script there. `script_NUMBER.sh` when unset.'),
  remote_path: text('Path of the script there, instead of remote_folder and remote_file.'),
  skip_clean: flag('Leave the scripts on the machine.', { default: false }),
  expect_disconnect: flag('A connection that breaks while a script runs is no failure: it restarts the machine.', {
    default: false,
  }),
  start_retry_timeout: duration(
    'How long to keep trying to hand a script over when the connection breaks, as while the machine restarts.',
    {
      default: '5m',
    },
  ),
  pause_after: duration('Time to wait after the last script.'),
} as const

export type ShellOptions = OptionsOf<typeof shellOptions>
