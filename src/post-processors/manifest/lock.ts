/** Builds run side by side, also in other processes, and add to the same manifest: one at a time. */
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { delay } from '../../lib/abort'
import { currentProcess, type ProcessIdentity, stateOf } from '../../lib/process-identity'
import { Failure } from '../../model/failure'

const PATIENCE_MILLISECONDS = 10_000
const STEP_MILLISECONDS = 25

/** The lock is Packer's, `PATH.lock`. One whose owner is known to be dead is taken over. */
export async function locked<T>(path: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`
  await mkdir(dirname(path), { recursive: true })
  const end = Date.now() + PATIENCE_MILLISECONDS
  while (!(await take(lock))) {
    if (await isAbandoned(lock)) await rm(lock, { force: true })
    else if (Date.now() > end) {
      throw new Failure('failed', `The manifest ${path} is locked by another build`, {
        advice: `If no other build is running, remove ${lock}.`,
      })
    } else await delay(STEP_MILLISECONDS, signal)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx')
    await file.writeFile(JSON.stringify(currentProcess())).finally(() => file.close())
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  try {
    return stateOf(JSON.parse(await readFile(lock, 'utf8')) as ProcessIdentity) === 'dead'
  } catch {
    // Just made, just removed, or Packer's own, which is empty.
    return false
  }
}
