/** What a program on the pretended machine runs with: its streams, its variables, its folder. */
import { decode, encode } from 'iconv-lite'
import type { Variables } from './environment'
import type { StreamName } from './process'

export interface Io {
  readonly variables: Variables
  /** Shared by all that one cmd runs. */
  readonly place: { folder: string }
  readonly signal: AbortSignal
  /** Windows' number of it: 65001 is UTF-8. */
  readonly codePage: number
  /** The next piece of input; undefined at the end. */
  read(): Promise<Buffer | undefined>
  write(stream: StreamName, bytes: Uint8Array): void
}

const encodingOf = ({ codePage }: Io) => (codePage === 65001 ? 'utf8' : `cp${codePage}`)

export const print = (io: Io, stream: StreamName, text: string): void => io.write(stream, encode(text, encodingOf(io)))

export const decoded = (io: Io, bytes: Uint8Array): string => decode(Buffer.from(bytes), encodingOf(io))

export async function readAll(io: Io): Promise<Buffer> {
  const chunks: Buffer[] = []
  for (let chunk = await io.read(); chunk; chunk = await io.read()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Input that is there already. */
export function inputOf(bytes: Uint8Array): Io['read'] {
  let left: Buffer | undefined = bytes.length > 0 ? Buffer.from(bytes) : undefined
  return async () => {
    const next = left
    left = undefined
    return next
  }
}
