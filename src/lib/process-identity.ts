/** Who a process is beyond its pid, which the system reuses: whether the one that wrote a file still lives. */
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

export interface ProcessIdentity {
  readonly pid: number
  /** When it began, in the system's own measure; compared, never read. */
  readonly started: string
  readonly host: string
  /** The boot and the pid namespace in which the pid has a meaning (Linux). */
  readonly boot?: string
  readonly namespace?: string
}

export const currentProcess = (): ProcessIdentity => identityOf(process.pid)

/** Of a process on this machine that lives now. */
export const identityOf = (pid: number): ProcessIdentity => ({ pid, started: startOf(pid) ?? '', host: hostname(), ...place() })

/** `unknown`: it ran where this process cannot look (another host, another container). */
export function stateOf(identity: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  const here = place()
  if (identity.host === hostname() && identity.boot !== here.boot) return 'dead'
  if (identity.boot !== here.boot || identity.namespace !== here.namespace || identity.host !== hostname()) return 'unknown'
  const started = startOf(identity.pid)
  return started !== undefined && started === identity.started ? 'alive' : 'dead'
}

function place(): { boot?: string; namespace?: string } {
  try {
    return { boot: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), namespace: readlinkSync('/proc/self/ns/pid') }
  } catch {
    return {}
  }
}

/** Undefined when there is no such process; a zombie has ended too. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command name in parentheses may hold anything, so fields are counted from its end: state is the 1st, start the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return process.platform === 'linux' ? undefined : startByPs(pid)
  }
}

function startByPs(pid: number): string | undefined {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return started.trim() || undefined
  } catch {
    return undefined
  }
}
