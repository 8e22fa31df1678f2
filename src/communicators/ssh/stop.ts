/**
 * Really ends a command. Closing its channel does not end a process that has no terminal, and OpenSSH passes signals on only
 * for some users. So a script over a second channel finds all descendants of this connection's server process; a server that
 * allows but one channel is reached by a second connection; signals are the last resort.
 */
import type { ClientChannel } from 'ssh2'
import { withGrace } from '../../lib/abort'
import { exitOf } from './command'
import type { Link } from './link'
import { capture } from './script'
import { STOP_SCRIPT } from './stop-script'

/** The script gives processes 5 s after TERM and 3 s after KILL. */
const STOP_MILLISECONDS = 10_000

/** Resolves when the command is over, or when nothing more can be done. */
export async function stop(link: Link, channel: ClientChannel, ended: Promise<unknown>): Promise<void> {
  const over = ended.then(
    () => true,
    () => true,
  )
  const isOver = (milliseconds: number) => withGrace(over, AbortSignal.abort(), milliseconds).catch(() => false)
  try {
    await withGrace(byScript(link), AbortSignal.abort(), STOP_MILLISECONDS)
  } catch {
    send(channel, 'TERM')
    if (!(await isOver(STOP_MILLISECONDS / 2))) send(channel, 'KILL')
  }
  await isOver(1000)
  channel.close()
}

interface Signalling {
  readonly outgoing: { readonly id: number; readonly state: string }
  readonly _client: { readonly _protocol: { signal(channel: number, name: string): void } }
}

/** ssh2's own `signal` does nothing once the input has ended, as it has for nearly every command. */
function send(channel: ClientChannel, name: 'TERM' | 'KILL'): void {
  const { outgoing, _client } = channel as unknown as Signalling
  if (outgoing.state !== 'closed') _client._protocol.signal(outgoing.id, name)
}

async function byScript(link: Link): Promise<void> {
  const server = processes.get(link)
  const second = link.narrow && server ? await link.another?.() : undefined
  try {
    const channel = await (second ?? link).exec(`exec sh -s ${second ? ((await server) ?? '') : ''}`, false, true)
    channel.resume()
    channel.stderr.resume()
    channel.end(STOP_SCRIPT)
    const { status } = await exitOf(channel, second ?? link)
    if (status !== 0) throw new Error('not everything could be stopped')
  } finally {
    second?.end()
  }
}

const processes = new WeakMap<Link, Promise<number | undefined>>()

/** The server's process for this connection; undefined where the shell there does not tell. */
export function serverProcess(link: Link): Promise<number | undefined> {
  const known = processes.get(link)
  if (known) return known
  const asked = ask(link)
  processes.set(link, asked)
  return asked
}

async function ask(link: Link): Promise<number | undefined> {
  const { stdout } = await capture(link, 'echo $PPID')
  return /^\d+$/.test(stdout.trim()) ? Number(stdout) : undefined
}
