/** One build block and one of its sources become a planned build. */

import type { Block, Body, BodyContent } from '../../language/body'
import { Collector } from '../../language/collector'
import { type Checked, type Diagnostic, hasErrors } from '../../language/diagnostic'
import type { EvalContext } from '../../language/eval-context'
import { type InterpolationFacts, interpolate } from '../../language/options/interpolation'
import { printable } from '../../language/options/printable'
import type { OptionsOf, OptionsSpec } from '../../language/options/spec'
import { listed } from '../../lib/listed'
import { type CommunicatorOptions, communicatorOptions, type TrustOptions } from '../../model/communicator-options'
import type {
  BuildValues,
  Decoded,
  LateOptions,
  PlannedBuild,
  PlannedPostProcessor,
  PlannedProvisioner,
  PlannedSource,
} from '../../model/plan'
import type { Plugins } from '../../model/plugin'
import { mergedBody } from '../merged-body'
import type { RequiredPlugin } from '../packer-block'
import { itemsByName } from '../places'
import { unknownBuildValues, withBuild, withSource } from '../scope'
import type { Selection } from '../selection'
import type { Secrets } from '../sensitive'
import { valueBody } from '../value-body'
import type { BuildBlock } from './build-block'
import { communicatorProblems } from './communicator-problems'
import { type Component, checkComponent, decodeComponent, findComponent, lateOptions, type Reading } from './component'
import { appliesTo, type Condition, MetaReader, readCondition } from './meta'
import type { SourceUse } from './sources'

export interface BuildSurroundings {
  readonly plugins: Plugins
  readonly requiredPlugins: readonly RequiredPlugin[]
  /** All of the template: var, local, data, path, packer. */
  readonly context: EvalContext
  readonly facts: Omit<InterpolationFacts, 'buildName' | 'buildType'>
  readonly selection: Selection
  readonly reading: Reading
  readonly trust?: TrustOptions
}

export const nameOf = (build: BuildBlock, use: SourceUse): string =>
  build.name === '' ? use.title : `${build.name}.${use.title}`

export function planBuild(build: BuildBlock, use: SourceUse, around: BuildSurroundings): Checked<PlannedBuild | undefined> {
  return new BuildPlanner(build, use, around).plan()
}

class BuildPlanner {
  private readonly findings = new Collector()
  private readonly context: EvalContext
  private readonly facts: InterpolationFacts
  /** How `only`, `except` and `override` of this build name its sources. */
  private readonly sources: readonly string[]
  /** Undefined while nobody knows what the source would tell. */
  private buildValues: BuildValues | undefined

  constructor(
    private readonly build: BuildBlock,
    private readonly use: SourceUse,
    private readonly around: BuildSurroundings,
  ) {
    this.context = withSource(around.context, { type: use.source.type, name: use.name })
    // Packer tells components the name of the source block as the build's name.
    this.facts = { ...around.facts, buildName: use.source.name, buildType: use.source.type }
    this.sources = build.uses.map(({ reference }) => reference)
  }

  plan(): Checked<PlannedBuild | undefined> {
    const { build } = this
    const source = this.source()
    const provisioners = build.provisioners.flatMap(block => this.provisioner(block) ?? [])
    const cleanup = build.errorCleanupProvisioner && this.provisioner(build.errorCleanupProvisioner)
    const chains = build.chains.map(chain => this.chain(chain)).filter(chain => chain.length > 0)
    if (!source) return this.findings.done(undefined)
    const name = nameOf(build, this.use)
    return this.findings.done({
      name,
      buildName: build.name,
      source,
      provisioners,
      errorCleanupProvisioner: cleanup,
      postProcessors: chains,
      smokeTests: [],
    })
  }

