/**
 * A folder on its way from a machine that has tar: one stream, which after a lost connection goes on where it stopped. The machine
 * makes the archive anew and proves by a hash that it begins with what has arrived; what was changed meanwhile begins again.
 */
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import type { TransferOptions } from '../../model/communicator'
import { NO_TAR, progressOf, type TarEnd } from './folder'
import type { Link } from './link'
import type { Advance } from './pieces'
import { OtherStream, PREFIX_BLOCK, Prefix } from './prefix'
import { openScript } from './script'
import { unpack } from './tar-read'

const READY = `cd "$1" || exit 1; command -v tar > /dev/null || exit ${NO_TAR};`
const WHOLE = `${READY} exec tar -c -f - .`

/** The hash of the first `$2` blocks, then what comes after them; with tar's own exit status. */
const REST = `${READY}
  exec 4>&1;
  status=$({
    { tar -c -f - . 3>&-; echo $? >&3; } |
    { dd bs=${PREFIX_BLOCK} count="$2" iflag=fullblock 2> /dev/null | sha256sum; exec cat; } >&4;
  } 3>&1);
  exit $status`

/** Of a folder that is another one whenever a connection breaks, or whose machine has not what the proof needs. */
const RESTARTS = 3

export class FolderDownload {
  /** In bytes of the archive, for whoever decides whether another connection is worth it. */
  readonly advance: Advance = { from: 0 }
  #begun?: Begun
  #restarts = 0

  constructor(
    readonly folder: string,
    readonly options: TransferOptions,
  ) {}

  /** Resolves with the exit status and what the machine said about it. */
  async byTar(link: Link, remote: string): Promise<TarEnd> {
    const blocks = this.#begun?.prefix.blocks ?? 0
    if (this.#begun && blocks > 0) {
      const begun = this.#begun
      const goOn = this.#fetch(link, REST, [remote, String(blocks)], begun, output => begun.prefix.goingOn(output))
      const end = await goOn.catch(error => {
        if (!(error instanceof OtherStream)) throw error
        if (++this.#restarts > RESTARTS)
          throw new Error('the connection breaks, and the machine cannot show that it still has what has arrived')
      })
      if (end) return end
    }
    await this.abandon()
    this.advance.from = 0
    await mkdir(this.folder, { recursive: true })
    this.#begun = new Begun(this.folder, this.options)
    return this.#fetch(link, WHOLE, [remote], this.#begun, output => output)
  }

  /** Nothing is written any more when it resolves. */
  async abandon(): Promise<void> {
    await this.#begun?.abandon()
    this.#begun = undefined
  }

  async #fetch(link: Link, script: string, args: readonly string[], begun: Begun, missing: Missing): Promise<TarEnd> {
    const { channel, output, said, exit } = await openScript(link, script, args, this.options.signal)
    channel.end()
    const failure = await this.#hand(missing(output), begun).catch((error: Error) => {
      channel.close()
      return error
    })
    channel.resume()
    const { status } = await exit
    // A machine that says why it ended knows better than who found the stream too short.
    if (failure && (!status || said() === '' || failure instanceof OtherStream)) throw failure
    if (status === 0) await begun.complete()
    return { status, said: said() }
  }

  async #hand(chunks: AsyncIterable<Buffer>, begun: Begun): Promise<undefined> {
    for await (const chunk of chunks) {
      await begun.take(chunk)
      this.advance.from = begun.prefix.length
    }
  }
}

/** What of the machine's output has not arrived yet. */
type Missing = (output: AsyncIterable<Buffer>) => AsyncIterable<Buffer>

/** An archive that is being unpacked, over any number of connections. */
class Begun {
  readonly prefix = new Prefix()
  readonly #stream = new PassThrough()
  readonly #unpacking: Promise<void>

  constructor(folder: string, options: TransferOptions) {
    this.#unpacking = unpack(this.#stream, folder, progressOf(0, options))
    this.#unpacking.catch(() => undefined)
    this.#stream.on('error', () => undefined)
  }

  /** Rejects with what keeps it from being unpacked. */
  async take(chunk: Buffer): Promise<void> {
    this.prefix.add(chunk)
    if (this.#stream.destroyed) await this.#unpacking
    if (!this.#stream.write(chunk)) await Promise.race([once(this.#stream, 'drain'), this.#unpacking])
  }

  async complete(): Promise<void> {
    this.#stream.end()
    await this.#unpacking
  }

  async abandon(): Promise<void> {
    this.#stream.destroy()
    await this.#unpacking.catch(() => undefined)
  }
}
