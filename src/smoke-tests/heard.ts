/** What a script prints, kept for its results and its failure while it is told line by line. */
import { commandOutput } from '../platforms/scripts/output'

const KEPT_BYTES = 1024 * 1024

export class Heard {
  private readonly kept = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] }
  private readonly output

  constructor(tell: (stream: 'stdout' | 'stderr', line: string) => void) {
    this.output = commandOutput(tell)
  }

  readonly onStdout = (chunk: Uint8Array): void => this.hear('stdout', chunk)
  readonly onStderr = (chunk: Uint8Array): void => this.hear('stderr', chunk)

  end(): void {
    this.output.end()
  }

  get last(): readonly string[] {
    return this.output.last
  }

  text(stream: 'stdout' | 'stderr'): string {
    return Buffer.concat(this.kept[stream]).subarray(-KEPT_BYTES).toString()
  }

  private hear(stream: 'stdout' | 'stderr', chunk: Uint8Array): void {
    this.output[stream].write(chunk)
    const chunks = this.kept[stream]
    chunks.push(chunk)
    // Never more than a chunk above twice the limit in memory.
    if (chunks.length % 64 === 0) this.kept[stream] = [Buffer.concat(chunks).subarray(-KEPT_BYTES)]
  }
}
