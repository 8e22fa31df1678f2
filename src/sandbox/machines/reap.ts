/** Ends machines whose sandbox died without ending them: found by their own mark in the command line, not by a remembered number. */
import { readdir, readFile } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Kills every qemu whose disks, console or seed lie below the folder; returns their pids. The caller holds the folder's lock. */
export async function reapStale(stateFolder: string): Promise<number[]> {
  const stale: number[] = []
  for (const name of await readdir('/proc').catch(() => [])) {
    const pid = Number(name)
    if (Number.isInteger(pid) && pid !== process.pid && (await isOurs(pid, resolve(stateFolder)))) stale.push(pid)
  }
  for (const pid of stale) end(pid)
  for (const pid of stale) for (let wait = 0; wait < 100 && (await isOurs(pid, resolve(stateFolder))); wait++) await sleep(20)
  return stale
}

/** Both the name that we give and the folder: neither another sandbox's machine nor a person's own is taken for ours. */
async function isOurs(pid: number, folder: string): Promise<boolean> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const args = line.split('\0')
  const named = args.some((arg, index) => arg.startsWith('ingot-sandbox-') && args[index - 1] === '-name')
  return (
    named && /qemu-system-[^/]*$/.test(args[0] ?? '') && args.some(arg => arg.replaceAll(',,', ',').includes(`=${folder}${sep}`))
  )
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile, or is another user's; then its files are not ours to write either.
  }
}
