/** A machine without an open port: it is reached by a port of this machine, which leads through Session Manager. */
import { delay } from '../../lib/abort'
import type { BuildContext } from '../../model/plugin'
import { accessFrom } from '../../platforms/aws/access-options'
import { localPortOf, session } from '../../platforms/aws/resources/session'
import type { Options } from './options'

/** As SSH itself waits, see ssh_timeout. */
const PATIENCE_MILLISECONDS = 5 * 60_000

export const isThroughSession = ({ ssh_interface }: Options): boolean => ssh_interface === 'session_manager'

/** Resolves with where the machine is reached. Only the build machine gets session_manager_port: a test machine may run beside it. */
export async function throughSession(
  target: string,
  options: Options,
  context: BuildContext,
  purpose: 'build' | 'test',
): Promise<{ readonly host: string; readonly port: number }> {
  const { ssh_port, ssh_timeout, ssh_wait_timeout } = context.communicator
  return context.step('open session', async signal => {
    if (options.pause_before_ssm) await delay(options.pause_before_ssm, signal)
    const id = await context.acquire(session(await accessFrom(options)), {
      target,
      port: ssh_port ?? 22,
      localPort: purpose === 'build' ? options.session_manager_port : undefined,
      reason: `${context.run.id} ${purpose}`,
      patience: ssh_timeout ?? ssh_wait_timeout ?? PATIENCE_MILLISECONDS,
      progress: context.progress,
      warn: context.warn,
    })
    const port = localPortOf(id)
    if (port === undefined) throw new Error(`session ${id} ended at once`)
    return { host: '127.0.0.1', port }
  })
}
