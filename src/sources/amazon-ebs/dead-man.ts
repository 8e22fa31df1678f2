/**
 * The dead-man's switch: when nobody is left to end a machine, it ends itself. It switches itself off when its time is over, which
 * terminates it. A timer in the machine's memory does it, begun anew with every connection, so no image made of it has it.
 */
import type { BuildContext } from '../../model/plugin'
import type { Options } from './options'

export interface DeadMan {
  /** To be run on the machine. */
  readonly command: string
}

/** Undefined: the template says what a shutdown leads to, or the machine is not one that it works on. */
export function deadMan(options: Options, context: BuildContext, isWindows: boolean): DeadMan | undefined {
  const { machineLifetime } = context.run
  const isSsh = context.communicator.communicator === 'ssh'
  if (!machineLifetime || !isSsh || isWindows || options.shutdown_behavior || options.disable_stop_instance) return undefined
  return { command: timer(Math.ceil(machineLifetime / 1000)) }
}

/** A transient unit: it stands in /run, and one of this name that runs already stays. */
const timer = (seconds: number): string =>
  `sudo=; [ "$(id -u)" = 0 ] || sudo="sudo -n"; $sudo systemd-run --quiet --unit=ingot-dead-man --on-active=${seconds} systemctl poweroff >/dev/null 2>&1`
