/** One sandbox per state folder. The lock names its holder, so that a second one can say where the first is to be found. */
import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Lock {
  /** Writes down where the holder serves. */
  announce(endpoint: string): Promise<void>
  release(): Promise<void>
}

interface Holder {
  readonly pid: number
  /** Distinguishes the holder from a later process with the same number; undefined where it cannot be known. */
  readonly started?: string
  readonly endpoint?: string
}

/** Throws, naming the holder, when another process that still lives has the lock. */
export async function lock(folder: string): Promise<Lock> {
  const file = join(folder, 'lock')
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) }
  const draft = `${file}.${process.pid}`
  await writeFile(draft, JSON.stringify(mine))
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      // A link appears whole or not at all, and only if there is none.
      const taken = await link(draft, file).then(() => true, isTaken)
      if (taken) return held(file, mine)
      await refuseOrClear(folder, file)
    }
  } finally {
    await rm(draft, { force: true })
  }
  throw new Error(`The lock ${file} could not be taken.`)
}

function isTaken(error: NodeJS.ErrnoException): false {
  if (error.code === 'EEXIST') return false
  throw error
}

async function refuseOrClear(folder: string, file: string): Promise<void> {
  const holder = await read(file)
  if (holder === undefined) return
  if (alive(holder)) {
    const where = holder.endpoint ? `serves it at ${holder.endpoint}` : 'is just starting with it'
    throw new Error(
      `The state folder ${folder} is in use: process ${holder.pid} ${where}. Stop that sandbox or choose another state folder.`,
    )
  }
  const stale = `${file}.stale.${process.pid}`
  await rename(file, stale).catch(() => undefined)
  const moved = await read(stale)
  // Between reading and renaming someone else may have taken the lock: give it back.
  if (moved && alive(moved)) await link(stale, file).catch(() => undefined)
  await rm(stale, { force: true })
}

function held(file: string, mine: Holder): Lock {
  return {
    async announce(endpoint) {
      await writeFile(`${file}.${mine.pid}`, JSON.stringify({ ...mine, endpoint }))
      await rename(`${file}.${mine.pid}`, file)
    },
    release: () => rm(file, { force: true }),
  }
}

async function read(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function alive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return started === undefined || startOf(pid) === started
}

/** Field 22 of /proc/PID/stat: ticks since boot. */
function startOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
