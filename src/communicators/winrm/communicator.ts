/** The machine as provisioners see it: each command in a shell of its own, so that it sees what the one before it has changed in the environment. */
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileErrorReason } from '../../lib/file-error'
import {
  type Communicator,
  ConnectionLost,
  type RemoteExit,
  type RunOptions,
  type TransferOptions,
} from '../../model/communicator'
import { Failure } from '../../model/failure'
import { Fault } from './answer'
import { isBreak, lost, runCommand } from './command'
import type { Line } from './line'
import { askLine, fileContent, fileLines, folderLines, LineReader, listFolder, removeLine } from './lines'
import { Obstacle } from './obstacle'
import { GIVE_COMMAND, TAKE_COMMAND } from './powershell'
import { counter } from './progress'
import { RemoteShell } from './remote-shell'

/** A file is sent again from its beginning when the connection broke; so many times at most. */
const TRIES = 3

type Lines = () => AsyncGenerator<Buffer>

export class WinrmCommunicator implements Communicator {
  readonly shell = 'cmd'
  #closed = false

  constructor(
    private readonly url: URL,
    private readonly line: () => Line,
    /** Resolves when the machine answers again. */
    private readonly again: (signal: AbortSignal) => Promise<void>,
  ) {}

  async run(command: string, options: RunOptions = {}): Promise<RemoteExit> {
    options.signal?.throwIfAborted()
    return runCommand(await this.#open(options.signal), command, options)
  }

  async upload(content: Uint8Array | Readable, remotePath: string, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const work = () => this.#take(() => fileLines(content, remotePath), signal)
    await (content instanceof Uint8Array
      ? this.#repeating(work, 'upload to', remotePath, signal)
      : told(work, 'upload to', remotePath, signal))
  }

  async uploadFile(localPath: string, remotePath: string, options: TransferOptions = {}): Promise<void> {
    const work = async () => {
      const { size } = await stat(localPath)
      const onBytes = counter(size, options.onProgress)
      await this.#take(() => fileLines(fileContent(localPath), remotePath, onBytes), options.signal)
    }
    await this.#repeating(work, 'upload to', remotePath, options.signal)
  }

  async uploadFolder(localPath: string, remotePath: string, options: TransferOptions = {}): Promise<void> {
    const work = async () => {
      const entries = await listFolder(localPath)
      const size = entries.reduce((sum, entry) => sum + (entry.size ?? 0), 0)
      const onBytes = counter(size, options.onProgress)
      await this.#take(() => folderLines(entries, remotePath, onBytes), options.signal)
    }
    await this.#repeating(work, 'upload to', remotePath, options.signal)
  }

  async downloadFile(remotePath: string, localPath: string, options: TransferOptions = {}): Promise<void> {
    await this.#repeating(() => this.#give('file', remotePath, localPath, options), 'download of', remotePath, options.signal)
  }

  async downloadFolder(remotePath: string, localPath: string, options: TransferOptions = {}): Promise<void> {
    await this.#repeating(() => this.#give('folder', remotePath, localPath, options), 'download of', remotePath, options.signal)
  }

  async remove(remotePath: string, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    await told(() => this.#take(() => one(removeLine(remotePath)), signal), 'removal of', remotePath, signal)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.line().close()
  }

  /** Where the machine does not answer it may be starting anew, and is waited for as at first. */
  async #open(signal?: AbortSignal): Promise<RemoteShell> {
    if (this.#closed) throw new ConnectionLost('the WinRM connection was closed')
    try {
      return await RemoteShell.open(this.line(), this.url, signal)
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof Fault) throw new Failure('failed', `The machine gives no shell: ${error.message}`, { cause: error })
      if (!isBreak(error) && !(error instanceof Obstacle)) throw error
      await this.again(signal ?? new AbortController().signal)
      // It may go away right after it answered, as a machine that restarts does.
      return RemoteShell.open(this.line(), this.url, signal).catch(lost)
    }
  }

  #take(lines: Lines, signal?: AbortSignal): Promise<void> {
    return this.#exchange(TAKE_COMMAND, lines, new LineReader(''), signal)
  }

  #give(what: 'file' | 'folder', remotePath: string, localPath: string, { signal, onProgress }: TransferOptions): Promise<void> {
    const reader = new LineReader(localPath, counter(undefined, onProgress))
    return this.#exchange(GIVE_COMMAND, () => one(askLine(what, remotePath)), reader, signal)
  }

  async #exchange(command: string, lines: Lines, reader: LineReader, signal?: AbortSignal): Promise<void> {
    let said = ''
    const onStderr = (chunk: Uint8Array) => {
      if (said.length < 4096) said += Buffer.from(chunk).toString()
    }
    try {
      const stdin = Readable.from(lines())
      const { status } = await this.run(command, { signal, stdin, onStdout: chunk => reader.write(chunk), onStderr })
      if (reader.failure !== undefined) throw new Error(reader.failure)
      if (status !== 0 || !reader.isDone)
        throw new Error(`PowerShell ended with status ${status ?? 'unknown'} before it was done${said && `: ${said.trim()}`}`)
    } finally {
      await reader.close()
    }
  }

  async #repeating(work: () => Promise<void>, what: string, path: string, signal?: AbortSignal): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await told(work, what, path, signal)
      } catch (error) {
        if (!(error instanceof ConnectionLost) || this.#closed || tries >= TRIES || signal?.aborted) throw error
      }
    }
  }
}

async function* one(line: Buffer): AsyncGenerator<Buffer> {
  yield line
}

/** A lost connection stays one, so that whoever asked may try again; an interruption stays as it is. */
async function told(work: () => Promise<void>, what: string, path: string, signal?: AbortSignal): Promise<void> {
  try {
    await work()
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof Failure) throw error
    if (error instanceof ConnectionLost) throw new ConnectionLost(`${what} ${path} broke off: ${error.message}`)
    throw new Failure('failed', `${what} ${path} failed: ${reasonOf(error as NodeJS.ErrnoException)}`, { cause: error })
  }
}

const reasonOf = (error: NodeJS.ErrnoException): string =>
  error.path === undefined ? error.message : `${error.path} on this machine: ${fileErrorReason(error)}`
