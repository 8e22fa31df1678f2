/** The shape of an output: a sink for events. It stands here because engine and outputs do not see each other. */
import type { Event } from './event'
import type { Report, WrittenFile } from './report'

export interface Sink {
  /** For the sentence when it breaks. */
  readonly name: string
  /** A sink that throws gets nothing more and fails the run; the builds go on. */
  handle(event: Event): void
  /** After the last build, in the order of the sinks, each with what those before it wrote and how they failed. */
  finish?(report: Report): Promise<readonly WrittenFile[]>
}
