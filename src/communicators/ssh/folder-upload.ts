/** A folder on its way to a machine that has tar: one stream, which after a lost connection goes on with the first file that may be missing there. */
import { posix } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientChannel } from 'ssh2'
import { quote } from '../../lib/posix-quote'
import type { TransferOptions } from '../../model/communicator'
import { openCommand } from './command'
import { NO_TAR, progressOf, type TarEnd } from './folder'
import type { Link } from './link'
import type { Advance } from './pieces'
import { differing } from './same-content'
import { sendFile } from './sftp'
import type { SftpSession } from './sftp-session'
import { isFile, sizeOf, type TarEntry, tarSize, tarStream } from './tar-write'

/** Larger files go on in the middle, by SFTP, when a connection broke while they were sent: no later one may last long enough. */
const LARGE = 4 << 20
/** OpenSSH's for a session: so much may be under way before the far side takes any of it. */
const WINDOW = 2 << 20

/** Owners become the one who logs in; folders that exist keep their mode (GNU tar would change even that of /tmp). */
const unpackScript = (folder: string) => `mkdir -p ${quote(folder)} && cd ${quote(folder)} || exit 1
command -v tar > /dev/null || exit ${NO_TAR}
keep=
case "$(tar --help 2>&1)" in *--no-overwrite-dir*) keep=--no-overwrite-dir ;; esac
exec tar -x $keep -o -p -f -`

export class FolderUpload {
  /** In bytes of the archive, for whoever decides whether another connection is worth it. */
  readonly advance: Advance = { from: 0 }
  /** Entries before it have arrived. */
  #next = 0
  /** Of the file at `#next`, when that is a large one. */
  readonly #file: Advance = { from: 0 }
  #broke = false

  constructor(readonly entries: readonly TarEntry[]) {}

  /** Resolves with the exit status and what the machine said about it. */
  async byTar(link: Link, folder: string, options: TransferOptions): Promise<TarEnd> {
    // Folders and links go again: they cost nothing, and tar sets a folder's times when all is in it.
    const rest = this.entries.filter((entry, index) => index >= this.#next || !isFile(entry))
    const { channel, said, exit } = await openCommand(link, `exec sh -c ${quote(unpackScript(folder))}`, options.signal)
    channel.resume()
    const tell = progressOf(sizeOf(this.entries), options, sizeOf(this.entries.slice(0, this.#next)))
    const { stream, taken } = counted(channel)
    // A machine without tar, or with a full disk, ends while we still write: its exit tells more than our broken pipe.
    const writing = pipeline(tarStream(rest, tell), stream, { signal: options.signal }).catch((error: Error) => error)
    try {
      const { status } = await exit
      const failure = await Promise.race([writing, Promise.resolve()])
      if (failure && status === 0) throw failure
      return { status, said: said() }
    } catch (error) {
      this.#note(rest, taken())
      throw error
    }
  }

  /** The connection broke at a large file: it is to be sent by itself before tar goes on. */
  get isAtLarge(): boolean {
    const entry = this.entries[this.#next]
    return this.advance.from > 0 && entry !== undefined && isFile(entry) && entry.stats.size > LARGE
  }

  async sendLarge(sftp: SftpSession, folder: string, options: TransferOptions): Promise<void> {
    const { name, path, stats } = this.entries[this.#next]!
    const remote = posix.join(folder, name)
    const before = this.#file.from
    try {
      await sendFile(sftp, path, remote, this.#file, { signal: options.signal })
    } finally {
      this.advance.from += this.#file.from - before
    }
    await sftp.call<void>(done => sftp.raw.utimes(remote, stats.atime, stats.mtime, done as never))
    this.#next++
    this.#file.from = 0
  }

  /** What came over several connections may not be what was sent. */
  async check(link: Link, folder: string, signal?: AbortSignal): Promise<void> {
    if (!this.#broke) return
    const files = this.entries.filter(isFile).map(({ name, path }) => ({ local: path, remote: name }))
    const [wrong] = await differing(link, files, folder, signal)
    if (wrong !== undefined)
      throw new Error(`the connection broke off, and ${wrong} there is not what was sent: was it changed meanwhile?`)
  }

  /** The far side's tar unpacks what it was given also when the connection is gone. */
  #note(sent: readonly TarEntry[], taken: number): void {
    this.#broke = true
    let index = 0
    for (let left = taken; index < sent.length; index++) {
      left -= tarSize(sent[index]!)
      if (left < 0) break
    }
    const next = index < sent.length ? this.entries.indexOf(sent[index]!) : this.entries.length
    this.#next = Math.max(this.#next, next)
    this.advance.from = Math.max(this.advance.from, taken > 0 ? 1 : 0, archived(this.entries.slice(0, this.#next)))
  }
}

const archived = (entries: readonly TarEntry[]): number => entries.reduce((sum, entry) => sum + tarSize(entry), 0)

/** Into the channel; `taken` of it the far side has surely handed on, which is known by the room that it gave for more (RFC 4254, 5.2). */
function counted(channel: ClientChannel): { readonly stream: Writable; readonly taken: () => number } {
  const { outgoing } = channel as unknown as { readonly outgoing: { readonly window: number } }
  let written = 0
  let most = WINDOW
  const stream = new Writable({
    highWaterMark: 1 << 20,
    write: (chunk: Buffer, _encoding, done) => {
      channel.write(chunk, error => {
        written += chunk.length
        most = Math.max(most, outgoing.window + chunk.length)
        done(error)
      })
    },
    final: done => void channel.end(done),
  })
  // ssh2 forgets what is written to a closed channel, and whom to tell.
  channel.once('close', () => stream.destroy())
  return { stream, taken: () => Math.max(0, written + outgoing.window - most) }
}
