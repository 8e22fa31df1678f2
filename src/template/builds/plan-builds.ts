/** All build blocks times their sources, as far as they are selected, each with the smoke tests that are for it. */

import type { Block } from '../../language/body'
import { Collector } from '../../language/collector'
import type { Checked, Diagnostic } from '../../language/diagnostic'
import { redacted } from '../../language/options/printable'
import { listed } from '../../lib/listed'
import type { CommunicatorOptions, HostKeyChoice } from '../../model/communicator-options'
import type { PlannedBuild, PlannedSmokeTest } from '../../model/plan'
import type { Plugins } from '../../model/plugin'
import type { OwnBlocks } from '../blocks'
import { namedSmokeTests, smokeTestsInFolder } from '../found-smoke-tests'
import { readSbomBlock } from '../sbom-block'
import { withBuild, withSource } from '../scope'
import { Selection } from '../selection'
import { readSmokeTest } from '../smoke-tests'
import { readSshBlock } from '../ssh-block'
import type { BuildBlock } from './build-block'
import { appliesTo } from './meta'
import { type BuildSurroundings, nameOf, planBuild } from './plan-build'
import { publicationProblems, publications, publicationsFor } from './publications'
import type { SourceUse } from './sources'

interface Request extends Omit<BuildSurroundings, 'selection' | 'trust'> {
  readonly only?: readonly string[]
  readonly except?: readonly string[]
  readonly requireBuilds?: boolean
  /** Legacy: `-only` and `-except` are names of builders, not patterns. */
  readonly exact?: boolean
  readonly hostKeys?: HostKeyChoice
  /** Paths that the caller names besides what the template declares. */
  readonly smokeTests?: readonly string[]
  /** A parameter that the caller names besides the `publish` blocks. */
  readonly ssmParameter?: string
}

interface Candidate {
  readonly name: string
  readonly build: BuildBlock
  readonly use: SourceUse
}

export function planBuilds(builds: readonly BuildBlock[], own: OwnBlocks, request: Request): Checked<readonly PlannedBuild[]> {
  const findings = new Collector()
  const selection = new Selection(request.only ?? [], request.except ?? [], request.exact)
  const candidates = builds.flatMap(build => build.uses.map(use => ({ name: nameOf(build, use), build, use })))
  const real = candidates.filter(({ use }) => !use.isStandIn)
  const chosen = real.filter(({ name, use }) => selection.takesBuild(request.exact ? use.name : name))
  const selected = [...chosen, ...candidates.filter(({ use }) => use.isStandIn)]
  const trust = findings.take(readSshBlock(own.ssh, request.context, request.hostKeys))
  const named = findings.take(namedSmokeTests(request.smokeTests ?? [], request.facts.workingDirectory))
  const unlisted = findings.take(readSbomBlock(own.sbom, request.context)) ? {} : { sbom: false }
  const publishing = findings.take(publications(own, request.ssmParameter))
  const planned = selected.flatMap(({ build, use }) => {
    const plan = findings.take(planBuild(build, use, { ...request, selection, trust }))
    const declared = own.smoke_test.flatMap(block => findings.take(smokeTestFor(block, build, use, request)) ?? [])
    const found = [...smokeTestsInFolder(request.facts.folder, declared), ...named].map(test => Object.freeze(test))
    const smokeTests = [...declared, ...found]
    for (const test of smokeTests) findings.addAll(problemsOf(test, request.plugins, plan?.source.communicator))
    const told = findings.take(publicationsFor(publishing, build, use, request))
    const more = { smokeTests: Object.freeze(smokeTests), ...(told.length > 0 && { publications: told }), ...unlisted }
    return plan ? [{ ...plan, ...more }] : []
  })
  findings.addAll(publicationProblems(publishing, planned))
  findings.addAll(selection.diagnostics(real.map(({ name, use }) => (request.exact ? use.name : name))))
  if (selected.length === 0 && request.requireBuilds) findings.add(noBuilds(real))
  // Builders of one name are a mistake, which has been said.
  const distinct = request.exact ? planned : findings.take(withDistinctNames(planned, selected))
  return findings.done(Object.freeze(distinct.map(build => Object.freeze(build))))
}

function smokeTestFor(block: Block, build: BuildBlock, use: SourceUse, request: Request): Checked<PlannedSmokeTest | undefined> {
  const findings = new Collector()
  const source = { type: use.source.type, name: use.name }
  const context = withBuild(withSource(request.context, source), build.name, {})
  const { only, except, ...test } = findings.take(readSmokeTest(block, context, request.facts.folder))
  if (!appliesTo({ only, except }, use.reference)) return findings.done(undefined)
  const print = () => redacted(test, request.reading.secrets.redact)
  return findings.done(Object.freeze(Object.defineProperty({ ...test }, 'toJSON', { value: print, enumerable: false })))
}

const problemsOf = (test: PlannedSmokeTest, { checkSmokeTest }: Plugins, communicator?: CommunicatorOptions): Diagnostic[] =>
  (checkSmokeTest?.(test, communicator) ?? []).map(({ severity = 'error', summary, detail }) => ({
    severity,
    summary,
    detail,
    subject: test.range,
  }))

/** Packer lets builds of one name overwrite each other's results; here the later ones get a number. */
function withDistinctNames(builds: readonly PlannedBuild[], candidates: readonly Candidate[]): Checked<readonly PlannedBuild[]> {
  const findings = new Collector()
  const taken = new Set<string>()
  const named = builds.map(build => {
    let name = build.name
    for (let number = 2; taken.has(name); number++) name = `${build.name}-${number}`
    taken.add(name)
    if (name === build.name) return build
    findings.add({
      severity: 'warning',
      summary: 'Two builds of one name',
      detail: `Another build is called "${build.name}" too, so this one is called "${name}". Give the build block a name of its own.`,
      subject: candidates.filter(each => each.name === build.name).at(-1)?.build.range,
    })
    return { ...build, name }
  })
  return findings.done(named)
}

const noBuilds = (candidates: readonly Candidate[]) => ({
  severity: 'error' as const,
  summary: 'No builds to run',
  detail:
    candidates.length === 0
      ? 'The template has no build block with a source.'
      : `-only and -except leave nothing of: ${listed(candidates.map(({ name }) => name))}.`,
})
