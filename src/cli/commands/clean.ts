/** `ingot clean`: releases what dead runs left behind. */
import { plugins } from '../../catalog'
import { clean as cleanRuns } from '../../engine/clean'
import { watchSignals } from '../../engine/interrupt'
import { runsFolder } from '../../lib/folders'
import { withEmbeddedSandbox } from '../../sandbox/embedded'
import { ownScript, verb } from '../command'
import { list, text, toggle } from '../flags'

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
        withSandbox: (sandbox, work) =>
          withEmbeddedSandbox(sandbox, ownScript(), say, ({ endpoint }) => work(endpoint), interrupt.signal),
      })
      for (const { kind, id, reason } of report.leftovers) io.stderr.write(`Left behind: ${kind} ${id}: ${reason}\n`)
      io.document?.set('report', report)
      if (report.runs === 0 && report.unknown.length === 0)
        say(report.alive.length > 0 ? 'Nothing else was left behind.' : 'Nothing was left behind.')
      else if (!given['dry-run']) say(`Released ${report.released} of ${report.released + report.leftovers.length}.`)
      if (interrupt.signal.aborted) return 130
      return report.leftovers.length > 0 || report.unknown.length > 0 ? 1 : 0
    } finally {
      interrupt.stop()
    }
  },
})
