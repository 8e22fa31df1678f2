/**
 * YAML as go-cty-yaml 1.0.1 reads it: scalars by the words and numbers of YAML 1.1 (`yes` is true, `1_000` a number, `017` seventeen),
 * dates become RFC 3339, merge keys and anchors work, keys are text.
 */
import type { Alias, Node, Pair, Scalar, YAMLMap } from 'yaml'
import { formatRfc3339, parseRfc3339, TimeError } from '../time'
import { BigFloat } from '../values/big-float'
import { ConversionError, convert } from '../values/convert'
import { STRING } from '../values/type'
import { friendlyName } from '../values/type-text'
import { Value } from '../values/value'
import { FunctionError } from './function'
import { yaml } from './heavy'

const CORE = 'tag:yaml.org,2002:'

/** Deeper documents are refused before they are read: the parser recurses, and would take the whole process down. */
const DEEPEST = 300
const MOST_NODES = 2_000_000

/** Throws FunctionError. */
export function decodeYaml(text: string): Value {
  if (nesting(text) > DEEPEST) throw new FunctionError(`it is nested more than ${DEEPEST} levels deep`)
  const { LineCounter, parseDocument } = yaml()
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    version: '1.1',
    uniqueKeys: false,
    merge: false,
    strict: true,
    lineCounter: lines,
    logLevel: 'error',
  })
  const [error] = document.errors
  if (error?.code === 'MULTIPLE_DOCS') {
    const { line, col } = lines.linePos(error.pos[0])
    throw new FunctionError(`on line ${line}, column ${col}: unexpected extra content after value`)
  }
  const unresolved = error && /[Uu]nresolved alias.*: ([^\s]+)/.exec(error.message)
  if (unresolved) throw new FunctionError(`reference to undefined anchor ${JSON.stringify(unresolved[1])}`)
  if (error) {
    const { line, col } = lines.linePos(error.pos[0])
    throw new FunctionError(`on line ${line}, column ${col}: ${error.message.split(/ at line |\n/)[0]}`)
  }
  if (document.contents === null && !/^---/m.test(text)) throw new FunctionError('on line 1, column 1: missing start of document')
  return new Decoder(text, offset => lines.linePos(offset)).value(document.contents)
}

/** How deep it may be at most: by indentation and dashes in block style, by brackets in flow style. */
function nesting(text: string): number {
  const indents: number[] = []
  let [deepest, brackets] = [0, 0]
  for (const line of text.split('\n')) {
    const [head, spaces] = /^( *)(?:[-?:] +)*/.exec(line)!
    while (indents.length > 0 && indents.at(-1)! >= spaces!.length) indents.pop()
    indents.push(spaces!.length)
    deepest = Math.max(deepest, indents.length + brackets + (head.match(/[-?:]/g)?.length ?? 0))
    for (const character of line.match(/[[\]{}]/g) ?? []) {
      brackets = Math.max(0, brackets + (character === '[' || character === '{' ? 1 : -1))
      deepest = Math.max(deepest, indents.length + brackets)
    }
  }
  return deepest
}

class Decoder {
  private readonly anchors = new Map<string, { value: Value; size: number } | 'open'>()
  private nodes = 0
  constructor(
    private readonly text: string,
    private readonly position: (offset: number) => { line: number; col: number },
  ) {}

  value(node: Node | null | undefined): Value {
    const { isAlias, isMap, isScalar, isSeq } = yaml()
    if (!node || (isScalar(node) && node.source === undefined && node.value === null)) return Value.null()
    const before = this.nodes
    this.count(1)
    if (isAlias(node)) return this.alias(node)
    const anchor = (node as { anchor?: string }).anchor
    if (anchor) this.anchors.set(anchor, 'open')
    const value = isScalar(node)
      ? scalar(node, this.writtenText(node))
      : isMap(node)
        ? this.map(node as YAMLMap<Node, Node>)
        : isSeq(node)
          ? this.sequence(node)
          : Value.null()
    if (anchor) this.anchors.set(anchor, { value, size: this.nodes - before })
    return value
  }

  /** An alias counts as much as what it stands for: a few lines of them could otherwise grow beyond all memory. */
  private count(nodes: number): void {
    this.nodes += nodes
    if (this.nodes > MOST_NODES) throw new FunctionError('its aliases stand for too much')
  }

  private alias(node: Alias): Value {
    const known = this.anchors.get(node.source)
    if (known === undefined) throw new FunctionError(`reference to undefined anchor ${JSON.stringify(node.source)}`)
    if (known === 'open')
      throw this.at(node, `cannot refer to anchor ${JSON.stringify(node.source)} from inside its own definition`)
    this.count(known.size)
    return known.value
  }

  private sequence(node: { items: unknown[]; tag?: string }): Value {
    checkTag(node, 'seq', 'sequence')
    return Value.tuple(node.items.map(item => this.value(item as Node)))
  }

  private map(node: YAMLMap<Node, Node>): Value {
    checkTag(node, 'map', 'mapping')
    const entries = new Map<string, Value>()
    for (const pair of node.items) {
      const value = this.value(pair.value)
      if (isMergeKey(pair)) this.merge(value, pair, entries)
      else entries.set(this.key(pair), value)
    }
    return Value.object(entries)
  }

