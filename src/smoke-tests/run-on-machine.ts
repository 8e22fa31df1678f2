/** One script on the fresh machine. */
import { quote } from '../lib/posix-quote'
import type { ProvisionContext } from '../model/plugin'
import { checkExit } from '../platforms/scripts/exit'
import { commandOutput } from '../platforms/scripts/output'

/** Undefined when it passed, else a sentence. `lines` receives the last output as it comes, so that it is there whatever happens. */
export async function runOnMachine(
  content: Buffer,
  path: string,
  environment: Readonly<Record<string, string>>,
  lines: string[],
  context: ProvisionContext,
): Promise<string | undefined> {
  const { communicator, signal } = context
  await communicator.upload(content, path, { mode: 0o755, signal })
  const output = commandOutput((stream, line) => {
    context.output(stream, line)
    lines.splice(0, lines.length, ...output.last)
  })
  const variables = Object.entries(environment).map(([name, value]) => quote(`${name}=${value}`))
  const command = ['env', ...variables, ...interpreterOf(content), quote(path)].join(' ')
  const exit = await communicator
    .run(command, {
      signal,
      onStdout: chunk => output.stdout.write(chunk),
      onStderr: chunk => output.stderr.write(chunk),
    })
    .finally(() => output.end())
  await communicator.run(`rm -f ${quote(path)}`, { signal })
  try {
    checkExit('it', exit, [0], [])
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** What the kernel would make of the first line: done here it works too where /tmp allows no programs, as on hardened images. */
function interpreterOf(content: Buffer): string[] {
  const first = content.subarray(0, 256).toString('latin1').split('\n', 1)[0]!
  const [, program, argument] = /^#![ \t]*(\S+)[ \t]*(.*?)[ \t\r]*$/.exec(first) ?? []
  if (program === undefined) return []
  return argument ? [quote(program), quote(argument)] : [quote(program)]
}
