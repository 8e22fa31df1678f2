/** Options of shell-local, as provisioner and as post-processor, from Packer's documentation; defaults as of 1.16. */
import { flag, type OptionsOf, text, texts } from '../../language/options/spec'
import { scriptOptions } from './options'

export const localOptions = {
  ...scriptOptions,
  command: text('One command line.', { deprecated: 'Write inline = ["…"] instead.' }),
  execute_command: texts(
    'Program and arguments that run a script: `{{.Script}}` is its path (and `{{.Command}}` too), `{{.Vars}}` the variables. ' +
      '`["/bin/sh", "-c", "{{.Vars}} {{.Script}}"]` when unset.',
    { late: true },
  ),
  only_on: texts(
    'Systems to run on, by the names that Go gives them; elsewhere nothing happens: darwin, freebsd, linux, openbsd, solaris, windows.',
  ),
  tempfile_extension: text('Extension of the file that inline lines are put into, for interpreters that care.'),
  use_linux_pathing: flag('On Windows: hand paths over as the Windows Subsystem for Linux sees them.', {
    unsupported: 'Windows Subsystem for Linux is not supported; run ingot itself in it.',
  }),
} as const

export type LocalOptions = OptionsOf<typeof localOptions>
