/** Applies a Plan: all builds in parallel, each answering for what it acquires, and one report of what came of it. */
import { randomBytes, randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { mapLimited } from '../lib/limit'
import { Failure } from '../model/failure'
import type { Plan, PlannedBuild } from '../model/plan'
import type { Plugins } from '../model/plugin'
import type { BuildReport, Report, WaitingCandidate } from '../model/report'
import { runBuild } from './build'
import { BuildRun, type RunParts } from './build-run'
import { Emitter } from './emitter'
import { goOn } from './go-on'
import { outcomeOfAbort } from './interrupt'
import { Journal } from './journal'
import type { RunIdentity, RunOptions } from './options'
import { Redactor } from './redact'
import { reportOf } from './report'
import { Scope } from './scope'

/** Longer than any job of a CI host may take, shorter than an idle machine is expensive. */
const LIFETIME_MILLISECONDS = 12 * 3_600_000

/** Sortable by time, unique, and at most 29 characters of those that tags, file names and ClientTokens allow. */
export function newRunIdentity(now = new Date()): RunIdentity {
  const time = now
    .toISOString()
    .replace(/[-:]|\.\d+/g, '')
    .toLowerCase()
  return { id: `ingot-${time}-${randomBytes(3).toString('hex')}`, uuid: randomUUID(), startedAt: now.toISOString() }
}

/** Rejects only when nothing could be begun (Failure); what goes wrong later is in the report. */
export async function runPlan(plan: Plan, plugins: Plugins, options: RunOptions): Promise<Report> {
  const began = performance.now()
  const identity = options.identity ?? newRunIdentity()
  const redactor = new Redactor(options.redact)
  const emitter = new Emitter(options.sinks, redactor)
  const journal = await openJournal(plan, identity, options)
  const signal = options.interrupt?.signal ?? new AbortController().signal
  // Every build listens, and there may be many.
  setMaxListeners(0, signal)
  const run = {
    ...identity,
    template: plan.template,
    force: options.force ?? false,
    machineLifetime: options.machineLifetime ?? LIFETIME_MILLISECONDS,
  }
  const parts: RunParts = { run, plugins, options, redactor, emit: emitter.emit, signal }
  // Scripts on this machine find it in their environment, as with Packer.
  process.env.PACKER_RUN_UUID = run.uuid

  emitter.emit({
    type: 'run-started',
    run: run.id,
    template: plan.template,
    builds: plan.builds.map(b => b.name),
    journal: journal.path,
  })
  const scopes = scopesOf(journal, run.id, emitter)
  answerRepeatedSignals(options, emitter, scopes)
  const begin = (build: PlannedBuild, waiting?: WaitingCandidate) => {
    if (signal.aborted) return notStarted(build, signal)
    return runBuild(new BuildRun(parts, build), scopes.open(build.name), waiting)
  }
  const { prior } = options
  const work = (build: PlannedBuild) => (prior ? goOn(build, prior, begin) : begin(build))
  emitter.problems.push(...(prior?.problems ?? []))
  const builds = await mapLimited(plan.builds, options.parallelBuilds ?? 0, async build => work(build))
  await journal.close().catch(error => emitter.problems.push(`The journal could not be closed: ${error.message}`))

  const report = () => reportOf({ run, builds, emitter, smokeTested: prior?.smokeTested ?? options.smokeTests ?? true, began })
  const { outcome, exitCode, milliseconds } = report()
  emitter.emit({ type: 'run-finished', outcome, exitCode, milliseconds })
  await emitter.finish(report)
  return emitter.redacted(report())
}

async function openJournal(plan: Plan, { id, startedAt }: RunIdentity, options: RunOptions): Promise<Journal> {
  const { stateFolder, sandbox } = options
  try {
    return await Journal.create(stateFolder, { run: id, startedAt, template: plan.template, sandbox })
  } catch (cause) {
    throw new Failure('failed', `No journal could be opened in ${stateFolder}: ${(cause as Error).message}`, {
      advice: 'Without it nothing is created. Name a folder that can be written with INGOT_STATE_DIR.',
      cause,
    })
  }
}

interface Scopes {
  open(build: string): Scope
  all(): readonly Scope[]
}

/** One for each build; tokens count through the run. */
function scopesOf(journal: Journal, run: string, emitter: Emitter): Scopes {
  const scopes: Scope[] = []
  let tokens = 0
  const newToken = () => `${run}-${++tokens}`
  return {
    open: build => {
      const scope = new Scope({ build, journal, newToken, emit: emitter.emit })
      scopes.push(scope)
      return scope
    },
    all: () => scopes,
  }
}

function answerRepeatedSignals(options: RunOptions, emitter: Emitter, scopes: Scopes): void {
  options.interrupt?.onRepeat(() => {
    const counts = scopes.all().map(scope => scope.counts())
    const held = counts.reduce((sum, count) => sum + count.held, 0)
    const total = counts.reduce((sum, count) => sum + count.total, 0)
    const text = `Still cleaning up: ${total - held} of ${total} removed. Please wait; ingot ends by itself.`
    emitter.emit({ type: 'message', level: 'warning', text })
  })
}

const notStarted = (build: PlannedBuild, signal: AbortSignal): BuildReport => ({
  name: build.name,
  sourceType: build.source.type,
  sourceName: build.source.name,
  outcome: outcomeOfAbort(signal),
  milliseconds: 0,
  phases: [],
  artifacts: [],
  images: [],
  smokeTests: [],
  error: { message: 'not started: the run had ended already' },
  leftovers: [],
})
