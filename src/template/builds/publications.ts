/** Where others are told of an image that passed: as `publish` blocks say, and as the caller says besides. */
import type { Block } from '../../language/body'
import { Collector } from '../../language/collector'
import type { Checked, Diagnostic } from '../../language/diagnostic'
import type { EvalContext } from '../../language/eval-context'
import { parseFile } from '../../language/hcl'
import type { PlannedBuild, PlannedPublication } from '../../model/plan'
import type { Plugins } from '../../model/plugin'
import { type OwnBlocks, ownBlocks } from '../blocks'
import { readPublication } from '../publish-block'
import { withBuild, withSource } from '../scope'
import type { BuildBlock } from './build-block'
import { appliesTo } from './meta'
import type { SourceUse } from './sources'

interface Surroundings {
  readonly context: EvalContext
  readonly plugins: Plugins
}

export interface Publications {
  readonly blocks: readonly Block[]
  /** `-ssm-parameter`, as the block that it is short for; for every source whose images can be published so. */
  readonly caller: readonly Block[]
}

/** `parameter` is a template as in the block: it may hold `${source.name}`. What is wrong with it has no place in any file. */
export function publications(own: OwnBlocks, parameter: string | undefined): Checked<Publications> {
  const findings = new Collector()
  const caller = parameter ? callerBlocks(parameter, findings) : []
  return findings.done({ blocks: own.publish, caller })
}

function callerBlocks(parameter: string, findings: Collector): readonly Block[] {
  const text = `publish {\n  ssm_parameter = ${JSON.stringify(parameter)}\n}\n`
  const { value: body, diagnostics } = parseFile(text, '-ssm-parameter')
  for (const { summary, detail } of diagnostics) findings.add(ofCaller(summary, detail))
  return ownBlocks([body]).value.publish
}

export function publicationsFor(
  { blocks, caller }: Publications,
  build: BuildBlock,
  use: SourceUse,
  { context: outside, plugins }: Surroundings,
): Checked<readonly PlannedPublication[]> {
  const findings = new Collector()
  const context = withBuild(withSource(outside, { type: use.source.type, name: use.name }), build.name, {})
  const possible = plugins.sources[use.source.type]?.announce !== undefined
  const planned = blocks.flatMap(block => {
    const { only, except, ...publication } = findings.take(readPublication(block, context))
    if (!appliesTo({ only, except }, use.reference)) return []
    if (!possible)
      findings.error(
        'Nothing to publish',
        `Images of ${use.source.type} cannot be told of in a parameter.`,
        block.definitionRange,
      )
    return [publication]
  })
  for (const block of possible ? caller : []) {
    const { value, diagnostics } = readPublication(block, context)
    for (const { summary, detail } of diagnostics) findings.add(ofCaller(summary, detail))
    if (!planned.some(({ ssmParameter }) => ssmParameter === value.ssmParameter))
      planned.push({ ssmParameter: value.ssmParameter })
  }
  return findings.done(Object.freeze(planned.map(each => Object.freeze(each))))
}

/** What only all builds together tell of the caller's parameter. */
export function publicationProblems({ caller }: Publications, builds: readonly PlannedBuild[]): readonly Diagnostic[] {
  const names = builds.flatMap(({ publications = [] }) => publications.map(({ ssmParameter }) => ssmParameter))
  if (caller.length === 0 || builds.length === 0) return []
  if (names.length === 0) return [ofCaller('Nothing to publish', 'No build here makes images that a parameter can hold.')]
  const shared = names.find((name, at) => names.indexOf(name) !== at)
  if (shared === undefined) return []
  const detail = `Several builds publish in ${shared}: where they share a region, the last one wins. With \${source.name} in it each has its own.`
  return [{ severity: 'warning', summary: 'One parameter for several images', detail }]
}

const ofCaller = (summary: string, detail = ''): Diagnostic => ({
  severity: 'error',
  summary: `The given SSM parameter: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`,
  detail,
})
