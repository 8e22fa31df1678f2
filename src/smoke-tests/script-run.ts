/** How a script came out, wherever it ran. */
import type { RemoteExit } from '../model/communicator'
import { exitCode } from '../platforms/scripts/exit'
import { readReport, readTap } from './reports'
import type { Finding } from './result'

export interface ScriptRun {
  readonly exit: RemoteExit
  readonly milliseconds: number
  /** The ends of both, as far as they are kept. */
  readonly stdout: string
  readonly stderr: string
  /** The last lines of both together, in the order in which they came. */
  readonly last: readonly string[]
  /** Files that it left in the folder for results, by name. */
  readonly files: ReadonlyMap<string, string>
}

/** Its own results when it has any; and the exit status decides, whatever they say. */
export function findingsOf(name: string | undefined, run: ScriptRun): readonly Finding[] {
  const own = [...(readTap(run.stdout) ?? []), ...[...run.files].flatMap(([file, text]) => readReport(file, text))]
  const verdict = verdictOf(run)
  if (own.length === 0) return [{ ...verdict, name }]
  const findings = own.map(finding => ({ ...finding, name: name === undefined ? finding.name : `${name}: ${finding.name}` }))
  const told = findings.some(({ outcome }) => outcome === 'failed')
  return verdict.outcome === 'failed' && !told ? [...findings, { ...verdict, name }] : findings
}

function verdictOf({ exit, milliseconds, stdout, stderr, last }: ScriptRun): Finding {
  const code = exitCode(exit)
  if (code === 0) return { outcome: 'passed', milliseconds }
  const how = exit.status === undefined && exit.signal ? `it was ended by ${exit.signal}` : `it ended with status ${code}`
  return { outcome: 'failed', milliseconds, detail: withOutput(how, last), stdout, stderr }
}

export const withOutput = (sentence: string, lines: readonly string[]): string =>
  lines.length > 0 ? `${sentence}; its last output:\n${lines.join('\n')}` : sentence
