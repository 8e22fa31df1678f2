/**
 * What a run answers for, on disk: written and flushed before each create, so that another process can release what this
 * one leaves when it is killed. One file per run, one JSON object per line.
 */
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '../lib/atomic-file'
import { currentProcess, type ProcessIdentity } from '../lib/process-identity'
import type { Place, ResourceRecord } from '../model/resource'

export interface JournalHeader {
  readonly type: 'run'
  readonly formatVersion: 1
  readonly run: string
  readonly startedAt: string
  readonly template: string
  /** Whose death makes the journal `clean`'s business. */
  readonly process: ProcessIdentity
  /** The embedded sandbox in which the resources live; it must be served again before they can be released. */
  readonly sandbox?: SandboxRecord
}

export interface SandboxRecord {
  readonly stateFolder: string
  readonly kind: string
  /** A base image that was given to it: the flags that give it again. */
  readonly imageFlags?: readonly string[]
  /** As it stands in the resources' places; another one takes its stead when the sandbox is served anew. */
  readonly endpoint: string
  /** The sandbox's own process, which outlives a run that is killed by the time that it takes to stop its machines. */
  readonly process?: ProcessIdentity
}

export type JournalEntry =
  | {
      readonly type: 'intended'
      readonly token: string
      readonly kind: string
      readonly place: Place
      readonly build: string
      readonly record?: ResourceRecord
    }
  | { readonly type: 'created'; readonly token: string; readonly id: string }
  | { readonly type: 'released'; readonly token: string }
  /** From here on it is the user's; nothing of ours removes it. */
  | { readonly type: 'published'; readonly token: string }

export const journalPath = (stateFolder: string, run: string): string => join(stateFolder, run, 'journal.jsonl')

export class Journal {
  private batch: string[] = []
  private flushed: Promise<void> = Promise.resolve()
  private torn = false

  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
    private readonly outstanding: Set<string>,
  ) {}

  /** Throws what the file system throws: a run that cannot keep a journal must not create anything. */
  static async create(stateFolder: string, header: Omit<JournalHeader, 'type' | 'formatVersion' | 'process'>): Promise<Journal> {
    const path = journalPath(stateFolder, header.run)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const journal = new Journal(path, await open(path, 'ax', 0o600), new Set())
    await journal.write({ type: 'run', formatVersion: 1, ...header, process: currentProcess() } satisfies JournalHeader)
    await syncFolder(dirname(path))
    await syncFolder(stateFolder)
    return journal
  }

  /** To go on with another process's journal; a torn last line is closed first. */
  static async reopen(path: string, outstanding: Iterable<string>): Promise<Journal> {
    const journal = new Journal(path, await open(path, 'a', 0o600), new Set(outstanding))
    journal.torn = true
    return journal
  }

  /** Resolves when the entry is on the disk. */
  append(entry: JournalEntry): Promise<void> {
    if (entry.type === 'intended') this.outstanding.add(entry.token)
    if (entry.type === 'released' || entry.type === 'published') this.outstanding.delete(entry.token)
    return this.write(entry)
  }

  /** Closes; the file goes when it has nothing left to say. */
  async close(): Promise<void> {
    await this.flushed.catch(() => {})
    await this.file.close()
    if (this.outstanding.size === 0) await rm(this.path, { force: true })
  }

  /** Entries that arrive during a flush share the next one. A failed flush fails its own entries only. */
  private write(line: JournalHeader | JournalEntry): Promise<void> {
    if (this.batch.push(`${JSON.stringify(line)}\n`) === 1) this.flushed = this.flushed.catch(() => {}).then(() => this.flush())
    return this.flushed
  }

  private async flush(): Promise<void> {
    const text = (this.torn ? '\n' : '') + this.batch.join('')
    this.batch = []
    this.torn = true
    await this.file.appendFile(text)
    this.torn = false
    await this.file.datasync()
  }
}
