/** One build, told once: candidate, fresh machine, verdict, publication, post-processors; and whatever happens, the release. */
import { timeLimit } from '../lib/abort'
import { duration } from '../lib/duration-text'
import type { Artifact, Image } from '../model/artifact'
import type { SmokeTestResult } from '../model/event'
import { Failure } from '../model/failure'
import type { BuildContext, Source } from '../model/plugin'
import type { BuildReport, Leftover, WaitingCandidate } from '../model/report'
import { buildContext } from './build-context'
import type { BuildRun } from './build-run'
import { errorText } from './error-text'
import { outcomeOfAbort } from './interrupt'
import { packagesOf } from './inventory'
import { postProcess, record } from './post-process'
import type { Scope } from './scope'
import { SmokeTestsFailed, smokeTest } from './smoke-test'

const CLEANUP_MILLISECONDS = 600_000
/** CI hosts send SIGKILL 10 seconds after the first signal. */
const HASTEN_MILLISECONDS = 5000
interface Yield {
  artifacts: readonly Artifact[]
  images: readonly Image[]
  smokeTests: readonly SmokeTestResult[]
  leftovers: readonly Leftover[]
  candidate?: WaitingCandidate
  unchanged?: true
  error?: unknown
}

/** Never rejects: what went wrong is in the report. With a candidate from elsewhere it goes on from there. */
export async function runBuild(build: BuildRun, scope: Scope, waiting?: WaitingCandidate): Promise<BuildReport> {
  const { name, source } = build.plan
  build.emit({ type: 'build-started', build: name })
  const stopHastening = hastenOnInterrupt(build, scope)
  const result: Yield = { artifacts: [], images: [], smokeTests: [], leftovers: [] }
  try {
    await produce(build, scope, result, waiting)
  } catch (error) {
    result.error = error
    build.timeline.enter('clean up')
    if (error instanceof SmokeTestsFailed) result.smokeTests = error.results
    result.leftovers = build.abandons ? scope.abandon('left in place, as -on-error asks') : await release(build, scope)
  }
  stopHastening()
  for (const leftover of result.leftovers) build.emit({ type: 'leftover', ...leftover })
  const outcome = result.error === undefined ? 'done' : outcomeOfAbort(build.signal)
  const error = result.error === undefined ? undefined : errorText(result.error)
  const times = build.timeline.report()
  build.emit({ type: 'build-finished', build: name, outcome, error, milliseconds: times.milliseconds })
  const { artifacts, images, smokeTests, leftovers, candidate, unchanged } = result
  const packages = outcome === 'done' && images.length > 0 ? packagesOf(build) : undefined
  return {
    name,
    sourceType: source.type,
    sourceName: source.name,
    outcome,
    ...times,
    artifacts,
    images,
    smokeTests,
    ...(unchanged && { unchanged }),
    ...(packages && { packages }),
    error,
    leftovers,
    ...(candidate && { candidate }),
  }
}

/** What the build used is released before the post-processors begin: they work on artifacts and may take long. */
async function produce(build: BuildRun, scope: Scope, result: Yield, waiting?: WaitingCandidate): Promise<void> {
  const { source: planned } = build.plan
  const source = build.plugins.sources[planned.type]
  if (!source) throw new Error(`the plan names a source "${planned.type}" that the catalog does not have`)
  const options = planned.options.value as never
  const context = buildContext(build, scope)

  if (build.options.image !== undefined) return testOnly(build, source, scope, result)
  if (build.options.skipUnchanged && (await unchanged(build, source, context, result))) return
  let candidate = waiting?.value
  if (waiting) takeOver(build, scope, waiting)
  else {
    build.timeline.enter('launch')
    candidate = await build.bounded(source.build(options, context))
    result.smokeTests = await smokeTest(build, source, candidate, scope)
    if (build.options.publish === 'later' && source.portable && candidate !== undefined) {
      result.candidate = {
        value: candidate,
        values: build.values,
        held: await scope.handOver(),
        ...(build.inventoried && { inventory: build.inventoried }),
      }
      build.timeline.enter('clean up')
      result.leftovers = await release(build, scope)
      return
    }
  }
  build.timeline.enter('publish')
  const artifact = await build.bounded(source.publish(options, candidate, context))
  if (artifact) await scope.publish()
  build.timeline.enter('clean up')
  result.leftovers = await release(build, scope)
  if (artifact) await finish(build, source, artifact, context, result)
}

