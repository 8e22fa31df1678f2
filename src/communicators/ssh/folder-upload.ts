/** A folder on its way to a machine that has tar: one stream, which after a lost connection goes on with the first file that may be missing there. */
import { posix } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientChannel } from 'ssh2'
import type { TransferOptions } from '../../model/communicator'
import { NO_TAR, progressOf, type TarEnd } from './folder'
import type { Link } from './link'
import type { Advance } from './pieces'
import { differing } from './same-content'
import { capture, openScript } from './script'
import { sendFile } from './sftp'
import type { SftpSession } from './sftp-session'
import { isFile, sizeOf, type TarEntry, tarSize, tarStream } from './tar-write'

/** Larger files go on in the middle, by SFTP, when a connection broke while they were sent: no later one may last long enough. */
const LARGE = 4 << 20
/** OpenSSH's for a session: so much may be under way before the far side takes any of it. */
const WINDOW = 2 << 20

/** Owners become the one who logs in; folders that exist keep their mode (GNU tar would change even that of /tmp). */
const UNPACK = `
  mkdir -p -- "$1" && cd "$1" || exit 1;
  command -v tar > /dev/null || exit ${NO_TAR};
  keep=;
  case "$(tar --help 2>&1)" in *--no-overwrite-dir*) keep=--no-overwrite-dir ;; esac;
  echo $$;
  exec tar -x $keep -o -p -f -`

/**
 * Status 0: the process has ended by itself, and what it was given is in the folder. Its input ends when the server misses the
 * connection; where it misses nothing (a link that died in silence) the process is ended here after 5 s. One that nobody reaps is over.
 */
const OUTLAST = `
  left=50;
  while
    { read -r line < /proc/$1/stat; } 2> /dev/null || line=") $(ps -o stat= -p $1 2> /dev/null)";
    line=\${line##*) };
    [ "\${line%%Z*}" ];
  do
    left=$((left - 1));
    if [ $left -le 0 ]; then
      case "$(tr '\\0' ' ' < /proc/$1/cmdline || ps -o args= -p $1)" in *'tar -x'*) kill $1 ;; esac;
      exit 1;
    fi;
    sleep 0.1 2> /dev/null || sleep 1;
  done`

export class FolderUpload {
  /** In bytes of the archive, for whoever decides whether another connection is worth it. */
  readonly advance: Advance = { from: 0 }
  /** Entries before it have arrived. */
  #next = 0
  /** Of the file at `#next`, when that is a large one. */
  readonly #file: Advance = { from: 0 }
  #broke = false
  /** The unpacking that lost its connection, and may still be going on over there. */
  #orphan?: Orphan

  constructor(readonly entries: readonly TarEntry[]) {}

  /**
   * What an earlier connection brought is in its place then, or does not count. Until its tar has ended nothing may be written
   * there: the folder may not be complete, and tar puts files away that are made meanwhile.
   */
  async settle(link: Link, signal?: AbortSignal): Promise<void> {
    if (!this.#orphan) return
    const { pid, sent, taken } = this.#orphan
    const { status } = await capture(link, OUTLAST, [String(pid)], { signal })
    this.#orphan = undefined
    if (status === 0) this.#next = Math.max(this.#next, this.#reached(sent, taken))
  }

  /** Resolves with the exit status and what the machine said about it. */
  async byTar(link: Link, folder: string, options: TransferOptions): Promise<TarEnd> {
    // Folders and links go again: they cost nothing, and tar sets a folder's times when all is in it.
    const rest = this.entries.filter((entry, index) => index >= this.#next || !isFile(entry))
    const { channel, output, said, exit } = await openScript(link, UNPACK, [folder], options.signal)
    // Nothing is sent to a process of which nobody could say later whether it still runs.
    const pid = await Promise.race([processOf(output), exit.then(() => undefined)])
    if (pid === undefined) return { ...(await exit), said: said() }
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
      this.#note({ pid, sent: rest, taken: taken() })
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
  #note(orphan: Orphan): void {
    this.#broke = true
    this.#orphan = orphan
    const { sent, taken } = orphan
    const arrived = archived(this.entries.slice(0, this.#reached(sent, taken)))
    this.advance.from = Math.max(this.advance.from, taken > 0 ? 1 : 0, arrived)
  }

  /** The first entry that so many bytes of the stream do not bring whole. */
  #reached(sent: readonly TarEntry[], taken: number): number {
    let left = taken
    const cut = sent.find(entry => {
      left -= tarSize(entry)
      return left < 0
    })
    return cut ? this.entries.indexOf(cut) : this.entries.length
  }
}

interface Orphan {
  readonly pid: number
  readonly sent: readonly TarEntry[]
  readonly taken: number
}

/** Reads the output to its end; resolves with the number of the process that will unpack, once it is told. */
const processOf = (output: AsyncIterable<Buffer>): Promise<number> =>
  new Promise(resolve => {
    let text = ''
    const read = async () => {
      for await (const chunk of output) {
        if (text.length < 4096) text += chunk.toString('latin1')
        if (text.includes('\n')) resolve(Number.parseInt(text, 10))
      }
    }
    // What breaks the output ends the command too, and that says it better.
    read().catch(() => undefined)
  })

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
        if (!error) written += chunk.length
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
