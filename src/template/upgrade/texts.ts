/** A text of a legacy template becomes an HCL string: each `{{ }}` that HCL can say itself is said so, the others stay. */
import type { Argument, Pipeline } from '../../language/gotemplate/ast'
import { parseGoTemplate } from '../../language/gotemplate/parser'
import { type Piece, quoted } from './hcl-text'

/** Where the text stands: not every function can be called everywhere. */
export interface Place {
  readonly kind: 'default' | 'local' | 'data' | 'source' | 'step'
  /** The expression for the name of the builder, where its source block had to be called otherwise. */
  readonly builderName?: string
}

/** What the texts of one template are about. */
export interface Names {
  /** The expression for a user variable. */
  variable(name: string): string
  /** It holds `{{ }}` that only a component renders, so that HCL cannot work on its text. */
  isLate(name: string): boolean
  /** The expression for `timestamp`, `isotime` and `strftime`, which say the same all through a run. */
  moment(code: string): string
  /** The expression for a variable of the environment, where `env` cannot be called. */
  environment(name: string): string
}

export interface Translated {
  readonly pieces: readonly Piece[]
  /** Functions that HCL now calls itself. */
  readonly calls: ReadonlySet<string>
  /** Functions that stay in the text although nobody is known to answer them in an HCL template. */
  readonly unknown: ReadonlySet<string>
}

const ACTION = /\{\{-?\s*\/\*.*?\*\/\s*-?\}\}|\{\{(?:`[^`]*`|"(?:\\.|[^"\\])*"|(?!\}\}).)*\}\}/gs
const NAME = /(?<![.$\w])[A-Za-z_]\w*/g
const LITERAL = /`[^`]*`|"(?:\\.|[^"\\])*"/g
/** Literals are passed over; what is inside of them is none of ours. */
const CONSTANTS =
  /(?<![.$\w])user\s+(`[^`]*`|"(?:\\.|[^"\\])*")|`[^`]*`|"(?:\\.|[^"\\])*"|(?<![.$\w])(?:template_dir|build_name)(?!\w)/g

const KEYWORDS = [
  'if',
  'else',
  'end',
  'range',
  'with',
  'template',
  'define',
  'block',
  'break',
  'continue',
  'nil',
  'true',
  'false',
]
const BUILTIN = ['and', 'call', 'eq', 'ge', 'gt', 'html', 'index', 'js', 'le', 'len', 'lt', 'ne', 'not', 'or', 'print', 'printf']
const KEPT = [
  ...[
    'println',
    'slice',
    'urlquery',
    'build_name',
    'build_type',
    'template_dir',
    'pwd',
    'packer_version',
    'timestamp',
    'isotime',
  ],
  ...[
    'strftime',
    'uuid',
    'user',
    'build',
    'split',
    'replace',
    'replace_all',
    'upper',
    'lower',
    'clean_resource_name',
    'clean_ami_name',
  ],
]
const KNOWN = new Set([...KEYWORDS, ...BUILTIN, ...KEPT])

export function translate(text: string, place: Place, names: Names): Translated {
  const calls = new Set<string>()
  const unknown = new Set<string>()
  const pieces: Piece[] = []
  const add = (piece: Piece) => {
    const last = pieces.at(-1)
    if (last && 'text' in last && 'text' in piece) pieces[pieces.length - 1] = { text: last.text + piece.text }
    else if (!('text' in piece) || piece.text !== '') pieces.push(piece)
  }
  let at = 0
  for (const { 0: action, index } of text.matchAll(ACTION)) {
    add({ text: text.slice(at, index) })
    at = index + action.length
    const code = new Action(place, names, calls).expression(action)
    if (code !== undefined) add({ code })
    else for (const piece of kept(action, place, names, calls, unknown)) add(piece)
  }
  add({ text: text.slice(at) })
  return { pieces: pieces.length === 0 ? [{ text: '' }] : pieces, calls, unknown }
}

