/** The communicator that provisioners see: it connects anew after the link was lost, so that a retry meets a living one. */
import { type Communicator, ConnectionLost, type Reach } from '../model/communicator'
import { Failure } from '../model/failure'
import type { BuildRun } from './build-run'

export class Connection implements Communicator {
  private current: Promise<Communicator> | undefined

  constructor(
    private readonly build: BuildRun,
    private readonly reach: Reach,
    private readonly signal: AbortSignal,
  ) {}

  get shell(): Communicator['shell'] {
    return this.build.plugins.communicators[this.build.communicator]?.shell
  }

  /** Resolves when the machine answers. */
  async open(): Promise<void> {
    await this.connected()
  }

  run: Communicator['run'] = (...args) => this.use(link => link.run(...args))
  upload: Communicator['upload'] = (...args) => this.use(link => link.upload(...args))
  uploadFile: Communicator['uploadFile'] = (...args) => this.use(link => link.uploadFile(...args))
  uploadFolder: Communicator['uploadFolder'] = (...args) => this.use(link => link.uploadFolder(...args))
  downloadFile: Communicator['downloadFile'] = (...args) => this.use(link => link.downloadFile(...args))
  downloadFolder: Communicator['downloadFolder'] = (...args) => this.use(link => link.downloadFolder(...args))
  remove: Communicator['remove'] = (...args) => this.use(link => link.remove(...args))

  async close(): Promise<void> {
    const link = await this.current?.catch(() => undefined)
    this.current = undefined
    await link?.close()
  }

  private async use<T>(work: (link: Communicator) => Promise<T>): Promise<T> {
    const connecting = this.connected()
    const link = await connecting
    try {
      return await work(link)
    } catch (error) {
      if (error instanceof ConnectionLost && this.current === connecting) {
        this.current = undefined
        await link.close().catch(() => {})
      }
      throw error
    }
  }

  private connected(): Promise<Communicator> {
    this.current ??= this.connect().catch(error => {
      this.current = undefined
      throw error
    })
    return this.current
  }

  private async connect(): Promise<Communicator> {
    const { build } = this
    const options = build.plan.source.communicator
    const plugin = build.plugins.communicators[build.communicator]
    if (!plugin)
      throw new Failure('invalid', `communicator = "${build.communicator}" is not supported`, {
        advice: `Supported are: ${Object.keys(build.plugins.communicators).sort().join(', ')}.`,
      })
    const { say, warn, progress } = build
    const connecting = plugin.connect(this.reach, options, { signal: this.signal, say, warn, progress })
    const link = await build.bounded(connecting, this.signal)
    const { atConnect } = this.reach
    if (atConnect) await link.run(atConnect, { signal: this.signal }).catch(() => this.signal.throwIfAborted())
    return link
  }
}
