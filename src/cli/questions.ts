/** Asks the person at the terminal: what to do about a failed step, and whether to go on. One question at a time. */
import { createInterface, type Interface } from 'node:readline/promises'
import { reasonOf } from '../engine/error-text'
import type { Answer } from '../engine/options'
import type { Io } from './command'

const ANSWERS: Readonly<Record<string, Answer>> = { c: 'cleanup', a: 'abort', r: 'retry' }

export class Questions {
  private last: Promise<unknown> = Promise.resolve()
  private terminal: Interface | undefined

  constructor(private readonly io: Io) {}

  /** Without a person -on-error=ask is -on-error=cleanup. */
  get possible(): boolean {
    return this.io.stdin.isTTY === true && this.io.stdout.isTTY === true
  }

  readonly afterFailure = async (build: string, step: string, error: unknown): Promise<Answer> => {
    for (;;) {
      const question = `==> ${build}: "${step}" failed: ${reasonOf(error)}\n[c] Clean up and exit, [a] abort without clean-up, [r] retry the step: `
      const answer = ANSWERS[(await this.ask(question)).trim().toLowerCase()]
      if (answer) return answer
    }
  }

  readonly beforeStep = async (build: string, step: string, signal: AbortSignal): Promise<void> => {
    await this.enter(build, `next is "${step}". Press Enter to go on.`, signal)
  }

  readonly enter = async (build: string, text: string, signal: AbortSignal): Promise<void> => {
    await this.ask(`==> ${build}: ${text} `, signal)
  }

  async agreement(question: string): Promise<boolean> {
    return /^y(es)?$/i.test((await this.ask(`${question} [y/N] `)).trim())
  }

  close(): void {
    this.terminal?.close()
  }

  private open(): Interface {
    const terminal = createInterface({ input: this.io.stdin, output: process.stdout })
    // While a question is open, Ctrl-C is a key like others.
    terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    return terminal
  }

  private ask(question: string, signal?: AbortSignal): Promise<string> {
    const answer = this.last.then(() => {
      this.terminal ??= this.open()
      return signal ? this.terminal.question(question, { signal }) : this.terminal.question(question)
    })
    this.last = answer.catch(() => {})
    return answer
  }
}
