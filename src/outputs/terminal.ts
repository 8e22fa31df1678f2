/** What a person sees: lines as they come, one line of progress that replaces itself, and a table at the end. */
import type { Event } from '../model/event'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'
import { summary } from './summary'
import { closingLines, type UiLine, uiLines } from './ui-lines'

export interface TerminalOptions {
  readonly write: (text: string) => void
  /** Width in columns when a person watches; undefined in a log, where nothing can be overwritten. */
  readonly columns?: number
  readonly color: boolean
  /** -timestamp-ui: each message begins with its time. */
  readonly timestamps?: boolean
  /** What to try next, for the end of the table. */
  readonly next?: (report: Report) => string | undefined
}

/** Back to the first column, and nothing behind it. */
const CLEAR = '\r\u001b[K'
const BUILD_COLORS = [32, 36, 35, 33, 34]
const YELLOW = 33
const RED = 31
/** In a log a wait says that it goes on this often. */
const QUIET_MILLISECONDS = 10_000

export class Terminal implements Sink {
  readonly name = 'terminal'
  private builds: readonly string[] = []
  private shown = ''
  private readonly spoke = new Map<string, number>()

  constructor(private readonly options: TerminalOptions) {}

  handle(event: Event): void {
    if (event.type === 'run-started') this.builds = event.builds
    if (event.type === 'progress') this.progress(event)
    for (const line of uiLines(event)) this.line(line, event.at)
  }

  async finish(report: Report): Promise<readonly WrittenFile[]> {
    if (this.shown) this.options.write(CLEAR)
    this.shown = ''
    for (const line of closingLines(report)) this.line(line, Date.now())
    this.print(`\n${summary(report, this.options.next?.(report))}\n`)
    return []
  }

  private line(line: UiLine, at: number): void {
    const stamp = this.options.timestamps ? `${new Date(at).toISOString().replace(/\.\d+/, '')}: ` : ''
    // Packer puts the time before the message, not before each of its lines.
    const lead = /^\n*/.exec(line.text)?.[0] ?? ''
    this.print(`${lead}${stamp}${this.colored(line, line.text.slice(lead.length))}\n`)
  }

  private print(text: string): void {
    const { write } = this.options
    write(this.shown ? `${CLEAR}${text}${this.shown}` : text)
  }

  private progress({ build = '', text, fraction, at }: Extract<Event, { type: 'progress' }>): void {
    const { columns, write } = this.options
    const share = fraction === undefined ? '' : ` (${Math.floor(fraction * 100)} %)`
    const line = `    ${build && `${build}: `}${text}${share}`
    if (columns !== undefined) {
      this.shown = line.slice(0, columns - 1)
      write(CLEAR + this.shown)
      return
    }
    const last = this.spoke.get(build)
    if (last !== undefined && at - last < QUIET_MILLISECONDS) return
    this.spoke.set(build, at)
    this.line({ kind: 'message', build, text: line }, at)
  }

  private colored({ kind, build }: UiLine, text: string): string {
    if (!this.options.color) return text
    const index = build === undefined ? -1 : this.builds.indexOf(build)
    const own = index < 0 ? undefined : BUILD_COLORS[index % BUILD_COLORS.length]
    const color = kind === 'error' ? RED : kind === 'warning' ? YELLOW : own
    if (color === undefined) return `\u001b[1m${text}\u001b[0m`
    return kind === 'message' ? `\u001b[${color}m${text}\u001b[0m` : `\u001b[1;${color}m${text}\u001b[0m`
  }
}
