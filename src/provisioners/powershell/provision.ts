/** Each script in turn: hand its variables and itself over, run it, take both away, judge its end. */
import { randomUUID } from 'node:crypto'
import type { ProvisionContext } from '../../model/plugin'
import type { Script } from '../../platforms/scripts/content'
import { environmentOf } from '../../platforms/scripts/environment'
import { checkExit, DISCONNECTED, exitCode } from '../../platforms/scripts/exit'
import { commandOutput } from '../../platforms/scripts/output'
import { connected, remove, toItsEnd } from '../../platforms/scripts/remote'
import { pauseAfter, windowsScripts } from '../../platforms/scripts/windows'
import { type Elevation, runElevated } from './elevated'
import type { PowershellOptions } from './options'
import { commandOf, inlineScript, variablesFile } from './text'

export async function provision(options: PowershellOptions, context: ProvisionContext): Promise<void> {
  const elevation = elevationOf(options, context)
  const own = elevation ? options.elevated_execute_command : options.execute_command
  for (const script of windowsScripts(options, lines => inlineScript(lines, own !== undefined)))
    await runScript(script, commandOf(options, own), elevation, options, context)
  await pauseAfter(options.pause_after, 'powershell', context)
}

function elevationOf(
  { elevated_user, elevated_password = '' }: PowershellOptions,
  context: ProvisionContext,
): Elevation | undefined {
  const data = { WinRMPassword: context.values.WinRMPassword }
  const user = elevated_user && context.render(elevated_user, data)
  return user ? { user, password: context.render(elevated_password, data) } : undefined
}

async function runScript(
  script: Script,
  template: string,
  elevation: Elevation | undefined,
  options: PowershellOptions,
  context: ProvisionContext,
): Promise<void> {
  const { communicator, signal } = context
  const path = options.remote_path ?? `c:/Windows/Temp/script-${randomUUID()}.ps1`
  const variablesPath = options.remote_env_var_path ?? `c:/Windows/Temp/packer-ps-env-vars-${randomUUID()}.ps1`
  context.say(`Running ${script.name}${elevation ? ` as ${elevation.user}` : ''}`)
  const content = await script.content()
  const format = elevation ? options.elevated_env_var_format : options.env_var_format
  const variables = variablesFile(environmentOf(options, context.build, context.values), format)
  const command = context.render(template, { Path: path, Vars: variablesPath, WinRMPassword: context.values.WinRMPassword })
  const output = commandOutput(context.output)
  const exit = await connected(options.start_retry_timeout, context, async () => {
    await communicator.upload(variables, variablesPath, { signal })
    await communicator.upload(content, path, { signal })
    const run = { signal, onStdout: output.stdout.write, onStderr: output.stderr.write }
    return toItsEnd(() => (elevation ? runElevated(communicator, command, elevation, run) : communicator.run(command, run)))
  }).finally(() => output.end())
  // Where the connection broke there may be no machine to clean.
  if (exitCode(exit) === DISCONNECTED) checkExit(script.name, exit, options.valid_exit_codes, output.last)
  if (!options.skip_clean) await remove([path, variablesPath], options.start_retry_timeout, context)
  checkExit(script.name, exit, options.valid_exit_codes, output.last)
}
