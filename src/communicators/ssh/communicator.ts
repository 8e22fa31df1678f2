/** The machine as provisioners see it: commands and files over one connection, which is made anew when it was lost. */
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  type Communicator,
  ConnectionLost,
  type RemoteExit,
  type RunOptions,
  type TransferOptions,
} from '../../model/communicator'
import { runCommand } from './command'
import { fetchEach, NO_TAR, sendEach } from './folder'
import { FolderDownload } from './folder-download'
import { FolderUpload } from './folder-upload'
import { type Link, NoSftp, NotStarted } from './link'
import type { Advance } from './pieces'
import { expanded } from './remote-path'
import { isSameContent } from './same-content'
import { capture, openScript } from './script'
import { fetchFile, NotWritten, removeFile, sendBytes, sendFile } from './sftp'
import type { SftpSession } from './sftp-session'
import { listFolder } from './tar-write'
import { transferFailure } from './transfer-failure'
import { explained } from './why-not-written'

/** A transfer goes on over new connections as long as each brings it further; so many may bring nothing. */
const FRUITLESS = 3

export interface Parting {
  /** What is to be done on the machine when it is left for good; nothing where the connection is lost. */
  farewell?(link: Link): Promise<void>
  /** Gives up what the way to the machine holds open besides the connection. */
  release?(): unknown
}

export class SshCommunicator implements Communicator {
  readonly #connect: (signal: AbortSignal) => Promise<Link>
  readonly #parting: Parting
  readonly #pty: boolean
  #link: Promise<Link>
  #closed = false
  /** Learnt from the machine when it first refuses. */
  #hasSftp = true
  #hasTar = true

  constructor(link: Link, connect: (signal: AbortSignal) => Promise<Link>, parting: Parting, pty: boolean) {
    this.#link = Promise.resolve(link)
    this.#connect = connect
    this.#parting = parting
    this.#pty = pty
  }

