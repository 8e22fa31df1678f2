/** Lays HCL out in the one usual way, as `packer fmt` does. Works on tokens, so comments and blank lines stay as they are. */
import { countGraphemes } from '../graphemes'
import { START } from '../source-text'
import { scan } from './scanner'
import { wantsSpace } from './spacing'
import type { Token } from './token'

interface Word {
  readonly token: Token
  /** In front of it. */
  spaces: number
}

/** Up to a newline; a heredoc is a part of the line it begins on. */
type Line = Word[]

/** The text should parse: brackets that are not balanced give odd indentation. Formatting twice changes nothing more. */
export function formatSource(text: string): string {
  const lines = toLines(scan(text, '', START))
  for (const line of lines) setSpaces(line)
  indent(lines)
  align(lines, assignmentIn)
  align(lines, commentIn)
  return lines.map(line => line.map(({ token, spaces }) => ' '.repeat(spaces) + token.text).join('')).join('')
}

function toLines(tokens: readonly Token[]): Line[] {
  const lines: Line[] = [[]]
  for (const token of tokens) {
    if (token.kind === 'endOfFile') continue
    lines[lines.length - 1]!.push({ token, spaces: 0 })
    if (token.kind === 'newline') lines.push([])
  }
  return lines
}

function setSpaces(line: Line): void {
  for (let i = 1; i < line.length; i++) {
    const [beforeBefore, before, word] = [line[i - 2]?.token, line[i - 1]!.token, line[i]!]
    word.spaces = wantsSpace(beforeBefore, before, word.token) ? 1 : 0
  }
}

const OPENERS = ['{', '[', '(']
const CLOSERS = ['}', ']', ')']

function netBrackets(line: Line): number {
  let net = 0
  for (const { token } of line) {
    if (OPENERS.includes(token.kind)) net++
    else if (CLOSERS.includes(token.kind)) net--
  }
  return net
}

/** Two spaces for each line that opens more brackets than it closes, however many they are. */
function indent(lines: readonly Line[]): void {
  const open: number[] = []
  for (const line of lines) {
    const net = netBrackets(line)
    for (let closed = -net; closed > 0 && open.length > 0; ) {
      const innermost = open.pop()!
      if (closed < innermost) open.push(innermost - closed)
      closed -= innermost
    }
    const [first] = line
    if (first && first.token.kind !== 'newline') first.spaces = 2 * open.length
    if (net > 0) open.push(net)
  }
}

/** Where the `=` of `name = value` is, on lines that end what they begin. */
function assignmentIn(line: Line): number | undefined {
  if (netBrackets(line) !== 0) return undefined
  let depth = 0
  for (const [i, { token }] of line.entries()) {
    if (OPENERS.includes(token.kind)) depth++
    else if (CLOSERS.includes(token.kind)) depth--
    else if (token.kind === '=' && depth === 0) return i
  }
  return undefined
}

/** Comments that end their line; one in slashes and stars does not. */
function commentIn(line: Line): number | undefined {
  const last = line[line.length - 1]?.token.kind === 'newline' ? line.length - 2 : line.length - 1
  const token = line[last]?.token
  return last > 0 && token?.kind === 'comment' && !token.text.startsWith('/*') ? last : undefined
}

/** In each run of neighbouring lines that have the word, puts it in one column. */
function align(lines: readonly Line[], find: (line: Line) => number | undefined): void {
  let run: { word: Word; width: number }[] = []
  const close = () => {
    const widest = Math.max(0, ...run.map(each => each.width))
    for (const each of run) each.word.spaces = widest - each.width + 1
    run = []
  }
  for (const line of lines) {
    const i = find(line)
    if (i === undefined) close()
    else run.push({ word: line[i]!, width: widthOf(line.slice(0, i)) })
  }
  close()
}

const widthOf = (words: readonly Word[]): number =>
  words.reduce((sum, { token, spaces }) => sum + spaces + countGraphemes(token.text), 0)
