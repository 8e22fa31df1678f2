/** Packer's HCL2 templates, step by step: blocks, variables, locals, builds. */
import type { Body } from '../language/body'
import { Collector } from '../language/collector'
import { hasErrors } from '../language/diagnostic'
import { expandDynamicBlocks } from '../language/dynamic-blocks'
import type { EvalContext } from '../language/eval-context'
import { standardFunctions } from '../language/functions'
import type { LanguageFunction } from '../language/functions/function'
import { parseFile } from '../language/hcl/index'
import { parseJson } from '../language/json/index'
import { decodeSource } from '../language/source-text'
import { Value } from '../language/values/value'
import type { PlannedBuild } from '../model/plan'
import { type OwnBlocks, ownBlocks, type TemplateBlocks, templateBlocks } from './blocks'
import { type BuildBlock, readBuild } from './builds/build-block'
import { planBuilds } from './builds/plan-builds'
import { readSources } from './builds/sources'
import { readDataBlocks } from './data-blocks'
import type { Findings } from './diagnostics'
import { evaluate } from './evaluation'
import type { TemplateFiles, TextFile } from './files'
import type { LoadInput } from './load-plan'
import { readLocals } from './locals'
import { type Outline, outlinedBuild } from './outline'
import { type Outside, untilAnswered } from './outside'
import { type RequiredPlugin, readPackerBlocks } from './packer-block'
import { dataReader } from './read-data'
import { outermost, PACKER_VERSION, within } from './scope'
import { Secrets } from './sensitive'

import { type Assignment, gatherAssignments } from './variables/assignments'
import { defaultContext, readVariables, type Variable } from './variables/declarations'
import { resolveVariables } from './variables/resolve'
import { addSecrets, addUnreadSecrets } from './variables/secrets'

export interface LoadRequest extends LoadInput {
  readonly workingDirectory: string
  readonly files: TemplateFiles
  /** The template's folder as an absolute path. */
  readonly folder: string
  /** Filled with the text of every file that is read. */
  readonly sources: Map<string, string>
  readonly outside: Outside
}

export interface LoadedTemplate {
  readonly findings: Findings
  /** Undefined when they were not asked for. */
  readonly builds: readonly PlannedBuild[] | undefined
  /** Undefined when what is declared could not all be read, or only the syntax was asked for. */
  readonly outline: Outline | undefined
  readonly secrets: Secrets
  readonly variables: ReadonlyMap<string, Value>
  readonly locals: ReadonlyMap<string, Value>
  readonly context: EvalContext
  /** Something outside was to be asked and was not. */
  readonly unasked: boolean
}

export function loadHcl(request: LoadRequest): Promise<LoadedTemplate> {
  return untilAnswered(request.outside, () => new HclLoader(request).load())
}

class HclLoader {
  private readonly syntax = new Collector()
  private readonly meaning = new Collector()
  private readonly secrets = new Secrets()
  private readonly startedAt: Date
  private readonly functions: ReadonlyMap<string, LanguageFunction>

  constructor(private readonly request: LoadRequest) {
    this.startedAt = request.startedAt ?? new Date()
    const { startedAt } = this
    // Whoever fixes the time wants the same plan each time, `timestamp()` included.
    const now = request.startedAt && (() => startedAt)
    this.functions = standardFunctions({ directory: request.folder, now, startedAt, lookups: request.outside.lookUp })
  }

  async load(): Promise<LoadedTemplate> {
    const { files, syntaxOnly, outlineOnly } = this.request
    const blocks = this.meaning.take(templateBlocks(files.templates.map(file => this.parse(file))))
    const own = this.meaning.take(ownBlocks(files.own.map(file => this.parse(file))))
    const required = this.meaning.take(readPackerBlocks(blocks.packer))
    const defaults = defaultContext(this.request.environment)
    const declared = this.meaning.take(readVariables([...blocks.variable, ...blocks.variables], defaults))
    const locals = this.meaning.take(readLocals([...blocks.locals, ...blocks.local]))
    const assignments = await this.assignments(declared)
    if (syntaxOnly) return { ...NOTHING, secrets: this.secrets, findings: this.findings() }
    const isSound = !hasErrors([...this.syntax.diagnostics, ...this.meaning.diagnostics])
    const values = this.values(declared, assignments)
    const outer = within(outermost({ ...this.request, root: files.root, functions: this.functions }), {
      var: Value.object(values),
    })
    const data = this.meaning.take(readDataBlocks(blocks.data, this.request.plugins.dataSources, required))
    const stillSound = !hasErrors([...this.syntax.diagnostics, ...this.meaning.diagnostics])
    const reader = dataReader(this.request.outside, stillSound, this.facts, this.secrets)
    const { locals: localValues, data: dataValue } = this.meaning.take(await evaluate(locals, data, outer, reader))
    const context = within(outer, { local: Value.object(localValues), data: dataValue })
    for (const value of secretValues(locals, localValues)) this.secrets.addValue(value)
    for (const text of this.request.outside.secrets) this.secrets.add(text)
    const read = this.buildBlocks(blocks, context)
    const outline = isSound ? outlineOf(declared, required, blocks, read) : undefined
    const builds = outlineOnly ? undefined : this.builds(read, own, required, context)
    const { secrets } = this
    const findings = this.findings()
    return {
      secrets,
      variables: values,
      locals: localValues,
      context,
      builds,
      outline,
      findings,
      unasked: this.request.outside.unasked,
    }
  }

