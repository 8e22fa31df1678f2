/** The provisioner `powershell`: runs PowerShell scripts on a Windows machine. */
import type { Problem, Provisioner } from '../../model/plugin'
import { checkScripts } from '../../platforms/scripts/check'
import { type PowershellOptions, powershellOptions } from './options'

export const powershell: Provisioner<typeof powershellOptions> = {
  type: 'powershell',
  summary: 'Runs PowerShell scripts on a Windows machine, if need be with all rights.',
  options: powershellOptions,
  check: options => [...checkScripts(options), ...checkElevation(options)],
  provision: async (...how) => (await import('./provision')).provision(...how),
}

function checkElevation(options: PowershellOptions): Problem[] {
  if (options.elevated_user) return []
  const given = (['elevated_password', 'elevated_execute_command', 'elevated_env_var_format'] as const).filter(
    name => options[name],
  )
  return given.map(option => ({ option, summary: `${option} is of use with elevated_user only` }))
}
