/** Packer's legacy JSON templates: the same planning behind another language. */
import type { Block } from '../../language/body'
import { Collector } from '../../language/collector'
import { type Checked, hasErrors } from '../../language/diagnostic'
import type { LanguageFunction } from '../../language/functions/function'
import { standardFunctions } from '../../language/functions/index'
import { parseFile } from '../../language/hcl/index'
import { type InterpolationFacts, interpolate } from '../../language/options/interpolation'
import type { Range } from '../../language/source'
import { decodeSource } from '../../language/source-text'
import { compareUtf8 } from '../../language/values/utf8'
import { Value } from '../../language/values/value'
import { compareVersions, parseVersion } from '../../language/version'
import type { PlannedBuild } from '../../model/plan'
import { type OwnBlocks, ownBlocks } from '../blocks'
import type { BuildBlock } from '../builds/build-block'
import { planBuilds } from '../builds/plan-builds'
import type { SourceUse } from '../builds/sources'
import { readVariableFiles, type TextFile } from '../files'
import type { LoadedTemplate, LoadRequest } from '../load-hcl'
import { outlinedLegacy } from '../outline'
import { untilAnswered } from '../outside'
import { outermost, PACKER_VERSION, within } from '../scope'
import { Secrets } from '../sensitive'
import { addUnreadSecrets } from '../variables/secrets'
import type { LegacyTemplate, Part } from './parts'
import { readLegacyTemplate } from './read-template'
import { parseTree, scalarTextOf, textOf } from './tree'
import { treeBody } from './tree-body'
import { resolveUserVariables, type UserVariable } from './user-variables'

export function loadLegacy(request: LoadRequest): Promise<LoadedTemplate> {
  return untilAnswered(request.outside, () => new LegacyLoader(request).load())
}

class LegacyLoader {
  private readonly syntax = new Collector()
  private readonly meaning = new Collector()
  private readonly secrets = new Secrets()
  private readonly functions: ReadonlyMap<string, LanguageFunction>

  constructor(private readonly request: LoadRequest) {
    this.functions = standardFunctions({ directory: request.folder, startedAt: request.startedAt })
  }

  async load(): Promise<LoadedTemplate> {
    const { files, syntaxOnly, outlineOnly } = this.request
    const [file] = files.templates
    const tree = file && this.parse(file)
    const template = tree && this.meaning.take(readLegacyTemplate(tree))
    const own = this.meaning.take(ownBlocks(files.own.map(file => this.parseOwn(file))))
    const isSound = template && !hasErrors([...this.syntax.diagnostics, ...this.meaning.diagnostics])
    const user = !syntaxOnly ? await this.userVariables(template?.variables ?? []) : new Map<string, string>()
    const variables = new Map([...user].map(([name, text]): [string, Value] => [name, Value.string(text)]))
    const context = within(outermost({ ...this.request, root: files.root, functions: this.functions }), {
      var: Value.object(variables),
    })
    const { sensitive = [] } = template ?? {}
    for (const text of [...sensitive.map(name => user.get(name) ?? ''), ...this.request.outside.secrets]) this.secrets.add(text)
    const unread = [...this.syntax.diagnostics, ...this.meaning.diagnostics]
    addUnreadSecrets(this.secrets, sensitive, unread, this.request.sources)
    const outline = isSound ? outlinedLegacy(template) : undefined
    const builds = template && !syntaxOnly && !outlineOnly ? this.builds(template, own, user, context) : undefined
    const findings = { syntax: this.syntax.diagnostics, meaning: this.meaning.diagnostics }
    const { secrets } = this
    return { findings, builds, secrets, variables, locals: new Map(), context, outline, unasked: this.request.outside.unasked }
  }

  private async userVariables(declared: readonly UserVariable[]): Promise<ReadonlyMap<string, string>> {
    const { tolerateUnset } = this.request
    return this.meaning.take(resolveUserVariables(declared, await this.given(), this.facts(), tolerateUnset))
  }

  private builds(
    template: LegacyTemplate,
    own: OwnBlocks,
    user: ReadonlyMap<string, string>,
    context: LoadedTemplate['context'],
  ): readonly PlannedBuild[] {
    const { request, meaning } = this
    if (template.minimumVersion) checkVersion(template.minimumVersion, meaning)
    const { environment: _, lookUp: __, ...rest } = this.facts()
    const facts: InterpolationFacts = { ...rest, user: name => user.get(name) ?? '' }
    const build: BuildBlock = {
      name: '',
      uses: meaning.take(readBuilders(template.builders, facts)),
      provisioners: template.provisioners.map(part => blockOf('provisioner', part)),
      errorCleanupProvisioner:
        template.errorCleanupProvisioner && blockOf('error-cleanup-provisioner', template.errorCleanupProvisioner),
      chains: template.chains.map(chain => chain.map(part => blockOf('post-processor', part))),
      range: template.range,
    }
    const renderLate = (text: string) => text.replace(USER_ACTION, (_, name: string) => user.get(name.slice(1, -1)) ?? '')
    const reading = { weak: true, secrets: this.secrets, renderLate }
    return meaning.take(planBuilds([build], own, { ...request, requiredPlugins: [], context, facts, reading, exact: true }))
  }

