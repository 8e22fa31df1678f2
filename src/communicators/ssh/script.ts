/**
 * Scripts of our own on the machine, for any login shell and whatever its files print before a command. So they are one line (csh
 * takes no quoted text over several) without `\\` and `\'` (fish reads these), and say themselves where their output begins.
 */
import type { Readable } from 'node:stream'
import { quote } from '../../lib/posix-quote'
import { type OpenCommand, openCommand, runCommand, SAID_LIMIT } from './command'
import type { Link } from './link'

const BEGIN = 'ingot-begins\n'
/** No login shell says that much of itself. */
const PREFACE_LIMIT = 1 << 20

/** A line of `script` ends with what separates commands in POSIX sh; `args` are its `$1` and so on. */
const commandOf = (script: string, args: readonly string[]): string =>
  ['exec sh -c', quote(`echo ${BEGIN.trim()}; ${script.trim().replace(/\s*\n\s*/g, ' ')}`), 'sh', ...args.map(quote)].join(' ')

export interface Captured {
  readonly status: number | undefined
  readonly stdout: string
  /** What it wrote to stderr; of a script that never began, what was said instead. */
  readonly said: string
}

interface CaptureOptions {
  readonly stdin?: Uint8Array | Readable
  readonly signal?: AbortSignal
}

export async function capture(
  link: Link,
  script: string,
  args: readonly string[] = [],
  options: CaptureOptions = {},
): Promise<Captured> {
  const stdout: Uint8Array[] = []
  const stderr: Uint8Array[] = []
  const hear = { onStdout: (chunk: Uint8Array) => stdout.push(chunk), onStderr: (chunk: Uint8Array) => stderr.push(chunk) }
  const { status } = await runCommand(link, commandOf(script, args), { ...options, ...hear }, false)
  const text = Buffer.concat(stdout).toString()
  const at = text.indexOf(BEGIN)
  const said = Buffer.concat(stderr).toString().trim() || (at < 0 ? text.trim() : '')
  return { status, stdout: at < 0 ? '' : text.slice(at + BEGIN.length), said }
}

export interface OpenScript extends OpenCommand {
  /** To be read to its end, or the channel closed. */
  readonly output: AsyncIterable<Buffer>
}

/** One whose input or output is a stream of data. */
export async function openScript(link: Link, script: string, args: readonly string[], signal?: AbortSignal): Promise<OpenScript> {
  const command = await openCommand(link, commandOf(script, args), signal)
  let instead = ''
  const { channel } = command
  // Who stops reading before the end closes the channel and lets the rest go by: destroyed it would never tell its end.
  const output = afterBegin(channel.iterator({ destroyOnReturn: false }), preface => {
    instead = preface.toString('utf8', 0, SAID_LIMIT).trim()
    if (preface.length > PREFACE_LIMIT) channel.resume().close()
  })
  return { ...command, output, said: () => command.said() || instead }
}

async function* afterBegin(chunks: AsyncIterable<Buffer>, neverBegan: (preface: Buffer) => void): AsyncGenerator<Buffer> {
  let preface: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (!preface) {
      yield chunk
      continue
    }
    preface = Buffer.concat([preface, chunk])
    const at = preface.indexOf(BEGIN)
    if (at < 0 && preface.length > PREFACE_LIMIT) break
    if (at < 0) continue
    const rest = preface.subarray(at + BEGIN.length)
    preface = undefined
    if (rest.length > 0) yield rest
  }
  if (preface) neverBegan(preface)
}
