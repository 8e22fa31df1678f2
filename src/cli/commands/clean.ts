/** `ingot clean`: releases what dead runs left behind. */
import { plugins } from '../../catalog'
import { clean as cleanRuns } from '../../engine/clean'
import { watchSignals } from '../../engine/interrupt'
import { delay } from '../../lib/abort'
import { runsFolder } from '../../lib/folders'
import { type ProcessIdentity, stateOf } from '../../lib/process-identity'
import { verb } from '../command'
import { withEmbeddedSandbox } from '../embedded-sandbox'
import { list, text, toggle } from '../flags'

const SANDBOX_STOP_MILLISECONDS = 60_000

const flags = {
  run: list('ID', 'Only this run, also when its process cannot be seen from here; may be repeated.'),
  'dry-run': toggle('Say what would be released, and release nothing.'),
  'state-dir': text('DIR', 'Where runs keep their journals. Default: $INGOT_STATE_DIR, or ingot/runs in the XDG state folder.'),
} as const

export const clean = verb({
  usage: 'clean [flags]',
  summary: 'Releases what runs left behind that were killed.',
  flags,
  run: async ({ flags: given }, io) => {
    const say = (line: string) => io.stdout.write(`${line}\n`)
    const warn = (line: string) => io.stderr.write(`Warning: ${line}\n`)
    const interrupt = watchSignals()
    try {
      const report = await cleanRuns({
        stateFolder: given['state-dir'] ?? runsFolder(io.environment),
        resourceKinds: plugins.resourceKinds,
        say,
        warn,
        signal: interrupt.signal,
        runs: given.run.length > 0 ? given.run : undefined,
        dryRun: given['dry-run'],
        withSandbox: async (sandbox, work) => {
          await ended(sandbox.process, interrupt.signal)
          return withEmbeddedSandbox(sandbox, say, ({ endpoint }) => work(endpoint), interrupt.signal)
        },
      })
      for (const { kind, id, reason } of report.leftovers) io.stderr.write(`Left behind: ${kind} ${id}: ${reason}\n`)
      if (report.runs === 0 && report.unknown.length === 0) say('Nothing was left behind.')
      else if (!given['dry-run']) say(`Released ${report.released} of ${report.released + report.leftovers.length}.`)
      if (interrupt.signal.aborted) return 130
      return report.leftovers.length > 0 || report.unknown.length > 0 ? 1 : 0
    } finally {
      interrupt.stop()
    }
  },
})

/** Its machines are still stopping when its run was killed a moment ago. */
async function ended(identity: ProcessIdentity | undefined, signal: AbortSignal): Promise<void> {
  const until = Date.now() + SANDBOX_STOP_MILLISECONDS
  while (identity && stateOf(identity) === 'alive' && Date.now() < until) await delay(200, signal)
}
