/**
 * YAML as go-cty-yaml 1.0.1 writes it: every text in double quotes, but several lines as a literal block; lists not indented,
 * keys in byte order, long texts broken at spaces past column 80.
 */
import { toJson } from '../values/json'
import { Value } from '../values/value'
import { FunctionError } from './function'

const WIDTH = 80
const LONGEST_KEY = 128

export function encodeYaml(value: Value): string {
  const text = node(value, 0, 0)
  const open = value.isNull || value.type.kind === 'number' || value.type.kind === 'bool'
  // A bare word at the top needs the mark that it has ended.
  return open ? `${text}\n...\n` : text.endsWith('\n') ? text : `${text}\n`
}

/** Starting at `column`; further lines of it are indented by `indent`. Block text ends with its own line end. */
function node(value: Value, indent: number, column: number): string {
  if (value.isNull) return 'null'
  switch (value.type.kind) {
    case 'string':
      return isBlock(value.asString())
        ? block(value.asString(), Math.max(indent, 2))
        : quoted(value.asString(), Math.max(indent, 2), column)
    case 'number':
      return value.asNumber().toText()
    case 'bool':
      return toJson(value)
    case 'list':
    case 'set':
    case 'tuple':
      return value.elements().length === 0
        ? '[]'
        : lines(
            value.elements().map(each => `- ${item(each, indent + 2)}`),
            indent,
          )
    case 'map':
    case 'object':
      return value.entries().size === 0
        ? '{}'
        : lines(
            [...value.entries()].map(([key, each]) => entry(key, each, indent)),
            indent,
          )
    default:
      throw new FunctionError(`a ${value.type.kind} cannot be written as YAML`)
  }
}

const lines = (parts: readonly string[], indent: number): string =>
  parts.map((part, i) => (i === 0 ? '' : ' '.repeat(indent)) + part + (part.endsWith('\n') ? '' : '\n')).join('')

/** What stands behind "- ": nested collections start on the same line. */
const item = (value: Value, indent: number): string => node(value, indent, indent)

function entry(key: string, value: Value, indent: number): string {
  const simple = !key.includes('\n') && key.length <= LONGEST_KEY
  const name = simple
    ? quoted(key, indent, Number.NEGATIVE_INFINITY)
    : `? ${node(Value.string(key), indent + 2, indent + 2).replace(/\n?$/, '\n')}${' '.repeat(indent)}`
  const start = indent + (simple ? name.length : 0) + 2
  const kind = value.state === 'known' ? value.type.kind : 'string'
  if (['list', 'set', 'tuple'].includes(kind) && value.elements().length > 0)
    return `${name}:\n${' '.repeat(indent)}${node(value, indent, indent)}`
  if (['map', 'object'].includes(kind) && value.entries().size > 0)
    return `${name}:\n${' '.repeat(indent + 2)}${node(value, indent + 2, indent + 2)}`
  return `${name}: ${node(value, indent + 2, start)}`
}

/** Printable, no space before a line's end, none at the end, and more than one line. */
const isBlock = (text: string): boolean => text.includes('\n') && !/ \n| $/.test(text) && !unprintable.test(text)

const unprintable = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/

function block(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? '2' : ''
  const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : ''
  const body = text.replace(/\n$/, '').split('\n')
  return `|${hint}${chomp}\n${body.map(line => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n')}\n`
}

// biome-ignore format: a table
const escapes: Readonly<Record<string, string>> = {
  '\0': '0', '\x07': 'a', '\b': 'b', '\t': 't', '\n': 'n', '\v': 'v', '\f': 'f', '\r': 'r', '\x1b': 'e',
  '"': '"', '\\': '\\', '\x85': 'N', '\u2028': 'L', '\u2029': 'P',
}

function quoted(text: string, indent: number, column: number): string {
  const characters = [...text]
  let written = '"'
  let at = column + 1
  let afterSpace = false
  for (const [i, character] of characters.entries()) {
    if (character === ' ' && !afterSpace && at > WIDTH && i > 0 && i < characters.length - 1) {
      const more = characters[i + 1] === ' ' ? '\\' : ''
      written += `\n${' '.repeat(indent)}${more}`
      at = indent + more.length
    } else {
      const piece =
        character === '"' || character === '\\' || character === '\n' || unprintable.test(character)
          ? escaped(character)
          : character
      written += piece
      at += piece.length
    }
    afterSpace = character === ' '
  }
  return `${written}"`
}

function escaped(character: string): string {
  const short = escapes[character]
  if (short) return `\\${short}`
  const code = character.codePointAt(0)!
  const hex = (width: number) => code.toString(16).toUpperCase().padStart(width, '0')
  return code <= 0xff ? `\\x${hex(2)}` : code <= 0xffff ? `\\u${hex(4)}` : `\\U${hex(8)}`
}
