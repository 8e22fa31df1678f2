/** A fresh machine answers to SSH before it has finished starting; what is asked before that gets the wrong answer. */
import { quote } from '../lib/posix-quote'
import type { ProvisionContext } from '../model/plugin'

const LONGEST_MILLISECONDS = 120_000

/** cloud-init leaves a file when it has ended; systemd says when the jobs of its start are done. Machines without them are ready. */
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
  [ "$left" -gt 0 ] || { echo "$what"; exit 3; }
  left=$((left - 1))
  sleep 1
done
exit 0
`

/** Waits at most so many milliseconds, 2 minutes at the longest; a machine that is not settled then is asked all the same. */
export async function settle(milliseconds: number, { communicator, signal, warn }: ProvisionContext): Promise<void> {
  const seconds = Math.floor(Math.min(milliseconds, LONGEST_MILLISECONDS) / 1000)
  let what = ''
  const onStdout = (chunk: Uint8Array) => {
    what += Buffer.from(chunk).toString()
  }
  const { status } = await communicator.run(`exec sh -c ${quote(SCRIPT)} sh ${seconds}`, { signal, onStdout })
  if (status === 3) warn(`${what.trim()} has not finished after ${seconds} s; the test is asked all the same`)
}
