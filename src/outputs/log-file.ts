/** Everything that happened, with its time, in the run's folder: what a person is asked for when something went wrong. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { duration } from '../lib/duration-text'
import type { Event } from '../model/event'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'
import { closingLines } from './ui-lines'

export class LogFile implements Sink {
  readonly name = 'log file'
  private file: number | undefined

  constructor(private readonly path: string) {}

  handle(event: Event): void {
    const time = new Date(event.at).toISOString()
    const build = 'build' in event && event.build !== undefined ? `[${event.build}] ` : ''
    for (const line of logText(event).split('\n')) this.write(`${time} ${build}${line}\n`)
  }

  async finish(report: Report): Promise<readonly WrittenFile[]> {
    for (const { text } of closingLines(report)) this.write(`${text}\n`)
    if (this.file !== undefined) closeSync(this.file)
    return [{ what: 'log', path: this.path }]
  }

  private write(text: string): void {
    if (this.file === undefined) {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 })
      this.file = openSync(this.path, 'a', 0o600)
    }
    writeSync(this.file, text)
  }
}

function logText(event: Event): string {
  switch (event.type) {
    case 'run-started':
      return `run ${event.run} of ${event.template}: ${event.builds.join(', ')}`
    case 'diagnostic': {
      const { severity, summary, detail, subject } = event.diagnostic
      const where = subject ? ` at ${subject.file}:${subject.start.line}:${subject.start.column}` : ''
      return `${severity}${where}: ${summary}${detail ? `: ${detail}` : ''}`
    }
    case 'step-started':
      return `${event.phase}: ${event.step} begins`
    case 'step-finished':
      return `${event.phase}: ${event.step} ${event.outcome} after ${duration(event.milliseconds)}`
    case 'message':
      return `${event.level}: ${event.text}`
    case 'progress':
      return `progress: ${event.text}${event.fraction === undefined ? '' : ` (${Math.floor(event.fraction * 100)} %)`}`
    case 'output':
      return `${event.from} ${event.stream}: ${event.text}`
    case 'inventory':
      return `${event.inventory.packages.length} packages of ${event.inventory.system.id}, told by the ${event.machine}`
    case 'resource':
      return `${event.kind} ${event.id ?? `with token ${event.token}`}: ${event.state}`
    default:
      return rest(event)
  }
}

/** Events that are rare and long say their fields. */
function rest(event: Event): string {
  const { at: _at, type, ...fields } = event
  return `${type}: ${JSON.stringify(fields)}`
}
