/** The command line without a process of its own, and Packer beside it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { Io } from '../../src/cli/command'
import { main } from '../../src/cli/dispatch'

export interface Printed {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The working directory is the process's: `inFolder` sets it. */
export async function ingot(args: readonly string[], input = '', environment: NodeJS.ProcessEnv = {}): Promise<Printed> {
  const printed = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof printed) => ({
    write(text: string) {
      printed[name] += text
    },
  })
  const stdin = Readable.from(input === '' ? [] : [input]) as unknown as Io['stdin']
  const status = await main(args, { stdout: stream('stdout'), stderr: stream('stderr'), stdin, environment })
  return { status, ...printed }
}

/** Debian's, without colours, reports of itself, or anybody's plugins. */
export function packer(args: readonly string[], input = '', environment: NodeJS.ProcessEnv = {}): Printed {
  const env = { PATH: process.env.PATH, HOME: process.cwd(), CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1', ...environment }
  // Node hands input over by a socket, and Packer takes only a pipe for one: at anything else it sees a person.
  const piped = ['-c', 'cat | packer "$@"', 'sh', ...args]
  const { status, stdout, stderr } = spawnSync('sh', piped, { input, env, encoding: 'utf8', timeout: 60_000 })
  return { status, stdout, stderr }
}

/** A folder that is the working directory until `done`. */
export function inFolder(files: Readonly<Record<string, string>>): { readonly folder: string; done(): void } {
  const before = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'ingot-cli-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  process.chdir(folder)
  return {
    folder,
    done() {
      process.chdir(before)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
