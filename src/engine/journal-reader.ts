/** Reads journals of other processes, in whatever state their end left them. */
import { readdir, readFile } from 'node:fs/promises'
import { stateOf } from '../lib/process-identity'
import type { Place, ResourceRecord } from '../model/resource'
import { type JournalEntry, type JournalHeader, journalPath } from './journal'

export interface RunRecord {
  readonly path: string
  readonly run: string
  /** Undefined when the process died before its first line was written; then nothing was created either. */
  readonly header?: JournalHeader
  /** Whether the process that wrote it still lives; `unknown` when it ran where this process cannot look. */
  readonly owner: 'alive' | 'dead' | 'unknown'
  /** Oldest first. */
  readonly outstanding: readonly Outstanding[]
  /** Number of a line that was whole once and cannot be read: it may have said that something is published, so nothing goes by the rest. */
  readonly damagedLine?: number
}

export interface Outstanding {
  readonly token: string
  readonly kind: string
  readonly place: Place
  readonly build: string
  readonly record?: ResourceRecord
  /** Undefined when the reply to the create never reached the journal. */
  readonly id?: string
}

/** All runs that have a journal, oldest first; an absent folder has none. */
export async function readRuns(stateFolder: string): Promise<RunRecord[]> {
  const names = await readdir(stateFolder).catch(absent([]))
  const records = await Promise.all(names.sort().map(name => readRun(stateFolder, name)))
  return records.filter(record => record !== undefined)
}

export async function readRun(stateFolder: string, run: string): Promise<RunRecord | undefined> {
  const path = journalPath(stateFolder, run)
  const text = await readFile(path, 'utf8').catch(absent(undefined))
  if (text === undefined) return undefined
  const { lines, damagedLine } = parse(text)
  const [header, ...entries] = lines
  if (header?.type !== 'run')
    return { path, run, owner: 'dead', outstanding: [], damagedLine: damagedLine ?? (header ? 1 : undefined) }
  const outstanding = damagedLine ? [] : replay(entries as JournalEntry[])
  return { path, run, header, owner: stateOf(header.process), outstanding, damagedLine }
}

/** A torn line was never flushed, so what it would have announced was never done: it is left out. */
function parse(text: string): { lines: (JournalHeader | JournalEntry)[]; damagedLine?: number } {
  const all = text.split('\n')
  let damagedLine: number | undefined
  const lines = all.flatMap((line, index) => {
    try {
      return line ? [JSON.parse(line) as JournalHeader | JournalEntry] : []
    } catch {
      if (index < all.length - 1 && !isTorn(line)) damagedLine ??= index + 1
      return []
    }
  })
  return { lines, damagedLine }
}

/** The beginning of a line, as a full disk leaves it, and nothing strange in it. */
const isTorn = (line: string): boolean => beginning.startsWith(line.slice(0, beginning.length)) && !/[\0\ufffd]|\}$/.test(line)
const beginning = '{"type":"'

function replay(entries: readonly JournalEntry[]): Outstanding[] {
  const held = new Map<string, Outstanding>()
  for (const entry of entries) {
    const known = held.get(entry.token)
    if (entry.type === 'intended') held.set(entry.token, entry)
    else if (entry.type === 'created') known && held.set(entry.token, { ...known, id: entry.id })
    else held.delete(entry.token)
  }
  return [...held.values()].map(({ token, kind, place, build, record, id }) => ({ token, kind, place, build, record, id }))
}

const absent =
  <T>(value: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return value
    throw error
  }
