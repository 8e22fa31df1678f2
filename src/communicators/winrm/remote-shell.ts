/** A shell on the machine: commands are started in it, and what is left of them ends with it. */
import { bodyOf, commandIdIn, type Output, outputIn, shellIdIn } from './answer'
import * as ask from './envelope'
import type { Line } from './line'

/** Seconds until the machine has to answer. With output it does so at once, and a question of its own costs little. */
const ANSWER_SECONDS = 60
const OUTPUT_SECONDS = 30
/** Milliseconds that an answer may be late before the machine counts as gone. */
const LATE_MILLISECONDS = 30_000

export class RemoteShell {
  private constructor(
    private readonly line: Line,
    private readonly url: URL,
    private readonly id: string,
  ) {}

  static async open(line: Line, url: URL, signal?: AbortSignal): Promise<RemoteShell> {
    const id = shellIdIn(await exchange(line, url, ask.createShell(), ANSWER_SECONDS, signal))
    return new RemoteShell(line, url, id)
  }

  /** Resolves with the ID of the command. */
  async start(command: string, hasInput: boolean, signal?: AbortSignal): Promise<string> {
    return commandIdIn(await this.ask(ask.startCommand(this.id, command, hasInput), signal))
  }

  /** Waits for output for half a minute at most; then a Fault says so. */
  async receive(command: string, signal?: AbortSignal): Promise<Output> {
    return outputIn(await this.ask(ask.receiveOutput(this.id, command), signal, OUTPUT_SECONDS))
  }

  async send(command: string, bytes: Buffer, isLast: boolean, signal?: AbortSignal): Promise<void> {
    await this.ask(ask.sendInput(this.id, command, bytes, isLast), signal)
  }

  async signal(command: string, code: 'ctrl_c' | 'terminate', signal: AbortSignal): Promise<void> {
    await this.ask(ask.signalCommand(this.id, command, code), signal)
  }

  async delete(signal: AbortSignal): Promise<void> {
    await this.ask(ask.deleteShell(this.id), signal)
  }

  private ask(what: ask.Ask, signal: AbortSignal | undefined, seconds = ANSWER_SECONDS) {
    return exchange(this.line, this.url, what, seconds, signal)
  }
}

async function exchange(line: Line, url: URL, what: ask.Ask, seconds: number, signal: AbortSignal | undefined) {
  const milliseconds = seconds * 1000 + LATE_MILLISECONDS
  return bodyOf(await line.ask(ask.envelope(url, what, seconds), { signal, milliseconds }))
}
