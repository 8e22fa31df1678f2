/** Options of the windows-restart provisioner, from Packer's documentation of it; defaults as of 1.16. */
import { duration } from '../../language/options/duration-option'
import { flag, type OptionsOf, text, texts } from '../../language/options/spec'

const SERVICING = 'HKLM:SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing'

export const windowsRestartOptions = {
  restart_command: text('The command that restarts the machine.', {
    default: 'shutdown /r /f /t 0 /c "packer restart"',
    late: true,
  }),
  restart_check_command: text(
    'A command that has to succeed before the build goes on; it is run again until it does. What it writes is shown.',
    { late: true },
  ),
  restart_timeout: duration('How long all of it may take.', { default: '5m' }),
  check_registry: flag(
    'Wait until none of registry_keys is there: until then Windows goes on installing, or restarts once more.',
    {
      default: false,
    },
  ),
  registry_keys: texts('Keys of the registry for check_registry.', {
    default: [`${SERVICING}\\RebootPending`, `${SERVICING}\\PackagesPending`, `${SERVICING}\\RebootInProgress`],
  }),
} as const

export type WindowsRestartOptions = OptionsOf<typeof windowsRestartOptions>
