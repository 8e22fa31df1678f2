/** How a machine is spoken to. Communicators implement it, provisioners and smoke tests use it; neither sees the other. */
import type { Readable } from 'node:stream'

export interface Communicator {
  /** Who reads the commands of `run`: the login shell of a Unix user, which is the default, or Windows' cmd.exe. */
  readonly shell?: 'posix' | 'cmd'
  /** Resolves when the command has ended; rejects when the connection is lost (ConnectionLost) or `signal` aborts (the remote process is stopped). */
  run(command: string, options?: RunOptions): Promise<RemoteExit>
  upload(
    content: Uint8Array | Readable,
    remotePath: string,
    options?: { readonly mode?: number; readonly signal?: AbortSignal },
  ): Promise<void>
  uploadFile(localPath: string, remotePath: string, options?: TransferOptions): Promise<void>
  /** The folder's content lands in `remotePath`, which is made when absent. */
  uploadFolder(localPath: string, remotePath: string, options?: TransferOptions): Promise<void>
  downloadFile(remotePath: string, localPath: string, options?: TransferOptions): Promise<void>
  downloadFolder(remotePath: string, localPath: string, options?: TransferOptions): Promise<void>
  /** Takes a file away; one that is not there is fine. */
  remove(remotePath: string, options?: { readonly signal?: AbortSignal }): Promise<void>
  close(): Promise<void>
}

export interface RunOptions {
  readonly signal?: AbortSignal
  readonly stdin?: Uint8Array | Readable
  /** A promise holds the command's output back until it is fulfilled, so that a slow reader's memory does not grow. */
  readonly onStdout?: (chunk: Uint8Array) => unknown
  readonly onStderr?: (chunk: Uint8Array) => unknown
  readonly pty?: boolean
}

export interface RemoteExit {
  /** Undefined when the process ended without one: by a signal, or the far side closed the channel (a reboot). Never guessed. */
  readonly status: number | undefined
  readonly signal?: string
}

export interface TransferOptions {
  readonly signal?: AbortSignal
  /** Bytes so far and in all, a few times a second. */
  readonly onProgress?: (done: number, total: number) => void
}

/** The link broke while something was under way; a retry on a new connection may succeed. */
export class ConnectionLost extends Error {}

/** Where a machine is and what opens it; with the template's communicator options that is all a communicator needs. */
export interface Reach {
  readonly host: string
  readonly port?: number
  readonly username?: string
  readonly password?: string
  /** Asked when the password is refused: another one, which the machine may have made meanwhile. */
  readonly otherPassword?: (signal: AbortSignal) => Promise<string | undefined>
  /** OpenSSH PEM of a temporary key; never printed. */
  readonly privateKey?: string
  /**
   * Of a machine that the build launched: the only host keys to accept, in OpenSSH's public form (`ssh-ed25519 AAAA…`); empty
   * where they could not be chosen, so that the console has to tell. Undefined: the machine was there before, and known_hosts holds.
   */
  readonly hostKeys?: readonly string[]
  /** The host keys were made for this machine and handed over to it: what holds them is taken out of it at the end, as nothing made from it may have them. */
  readonly temporaryHostKeys?: boolean
  /** A command for every new connection, before anything else; what comes of it is not looked at. */
  readonly atConnect?: string
  /** The last lines that the machine printed, for the error when it is never reached. */
  readonly console?: (signal: AbortSignal) => Promise<string | undefined>
}