/** HCL is evaluated first, so what Packer does not tell the second layer of HCL2 templates can stand there as a constant. */
function kept(action: string, place: Place, names: Names, calls: Set<string>, unknown: Set<string>): readonly Piece[] {
  if (/^\{\{-?\s*\/\*/.test(action)) return [{ text: action }]
  for (const [name] of action.replace(LITERAL, '').matchAll(NAME)) if (!KNOWN.has(name)) unknown.add(name)
  const pieces: Piece[] = []
  let at = 0
  for (const { 0: call, 1: literal, index } of action.matchAll(CONSTANTS)) {
    if (/^[`"]/.test(call)) continue
    const code = constantFor(call, literal?.slice(1, -1), place, names)
    if (code === undefined) continue
    calls.add(call.split(/\s/)[0]!)
    if (literal !== undefined && names.isLate(literal.slice(1, -1))) unknown.add(call)
    pieces.push({ text: `${action.slice(at, index)}\`` }, { code }, { text: '`' })
    at = index + call.length
  }
  return [...pieces, { text: action.slice(at) }]
}

const constantFor = (call: string, variable: string | undefined, place: Place, names: Names): string | undefined =>
  variable !== undefined ? names.variable(variable) : call === 'template_dir' ? 'abspath(path.root)' : builderName(place)

/** In a source HCL does not know its name, but the second layer does, as long as it is the one of the block. */
const builderName = ({ kind, builderName: name }: Place): string | undefined =>
  name ?? (kind === 'step' ? 'source.name' : undefined)

/** A word of a pipeline as an HCL expression; its text when it is a constant one. */
interface Term {
  readonly code: string
  readonly text?: string
  readonly late?: boolean
}

const EVERY_NAME = { has: () => true } as unknown as ReadonlySet<string>

class Action {
  constructor(
    private readonly place: Place,
    private readonly names: Names,
    private readonly calls: Set<string>,
  ) {}

  /** Undefined for what HCL has no words for: fields, conditions, trimmed white space. */
  expression(action: string): string | undefined {
    if (/^\{\{-\s|\s-\}\}$/.test(action)) return undefined
    try {
      const [node, another] = parseGoTemplate(action, 'action', EVERY_NAME).get('action') ?? []
      const calls = new Set<string>()
      const term = node?.kind === 'action' && !another ? this.pipeline(node.pipeline, calls) : undefined
      // A constant is plain text to Go too, but its braces must not be seen by the second layer.
      if (!term || calls.size === 0) return undefined
      for (const name of calls) this.calls.add(name)
      return term.code
    } catch {
      return undefined
    }
  }

  private pipeline({ variables, commands }: Pipeline, calls: Set<string>): Term | undefined {
    if (variables.length > 0) return undefined
    let result: Term | undefined
    for (const { words } of commands) {
      const [first, ...rest] = words
      if (!first) return undefined
      const terms = rest.map(word => this.term(word, calls))
      const given = result ? [...terms, result] : terms
      if (first.kind === 'function') result = this.call(first.name, given, calls)
      else result = result === undefined && rest.length === 0 ? this.term(first, calls) : undefined
      if (!result) return undefined
    }
    return result
  }

  private term(word: Argument, calls: Set<string>): Term | undefined {
    if (word.kind === 'function') return this.call(word.name, [], calls)
    if (word.kind === 'pipeline') return this.pipeline(word.pipeline, calls)
    if (word.kind !== 'literal') return undefined
    if (typeof word.value === 'string') return { code: quoted(word.value), text: word.value }
    return typeof word.value === 'number' ? { code: String(word.value) } : undefined
  }

  private call(name: string, given: readonly (Term | undefined)[], calls: Set<string>): Term | undefined {
    if (!given.every(term => term !== undefined && !term.late)) return undefined
    const terms = given as readonly Term[]
    const code = Object.hasOwn(CALLS, name) ? CALLS[name]!(terms, this.place, this.names) : undefined
    if (code === undefined) return undefined
    calls.add(name)
    return { code, late: name === 'timestamp' || (name === 'user' && this.names.isLate(terms[0]!.text!)) }
  }
}

type Call = (terms: readonly Term[], place: Place, names: Names) => string | undefined

const RFC3339 = '2006-01-02T15:04:05Z07:00'
const inVariable =
  (name: string, count: number): Call =>
  (terms, { kind }) =>
    (kind === 'default' || kind === 'local') && terms.length === count
      ? `${name}(${terms.map(({ code }) => code).join(', ')})`
      : undefined

const CALLS: Readonly<Record<string, Call>> = {
  user: ([name], _, names) => (name?.text === undefined ? undefined : names.variable(name.text)),
  env: ([name], { kind }, names) => {
    if (name?.text === undefined) return undefined
    return kind === 'default' ? `env(${name.code})` : kind === 'local' ? names.environment(name.text) : undefined
  },
  timestamp: (_, __, names) => names.moment('"{{timestamp}}"'),
  isotime: ([layout], _, names) => names.moment(`legacy_isotime(${layout?.code ?? quoted(RFC3339)})`),
  strftime: ([format], _, names) => (format ? names.moment(`legacy_strftime(${format.code})`) : undefined),
  uuid: () => 'uuidv4()',
  build_name: (_, place) => builderName(place),
  build_type: (_, { kind }) => (kind === 'step' ? 'source.type' : undefined),
  template_dir: () => 'abspath(path.root)',
  pwd: () => 'path.cwd',
  packer_version: () => 'packer.version',
  build: ([name], { kind }) =>
    kind === 'step' && name?.text !== undefined && /^\w+$/.test(name.text) ? `build.${name.text}` : undefined,
  upper: ([text]) => text && `upper(${text.code})`,
  lower: ([text]) => text && `lower(${text.code})`,
  split: ([text, separator, index]) =>
    text && separator && index ? `split(${separator.code}, ${text.code})[${index.code}]` : undefined,
  replace: ([old, by, count, text]) =>
    old && by && text && count?.code === '-1' && isPlain(old) ? `replace(${text.code}, ${old.code}, ${by.code})` : undefined,
  replace_all: ([old, by, text]) =>
    old && by && text && isPlain(old) ? `replace(${text.code}, ${old.code}, ${by.code})` : undefined,
  consul_key: inVariable('consul_key', 1),
  vault: inVariable('vault', 2),
  aws_secretsmanager: (terms, place, names) =>
    terms.length === 1
      ? inVariable('aws_secretsmanager', 2)([...terms, { code: 'null' }], place, names)
      : inVariable('aws_secretsmanager', 2)(terms, place, names),
  aws_secretsmanager_raw: inVariable('aws_secretsmanager_raw', 1),
}

/** HCL's replace takes a text between slashes for a regular expression. */
const isPlain = ({ text }: Term): boolean => text !== undefined && !/^\/.*\/$/s.test(text)
