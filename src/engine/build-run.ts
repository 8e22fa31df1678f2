/** What all parts of one build share: its plan, its signal, its voice, and the step. */
import { abortable, withGrace } from '../lib/abort'
import type { EventBody, Phase } from '../model/event'
import type { AskedMachine, Inventory } from '../model/inventory'
import type { BuildValues, PlannedBuild } from '../model/plan'
import type { BuildIdentity, Plugins, Run } from '../model/plugin'
import type { OnError, RunOptions } from './options'
import type { Redactor } from './redact'
import { Timeline } from './timeline'

/** CI hosts send SIGKILL 10 seconds after the first signal. */
const GRACE_MILLISECONDS = 5000

export interface RunParts {
  readonly run: Run
  readonly plugins: Plugins
  readonly options: RunOptions
  readonly redactor: Redactor
  readonly emit: (event: EventBody) => void
  readonly signal: AbortSignal
}

interface Inventoried {
  readonly inventory: Inventory
  readonly machine: AskedMachine
}

export class BuildRun implements RunParts {
  readonly run: Run
  readonly plugins: Plugins
  readonly options: RunOptions
  readonly redactor: Redactor
  readonly emit: (event: EventBody) => void
  readonly signal: AbortSignal
  readonly identity: BuildIdentity
  readonly timeline = new Timeline()
  onError: OnError
  /** What `build.*` holds; complete once the machine has been reached. */
  values: BuildValues
  /** What is installed in the image, once a machine has been asked. */
  inventoried: Inventoried | undefined
  private readonly asked = new WeakSet<object>()

  constructor(
    parts: RunParts,
    readonly plan: PlannedBuild,
  ) {
    this.run = parts.run
    this.plugins = parts.plugins
    this.options = parts.options
    this.redactor = parts.redactor
    this.emit = parts.emit
    this.signal = parts.signal
    this.onError = parts.options.onError ?? 'cleanup'
    const recipe = recipeFor(plan, parts.options)
    this.identity = { name: plan.name, sourceName: plan.source.name, sourceType: plan.source.type, recipe }
    this.values = { PackerRunUUID: parts.run.uuid }
  }

  /** The communicator's name; a source that has no machine (file) has none, whatever the template's defaults are. */
  get communicator(): string {
    const { type, communicator } = this.plan.source
    return this.plugins.sources[type]?.reachable === false ? 'none' : communicator.communicator
  }

  /** Whether everything stays where it is when this build ends badly. */
  get abandons(): boolean {
    return this.onError === 'abort' || this.onError === 'run-cleanup-provisioner'
  }

  readonly say = (text: string): void => this.message('info', text)
  readonly warn = (text: string): void => this.message('warning', text)
  readonly progress = (text: string, fraction?: number): void =>
    this.emit({ type: 'progress', build: this.plan.name, text, fraction })

  readonly render = (text: string, data: Readonly<Record<string, unknown>> = {}): string =>
    this.options.render(text, data, { run: this.run, build: this.identity, values: this.values })

  /** One step: announced, timed, paused before (-debug), asked about when it fails (-on-error=ask). */
  readonly step = async <T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    for (;;) {
      await this.options.pause?.(this.plan.name, name, this.signal)
      this.signal.throwIfAborted()
      const { phase } = this.timeline
      try {
        return await this.timed(name, phase, () => work(this.signal))
      } catch (error) {
        if ((await this.answerTo(name, error)) !== 'retry') throw error
        this.say(`Retrying "${name}"`)
      }
    }
  }

  /** A plugin that does not listen to its signal cannot hold up the run for longer than the grace. */
  bounded<T>(work: Promise<T>, signal = this.signal): Promise<T> {
    return withGrace(work, signal, this.options.graceMilliseconds ?? GRACE_MILLISECONDS)
  }

  found(inventoried: Inventoried): void {
    this.inventoried = inventoried
    this.emit({ type: 'inventory', build: this.plan.name, ...inventoried })
  }

  private message(level: 'info' | 'warning', text: string): void {
    this.emit({ type: 'message', build: this.plan.name, level, text })
  }

  private async timed<T>(step: string, phase: Phase, work: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const finished = (outcome: 'done' | 'failed' | 'interrupted') => {
      const milliseconds = Math.round(performance.now() - began)
      this.emit({ type: 'step-finished', build: this.plan.name, phase, step, outcome, milliseconds })
    }
    this.emit({ type: 'step-started', build: this.plan.name, phase, step })
    try {
      const result = await work()
      finished('done')
      return result
    } catch (error) {
      finished(this.signal.aborted ? 'interrupted' : 'failed')
      throw error
    }
  }

  /** A step within a step fails with the same error; people are asked once. */
  private async answerTo(step: string, error: unknown): Promise<'fail' | 'retry'> {
    const { ask } = this.options
    const known = typeof error === 'object' && error !== null
    if (this.onError !== 'ask' || !ask || this.signal.aborted || (known && this.asked.has(error))) return 'fail'
    if (known) this.asked.add(error)
    const answer = await abortable(ask(this.plan.name, step, error), this.signal).catch(() => 'cleanup' as const)
    if (answer === 'abort') this.onError = 'abort'
    return answer === 'retry' ? 'retry' : 'fail'
  }
}

/** An image that no test has seen is not the one that was tested, though it is made of the same: it must not stand in for that one. */
function recipeFor({ name, smokeTests }: PlannedBuild, { recipes, smokeTests: asked, prior }: RunOptions): string | undefined {
  const recipe = recipes?.get(name)
  // What a merge publishes was tested in its cell, or was not.
  const isTested = prior?.smokeTested ?? asked ?? true
  return recipe && !isTested && smokeTests.length > 0 ? `${recipe} untested` : recipe
}
