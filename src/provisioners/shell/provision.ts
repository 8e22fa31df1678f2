/** Each script in turn: hand it over, run it, judge its end, take it away. Files go over one session that stays open, so a script costs one channel. */
import { randomInt } from 'node:crypto'
import { posix } from 'node:path'
import { delay } from '../../lib/abort'
import { duration } from '../../lib/duration-text'
import type { RemoteExit } from '../../model/communicator'
import { Failure } from '../../model/failure'
import type { ProvisionContext } from '../../model/plugin'
import { type Script, scriptsOf } from '../../platforms/scripts/content'
import { environmentOf, written } from '../../platforms/scripts/environment'
import { checkExit, DISCONNECTED, exitCode } from '../../platforms/scripts/exit'
import { commandOutput } from '../../platforms/scripts/output'
import { connected, remove, toItsEnd } from '../../platforms/scripts/remote'
import type { ShellOptions } from './options'

/** Where things lie on the machine, once for a provisioner. */
interface Places {
  readonly script: string
  readonly environment?: string
}

export async function provision(options: ShellOptions, context: ProvisionContext): Promise<void> {
  const places = placesOf(options)
  for (const script of scriptsOf(options, options.binary)) await runScript(script, options, places, context)
  if (options.pause_after) {
    context.say(`Pausing ${duration(options.pause_after)} after the shell provisioner`)
    await delay(options.pause_after, context.signal)
  }
}

function placesOf(options: ShellOptions): Places {
  const file = options.remote_file ?? `script_${randomInt(9999)}.sh`
  return {
    script: options.remote_path ?? posix.join(options.remote_folder, file),
    environment: options.use_env_var_file ? posix.join(options.remote_folder, `varfile_${randomInt(9999)}.sh`) : undefined,
  }
}

/** What may hold secrets first. */
const pathsOf = ({ script, environment }: Places) => (environment ? [environment, script] : [script])

async function runScript(script: Script, options: ShellOptions, places: Places, context: ProvisionContext): Promise<void> {
  const { communicator, signal } = context
  context.say(`Running ${script.name}`)
  const content = await script.content()
  const environment = written(environmentOf(options, context.build, context.values), formatOf(options))
  const command = context.render(commandOf(options), {
    Vars: environment,
    Path: places.script,
    EnvVarFile: places.environment ?? '',
  })
  const output = commandOutput(context.output)
  const exit = await connected(options.start_retry_timeout, context, async () => {
    await communicator.upload(content, places.script, { mode: 0o755, signal })
    if (places.environment) await communicator.upload(Buffer.from(environment), places.environment, { mode: 0o600, signal })
    const run = {
      signal,
      onStdout: (chunk: Uint8Array) => output.stdout.write(chunk),
      onStderr: (chunk: Uint8Array) => output.stderr.write(chunk),
    }
    return toItsEnd(() => communicator.run(command, run))
  }).finally(() => output.end())
  // Where nobody expected the connection to break there may be no machine to clean.
  if (exitCode(exit) === DISCONNECTED) checkEnd(script, exit, options, places, output.last)
  if (!options.skip_clean) await remove(pathsOf(places), options.start_retry_timeout, context)
  checkEnd(script, exit, options, places, output.last)
}

const formatOf = (options: ShellOptions): string =>
  options.env_var_format ?? (options.use_env_var_file ? "export %s='%s'\n" : "%s='%s' ")

const commandOf = (options: ShellOptions): string =>
  options.execute_command ??
  (options.use_env_var_file ? 'chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}' : 'chmod +x {{.Path}}; {{.Vars}} {{.Path}}')

function checkEnd(script: Script, exit: RemoteExit, options: ShellOptions, places: Places, last: readonly string[]): void {
  const disconnected = exitCode(exit) === DISCONNECTED
  if (disconnected && options.expect_disconnect) return
  if (disconnected && !options.valid_exit_codes.includes(DISCONNECTED)) {
    throw new Failure('failed', `The connection broke while ${script.name} ran: nobody knows how it ended`, {
      advice: 'If it restarts the machine, set expect_disconnect = true.',
      evidence: last.length > 0 ? `its last output:\n${last.join('\n')}` : undefined,
    })
  }
  const forbidden = last.some(line => line.includes(places.script) && /permission denied/i.test(line))
  checkExit(script.name, exit, options.valid_exit_codes, last, forbidden ? MAY_NOT_RUN : undefined)
}

const MAY_NOT_RUN =
  'The folder may be mounted noexec. Choose another one by remote_folder, or let a shell read the script: ' +
  'execute_command = "{{.Vars}} sh {{.Path}}".'