  private source(): PlannedSource | undefined {
    const { source, body, range } = this.use
    if (this.use.isStandIn) return undefined
    const { plugins, reading, requiredPlugins } = this.around
    const plugin = this.findings.take(
      findComponent('source', source.type, plugins.sources, requiredPlugins, source.typeRange, source.range),
    )
    this.buildValues = plugin && unknownBuildValues(plugin.buildValues ?? [])
    if (!plugin) return this.withoutPlugin(body, this.context)
    const spec: OptionsSpec = { ...(plugin.reachable ? communicatorOptions : {}), ...plugin.options }
    const waiting = this.waiting()
    const decoded = decodeComponent(spec, body, this.context, this.facts, waiting.reading)
    this.findings.take(decoded)
    const options = partOf(decoded.value, plugin.options, reading.secrets)
    const communicator = plugin.reachable ? partOf(decoded.value, communicatorOptions, reading.secrets) : undefined
    const own = { ...decoded, value: options }
    this.findings.addAll(checkComponent(plugin, own, range, body, waiting.unknown, communicator?.value))
    if (communicator && !hasErrors(decoded.diagnostics)) this.findings.addAll(communicatorProblems(communicator, range, body))
    return Object.freeze({
      type: source.type,
      name: source.name,
      options,
      communicator: communicator ? communicatorOf(communicator, this.around.trust) : NO_COMMUNICATOR,
      range: source.range,
    })
  }

  /** What its options mean nobody knows here, but whether what their values speak of exists. */
  private withoutPlugin(body: Body, context: EvalContext): undefined {
    for (const { expression } of body.justAttributes().value.values()) this.findings.take(expression.evaluate(context))
    for (const block of this.findings.take(body.justBlocks())) this.withoutPlugin(block.body, context)
    return undefined
  }

  /** A reading that remembers whether some value is not known yet. */
  private waiting(): { readonly reading: Reading; unknown: boolean } {
    const onUnknown = () => {
      waiting.unknown = true
    }
    const waiting = { reading: { ...this.around.reading, onUnknown }, unknown: false }
    return waiting
  }

  private provisioner(block: Block): PlannedProvisioner | undefined {
    const names = this.around.reading.weak ? LEGACY_PROVISIONER_META : PROVISIONER_META
    const content = this.findings.take(block.body.partialContent(names))
    const meta = this.metaOf(content)
    const condition = this.conditionOf(meta, block)
    const planned = {
      name: meta.text('name'),
      pauseBefore: meta.duration('pause_before'),
      timeout: meta.duration('timeout'),
      maxRetries: meta.count('max_retries'),
      continueOnError: meta.flag('continue_on_error'),
    }
    const body = (context: EvalContext) => this.overridden(content, context)
    this.findings.addAll(meta.findings.diagnostics)
    const options = this.component('provisioner', block, body, this.around.plugins.provisioners)
    if (!options || !appliesTo(condition, this.use.reference)) return undefined
    return Object.freeze({ type: block.labels[0]!, ...planned, options, range: block.definitionRange })
  }

  private conditionOf(meta: MetaReader, { definitionRange }: Block): Condition {
    const { value, diagnostics } = readCondition(meta, this.sources, this.severity, definitionRange)
    // Without a source no condition can name one.
    if (!this.use.isStandIn) this.findings.addAll(diagnostics)
    return value
  }

  private metaOf(content: BodyContent): MetaReader {
    return new MetaReader(content, this.context, this.around.reading.weak ? text => interpolate(text, this.facts) : undefined)
  }

  private get severity(): Diagnostic['severity'] {
    return this.around.reading.weak ? 'error' : 'warning'
  }

  private chain(blocks: readonly Block[]): readonly PlannedPostProcessor[] {
    const chain: PlannedPostProcessor[] = []
    let open = true
    for (const block of blocks) {
      const { planned, applies, name } = this.postProcessor(block)
      const taken = this.around.selection.takesPostProcessor(name)
      // One that is for other sources ends no chain here.
      if (applies && !taken) open = false
      if (open && applies && planned) chain.push(planned)
    }
    return Object.freeze(chain)
  }

  private postProcessor(block: Block) {
    const type = block.labels[0]!
    const content = this.findings.take(block.body.partialContent(POST_PROCESSOR_META))
    const meta = this.metaOf(content)
    const condition = this.conditionOf(meta, block)
    const [name, keepInputArtifact] = [meta.text('name'), meta.flag('keep_input_artifact')]
    this.findings.addAll(meta.findings.diagnostics)
    const options = this.component('post-processor', block, () => content.remain, this.around.plugins.postProcessors)
    const planned = options && Object.freeze({ type, name, options, keepInputArtifact, range: block.definitionRange })
    return { planned, applies: appliesTo(condition, this.use.reference), name: name ?? type }
  }

