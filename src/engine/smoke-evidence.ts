/** What is left of a machine that failed its tests: console and journal as files, and on request the machine itself for a while. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { delay, within } from '../lib/abort'
import { writeAtomically } from '../lib/atomic-file'
import { duration } from '../lib/duration-text'
import { quote } from '../lib/posix-quote'
import type { Reach } from '../model/communicator'
import { loginIn } from '../model/login'
import type { BuildRun } from './build-run'
import type { Connection } from './connection'

/** For each of the two: a machine that is broken may not answer. */
const PATIENCE_MILLISECONDS = 20_000
const JOURNAL = 'sudo -n journalctl -b --no-pager -n 20000 2>/dev/null || journalctl -b --no-pager -n 20000 2>/dev/null || dmesg'
const LARGEST_BYTES = 16 * 1024 * 1024

/** Never rejects: the failure is told whatever becomes of its evidence. */
export async function saveEvidence(
  build: BuildRun,
  reach: Reach,
  connection: Connection | undefined,
  machine?: string,
): Promise<void> {
  const patience = () => within(PATIENCE_MILLISECONDS, build.signal)
  const console = reach.console?.(patience())
  const journal = connection && connection.shell !== 'cmd' ? journalOf(connection, patience()) : undefined
  for (const [what, text] of [
    ['console', console],
    ['journal', journal],
  ] as const) {
    try {
      const found = await text
      if (found) await save(build, what, found, machine)
    } catch (error) {
      build.warn(`The ${what} of the machine could not be saved: ${(error as Error).message}`)
    }
  }
}

async function save(build: BuildRun, what: string, text: string, machine: string | undefined): Promise<void> {
  const names = [build.plan.name, machine, what].filter(part => part !== undefined).map(part => part.replace(/[^\w.-]/g, '_'))
  const path = join(folderOf(build), `${names.join('-')}.txt`)
  await writeAtomically(path, build.redactor.text(text), 0o600)
  build.emit({ type: 'file', build: build.plan.name, what, path })
}

const folderOf = ({ options, run }: BuildRun): string => join(options.stateFolder, run.id)

async function journalOf(connection: Connection, signal: AbortSignal): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const onStdout = (chunk: Uint8Array) => {
    size += chunk.length
    if (size <= LARGEST_BYTES) chunks.push(chunk)
  }
  await connection.run(JOURNAL, { signal, onStdout })
  return Buffer.concat(chunks).toString()
}

/** Keeps the machine reachable for as long as the caller asked, and says how to reach it. An interruption ends it. */
export async function holdForDebugging(build: BuildRun, reach: Reach, signal: AbortSignal): Promise<void> {
  const { debugOnFailure } = build.options
  if (!debugOnFailure) return
  const { communicator } = build.plan.source
  const { ssh_private_key_file } = communicator
  const { port, username } = loginIn(communicator)
  const key = join(folderOf(build), `${build.plan.name.replace(/[^\w.-]/g, '_')}-key`)
  if (reach.privateKey) await writeFile(key, reach.privateKey, { mode: 0o600 })
  const keyFile = reach.privateKey ? key : ssh_private_key_file
  const words = [
    ...['ssh', '-p', String(reach.port ?? port)],
    ...(keyFile ? ['-i', keyFile] : []),
    ...['-o', 'UserKnownHostsFile=/dev/null', '-o', 'StrictHostKeyChecking=no'],
    `${reach.username ?? username}@${reach.host}`,
  ]
  const isSsh = build.communicator === 'ssh'
  const way = isSsh ? words.map(quote).join(' ') : `${username} at ${reach.host}:${port} by WinRM`
  build.say(`The machine stays for ${duration(debugOnFailure)} (Ctrl-C ends it): ${way}`)
  try {
    await delay(debugOnFailure, signal)
  } finally {
    await rm(key, { force: true })
  }
}