  private merge(value: Value, pair: Pair<Node, Node | null>, into: Map<string, Value>): void {
    if (value.type.kind !== 'object' && value.type.kind !== 'map')
      throw this.at(pair.key, `cannot merge ${friendlyName(value.type)} into mapping`)
    for (const [key, each] of value.entries()) into.set(key, each)
  }

  private key(pair: Pair<Node, Node | null>): string {
    const key = this.value(pair.key)
    if (key.isNull) throw this.at(pair.key, 'mapping key cannot be null')
    try {
      return convert(key, STRING).asString()
    } catch (error) {
      throw error instanceof ConversionError ? new FunctionError('only strings are allowed as mapping keys') : error
    }
  }

  /** A last line that is not ended gives a block no line end, whatever its header says. */
  private writtenText(node: Scalar): string {
    const text = String(node.source ?? '')
    const isOpen = isBlock(node) && node.range?.[1] === this.text.length && !this.text.endsWith('\n')
    return isOpen ? text.replace(/\n$/, '') : text
  }

  private at(node: Node | null, message: string): FunctionError {
    const { line, col } = this.position(node?.range?.[0] ?? 0)
    return new FunctionError(`on line ${line}, column ${col}: ${message}`)
  }
}

function isMergeKey({ key }: Pair<Node, Node | null>): boolean {
  return yaml().isScalar(key) && key.source === '<<' && key.type === 'PLAIN' && !key.tag
}

function checkTag(node: { tag?: string }, own: string, kind: string): void {
  if (!node.tag || node.tag === CORE + own) return
  throw new FunctionError(`can't interpret ${kind} as ${node.tag}`)
}

const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/
const NULL = /^(?:|~|null|Null|NULL)$/

const isBlock = ({ type }: Scalar): boolean => type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED'

/** A block is read as the word or number that stands in it, and then written as text: `|-` with `1.50` in it is "1.5". */
function scalar(node: Scalar, text: string): Value {
  const quoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE'
  const tag = node.tag?.startsWith(CORE) ? node.tag.slice(CORE.length) : node.tag
  if (tag !== undefined && !['str', 'int', 'float', 'bool', 'null', 'timestamp', 'binary'].includes(tag))
    throw new FunctionError(`unsupported tag ${JSON.stringify(node.tag)}`)
  if (tag === 'str' || (quoted && tag !== 'timestamp' && tag !== 'binary')) return Value.string(text)
  const value = tag === 'null' ? Value.null() : tag === 'binary' ? binary(text) : plainScalar(text, tag)
  if (!value) throw new FunctionError(`cannot parse ${JSON.stringify(text)} as ${node.tag}`)
  return isBlock(node) && tag === undefined ? convert(value, STRING) : value
}

function binary(text: string): Value {
  if (!/^[A-Za-z0-9+/=\s]*$/.test(text) || text.replace(/\s/g, '').length % 4 !== 0)
    throw new FunctionError(`cannot parse ${JSON.stringify(text)} as ${CORE}binary: not valid base64`)
  return Value.string(text)
}

/** By what the text looks like, within what the tag allows; undefined when it allows none. */
function plainScalar(text: string, tag: string | undefined): Value | undefined {
  const allowed = (...tags: string[]) => tag === undefined || tags.includes(tag)
  if (allowed('bool') && TRUE.test(text)) return Value.bool(true)
  if (allowed('bool') && FALSE.test(text)) return Value.bool(false)
  if (allowed() && NULL.test(text)) return Value.null()
  if (allowed('timestamp')) {
    const timestamp = yamlTime(text)
    if (timestamp !== undefined) return Value.string(timestamp)
  }
  if (allowed('int', 'float')) {
    if (/^\.(?:nan|NaN|NAN)$/.test(text)) throw new FunctionError('floating point NaN is not supported')
    const number = yamlNumber(text)
    if (number) return Value.number(number)
  }
  return tag === undefined ? Value.string(text) : undefined
}

function yamlNumber(text: string): BigFloat | undefined {
  const infinite = /^([+-]?)\.(?:inf|Inf|INF)$/.exec(text)
  if (infinite) return BigFloat.fromText(`${infinite[1]}Inf`)
  if (text.startsWith('.')) return BigFloat.parse(text)
  if (!/^[-+\d]/.test(text)) return undefined
  const bare = text.replaceAll('_', '')
  const binaryDigits = /^(-?)0b([01]+)$/.exec(bare)
  if (binaryDigits) return BigFloat.fromInteger(BigInt(`0b${binaryDigits[2]}`) * (binaryDigits[1] ? -1n : 1n))
  return BigFloat.parse(bare)
}

/** The forms of a date that YAML knows, as RFC 3339; undefined for others. */
function yamlTime(text: string): string | undefined {
  const [, date, time = '0:0:0', offset = 'Z'] =
    /^(\d{4}-\d{1,2}-\d{1,2})(?:[Tt](\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)(Z|[+-]\d\d:\d\d)|[ ](\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?))?$/
      .exec(text)
      ?.map((group, i, all) => (i === 2 ? (all[2] ?? all[4]) : group)) ?? []
  if (date === undefined) return undefined
  const two = (part: string) => part.replace(/\b\d\b(?!\d)/g, digit => digit.padStart(2, '0'))
  try {
    return formatRfc3339(parseRfc3339(`${two(date)}T${two(time.split('.')[0]!)}${offset}`))
  } catch (error) {
    if (error instanceof TimeError) return undefined
    throw error
  }
}
