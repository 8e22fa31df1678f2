/** Logs of runs are kept for a while; what a run answers for is kept until it is released. */
import { access, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { journalPath } from './journal'

const KEPT = 100

/** Removes the folders of the oldest runs, newest 100 excepted, and never one that has a journal. */
export async function pruneRuns(stateFolder: string, kept = KEPT): Promise<void> {
  const names = await readdir(stateFolder).catch(() => [])
  // Run ids sort by time.
  const old = names
    .filter(name => /^ingot-\d{8}t\d{6}z-/.test(name))
    .sort()
    .slice(0, -kept)
  for (const run of old) {
    const hasJournal = await access(journalPath(stateFolder, run)).then(
      () => true,
      error => error.code !== 'ENOENT',
    )
    if (!hasJournal) await rm(join(stateFolder, run), { recursive: true, force: true })
  }
}
