/** The provisioner `windows-shell`: runs batch files on a Windows machine. */
import type { Problem, Provisioner } from '../../model/plugin'
import { checkScripts } from '../../platforms/scripts/check'
import { type WindowsShellOptions, windowsShellOptions } from './options'

export const windowsShell: Provisioner<typeof windowsShellOptions> = {
  type: 'windows-shell',
  summary: 'Runs scripts of cmd.exe on a Windows machine.',
  options: windowsShellOptions,
  check: options => [...checkScripts(options), ...checkLines(options)],
  provision: async (...how) => (await import('./provision')).provision(...how),
}

/** cmd.exe reads one line and says nothing of the others: the script would not run, and the build would go on. */
function checkLines({ environment_vars = [], env = {} }: WindowsShellOptions): Problem[] {
  const broken = (text: string) => /[\r\n]/.test(text)
  const names = environment_vars.filter(broken).map(entry => ['environment_vars', entry.split('=')[0]!] as const)
  const more = Object.entries(env).flatMap(([name, value]) => (broken(value) ? [['env', name] as const] : []))
  return [...names, ...more].map(([option, name]) => ({
    option,
    summary: `The value of ${name} has a line break, which cmd.exe does not take in a command`,
  }))
}
