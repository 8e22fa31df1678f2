/**
 * The terminal's lines in groups that fold: one for each phase of each build, live. Groups cannot nest and builds run side by
 * side, so one build is in front; what others say meanwhile waits until its phase ends, but never longer than a few seconds.
 */
import type { Event } from '../model/event'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'
import { Terminal } from '../outputs/terminal'
import { command, write } from './log'

const WAIT_MILLISECONDS = 5000

interface Held {
  readonly group: string
  text: string
}

export class GroupedLog implements Sink {
  readonly name = 'log'
  private readonly terminal = new Terminal({ write: text => this.collect(text), color: true })
  private readonly phases = new Map<string, string>()
  private readonly held: Held[] = []
  private collected = ''
  private open: string | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly waitMilliseconds = WAIT_MILLISECONDS) {}

  handle(event: Event): void {
    if (event.type === 'step-started') this.phases.set(event.build, event.phase)
    this.collected = ''
    this.terminal.handle(event)
    if (this.collected !== '') this.say(this.groupOf(event), this.collected)
  }

  async finish(report: Report): Promise<readonly WrittenFile[]> {
    this.flush()
    this.collected = ''
    const written = await this.terminal.finish(report)
    write(this.collected)
    return written
  }

  /** Ends of builds stand outside of every group, where nobody has to unfold anything to see them. */
  private groupOf(event: Event): string | undefined {
    if (event.type === 'build-finished' || !('build' in event) || event.build === undefined) return undefined
    return `${event.build}: ${this.phases.get(event.build) ?? 'prepare'}`
  }

  private say(group: string | undefined, text: string): void {
    if (group === undefined) {
      this.flush()
      write(text)
    } else if (this.open === undefined || this.open === group || buildOf(this.open) === buildOf(group)) {
      if (this.open !== group) this.flush()
      this.show(group, text)
    } else this.hold(group, text)
  }

  private show(group: string, text: string): void {
    if (this.open !== group) {
      this.close()
      command(`::group::${escaped(group)}`)
      this.open = group
    }
    write(text)
  }

  private hold(group: string, text: string): void {
    const last = this.held.findLast(piece => buildOf(piece.group) === buildOf(group))
    if (last?.group === group) last.text += text
    else this.held.push({ group, text })
    this.timer ??= setTimeout(() => this.flush(), this.waitMilliseconds).unref()
  }

  /** Shows what waits, each piece in its group, and leaves no group open. */
  private flush(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    for (const { group, text } of this.held.splice(0)) this.show(group, text)
    this.close()
  }

  private close(): void {
    if (this.open !== undefined) command('::endgroup::')
    this.open = undefined
  }

  private collect(text: string): void {
    this.collected += text
  }
}

const buildOf = (group: string): string => group.slice(0, group.lastIndexOf(': '))

/** As the runner wants the text of a command. */
const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
