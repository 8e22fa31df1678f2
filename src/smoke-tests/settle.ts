/** A fresh machine answers to SSH before it has finished starting; what is asked before that gets the wrong answer. */
import picomatch from 'picomatch'
import { quote } from '../lib/posix-quote'
import type { ProvisionContext } from '../model/plugin'

const LONGEST_MILLISECONDS = 120_000

/**
 * cloud-init leaves a file when it has ended; systemd says when the jobs of its start are done. Machines without them are ready. Then come
 * the units that failed, and what cloud-init has to complain of.
 */
const SCRIPT = `
busy() {
  if [ -e /run/cloud-init/enabled ] && ! [ -e /run/cloud-init/result.json ]; then echo cloud-init; return 0; fi
  if [ -d /run/systemd/system ]; then
    case "$(systemctl is-system-running 2>/dev/null)" in initializing | starting) echo systemd; return 0 ;; esac
  fi
  return 1
}
left=$1
while what=$(busy); do
  [ "$left" -gt 0 ] || { echo "busy $what"; break; }
  left=$((left - 1))
  sleep 1
done
if [ -d /run/systemd/system ]; then systemctl list-units --failed --plain --no-legend --full 2>/dev/null | sed 's/^[^a-zA-Z0-9_-]*/failed /'; fi
exit 0
`

export interface Settled {
  /** Units of systemd that failed while the machine started. */
  readonly failedUnits: readonly string[]
}

/** Waits at most so many milliseconds, 2 minutes at the longest, on Windows not at all; a machine that is not settled then is asked all the same. */
export async function settle(milliseconds: number, { communicator, signal, warn }: ProvisionContext): Promise<Settled> {
  if (communicator.shell === 'cmd') return { failedUnits: [] }
  const seconds = Math.floor(Math.min(milliseconds, LONGEST_MILLISECONDS) / 1000)
  const chunks: Uint8Array[] = []
  await communicator.run(`exec sh -c ${quote(SCRIPT)} sh ${seconds}`, { signal, onStdout: chunk => void chunks.push(chunk) })
  const lines = Buffer.concat(chunks).toString().split('\n')
  const values = (word: string) =>
    lines.flatMap(line => (line.startsWith(`${word} `) ? (line.slice(word.length + 1).split(/\s+/)[0] ?? []) : []))
  const [busy] = values('busy')
  if (busy) warn(`${busy} has not finished after ${seconds} s; the test is asked all the same`)
  return { failedUnits: values('failed') }
}

/** Those that the test does not excuse. */
export function unexcused({ failedUnits }: Settled, allowed: readonly string[]): readonly string[] {
  const excused = picomatch([...allowed], { bash: true })
  return allowed.length === 0 ? failedUnits : failedUnits.filter(unit => !excused(unit))
}
