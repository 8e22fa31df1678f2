/** Files over SFTP, with many requests under way at once. */
import { open } from 'node:fs/promises'
import type { Stats } from 'ssh2'
import type { TransferOptions } from '../../model/communicator'
import { type Advance, inPieces, PIECE } from './pieces'
import type { SftpSession } from './sftp-session'

/** Of an error that the server answered: SSH_FX_NO_SUCH_FILE and so on (draft-ietf-secsh-filexfer-02, 7). */
export const NO_SUCH_FILE = 2
export const PERMISSION_DENIED = 3

/** What became of writing a file, where SFTP tells only that it failed. */
export class NotWritten extends Error {
  constructor(
    readonly path: string,
    /** The file was opened, and may hold a part of the content. */
    readonly begun: boolean,
    /** The server's answer. */
    override readonly cause: Error & { readonly code?: unknown },
  ) {
    super(cause.message)
  }
}

const notWritten = (path: string, begun: boolean) => (error: Error & { code?: unknown }) => {
  throw typeof error.code === 'number' ? new NotWritten(path, begun, error) : error
}

/** Mode is set exactly, whatever the umask over there; another's file keeps its own, and so do devices: root could take /dev/null away. */
async function openForWriting(sftp: SftpSession, path: string, flags: 'w' | 'r+', mode: number): Promise<Buffer> {
  const handle = await sftp.call<Buffer>(done => sftp.raw.open(path, flags, { mode }, done)).catch(notWritten(path, false))
  if (!path.startsWith('/dev/')) sftp.raw.fchmod(handle, mode, () => undefined)
  return handle
}

export async function sendBytes(sftp: SftpSession, content: Buffer, path: string, mode: number): Promise<void> {
  const handle = await openForWriting(sftp, path, 'w', mode)
  const writing: Promise<void>[] = []
  for (let at = 0; at < content.length; at += PIECE) {
    const piece = content.subarray(at, at + PIECE)
    writing.push(sftp.call<void>(done => sftp.raw.write(handle, piece, 0, piece.length, at, done as never)))
  }
  // The server answers in order, so nothing is lost by asking to close before the writes are confirmed.
  const closing = sftp.call<void>(done => sftp.raw.close(handle, done as never))
  await Promise.all([...writing, closing]).catch(notWritten(path, true))
}

/** `advance.from` above 0 goes on with what an earlier call began. */
export async function sendFile(sftp: SftpSession, local: string, path: string, advance: Advance, options: TransferOptions) {
  const file = await open(local, 'r')
  try {
    const { size, mode } = await file.stat()
    const handle = await openForWriting(sftp, path, advance.from > 0 ? 'r+' : 'w', mode & 0o7777)
    const holes = new Holes(sftp, handle)
    const send = async (buffer: Buffer, position: number) => {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position)
      if (bytesRead < buffer.length) throw new Error(`${local} became shorter while it was read`)
      if (!(await holes.takes(buffer)))
        await sftp.call<void>(done => sftp.raw.write(handle, buffer, 0, buffer.length, position, done as never))
    }
    await inPieces(size, send, advance, options).catch(error => {
      sftp.raw.close(handle, () => undefined)
      return notWritten(path, true)(error)
    })
    await holes.closeAt(size)
    const arrived = await sftp.call<Stats>(done => sftp.raw.fstat(handle, done as never))
    await sftp.call<void>(done => sftp.raw.close(handle, done as never))
    if (arrived.isFile() && arrived.size !== size) throw new Error(`${path} has ${arrived.size} bytes there, not ${size}`)
  } finally {
    await file.close()
  }
}

export const removeFile = (sftp: SftpSession, path: string): Promise<void> =>
  sftp
    .call<void>(done => sftp.raw.unlink(path, done as never))
    .catch((error: Error & { code?: unknown }) => {
      if (error.code !== NO_SUCH_FILE) throw error
    })

const ZEROS = Buffer.alloc(PIECE)

/** Images of disks are mostly zeros. In a plain file, which was emptied before, these need not be written: they read as zeros where nothing is. */
class Holes {
  #isPlain?: Promise<boolean>
  #any = false

  constructor(
    readonly sftp: SftpSession,
    readonly handle: Buffer,
  ) {}

  async takes(piece: Buffer): Promise<boolean> {
    if (piece.compare(ZEROS, 0, piece.length) !== 0) return false
    this.#isPlain ??= this.sftp.call<Stats>(done => this.sftp.raw.fstat(this.handle, done as never)).then(stats => stats.isFile())
    if (!(await this.#isPlain)) return false
    this.#any = true
    return true
  }

  /** The last piece may be one of them. */
  async closeAt(size: number): Promise<void> {
    if (this.#any) await this.sftp.call<void>(done => this.sftp.raw.fsetstat(this.handle, { size } as never, done as never))
  }
}

/** False: not a plain file with a size (a device, /proc), which has to be read to its end in another way. */
export async function fetchFile(
  sftp: SftpSession,
  path: string,
  local: string,
  advance: Advance,
  options: TransferOptions,
): Promise<boolean> {
  const handle = await sftp.call<Buffer>(done => sftp.raw.open(path, 'r', done))
  try {
    const stats = await sftp.call<Stats>(done => sftp.raw.fstat(handle, done as never))
    if (!stats.isFile() || stats.size === 0) return false
    const file = await open(local, advance.from > 0 ? 'r+' : 'w', stats.mode & 0o777)
    try {
      const receive = async (buffer: Buffer, position: number) => {
        for (let at = 0; at < buffer.length; ) {
          const count = await readAt(sftp, handle, buffer, at, position)
          if (count === 0) throw new Error(`${path} became shorter while it was read`)
          at += count
        }
        await file.write(buffer, 0, buffer.length, position)
      }
      await inPieces(stats.size, receive, advance, options)
      return true
    } finally {
      await file.close()
    }
  } finally {
    sftp.raw.close(handle, () => undefined)
  }
}

/** 0 at the end of the file. */
const readAt = (sftp: SftpSession, handle: Buffer, into: Buffer, at: number, position: number): Promise<number> =>
  sftp.call<number>(done => sftp.raw.read(handle, into, at, into.length - at, position + at, done))
