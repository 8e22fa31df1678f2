/** A command's two streams as lines for the reader, with the last of them kept for the error that may follow. */
import { type LineSplitter, splitLines } from '../../lib/lines'

const KEPT = 20

export interface CommandOutput {
  readonly stdout: LineSplitter
  readonly stderr: LineSplitter
  readonly last: readonly string[]
  end(): void
}

export function commandOutput(tell: (stream: 'stdout' | 'stderr', line: string) => void): CommandOutput {
  const last: string[] = []
  const of = (stream: 'stdout' | 'stderr') =>
    splitLines(line => {
      if (line.trim() !== '') last.push(line)
      if (last.length > KEPT) last.shift()
      tell(stream, line)
    })
  const stdout = of('stdout')
  const stderr = of('stderr')
  const end = () => {
    stdout.end()
    stderr.end()
  }
  return { stdout, stderr, last, end }
}