  private facts(): InterpolationFacts {
    const { folder, workingDirectory, startedAt = new Date(), environment } = this.request
    const about = { buildName: '', buildType: '', folder, workingDirectory, packerVersion: PACKER_VERSION, startedAt }
    return { ...about, environment, lookUp: this.request.outside.lookUp }
  }

  /** Files first, the command line over them. */
  private async given(): Promise<ReadonlyMap<string, string>> {
    const { variableFiles = [], workingDirectory, variables = [] } = this.request
    const given = new Map<string, string>()
    for (const file of this.meaning.take(await readVariableFiles(variableFiles, workingDirectory, 'json'))) {
      const tree = this.parse(file)
      if (tree && tree.kind !== 'object')
        this.meaning.error('Invalid variable file', 'It is a JSON object of names and texts.', tree.range)
      for (const { name, value } of tree?.kind === 'object' ? tree.members : []) {
        // Seen with 1.6.6: null is no text of its own, and not the demand that it is as a default.
        const text = value.kind === 'null' ? '' : textOf(value)
        if (text === undefined)
          this.meaning.error('Text expected', `The value of "${name}" must be a text in quotes.`, value.range)
        else given.set(name, text)
      }
    }
    for (const { name, text } of variables) given.set(name, text)
    return given
  }

  private parse({ file, text }: TextFile) {
    const source = decodeSource(text, file).text
    this.request.sources.set(file, source)
    return this.syntax.take(parseTree(text, file))
  }

  private parseOwn({ file, text }: TextFile) {
    this.request.sources.set(file, decodeSource(text, file).text)
    return this.syntax.take(parseFile(text, file))
  }
}

/** What a late option asks of user variables; the rest of it waits for the build. */
const USER_ACTION = /\{\{-?\s*user\s+(`[^`]*`|"[^"]*")\s*-?\}\}/g

/** In the order of their names, in which Packer builds them. */
function readBuilders(builders: readonly Part[], facts: InterpolationFacts): Checked<readonly SourceUse[]> {
  const findings = new Collector()
  const uses: SourceUse[] = []
  for (const { type, typeRange, object, range } of builders) {
    const member = object.members.find(({ name }) => name === 'name')
    const text = member ? scalarTextOf(member.value) : type
    if (member && text === undefined)
      findings.error('Text expected', 'The name of a builder must be a text in quotes.', member.value.range)
    const name = findings.take(rendered(text ?? type, facts, member?.value.range ?? range))
    if (uses.some(use => use.name === name))
      findings.error(
        'Duplicate builder',
        `Another builder has the name "${name}" too. Give this one a "name" of its own.`,
        member?.value.range ?? range,
      )
    const body = treeBody(object, ['type', 'name'])
    const title = name === type ? type : `${type}.${name}`
    uses.push({ source: { type, name, body, range, typeRange }, name, reference: name, title, body, range })
  }
  return findings.done(uses.sort((a, b) => compareUtf8(a.name, b.name)))
}

function rendered(text: string, facts: InterpolationFacts, range: Range): Checked<string> {
  const findings = new Collector()
  try {
    return findings.done(interpolate(text, facts))
  } catch (error) {
    findings.error('Name not rendered', `${(error as Error).message}.`, range)
    return findings.done(text)
  }
}

function blockOf(kind: string, { type, typeRange, object, range }: Part): Block {
  return {
    type: kind,
    labels: [type],
    body: treeBody(object, ['type']),
    typeRange,
    labelRanges: [typeRange],
    definitionRange: range,
  }
}

function checkVersion({ text, range }: NonNullable<LegacyTemplate['minimumVersion']>, findings: Collector): void {
  try {
    if (compareVersions(parseVersion(text), parseVersion(PACKER_VERSION)) > 0)
      findings.error(
        'Unsupported Packer version',
        `This template wants Packer ${text} or newer; templates are read here as Packer ${PACKER_VERSION} reads them.`,
        range,
      )
  } catch (error) {
    findings.error('Invalid min_packer_version', `${(error as Error).message}.`, range)
  }
}