  private get facts() {
    const { folder, workingDirectory } = this.request
    return { folder, workingDirectory, packerVersion: PACKER_VERSION, startedAt: this.startedAt }
  }

  private findings(): Findings {
    return { syntax: this.syntax.diagnostics, meaning: this.meaning.diagnostics }
  }

  private async assignments(declared: ReadonlyMap<string, Variable>): Promise<readonly Assignment[]> {
    const { request, meaning } = this
    const assignments = meaning.take(await gatherAssignments(request, declared))
    for (const { text, range } of assignments) if (text !== undefined) request.sources.set(range.file, text)
    addSecrets(this.secrets, declared, assignments)
    const names = [...declared.values()].filter(({ sensitive }) => sensitive).map(({ name }) => name)
    addUnreadSecrets(this.secrets, names, [...this.syntax.diagnostics, ...meaning.diagnostics], request.sources)
    return assignments
  }

  private values(declared: ReadonlyMap<string, Variable>, assignments: readonly Assignment[]): ReadonlyMap<string, Value> {
    const settings = { tolerateUnset: this.request.tolerateUnset, functions: this.functions }
    const values = this.meaning.take(resolveVariables(declared, assignments, settings))
    for (const value of secretValues(declared, values)) this.secrets.addValue(value)
    return values
  }

  private buildBlocks(blocks: TemplateBlocks, context: EvalContext): readonly BuildBlock[] {
    const sources = this.meaning.take(readSources(blocks.source, context))
    return blocks.build.map(block =>
      this.meaning.take(readBuild(block, expandDynamicBlocks(block.body, context), sources, context)),
    )
  }

  private builds(
    builds: readonly BuildBlock[],
    own: OwnBlocks,
    requiredPlugins: readonly RequiredPlugin[],
    context: EvalContext,
  ): readonly PlannedBuild[] {
    const { request, meaning, facts } = this
    const reading = { secrets: this.secrets }
    return meaning.take(planBuilds(builds, own, { ...request, requiredPlugins, context, facts, reading }))
  }

  private parse({ file, text }: TextFile): Body {
    this.request.sources.set(file, decodeSource(text, file).text)
    if (!file.endsWith('.json')) return this.syntax.take(parseFile(text, file))
    const body = this.syntax.take(parseJson(text, file))
    const builders = body.justAttributes().value.get('builders')
    if (!builders) return body
    this.syntax.error('Legacy template', NOT_LEGACY, builders.nameRange)
    return parseJson('{}', file).value
  }
}

const NOT_LEGACY =
  'Builders are of legacy templates, and the ending .pkr.json is of HCL2 in JSON. Rename this file so that it ends in .json alone.'

interface Secret {
  readonly name: string
  readonly sensitive: boolean
}

const secretValues = (declared: ReadonlyMap<string, Secret>, values: ReadonlyMap<string, Value>): readonly Value[] =>
  [...declared.values()].filter(({ sensitive }) => sensitive).flatMap(({ name }) => values.get(name) ?? [])

const outlineOf = (
  declared: ReadonlyMap<string, Variable>,
  requiredPlugins: readonly RequiredPlugin[],
  { data }: TemplateBlocks,
  builds: readonly BuildBlock[],
): Outline => ({
  language: 'hcl',
  variables: [...declared.values()].map(({ name, default: value, sensitive }) => ({
    name,
    required: value === undefined,
    sensitive,
  })),
  requiredPlugins,
  dataSources: data.map(({ labels: [type = '', name = ''] }) => ({ type, name })),
  builds: builds.map(outlinedBuild),
})

const NOTHING = { builds: undefined, outline: undefined, variables: new Map(), locals: new Map(), context: {}, unasked: false }
