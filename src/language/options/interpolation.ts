/**
 * The second interpolation layer: every string of a component's options is a Go template with Packer's own functions.
 * What they answer is told by `InterpolationFacts`; the functions are those of Packer's documentation of JSON templates.
 */
import { crypto } from '../functions/heavy'
import { lower, upper } from '../functions/letter-case'
import type { Lookup, Lookups } from '../functions/library/lookups'
import { type GoFunction, typed } from '../gotemplate/data'
import { checkGoTemplate, renderGoTemplate } from '../gotemplate/index'
import { formatLayout, momentOf, strftime } from '../time'

export interface InterpolationFacts {
  /** Packer's name of the build for components: the name of the source. */
  readonly buildName: string
  readonly buildType: string
  /** The template's folder. */
  readonly folder: string
  readonly workingDirectory: string
  readonly packerVersion: string
  /** One moment for the whole run, so that names made of it agree. */
  readonly startedAt: Date
  /** What `{{ build `X` }}` answers; a name that is not in it is an error. */
  readonly values?: Readonly<Record<string, unknown>>
  /** What `{{ user `x` }}` answers; without it nothing, as in HCL2 templates. */
  readonly user?: (name: string) => string
  /** Only where `{{ env `X` }}` may be read: in the user variables of legacy templates. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Answers vault, consul_key and aws_secretsmanager, and stands only where `environment` does. */
  readonly lookUp?: Lookups
}

/** Throws Error with a sentence. Fields of `data` are `{{ .Name }}`; one that is missing is `<no value>`, as in Go. */
export function interpolate(text: string, facts: InterpolationFacts, data?: Readonly<Record<string, unknown>>): string {
  return text.includes('{{') ? renderGoTemplate(text, data, interpolationFunctions(facts)) : text
}

/** Of a text that is rendered later: throws Error with a sentence when it can never be, for its syntax or an unknown function. */
export function checkInterpolation(text: string, facts: InterpolationFacts): void {
  if (text.includes('{{')) checkGoTemplate(text, Object.keys(interpolationFunctions(facts)))
}

const none = (fn: () => unknown) => typed([], fn)
const text = (fn: (text: string) => unknown) => typed(['string'], fn)
const texts = (fn: (a: string, b: string) => unknown) => typed(['string', 'string'], fn)

const interpolationFunctions = (facts: InterpolationFacts): Readonly<Record<string, GoFunction>> => ({
  build_name: none(() => facts.buildName),
  build_type: none(() => facts.buildType),
  template_dir: none(() => facts.folder),
  pwd: none(() => facts.workingDirectory),
  packer_version: none(() => facts.packerVersion),
  timestamp: none(() => String(Math.floor(facts.startedAt.getTime() / 1000))),
  isotime: (...layouts: string[]) => formatLayout(momentOf(facts.startedAt), atMostOne('isotime', layouts) ?? RFC3339),
  strftime: text(format => strftime(momentOf(facts.startedAt), format)),
  uuid: none(() => timeOrderedUuid(facts.startedAt)),
  user: text(name => facts.user?.(name) ?? ''),
  build: text(name => buildValue(name, facts.values ?? {})),
  split: typed(['string', 'string', 'int'], part),
  replace: typed(['string', 'string', 'int', 'string'], replaceFirst),
  replace_all: typed(['string', 'string', 'string'], replaceAll),
  upper: text(upper),
  lower: text(lower),
  clean_resource_name: text(cleanResourceName),
  clean_ami_name: text(cleanResourceName),
  sed: () => refuse('sed is no longer available; use replace or replace_all'),
  env: text(name =>
    facts.environment ? (facts.environment[name] ?? '') : refuse('env can be used only in the values of variables'),
  ),
  consul_key: text(key => lookedUp(facts, 'consul_key', { kind: 'consul', key })),
  vault: texts((path, key) => lookedUp(facts, 'vault', { kind: 'vault', path, key })),
  aws_secretsmanager: (name: string, ...keys: string[]) =>
    lookedUp(facts, 'aws_secretsmanager', { kind: 'aws-secret', name, key: atMostOne('aws_secretsmanager', keys) ?? '' }),
  aws_secretsmanager_raw: text(name => lookedUp(facts, 'aws_secretsmanager_raw', { kind: 'aws-secret-raw', name })),
})

const RFC3339 = '2006-01-02T15:04:05Z07:00'

function refuse(reason: string): never {
  throw new Error(reason)
}

function atMostOne(name: string, [first, ...more]: readonly string[]): string | undefined {
  if (more.length > 0) refuse(`wrong number of args for ${name}: want at most one of these, got ${more.length + 1}`)
  return first
}

/** What was not asked yet is unknown. */
function lookedUp({ lookUp }: InterpolationFacts, name: string, lookup: Lookup): string {
  return lookUp ? (lookUp(lookup) ?? '<unknown>') : refuse(`${name} can be used only in the values of variables`)
}

function buildValue(name: string, values: Readonly<Record<string, unknown>>): string {
  if (!Object.hasOwn(values, name)) refuse(`the build has no value "${name}"`)
  return String(values[name])
}

function part(text: string, separator: string, index: number): string {
  const parts = text.split(separator)
  return parts[index] ?? refuse(`"${text}" has no part ${index} when it is split by "${separator}"`)
}

const replaceAll = (old: string, replacement: string, text: string): string => text.replaceAll(old, () => replacement)

/** As Go's strings.Replace: a negative count replaces all. */
function replaceFirst(old: string, replacement: string, count: number, text: string): string {
  if (count < 0) return replaceAll(old, replacement, text)
  const parts = text.split(old)
  return (
    parts.slice(0, count + 1).join(replacement) +
    parts
      .slice(count + 1)
      .map(rest => old + rest)
      .join('')
  )
}

/** Letters, digits and `()[] ./-'@_` are what an AMI's name may hold; anything else becomes a dash. */
const cleanResourceName = (text: string): string => text.replace(/[^A-Za-z0-9()[\] ./\-'@_]/gu, '-')

/** Sorts by time: the first four bytes are the seconds. */
function timeOrderedUuid(moment: Date): string {
  const bytes = crypto().randomBytes(16)
  bytes.writeUInt32BE(Math.floor(moment.getTime() / 1000) >>> 0)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
