/** Packer's HCL2 templates, step by step: blocks, variables, locals, builds. */
import type { Body } from '../language/body'
import { Collector } from '../language/collector'
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
import { readBuild } from './builds/build-block'
import { planBuilds } from './builds/plan-builds'
import { readSources } from './builds/sources'
import { readDataBlocks } from './data-blocks'
import type { Findings } from './diagnostics'
import type { TemplateFiles, TextFile } from './files'
import type { LoadInput } from './load-plan'
import { evaluateLocals, readLocals } from './locals'
import { type RequiredPlugin, readPackerBlocks } from './packer-block'
import { outermost, PACKER_VERSION, within } from './scope'
import { Secrets } from './sensitive'

import { gatherAssignments } from './variables/assignments'
import { defaultContext, readVariables, type Variable } from './variables/declarations'
import { resolveVariables } from './variables/resolve'

export interface LoadRequest extends LoadInput {
  readonly workingDirectory: string
  readonly files: TemplateFiles
  /** The template's folder as an absolute path. */
  readonly folder: string
  /** Filled with the text of every file that is read. */
  readonly sources: Map<string, string>
}

export interface LoadedTemplate {
  readonly findings: Findings
  /** Undefined when only the syntax was asked for. */
  readonly builds: readonly PlannedBuild[] | undefined
  readonly secrets: Secrets
  readonly variables: ReadonlyMap<string, Value>
  readonly locals: ReadonlyMap<string, Value>
  readonly context: EvalContext
}

export const loadHcl = (request: LoadRequest): Promise<LoadedTemplate> => new HclLoader(request).load()

class HclLoader {
  private readonly syntax = new Collector()
  private readonly meaning = new Collector()
  private readonly secrets = new Secrets()
  private readonly functions: ReadonlyMap<string, LanguageFunction>

  constructor(private readonly request: LoadRequest) {
    this.functions = standardFunctions({ directory: request.folder })
  }

  async load(): Promise<LoadedTemplate> {
    const { files, syntaxOnly } = this.request
    const blocks = this.meaning.take(templateBlocks(files.templates.map(file => this.parse(file))))
    const own = this.meaning.take(ownBlocks(files.own.map(file => this.parse(file))))
    const required = this.meaning.take(readPackerBlocks(blocks.packer))
    const defaults = defaultContext(this.request.environment)
    const declared = this.meaning.take(readVariables([...blocks.variable, ...blocks.variables], defaults))
    const locals = this.meaning.take(readLocals([...blocks.locals, ...blocks.local]))
    if (syntaxOnly) return { ...NOTHING, secrets: this.secrets, findings: this.findings() }
    const { values, texts } = await this.variables(declared)
    const outer = within(outermost({ ...this.request, root: files.root, functions: this.functions }), {
      var: Value.object(values),
      data: this.meaning.take(readDataBlocks(blocks.data, required)),
    })
    const localValues = this.meaning.take(evaluateLocals(locals, outer))
    const context = within(outer, { local: Value.object(localValues) })
    for (const value of [...secretValues(declared, values), ...secretValues(locals, localValues)]) this.secrets.addValue(value)
    for (const text of texts) this.secrets.add(text)
    const builds = this.builds(blocks, own, required, context)
    return { secrets: this.secrets, variables: values, locals: localValues, context, builds, findings: this.findings() }
  }

  private findings(): Findings {
    return { syntax: this.syntax.diagnostics, meaning: this.meaning.diagnostics }
  }

  private async variables(declared: ReadonlyMap<string, Variable>) {
    const gathered = await gatherAssignments(this.request, declared)
    const assignments = this.meaning.take(gathered)
    for (const { text, range } of assignments) if (text !== undefined) this.request.sources.set(range.file, text)
    const settings = { tolerateUnset: this.request.tolerateUnset, functions: this.functions }
    const values = this.meaning.take(resolveVariables(declared, assignments, settings))
    const texts = assignments.flatMap(({ name, text }) => (text !== undefined && declared.get(name)?.sensitive ? [text] : []))
    return { values, texts }
  }

  private builds(
    blocks: TemplateBlocks,
    own: OwnBlocks,
    requiredPlugins: readonly RequiredPlugin[],
    context: EvalContext,
  ): readonly PlannedBuild[] {
    const { request, meaning } = this
    const sources = meaning.take(readSources(blocks.source, context))
    const builds = blocks.build.map(block =>
      meaning.take(readBuild(block, expandDynamicBlocks(block.body, context), sources, context)),
    )
    const facts = {
      folder: request.folder,
      workingDirectory: request.workingDirectory,
      packerVersion: PACKER_VERSION,
      startedAt: request.startedAt ?? new Date(),
    }
    const reading = { secrets: this.secrets }
    return meaning.take(planBuilds(builds, own, { ...request, requiredPlugins, context, facts, reading }))
  }

  private parse({ file, text }: TextFile): Body {
    this.request.sources.set(file, decodeSource(text, file).text)
    return this.syntax.take(file.endsWith('.json') ? parseJson(text, file) : parseFile(text, file))
  }
}

interface Secret {
  readonly name: string
  readonly sensitive: boolean
}

const secretValues = (declared: ReadonlyMap<string, Secret>, values: ReadonlyMap<string, Value>): readonly Value[] =>
  [...declared.values()].filter(({ sensitive }) => sensitive).flatMap(({ name }) => values.get(name) ?? [])

const NOTHING = { builds: undefined, variables: new Map(), locals: new Map(), context: {} }
