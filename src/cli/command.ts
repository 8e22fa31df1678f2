/** The shape of a verb. */
import { type Arguments, choice, type Flags, parseArguments } from './flags'
import type { JsonDocument } from './json-document'

export interface Io {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean }
  readonly stdin: NodeJS.ReadStream
  readonly environment: NodeJS.ProcessEnv
  /** With `-format json`; `stdout` leads to stderr then, so that the document is alone. */
  readonly document?: JsonDocument
  /** Packer's lines for machines, on stdout, in place of text. */
  readonly machineReadable?: boolean
  /** False: none, not even on a terminal. */
  readonly color?: boolean
}

export interface Verb {
  readonly usage: string
  readonly summary: string
  readonly flags: Flags
  /** Resolves with the exit status; Failures that it throws are printed. */
  run(argv: readonly string[], io: Io): Promise<number>
}

const commonFlags = {
  format: choice('How to say what was found: as text, or all as one JSON document on stdout.', ['text', 'json'], 'text'),
} as const

/** Of the commands that have these flags. */
interface CommonWishes {
  readonly 'machine-readable'?: boolean
  readonly color?: boolean
}

export const verb = <F extends Flags>(spec: {
  readonly usage: string
  readonly summary: string
  readonly flags: F
  run(given: Arguments<F>, io: Io): Promise<number>
}): Verb => {
  const flags = { ...spec.flags, ...commonFlags }
  return {
    ...spec,
    flags,
    run: (argv, io) => {
      const given = parseArguments(flags, argv)
      const { 'machine-readable': machineReadable, color } = given.flags as CommonWishes
      return spec.run(given, { ...io, machineReadable, color })
    },
  }
}

/** Asked before anything else is understood, so that a mistake in the other flags is told as wished too. */
export function wantsJson(argv: readonly string[]): boolean {
  const own = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined)
  const last = own.findLastIndex(word => /^--?format(=|$)/.test(word))
  return last >= 0 && (own[last]!.includes('=') ? own[last]!.endsWith('=json') : own[last + 1] === 'json')
}

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
