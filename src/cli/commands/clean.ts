/** `ingot clean`: releases what dead runs left behind. */
import { plugins } from '../../catalog'
import { type CleanReport, clean as cleanRuns } from '../../engine/clean'
import { type Interrupt, watchSignals } from '../../engine/interrupt'
import { runsFolder } from '../../lib/folders'
import { Failure } from '../../model/failure'
import { withEmbeddedSandbox } from '../../sandbox/embedded'
import { list as listFound, releaseFound, search } from '../clean-by-tag'
import { type Io, ownScript, verb } from '../command'
import { duration, list, text, toggle, type Values } from '../flags'
import { Questions } from '../questions'

const flags = {
  run: list('ID', 'Only this run, also when its process cannot be seen from here; may be repeated.'),
  'older-than': duration(
    'TIME',
    "On AWS, by ingot's tags and without a journal: what runs left that began so long ago, like 3h.",
  ),
  region: list(
    'REGION',
    'With -older-than, or with -run for a run without a journal: regions to look in, or all, the default.',
    true,
  ),
  'dry-run': toggle('Say what would be released, and release nothing.'),
  yes: toggle('On a terminal: do not ask first.'),
  'state-dir': text('DIR', 'Where runs keep their journals. Default: $INGOT_STATE_DIR, or ingot/runs in the XDG state folder.'),
} as const

export const clean = verb({
  usage: 'clean [flags]',
  summary: 'Releases what runs left behind that were killed.',
  flags,
  run: async ({ flags: given }, io) => {
    const interrupt = watchSignals()
    const questions = new Questions(io)
    try {
      const byTag = given['older-than'] !== undefined || given.region.length > 0
      const work = byTag ? byTags : byJournal
      const asks = questions.possible && !given.yes && !given['dry-run']
      const first = await work(given, io, interrupt, asks || given['dry-run'])
      if (!asks || first.runs === 0) return outcome(first, given['dry-run'], io, interrupt)
      if (!(await questions.agreement('Release all this?'))) return 0
      return outcome(await work(given, io, interrupt, false), false, io, interrupt)
    } finally {
      questions.close()
      interrupt.stop()
    }
  },
})

type Given = Values<typeof flags>
const sayTo = (io: Io) => (line: string) => void io.stdout.write(`${line}\n`)

function byJournal(given: Given, io: Io, { signal }: Interrupt, dryRun: boolean): Promise<CleanReport> {
  const say = sayTo(io)
  return cleanRuns({
    stateFolder: given['state-dir'] ?? runsFolder(io.environment),
    resourceKinds: plugins.resourceKinds,
    say,
    warn: line => io.stderr.write(`Warning: ${line}\n`),
    signal,
    runs: given.run.length > 0 ? given.run : undefined,
    dryRun,
    withSandbox: (sandbox, work) => withEmbeddedSandbox(sandbox, ownScript(), say, ({ endpoint }) => work(endpoint), signal),
  })
}

async function byTags(given: Given, io: Io, { signal }: Interrupt, dryRun: boolean): Promise<CleanReport> {
  if (given['older-than'] === undefined && given.run.length === 0)
    throw new Failure('invalid', '-region alone would end the runs of others that are still under way', {
      advice: 'Add -older-than 3h, or name runs with -run.',
    })
  const say = sayTo(io)
  const { found, unseen } = await search({
    regions: given.region,
    runs: given.run.length > 0 ? given.run : undefined,
    olderThan: given['older-than'],
    stateFolder: given['state-dir'] ?? runsFolder(io.environment),
    say,
    signal,
  })
  if (!dryRun) {
    const report = await releaseFound(found, { say, signal })
    return { ...report, leftovers: [...report.leftovers, ...unseen] }
  }
  listFound(found, say)
  return { runs: new Set(found.map(({ run }) => run)).size, released: 0, leftovers: unseen, alive: [], unknown: [] }
}

function outcome(report: CleanReport, dryRun: boolean, io: Io, { signal }: Interrupt): number {
  const say = sayTo(io)
  for (const { kind, id, place, reason } of report.leftovers)
    io.stderr.write(`Left behind: ${kind} ${id}${place.region ? ` (${place.region})` : ''}: ${reason}\n`)
  io.document?.set('report', report)
  if (report.runs + report.unknown.length + report.leftovers.length === 0)
    say(report.alive.length > 0 ? 'Nothing else was left behind.' : 'Nothing was left behind.')
  else if (!dryRun) say(`Released ${report.released} of ${report.released + report.leftovers.length}.`)
  if (signal.aborted) return 130
  return report.leftovers.length > 0 || report.unknown.length > 0 ? 1 : 0
}
