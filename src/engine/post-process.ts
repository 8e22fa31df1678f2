/** Post-processor chains with Packer's rules about which artifacts stay. */
import { rm } from 'node:fs/promises'
import type { Artifact } from '../model/artifact'
import { Failure } from '../model/failure'
import type { PlannedPostProcessor } from '../model/plan'
import type { PostProcessContext } from '../model/plugin'
import type { BuildRun } from './build-run'
import { reasonOf } from './error-text'
import { resolved } from './late-options'

export interface PostProcessed {
  /** The source's artifact when it stays, then for each chain what stays of it, as Packer lists them. */
  readonly artifacts: readonly Artifact[]
  /** One chain that fails does not keep the others from theirs. */
  readonly error?: unknown
}

/** `discard` deletes the source's artifact; called once, at the end, when no chain kept it. */
export async function postProcess(
  build: BuildRun,
  artifact: Artifact,
  discard: (artifact: Artifact) => Promise<void>,
): Promise<PostProcessed> {
  const chains = build.plan.postProcessors
  let keepsSource = chains.length === 0
  const kept: Artifact[] = []
  const errors: unknown[] = []
  for (const chain of chains) {
    const result = await runChain(build, chain, artifact)
    keepsSource ||= result.keepsSource
    kept.push(...result.kept)
    if (result.error !== undefined) errors.push(result.error)
    build.signal.throwIfAborted()
  }
  if (!keepsSource) await discard(artifact).catch(error => errors.push(error))
  return { artifacts: keepsSource ? [artifact, ...kept] : kept, error: joined(errors) }
}

/** For an image that was there already: what only writes down is done, on the image itself; the names of the others are the answer. */
export async function record(build: BuildRun, artifact: Artifact): Promise<readonly string[]> {
  const all = build.plan.postProcessors.flat()
  const records = ({ type }: PlannedPostProcessor) => build.plugins.postProcessors[type]?.records === true
  for (const planned of all.filter(records))
    await build.step(`post-processor ${planned.name ?? planned.type}`, () => runOne(build, planned, artifact))
  return all.filter(planned => !records(planned)).map(({ name, type }) => name ?? type)
}

interface ChainResult {
  keepsSource: boolean
  readonly kept: Artifact[]
  error?: unknown
}

/** What went into a post-processor that failed stays: nothing came out that could stand for it. */
async function runChain(build: BuildRun, chain: readonly PlannedPostProcessor[], source: Artifact): Promise<ChainResult> {
  const result: ChainResult = { keepsSource: false, kept: [] }
  let current: Artifact | undefined = source
  for (const [index, planned] of chain.entries()) {
    const input: Artifact = current
    let output: Artifact | undefined
    try {
      output = await build.step(`post-processor ${planned.name ?? planned.type}`, () => runOne(build, planned, input))
    } catch (error) {
      result.error = error
      if (index === 0) result.keepsSource = true
      else result.kept.push(input)
      return result
    }
    const stays = keepsInput(build, planned)
    if (index === 0) result.keepsSource = stays
    else if (stays) result.kept.push(input)
    else if (input !== source) await removeFiles(input, [...source.files, ...(output?.files ?? [])])
    if (!output) return result
    current = output
  }
  if (chain.length > 0 && current) result.kept.push(current)
  return result
}

function keepsInput(build: BuildRun, planned: PlannedPostProcessor): boolean {
  const plugin = build.plugins.postProcessors[planned.type]
  return plugin?.forcesKeep ? plugin.keepsInput : (planned.keepInputArtifact ?? plugin?.keepsInput ?? true)
}

async function runOne(build: BuildRun, planned: PlannedPostProcessor, artifact: Artifact): Promise<Artifact | undefined> {
  const plugin = build.plugins.postProcessors[planned.type]
  if (!plugin) throw new Failure('invalid', `There is no post-processor "${planned.type}"`)
  const options = resolved(build, planned.options, `post-processor "${planned.type}"`)
  return build.bounded(plugin.process(options, artifact, postProcessContext(build, planned)))
}

function postProcessContext(build: BuildRun, planned: PlannedPostProcessor): PostProcessContext {
  const { run, identity, signal, values, render, say, warn } = build
  const { name } = identity
  return {
    run,
    build: identity,
    signal,
    values,
    render,
    say,
    warn,
    output: (stream, text) => build.emit({ type: 'output', build: name, stream, text, from: planned.name ?? planned.type }),
    wrote: (what, path) => build.emit({ type: 'file', build: name, what, path }),
  }
}

/** An artifact between two post-processors is files on this machine; those of the source or handed on are still needed. */
async function removeFiles(artifact: Artifact, needed: readonly string[]): Promise<void> {
  for (const file of artifact.files) if (!needed.includes(file)) await rm(file, { force: true, recursive: true })
}

function joined(errors: readonly unknown[]): unknown {
  if (errors.length < 2) return errors[0]
  return new Failure('failed', `${errors.length} post-processors failed: ${errors.map(reasonOf).join('; ')}`)
}