  async run(command: string, options: RunOptions = {}): Promise<RemoteExit> {
    for (let tries = 1; ; tries++) {
      try {
        return await runCommand(await this.#current(options.signal), command, options, this.#pty)
      } catch (error) {
        if (!(error instanceof NotStarted) || this.#closed || tries >= FRUITLESS) throw error
      }
    }
  }

  async upload(content: Uint8Array | Readable, remotePath: string, options: { mode?: number; signal?: AbortSignal } = {}) {
    const { mode = 0o644, signal } = options
    const link = await this.#current(signal)
    const path = await expanded(link, remotePath)
    const send = (sftp: SftpSession) => sendBytes(sftp, Buffer.from(content as Uint8Array), path, mode)
    try {
      if (!(content instanceof Uint8Array) || !(await this.#bySftp(link, send)))
        await writeByCat(link, content, path, mode, signal)
    } catch (error) {
      throw transferFailure(error, 'upload', path)
    }
  }

  async uploadFile(localPath: string, remotePath: string, options: TransferOptions = {}): Promise<void> {
    await this.#resuming(options, 'upload', remotePath, async (link, advance, isAgain) => {
      const path = await expanded(link, remotePath)
      // Also where nothing had arrived: what the lost session had asked for may still be done to the file.
      if (await this.#bySftp(link, sftp => sendFile(sftp, localPath, path, advance, options)))
        return isAgain ? compare(link, localPath, path, options) : undefined
      const { mode } = await stat(localPath)
      await writeByCat(link, createReadStream(localPath), path, mode & 0o7777, options.signal)
    })
  }

  async uploadFolder(localPath: string, remotePath: string, options: TransferOptions = {}): Promise<void> {
    const upload = new FolderUpload(listFolder(localPath))
    const send = async (link: Link) => {
      const path = await expanded(link, remotePath)
      if (this.#hasTar) {
        await upload.settle(link, options.signal)
        const sendLarge = (sftp: SftpSession) => upload.sendLarge(sftp, path, options)
        while (upload.isAtLarge && (await this.#bySftp(link, sendLarge)));
        const { status, said } = await upload.byTar(link, path, options)
        if (status === 0) return upload.check(link, path, options.signal)
        if (status !== NO_TAR && status !== 127) throw new Error(said || `tar ended with status ${status}`)
        this.#hasTar = false
      }
      if (await this.#bySftp(link, sftp => sendEach(sftp, upload.entries, path, options))) return
      throw new Error('the machine has neither tar nor SFTP')
    }
    await this.#resuming(options, 'upload', remotePath, send, upload.advance)
  }

  async downloadFile(remotePath: string, localPath: string, options: TransferOptions = {}): Promise<void> {
    await this.#resuming(options, 'download', remotePath, async (link, advance) => {
      const path = await expanded(link, remotePath)
      let whole = false
      const resumed = advance.from > 0
      await this.#bySftp(link, async sftp => {
        whole = await fetchFile(sftp, path, localPath, advance, options)
      })
      if (!whole) await readByCat(link, path, localPath, options.signal)
      else if (resumed) await compare(link, localPath, path, options)
    })
  }

  async downloadFolder(remotePath: string, localPath: string, options: TransferOptions = {}): Promise<void> {
    const download = new FolderDownload(localPath, options)
    const fetch = async (link: Link) => {
      const path = await expanded(link, remotePath)
      if (this.#hasTar) {
        const { status, said } = await download.byTar(link, path)
        if (status === 0) return
        if (status !== NO_TAR && status !== 127) throw new Error(said || `tar ended with status ${status}`)
        this.#hasTar = false
      }
      if (await this.#bySftp(link, sftp => fetchEach(sftp, path, localPath, options))) return
      throw new Error('the machine has neither tar nor SFTP')
    }
    await this.#resuming(options, 'download', remotePath, fetch, download.advance).finally(() => download.abandon())
  }

  async remove(remotePath: string, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const link = await this.#current(signal)
    const path = await expanded(link, remotePath)
    if (await this.#bySftp(link, sftp => removeFile(sftp, path))) return
    const { status, said } = await capture(link, 'exec rm -f -- "$1"', [path], { signal })
    if (status !== 0) throw new Error(said || `rm ended with status ${status}`)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    const link = await this.#link.catch(() => undefined)
    try {
      if (link && !link.lost) await this.#parting.farewell?.(link)
    } finally {
      link?.end()
      this.#parting.release?.()
    }
  }

  /** For what goes over the same connection beside commands and files. */
  readonly link = (): Promise<Link> => this.#current()

  /** The connection, or a new one when it was lost. */
  async #current(signal: AbortSignal = new AbortController().signal): Promise<Link> {
    const standing = this.#link
    const link = await standing.catch(() => undefined)
    if (link && !link.lost) return link
    // Of several that find it lost, one makes it anew.
    if (this.#link !== standing) return this.#current(signal)
    if (this.#closed) throw new ConnectionLost('the SSH connection was closed')
    this.#link = this.#connect(signal)
    return this.#link
  }

  /** False: the machine has no SFTP, and another way has to be taken. */
  async #bySftp(link: Link, work: (sftp: SftpSession) => Promise<void>): Promise<boolean> {
    if (!this.#hasSftp) return false
    try {
      await link.withSftp(work)
      return true
    } catch (error) {
      if (error instanceof NotWritten) throw await explained(error, link)
      if (!(error instanceof NoSftp)) throw error
      this.#hasSftp = false
      return false
    }
  }

  async #resuming(
    { signal }: TransferOptions,
    direction: 'upload' | 'download',
    path: string,
    work: (link: Link, advance: Advance, isAgain: boolean) => Promise<void>,
    advance: Advance = { from: 0 },
  ): Promise<void> {
    for (let fruitless = 0, isAgain = false; ; isAgain = true) {
      const before = advance.from
      try {
        return await work(await this.#current(signal), advance, isAgain)
      } catch (error) {
        signal?.throwIfAborted()
        if (!(error instanceof ConnectionLost)) throw transferFailure(error, direction, path)
        fruitless = advance.from > before ? 0 : fruitless + 1
        if (this.#closed || fruitless >= FRUITLESS) throw transferFailure(error, direction, path)
      }
    }
  }
}

/** A file that came in parts may have become another one in between. */
async function compare(link: Link, local: string, remote: string, { signal }: TransferOptions): Promise<void> {
  if ((await isSameContent(link, local, remote, signal)) !== false) return
  throw new Error('the connection broke off, and what arrived in parts is not what was sent: was the file changed meanwhile?')
}

/** For machines without SFTP, and for content whose length nobody knows yet. */
async function writeByCat(link: Link, content: Uint8Array | Readable, path: string, mode: number, signal?: AbortSignal) {
  // Half a file is nobody's; one that could not be opened is left alone.
  const script = '{ cat || { [ ! -f "$1" ] || rm -f -- "$1"; exit 1; }; } > "$1" && { [ ! -f "$1" ] || chmod "$2" "$1"; }'
  const { status, said } = await capture(link, script, [path, mode.toString(8)], { stdin: content, signal })
  if (status !== 0) throw new Error(said || `cat ended with status ${status}`)
}

async function readByCat(link: Link, path: string, local: string, signal?: AbortSignal): Promise<void> {
  const { channel, output, said, exit } = await openScript(link, 'exec cat -- "$1"', [path], signal)
  channel.end()
  await pipeline(output, createWriteStream(local)).catch((error: Error) => {
    channel.resume().close()
    throw error
  })
  const { status } = await exit
  if (status !== 0) throw new Error(said() || `cat ended with status ${status}`)
}
