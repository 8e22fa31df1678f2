/** Speaking to a machine that may restart in between. */
import { delay } from '../../lib/abort'
import { ConnectionLost, type RemoteExit } from '../../model/communicator'
import type { ProvisionContext } from '../../model/plugin'

const PAUSE_MILLISECONDS = 2000

/** Does it again while the connection breaks, for so many milliseconds; how a script ended is never a reason. */
export async function connected<T>(milliseconds: number, { signal, warn }: ProvisionContext, work: () => Promise<T>): Promise<T> {
  const end = Date.now() + milliseconds
  for (;;) {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof ConnectionLost) || Date.now() > end) throw error
      warn(`${error.message}; trying again`)
      await delay(PAUSE_MILLISECONDS, signal)
    }
  }
}

/** A connection that breaks while the command runs is an end without a status: nobody knows how far it came, so it is not run again. */
export async function toItsEnd(run: () => Promise<RemoteExit>): Promise<RemoteExit> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ConnectionLost) return { status: undefined }
    throw error
  }
}

/** Also after a restart. That a file could not be removed is told, but does not make a good build a failed one. */
export async function remove(paths: readonly string[], milliseconds: number, context: ProvisionContext): Promise<void> {
  const { communicator, signal, warn } = context
  for (const path of paths)
    await connected(milliseconds, context, () => communicator.remove(path, { signal })).catch((error: Error) => {
      signal.throwIfAborted()
      if (error instanceof ConnectionLost) throw error
      warn(`${path} could not be removed from the machine: ${error.message}`)
    })
}
