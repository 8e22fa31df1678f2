/** Runs one command in a shell of its own, and really stops it when asked to. */
import { Readable } from 'node:stream'
import { delay, within } from '../../lib/abort'
import { ConnectionLost, type RemoteExit, type RunOptions } from '../../model/communicator'
import { Fault, isTimeOver, type Output } from './answer'
import { Obstacle } from './obstacle'
import { pieces } from './pieces'
import type { RemoteShell } from './remote-shell'

/** Milliseconds in which a broken connection may be made anew without that the command is given up. */
const BREAK_MILLISECONDS = 15_000
const BREAK_PAUSE_MILLISECONDS = 500
/** For a command to end by itself once it was asked to, or once its input is not wanted any more. */
const GRACE_MILLISECONDS = 3000
/** For the last words to a machine that may be gone. */
const PARTING_MILLISECONDS = 10_000

/** The shell is deleted with all that still runs in it. */
export async function runCommand(shell: RemoteShell, command: string, options: RunOptions): Promise<RemoteExit> {
  const { signal, stdin } = options
  const over = new AbortController()
  const running = signal ? AbortSignal.any([signal, over.signal]) : over.signal
  let id: string | undefined
  try {
    id = await shell.start(command, stdin !== undefined, signal).catch(lost)
    const exit = exitOf(shell, id, options, running)
    if (stdin === undefined) return await exit
    return await Promise.race([exit, failureOf(feed(shell, id, stdin, running), exit)])
  } catch (error) {
    if (id !== undefined) await stop(shell, id)
    throw signal?.aborted ? signal.reason : error
  } finally {
    over.abort(new Error('the command is over'))
    if (stdin instanceof Readable) stdin.destroy()
    await shell.delete(within(PARTING_MILLISECONDS)).catch(() => undefined)
  }
}

/** Hands on what the command writes, until the machine says that it is done; rejects with ConnectionLost when nobody can say how it ended. */
async function exitOf(shell: RemoteShell, id: string, options: RunOptions, signal: AbortSignal): Promise<RemoteExit> {
  const { onStdout, onStderr } = options
  for (;;) {
    const output = await received(shell, id, signal)
    for (const { stream, bytes } of output?.chunks ?? []) await (stream === 'stderr' ? onStderr : onStdout)?.(bytes)
    if (output?.isDone) return { status: output.exitCode }
  }
}

/** Undefined: nothing yet. A connection that breaks is not the end of the command, which goes on over there. */
async function received(shell: RemoteShell, id: string, signal: AbortSignal): Promise<Output | undefined> {
  for (const began = Date.now(); ; ) {
    try {
      return await shell.receive(id, signal)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof Fault && isTimeOver(error)) return undefined
      if (error instanceof Fault) throw new ConnectionLost(`nobody can say how the command has ended: ${error.message}`)
      if (!isBreak(error) || Date.now() - began > BREAK_MILLISECONDS) return lost(error)
      await delay(BREAK_PAUSE_MILLISECONDS, signal)
    }
  }
}

/** Resolves with why the command took no more; rejects when there is no more to be had of what it should take. */
async function feed(shell: RemoteShell, id: string, stdin: Uint8Array | Readable, signal: AbortSignal): Promise<unknown> {
  for await (const { bytes, isLast } of pieces(stdin)) {
    const refusal = await shell.send(id, bytes, isLast, signal).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** What is not taken any more fails nobody, if the command has ended. */
async function failureOf(fed: Promise<unknown>, exit: Promise<RemoteExit>): Promise<RemoteExit> {
  const refusal = await fed
  if (refusal === undefined) return exit
  return Promise.race([exit, delay(GRACE_MILLISECONDS).then(() => lost(refusal))])
}

/** Never rejects: as a person would, by Ctrl-C, and then without asking. */
async function stop(shell: RemoteShell, id: string): Promise<void> {
  const limit = within(PARTING_MILLISECONDS)
  try {
    await shell.signal(id, 'ctrl_c', limit)
    await exitOf(shell, id, {}, within(GRACE_MILLISECONDS, limit)).catch(() => undefined)
    await shell.signal(id, 'terminate', limit)
  } catch {
    // With its shell it goes anyway.
  }
}

/** Of a socket, and not a word of the machine. */
export const isBreak = (error: unknown): boolean =>
  !(error instanceof Fault) && !(error instanceof Obstacle) && typeof (error as { code?: unknown }).code === 'string'

/** Fault codes of Windows for a shell or command that the machine knows nothing of: it has started anew. */
const UNKNOWN = ['2150858843', '2150858844']

/** Rethrows; what a machine that started anew says is a lost connection. */
export function lost(error: unknown): never {
  if (error instanceof Fault && UNKNOWN.includes(error.code))
    throw new ConnectionLost(`the machine knows nothing of the command any more: ${error.message}`)
  if (isBreak(error)) throw new ConnectionLost(`the connection broke: ${(error as Error).message}`)
  throw error
}