  private component(
    kind: string,
    block: Block,
    bodyIn: (context: EvalContext) => Body,
    builtIn: Readonly<Record<string, Component>>,
  ): LateOptions | undefined {
    const range = block.definitionRange
    const plugin = this.findings.take(
      findComponent(kind, block.labels[0]!, builtIn, this.around.requiredPlugins, block.labelRanges[0] ?? range, range),
    )
    const contextOf = (values: BuildValues | undefined) => withBuild(this.context, this.build.name, values)
    if (!plugin) {
      const context = contextOf(undefined)
      return this.withoutPlugin(bodyIn(context), context)
    }
    const decode = (values = this.buildValues): Checked<Decoded> => {
      const context = contextOf(values)
      const waiting = this.waiting()
      const body = bodyIn(context)
      const decoded = decodeComponent(plugin.options, body, context, { ...this.facts, values }, waiting.reading)
      const problems = checkComponent(plugin, decoded, range, body, waiting.unknown)
      return { value: decoded.value, diagnostics: [...decoded.diagnostics, ...problems] }
    }
    return this.findings.take(lateOptions(decode))
  }

  /** `override = { name = { … } }`: names are those of sources without their type. It may speak of `build` like other options. */
  private overridden({ attributes, remain: body }: BodyContent & { readonly remain: Body }, context: EvalContext): Body {
    const attribute = attributes.get('override')
    if (!attribute) return body
    const { range } = attribute.expression
    const all = this.findings.take(attribute.expression.evaluate(context))
    if (all.state !== 'known') return body
    if (all.type.kind !== 'object' && all.type.kind !== 'map') {
      this.findings.error('Invalid override', 'override is an object: { source_name = { option = value } }.', range)
      return body
    }
    const names = this.build.uses.map(({ name }) => name)
    const items = itemsByName(attribute.expression)
    const render = (name: string) => (this.around.reading.weak ? interpolate(name, this.facts) : name)
    const written = [...all.entries().keys()]
    for (const name of written)
      if (!this.use.isStandIn && !names.includes(render(name)))
        this.findings.add({
          severity: this.severity,
          summary: 'No such source',
          detail: `override speaks of "${name}", but no source of this build has that name. The names are: ${listed(names)}.`,
          subject: items.get(name)?.key.range ?? range,
        })
    const key = written.find(name => render(name) === this.use.name) ?? this.use.name
    const own = all.entries().get(key)
    const item = items.get(key)?.value
    const place = item?.range ?? range
    if (own?.state !== 'known') return body
    if (own.type.kind === 'object' || own.type.kind === 'map')
      return mergedBody(body, valueBody(own.entries(), place, item), 'replace')
    this.findings.error('Invalid override', `The override for "${this.use.name}" is not an object of options.`, place)
    return body
  }
}

const names = (...list: readonly string[]) => ({ attributes: list.map(name => ({ name })), blocks: [] })
const POST_PROCESSOR_META = names('name', 'only', 'except', 'keep_input_artifact')
const LEGACY_PROVISIONER_META = names('only', 'except', 'override', 'pause_before', 'timeout', 'max_retries')
const PROVISIONER_META = names('name', 'continue_on_error', ...LEGACY_PROVISIONER_META.attributes.map(({ name }) => name))

/** The options of one spec out of a body that was decoded for two. */
function partOf<S extends OptionsSpec>(whole: Decoded, spec: S, { redact }: Secrets): Decoded<OptionsOf<S>> {
  const value = Object.freeze(Object.fromEntries(Object.keys(spec).map(name => [name, whole.value[name]]))) as OptionsOf<S>
  return { value, rangeOf: whole.rangeOf, toJSON: () => printable(spec, value, redact) }
}

/** Engine and sources read them as plain properties; only printing must not show the password. */
function communicatorOf({ value, toJSON }: Decoded<CommunicatorOptions>, trust?: TrustOptions): CommunicatorOptions {
  const print = () => (trust ? { ...(toJSON() as object), trust } : toJSON())
  return Object.freeze(
    Object.defineProperty({ ...value, ...(trust && { trust }) }, 'toJSON', { value: print, enumerable: false }),
  )
}

const NO_COMMUNICATOR = Object.freeze({ communicator: 'none' }) as CommunicatorOptions
