/** Runs scripts on this machine, for shell-local before and after the image is made. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BuildValues } from '../../model/plan'
import type { BuildIdentity, Run } from '../../model/plugin'
import { inlineText } from './content'
import { environmentOf, written } from './environment'
import { execute } from './execute'
import { checkExit } from './exit'
import type { LocalOptions } from './local-options'
import { commandOutput } from './output'

/** What provisioners and post-processors have in common. */
export interface LocalContext {
  readonly run: Run
  readonly build: BuildIdentity
  readonly signal: AbortSignal
  readonly values: BuildValues
  render(text: string, data?: Readonly<Record<string, unknown>>): string
  output(stream: 'stdout' | 'stderr', text: string): void
  say(text: string): void
}

export async function runLocally(options: LocalOptions, context: LocalContext): Promise<void> {
  const system = process.platform === 'win32' ? 'windows' : process.platform === 'sunos' ? 'solaris' : process.platform
  if (options.only_on && options.only_on.length > 0 && !options.only_on.includes(system)) {
    context.say(`Skipped: only for ${options.only_on.join(', ')}, and this is ${system}`)
    return
  }
  const inline = options.inline && options.inline.length > 0 ? options.inline : options.command ? [options.command] : undefined
  if (!inline) {
    for (const path of options.script ? [options.script] : (options.scripts ?? []))
      await runOne(resolve(path), path, options, context)
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'ingot-shell-local-'))
  try {
    const path = join(folder, `script${extension(options)}`)
    await writeFile(
      path,
      process.platform === 'win32' ? `${inline.join('\r\n')}\r\n` : inlineText(inline, options.inline_shebang),
      { mode: 0o700 },
    )
    await runOne(path, 'inline script', options, context)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function extension({ tempfile_extension }: LocalOptions): string {
  const given = tempfile_extension ?? (process.platform === 'win32' ? '.cmd' : '')
  return given === '' || given.startsWith('.') ? given : `.${given}`
}

async function runOne(path: string, name: string, options: LocalOptions, context: LocalContext): Promise<void> {
  context.say(`Running ${name} on this machine`)
  const windows = process.platform === 'win32'
  const format = options.env_var_format ?? (windows ? 'set %s=%s && ' : "%s='%s' ")
  const vars = written(environmentOf(options, context.build, context.values), format)
  const words =
    options.execute_command ??
    (windows ? ['cmd', '/V', '/C', '{{.Vars}}', 'call', '{{.Script}}'] : ['/bin/sh', '-c', '{{.Vars}} {{.Script}}'])
  const [program, ...args] = words.map(word => context.render(word, { Vars: vars, Script: path, Command: path }))
  const output = commandOutput(context.output)
  const exit = await execute(program!, args, {
    signal: context.signal,
    environment: { PACKER_RUN_UUID: context.run.uuid },
    output,
  })
  output.end()
  checkExit(name, exit, options.valid_exit_codes, output.last)
}
