/** An SFTP session whose requests are always answered: ssh2 forgets those that are made when the session has ended. */
import type { SFTPWrapper } from 'ssh2'

export class SftpSession {
  readonly #pending = new Set<(error: Error) => void>()
  #over?: Error

  constructor(readonly raw: SFTPWrapper) {
    raw.on('error', (error: Error) => {
      this.#end(error)
      raw.end()
    })
    raw.once('close', () => this.#end(new Error('the machine ended the SFTP session')))
  }

  call<T>(request: (done: (error: Error | null | undefined, result: T) => void) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#over) return reject(this.#over)
      this.#pending.add(reject)
      request((error, result) => {
        this.#pending.delete(reject)
        if (error) reject(error)
        else resolve(result)
      })
    })
  }

  end(): void {
    this.raw.end()
  }

  /** For a connection that is gone, whether the session has heard of that or not. */
  abandon(error: Error): void {
    this.#end(error)
  }

  #end(error: Error): void {
    this.#over ??= error
    for (const reject of this.#pending) reject(error)
    this.#pending.clear()
  }
}
