/** Restart, wait until the machine that answers is a newly started one, wait until it is ready. */
import { abortable, delay, timeLimit } from '../../lib/abort'
import { duration } from '../../lib/duration-text'
import { ConnectionLost, type RemoteExit } from '../../model/communicator'
import { Failure } from '../../model/failure'
import type { ProvisionContext } from '../../model/plugin'
import { checkExit } from '../../platforms/scripts/exit'
import { commandOutput } from '../../platforms/scripts/output'
import type { WindowsRestartOptions } from './options'
import { encoded, isThere, SINCE, TRY_TO_RESTART, WITHDRAW } from './questions'

const PAUSE_MILLISECONDS = 2000

export async function provision(options: WindowsRestartOptions, context: ProvisionContext): Promise<void> {
  const limit = timeLimit(options.restart_timeout, new Error('restart_timeout is over'))
  const signal = AbortSignal.any([context.signal, limit.signal])
  const restart = new Restart({ ...context, signal })
  try {
    await restart.order(options.restart_command)
    await restart.untilReady(options)
  } catch (error) {
    // Whatever was under way then ended because the time was over.
    if (!limit.signal.aborted || context.signal.aborted) throw error
    throw new Failure('failed', `The machine was not ready within ${duration(options.restart_timeout)} after its restart`, {
      advice: 'Raise restart_timeout, or look on its console what it is doing.',
      evidence: restart.obstacle,
    })
  } finally {
    limit.stop()
  }
}

class Restart {
  private before: string | undefined
  /** Why it could not be asked the last time. */
  obstacle: string | undefined

  constructor(private readonly context: ProvisionContext) {}

  async order(command: string): Promise<void> {
    const { context } = this
    this.before = (await this.ask(SINCE))?.text || undefined
    context.say('Restarting the machine')
    const output = commandOutput(context.output)
    try {
      const exit = await this.run(context.render(command), output.stdout.write, output.stderr.write)
      output.end()
      // It may be gone before it could tell how the command ended.
      if (exit.status !== undefined) checkExit('restart_command', exit, [0], output.last)
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
    }
  }

  async untilReady(options: WindowsRestartOptions): Promise<void> {
    const { context } = this
    context.progress('waiting for the machine to restart')
    await this.repeat(() => this.isAnotherOne())
    if (options.restart_check_command) {
      const check = context.render(options.restart_check_command)
      await this.repeat(async () => (await this.ask(check, true))?.status === 0)
    }
    for (const key of options.check_registry ? options.registry_keys : [])
      await this.repeat(async () => {
        const there = (await this.ask(encoded(isThere(key))))?.text
        if (there === 'True') context.progress(`waiting until ${key} is gone`)
        return there === 'False'
      })
    context.say('The machine has restarted')
  }

  /**
   * It answers, and what Windows starts once at its start is younger than it was. Where it is not, a restart that nobody wants yet tells
   * whether another one is under way, as in Packer: Windows refuses a second one. If none is, nothing is left to wait for.
   */
  private async isAnotherOne(): Promise<boolean> {
    const since = (await this.ask(SINCE))?.text
    if (!since) return false
    if (this.before && since !== this.before) return true
    const attempt = await this.ask(TRY_TO_RESTART)
    if (attempt?.status !== 0) return false
    await this.repeat(async () => (await this.ask(WITHDRAW)) !== undefined)
    if (this.before) this.context.warn('The machine is still the one that it was, and no restart is under way')
    return true
  }

  /** Undefined when nobody answers, or in the way of a machine that shuts down. */
  private async ask(command: string, isShown = false): Promise<{ status: number | undefined; text: string } | undefined> {
    const output = commandOutput((stream, line) => isShown && this.context.output(stream, line))
    let text = ''
    const take = (chunk: Uint8Array) => {
      text += Buffer.from(chunk).toString()
      output.stdout.write(chunk)
    }
    try {
      const { status } = await this.run(command, take, output.stderr.write)
      this.obstacle = undefined
      return { status, text: text.trim() }
    } catch (error) {
      this.context.signal.throwIfAborted()
      if (!(error instanceof ConnectionLost || error instanceof Failure)) throw error
      this.obstacle = error.message
      return undefined
    } finally {
      output.end()
    }
  }

  /** Also while a connection is being made, which has another limit, the time is over when it is over. */
  private run(
    command: string,
    onStdout: (chunk: Uint8Array) => void,
    onStderr: (chunk: Uint8Array) => void,
  ): Promise<RemoteExit> {
    const { communicator, signal } = this.context
    return abortable(communicator.run(command, { signal, onStdout, onStderr }), signal)
  }

  private async repeat(work: () => Promise<boolean>): Promise<void> {
    while (!(await work())) await delay(PAUSE_MILLISECONDS, this.context.signal)
  }
}
