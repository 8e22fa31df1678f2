/** Mistakes in the options of shell-local. */
import type { Problem } from '../../model/plugin'
import { checkScripts } from './check'
import type { LocalOptions } from './local-options'

const SYSTEMS = ['darwin', 'freebsd', 'linux', 'openbsd', 'solaris', 'windows']

export function checkLocal(options: LocalOptions): Problem[] {
  const { command, inline, only_on = [], execute_command } = options
  const problems = command && !inline ? checkScripts({ ...options, inline: [command] }) : checkScripts(options)
  if (command && inline) problems.push({ option: 'command', summary: 'Only one of command and inline can be set' })
  if (execute_command?.length === 0) problems.push({ option: 'execute_command', summary: 'execute_command names no program' })
  const unknown = only_on.filter(system => !SYSTEMS.includes(system))
  if (unknown.length > 0) {
    problems.push({ option: 'only_on', summary: `Not a system: ${unknown.join(', ')}; known are ${SYSTEMS.join(', ')}` })
  }
  return problems
}
