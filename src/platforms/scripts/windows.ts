/** Scripts for Windows: what its provisioners let a template say, and what is sent over. */
import { readFile } from 'node:fs/promises'
import { delay } from '../../lib/abort'
import { duration } from '../../lib/duration-text'
import type { ProvisionContext } from '../../model/plugin'
import type { Script } from './content'
import { type ScriptChoice, scriptOptions } from './options'

const { inline, script, scripts, environment_vars, env, valid_exit_codes } = scriptOptions

export const windowsScriptOptions = { inline, script, scripts, environment_vars, env, valid_exit_codes } as const

/** Files go over byte for byte; `text` makes one script of the inline lines. */
export function windowsScripts(options: ScriptChoice, text: (lines: readonly string[]) => Buffer): Script[] {
  if (options.inline && options.inline.length > 0) {
    const lines = options.inline
    return [{ name: 'inline script', content: async () => text(lines) }]
  }
  const paths = options.script ? [options.script] : (options.scripts ?? [])
  return paths.map(path => ({ name: path, path, content: () => readFile(path) }))
}

/** Windows PowerShell takes a file without this mark for one in the code page of its system. */
export const withMark = (text: string): Buffer => Buffer.from(/^[\0-\x7f]*$/.test(text) ? text : `\uFEFF${text}`)

export async function pauseAfter(milliseconds: number | undefined, whose: string, context: ProvisionContext): Promise<void> {
  if (!milliseconds) return
  context.say(`Pausing ${duration(milliseconds)} after the ${whose} provisioner`)
  await delay(milliseconds, context.signal)
}
