/** Each script in turn: hand it over, run it with its variables before it, judge its end. */
import type { ProvisionContext } from '../../model/plugin'
import { environmentOf, printf } from '../../platforms/scripts/environment'
import { checkExit } from '../../platforms/scripts/exit'
import { commandOutput } from '../../platforms/scripts/output'
import { connected, toItsEnd } from '../../platforms/scripts/remote'
import { windowsScripts } from '../../platforms/scripts/windows'
import type { WindowsShellOptions } from './options'

const COMMAND = '{{.Vars}}"{{.Path}}"'

export async function provision(options: WindowsShellOptions, context: ProvisionContext): Promise<void> {
  const { communicator, signal } = context
  const environment = Object.entries(environmentOf(options, context.build, context.values))
  const Vars = environment.map(([name, value]) => printf(options.env_var_format, [name, value])).join('')
  const command = context.render(options.execute_command || COMMAND, { Vars, Path: options.remote_path })
  for (const script of windowsScripts(options, lines => Buffer.from(`${lines.join('\n')}\n`))) {
    context.say(`Running ${script.name}`)
    const content = await script.content()
    const output = commandOutput(context.output)
    const exit = await connected(options.start_retry_timeout, context, async () => {
      await communicator.upload(content, options.remote_path, { signal })
      const run = { signal, onStdout: output.stdout.write, onStderr: output.stderr.write }
      return toItsEnd(() => communicator.run(command, run))
    }).finally(() => output.end())
    checkExit(script.name, exit, options.valid_exit_codes, output.last)
  }
}
