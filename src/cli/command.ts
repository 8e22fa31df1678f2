/** The shape of a verb. */
import { type Arguments, type Flags, parseArguments } from './flags'

export interface Io {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean }
  readonly stdin: NodeJS.ReadStream
  readonly environment: NodeJS.ProcessEnv
}

export interface Verb {
  readonly usage: string
  readonly summary: string
  readonly flags: Flags
  /** Resolves with the exit status; Failures that it throws are printed. */
  run(argv: readonly string[], io: Io): Promise<number>
}

export const verb = <F extends Flags>(spec: {
  readonly usage: string
  readonly summary: string
  readonly flags: F
  run(given: Arguments<F>, io: Io): Promise<number>
}): Verb => ({ ...spec, run: (argv, io) => spec.run(parseArguments(spec.flags, argv), io) })

/** To start this program again as another process. */
export const ownScript = (): string => process.argv[1] ?? ''

/** How the user called this program, for commands to copy. */
export function programName(): string {
  const script = ownScript()
  return script.endsWith('.js') || script.endsWith('.ts') ? `node ${shortest(script)}` : 'ingot'
}

function shortest(path: string): string {
  const here = `${process.cwd()}/`
  return path.startsWith(here) ? path.slice(here.length) : path
}
