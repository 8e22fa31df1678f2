/** Turns a command's bytes into lines while it runs: whole lines at once, whatever the chunks, with bounded memory. */
import { StringDecoder } from 'node:string_decoder'

/** Characters; a longer line is told in parts of this length. */
export const LONGEST = 16_384

export interface LineSplitter {
  write(chunk: Uint8Array): void
  /** Tells what stands without a line end. */
  end(): void
}

/**
 * A carriage return goes back to the beginning of the line, as on a terminal, so of a progress bar its last state is told.
 * White space at the end of a line is left out; bytes that are not UTF-8, and control characters that would move a reader's
 * cursor or ring his bell, become U+FFFD. Colours stay.
 */
export function splitLines(tell: (line: string) => void): LineSplitter {
  const decoder = new StringDecoder('utf8')
  let open = ''
  /** A return that ended the last chunk: followed by a newline it is a line end, otherwise it wipes the line. */
  let returned = false
  const add = (text: string) => {
    if (returned && text !== '') open = ''
    if (text !== '') returned = false
    open += text
    while (open.length > LONGEST) {
      const end = LONGEST - (isHighSurrogate(open, LONGEST - 1) ? 1 : 0)
      tell(clean(open.slice(0, end)))
      open = open.slice(end)
    }
  }
  const line = () => {
    tell(clean(open).trimEnd())
    open = ''
    returned = false
  }
  const take = (text: string) => {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code !== 10 && code !== 13) continue
      add(text.slice(from, at))
      from = at + 1
      if (code === 10) line()
      else returned = true
    }
    add(text.slice(from))
  }
  return {
    write: chunk => take(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))),
    end: () => {
      take(decoder.end())
      if (open !== '') line()
    },
  }
}

const isHighSurrogate = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f]/g

const clean = (text: string): string => text.replace(CONTROLS, '\ufffd')