/** Whether the image is there already: it is the result then, written down and announced, but neither tested nor processed again. */
async function unchanged(build: BuildRun, source: Source, context: BuildContext, result: Yield): Promise<boolean> {
  build.timeline.enter('launch')
  if (!build.identity.recipe || !source.unchanged) {
    build.warn(`Whether anything has changed cannot be told of ${build.plan.source.type}, so it is built`)
    return false
  }
  const artifact = await source.unchanged(build.plan.source.options.value as never, context)
  if (!artifact) return false
  build.say(`Unchanged, so nothing is built: ${artifact.id}`)
  result.artifacts = [artifact]
  result.images = artifact.images
  result.unchanged = true
  build.timeline.enter('post-process')
  const left = await record(build, artifact)
  if (left.length > 0) build.say(`Not run again: ${left.join(', ')}`)
  await announce(build, source, artifact, context)
  build.emit({ type: 'artifact', build: build.plan.name, artifact })
  return true
}

/** Nothing is built or published: an image that exists is asked. */
async function testOnly(build: BuildRun, source: Source, scope: Scope, result: Yield): Promise<void> {
  if (!source.adopt || build.options.image === undefined)
    throw new Failure('invalid', `Images of ${source.type} cannot be booted for smoke tests`)
  build.timeline.enter('launch')
  const context = buildContext(build, scope)
  const candidate = await source.adopt(build.plan.source.options.value as never, build.options.image, context)
  result.smokeTests = await smokeTest(build, source, candidate, scope)
  build.timeline.enter('clean up')
  result.leftovers = await release(build, scope)
}

function takeOver(build: BuildRun, scope: Scope, { values, held, inventory }: WaitingCandidate): void {
  build.values = { ...values, ...build.values }
  if (inventory) build.found(inventory)
  for (const { kind, id, place } of held) {
    const at = Object.hasOwn(build.plugins.resourceKinds, kind) ? build.plugins.resourceKinds[kind] : undefined
    // An embedded sandbox is at another address each time that it is served.
    const { endpoint } = build.options.sandbox ?? {}
    if (at) scope.borrow(at(endpoint && place.endpoint ? { ...place, endpoint } : place), id)
  }
}

async function finish(build: BuildRun, source: Source, artifact: Artifact, context: BuildContext, result: Yield): Promise<void> {
  build.timeline.enter('post-process')
  result.artifacts = [artifact]
  result.images = artifact.images
  const discard = async (unkept: Artifact) => {
    await source.discard?.(build.plan.source.options.value as never, unkept, context)
  }
  const { artifacts, error } = await postProcess(build, artifact, discard)
  result.artifacts = artifacts
  result.images = distinct(artifacts.flatMap(one => one.images))
  if (error === undefined) await announce(build, source, artifact, context)
  for (const one of artifacts) build.emit({ type: 'artifact', build: build.plan.name, artifact: one })
  if (error !== undefined) throw error
}

async function announce({ plan }: BuildRun, source: Source, artifact: Artifact, context: BuildContext): Promise<void> {
  for (const publication of plan.publications ?? [])
    await source.announce?.(plan.source.options.value as never, artifact, publication, context)
}

/** Clean-up has its own time: the run's signal may be spent already. */
async function release(build: BuildRun, scope: Scope): Promise<readonly Leftover[]> {
  const milliseconds = build.options.cleanupMilliseconds ?? CLEANUP_MILLISECONDS
  const cleanup = timeLimit(milliseconds, new Error(`clean-up was not done within ${duration(milliseconds)}`))
  try {
    return await scope.close(cleanup.signal)
  } finally {
    cleanup.stop()
  }
}

function hastenOnInterrupt(build: BuildRun, scope: Scope): () => void {
  const hasten = () => {
    if (build.abandons) return
    const limit = timeLimit(HASTEN_MILLISECONDS, new Error('out of time'))
    void scope.hasten(limit.signal).finally(limit.stop)
  }
  build.signal.addEventListener('abort', hasten, { once: true })
  return () => build.signal.removeEventListener('abort', hasten)
}

const distinct = (images: readonly Image[]): Image[] => [
  ...new Map(images.map(image => [`${image.region}:${image.id}`, image])).values(),
]
