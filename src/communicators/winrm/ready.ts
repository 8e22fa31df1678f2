/**
 * Keeps trying until the machine runs a command for us. Steps are quick, because a machine is ready at a moment that nobody tells us;
 * refused log-ins are few, as a new Windows locks an account after ten of them in as many minutes.
 */
import { delay, within } from '../../lib/abort'
import { Fault } from './answer'
import { runCommand } from './command'
import type { Line } from './line'
import { Obstacle, obstacleOf } from './obstacle'
import { RemoteShell } from './remote-shell'

/** Milliseconds for one attempt: a machine that boots answers late, one behind a closed port never. */
const ATTEMPT_MILLISECONDS = 30_000
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 2500
/** Between refused log-ins: at once after the first, as accounts are made while the machine boots, then ever slower. */
const LOGIN_PAUSES = [2000, 5000, 15_000, 30_000, 60_000, 90_000]
/** In which nothing but refused log-ins came. */
const REFUSED_MILLISECONDS = 10 * 60_000

/** `tell` resolves with whether something has changed that makes it worth to try again at once. Rejects with the last Obstacle when it is final or, where `givesUp`, log-ins were refused for ten minutes; and with the signal's reason. */
export async function untilReady(
  line: () => Line,
  url: URL,
  givesUp: boolean,
  signal: AbortSignal,
  tell: (obstacle: Obstacle) => Promise<boolean>,
): Promise<void> {
  let refused = 0
  let since = 0
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
    const obstacle = await probe(line(), url, signal)
    if (!obstacle) return
    signal.throwIfAborted()
    if (await tell(obstacle)) continue
    const isRefused = obstacle.kind === 'authentication'
    if (isRefused && refused++ === 0) since = Date.now()
    if (!isRefused) refused = 0
    if (obstacle.final || (givesUp && isRefused && Date.now() - since > REFUSED_MILLISECONDS)) throw obstacle
    await delay(isRefused ? (LOGIN_PAUSES[refused - 1] ?? LOGIN_PAUSES.at(-1)!) : pause, signal)
  }
}

/** Undefined: it is ready. A shell alone does not tell: while Windows starts, commands in it may fail still. */
async function probe(line: Line, url: URL, signal: AbortSignal): Promise<Obstacle | undefined> {
  const limited = within(ATTEMPT_MILLISECONDS, signal)
  try {
    const { status } = await runCommand(await RemoteShell.open(line, url, limited), 'exit 0', { signal: limited })
    return status === 0 ? undefined : new Obstacle('fault', `a command that does nothing ends with status ${status}`)
  } catch (error) {
    if (limited.aborted)
      return new Obstacle('timed out', 'nothing answers', obstacleOf(Object.assign(new Error(), { code: 'ETIMEDOUT' })).advice)
    if (error instanceof Fault) return faulty(error)
    return obstacleOf(error as Error)
  }
}

const faulty = ({ kind, code, message }: Fault): Obstacle =>
  kind === 'AccessDenied' || code === '5'
    ? new Obstacle(
        'fault',
        'the user is let in, but may not use WinRM',
        'It has to be one of the Administrators, or of the Remote Management Users.',
      )
    : new Obstacle(
        'fault',
        `it answers, but gives no shell: ${message}`,
        'Its event log Microsoft-Windows-WinRM/Operational says more.',
      )
