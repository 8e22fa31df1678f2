/** What is really run: the file's or the inline lines' text, as an interpreter on the other side wants it. */
import { readFile } from 'node:fs/promises'
import type { ScriptChoice } from './options'

export interface Script {
  /** For people: the path as the template has it, or `inline`. */
  readonly name: string
  /** On this machine; undefined for inline lines. */
  readonly path?: string
  content(): Promise<Buffer>
}

/** `binary` leaves line ends alone. */
export function scriptsOf(options: ScriptChoice, binary: boolean): Script[] {
  if (options.inline && options.inline.length > 0) {
    const text = inlineText(options.inline, options.inline_shebang)
    return [{ name: 'inline script', content: async () => Buffer.from(binary ? text : unixLines(text)) }]
  }
  const paths = options.script ? [options.script] : (options.scripts ?? [])
  return paths.map(path => ({ name: path, path, content: () => fileContent(path, binary) }))
}

/** A shebang is added when the author asks for one, or brings none. */
export function inlineText(lines: readonly string[], shebang?: string): string {
  const text = `${lines.join('\n')}\n`
  return shebang === undefined && text.startsWith('#!') ? text : `#!${shebang ?? '/bin/sh -e'}\n${text}`
}

async function fileContent(path: string, binary: boolean): Promise<Buffer> {
  const bytes = await readFile(path)
  // Text in another encoding than UTF-8 has to pass unharmed too.
  return binary ? bytes : Buffer.from(unixLines(bytes.toString('latin1')), 'latin1')
}

/** A carriage return before the line end breaks a shebang; a missing last line end loses the last line in some shells. */
function unixLines(text: string): string {
  const lines = text.replace(/\r\n/g, '\n')
  return lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`
}
