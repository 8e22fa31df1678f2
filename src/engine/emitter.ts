/** Hands every event to every sink, with its time and without its secrets. A broken sink is heard of, and then left out. */
import type { Event, EventBody } from '../model/event'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'
import type { Redactor } from './redact'
import { Stitcher } from './stitch'

/** What tells events and images apart is never text from a template: nobody's secret, and needed whole. */
const IDENTITY: ReadonlySet<string> = new Set([
  ...['type', 'phase', 'outcome', 'state', 'level', 'severity', 'stream'],
  ...['run', 'build', 'builds', 'kind', 'token', 'region', 'id', 'sourceId'],
  // Names and versions as the package manager has them.
  ...['inventory', 'packages'],
])
export class Emitter {
  private readonly broken = new Set<Sink>()
  private readonly stitcher: Stitcher
  readonly problems: string[] = []
  readonly files: WrittenFile[] = []

  constructor(
    private readonly sinks: readonly Sink[],
    private readonly redactor: Redactor,
  ) {
    this.stitcher = new Stitcher(redactor)
  }

  readonly emit = (body: EventBody): void => {
    for (const event of this.stitcher.take({ at: Date.now(), ...body })) this.tell(this.redactor.deep<Event>(event, IDENTITY))
  }

  private tell(event: Event): void {
    if (event.type === 'file' && !this.files.some(file => file.path === event.path))
      this.files.push({ what: event.what, path: event.path })
    for (const sink of this.sinks) {
      if (this.broken.has(sink)) continue
      try {
        sink.handle(event)
      } catch (error) {
        this.failed(sink, error)
      }
    }
  }

  /** Lets each sink end in turn; `report` is asked for anew each time, because a sink that fails changes it. */
  async finish(report: () => Report): Promise<void> {
    for (const sink of this.sinks) {
      if (this.broken.has(sink) || !sink.finish) continue
      try {
        this.files.push(...(await sink.finish(this.redacted(report()))))
      } catch (error) {
        this.failed(sink, error)
      }
    }
  }

  /** Names of builds and images are results, not texts about them. */
  redacted(report: Report): Report {
    const builds = report.builds.map(build => {
      const { name, sourceName, images } = build
      return { ...this.redactor.deep(build, IDENTITY), name, sourceName, images }
    })
    return { ...this.redactor.deep({ ...report, builds: [] }, IDENTITY), run: { ...report.run }, builds }
  }

  private failed(sink: Sink, error: unknown): void {
    this.broken.add(sink)
    const text = `The output "${sink.name}" failed: ${error instanceof Error ? error.message : error}`
    this.problems.push(text)
    this.emit({ type: 'message', level: 'error', text })
  }
}
