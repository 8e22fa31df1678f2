/** Runs one command on one channel, and really stops it when asked to. */
import { Readable } from 'node:stream'
import type { ClientChannel } from 'ssh2'
import { withGrace } from '../../lib/abort'
import type { RemoteExit, RunOptions } from '../../model/communicator'
import { exitNotedOn, type Link } from './link'
import { serverProcess, stop } from './stop'

/** Of what a machine says about a failure; in bytes. */
export const SAID_LIMIT = 4096

export async function runCommand(link: Link, command: string, options: RunOptions, pty: boolean): Promise<RemoteExit> {
  const { signal, stdin, onStdout, onStderr } = options
  signal?.throwIfAborted()
  // The command must not take half of a stream for the whole.
  const unread = stdin instanceof Readable ? errorOf(stdin) : undefined
  // Where there will be no second channel for it, what is needed to stop the command has to be known before.
  if (signal && link.narrow) await serverProcess(link)
  const channel = await link.exec(command, options.pty ?? pty)
  hand(channel, onStdout)
  hand(channel.stderr, onStderr)
  const ended = stoppedBy(signal, link, channel, exitOf(channel, link))
  unread?.catch(() => channel.close())
  feed(channel, stdin)
  return unread ? Promise.race([ended, unread]) : ended
}

export interface OpenCommand {
  /** Its output has to be read by the caller, its input ended. */
  readonly channel: ClientChannel
  readonly exit: Promise<RemoteExit>
  /** The beginning of what it wrote to stderr so far. */
  said(): string
}

/** A command whose input and output are streams of data. */
export async function openCommand(link: Link, command: string, signal?: AbortSignal): Promise<OpenCommand> {
  signal?.throwIfAborted()
  const channel = await link.exec(command, false)
  let said = ''
  channel.stderr.on('data', (chunk: Buffer) => {
    if (said.length < SAID_LIMIT) said += chunk.toString()
  })
  const exit = stoppedBy(signal, link, channel, exitOf(channel, link))
  exit.catch(() => undefined)
  return { channel, exit, said: () => said.trim() }
}

async function stoppedBy(signal: AbortSignal | undefined, link: Link, channel: ClientChannel, ended: Promise<RemoteExit>) {
  if (!signal) return ended
  let stopping: (() => void) | undefined
  const stopped = new Promise<never>((_, reject) => {
    // However the stopping goes: the reason of the interruption is what the caller hears.
    const over = () => reject(signal.reason)
    stopping = () => void stop(link, channel, ended).then(over, over)
    if (signal.aborted) stopping()
    else signal.addEventListener('abort', stopping, { once: true })
  })
  try {
    const exit = await Promise.race([ended, stopped])
    // One that ended because it was stopped has not come to its own end.
    return signal.aborted ? await stopped : exit
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    if (stopping) signal.removeEventListener('abort', stopping)
  }
}

/** Rejects with ConnectionLost when the link breaks first. */
export function exitOf(channel: ClientChannel, link: Link): Promise<RemoteExit> {
  const stderrRead = new Promise<void>(done => channel.stderr.once('close', () => done()))
  return new Promise<RemoteExit>((resolve, reject) => {
    channel.on('close', async () => {
      await withGrace(stderrRead, AbortSignal.abort(), 1000).catch(() => undefined)
      const exit = exitNotedOn(channel)
      if (exit) return resolve(exit)
      // No exit status: either the link broke, or the server closed the channel, as one does that goes down.
      await link.settled()
      if (link.lost) reject(link.loss())
      else resolve({ status: undefined })
    })
  })
}

function hand(output: Readable, hear: RunOptions['onStdout']): void {
  output.on('data', (chunk: Buffer) => {
    const taken = hear?.(chunk)
    if (!(taken instanceof Promise)) return
    output.pause()
    const goOn = () => void output.resume()
    taken.then(goOn, goOn)
  })
}

function feed(channel: ClientChannel, stdin: Uint8Array | Readable | undefined): void {
  if (!(stdin instanceof Readable)) return void (stdin ? channel.end(Buffer.from(stdin)) : channel.end())
  stdin.pipe(channel)
  channel.once('close', () => stdin.destroy())
}

const errorOf = (stream: Readable): Promise<never> => {
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  failed.catch(() => undefined)
  return failed
}
