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
  const tokens = scan(text, '', START)
  const lines = toLines(tokens)
  for (const line of lines) setSpaces(line)
  indent(lines)
  align(lines, assignmentIn)
  align(lines, commentIn)
  // White space that no line break follows stays, as `packer fmt` leaves it.
  const [last, end] = tokens.length > 1 ? tokens.slice(-2) : [undefined, tokens[0]!]
  const laidOut = lines.map(line => line.map(({ token, spaces }) => ' '.repeat(spaces) + token.text).join(''))
  return laidOut.join('') + ' '.repeat(end!.from - (last?.to ?? 0))
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

const OPENERS = ['{', '[', '(', 'interpolation', 'directive']
const CLOSERS = ['}', ']', ')', 'sequenceEnd']

function netBrackets(words: readonly Word[]): number {
  let net = 0
  for (const { token } of words) {
    if (OPENERS.includes(token.kind)) net++
    else if (CLOSERS.includes(token.kind)) net--
  }
  return net
}

/** What a heredoc opens on the line on which it begins does not count, while its ends on later lines do. */
function netIndentation(line: Line): number {
  const heredoc = line.findIndex(({ token }) => token.kind === 'openHeredoc')
  return netBrackets(heredoc < 0 ? line : line.slice(0, heredoc))
}

/** Two spaces for each line that opens more brackets than it closes, however many they are. */
function indent(lines: readonly Line[]): void {
  const open: number[] = []
  for (const line of lines) {
    const net = netIndentation(line)
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

/** Where the `=` of `name = value` is, on lines that end the value. */
function assignmentIn(line: Line): number | undefined {
  const i = line.findIndex(({ token }) => token.kind === '=')
  return i > 0 && netBrackets(line.slice(i)) === 0 ? i : undefined
}

/** Comments that end their line; one in slashes and stars does so only at the end of the file. */
function commentIn(line: Line): number | undefined {
  const breaks = line[line.length - 1]?.token.kind === 'newline'
  const last = line.length - (breaks ? 2 : 1)
  const token = line[last]?.token
  return last > 0 && token?.kind === 'comment' && !(breaks && token.text.startsWith('/*')) ? last : undefined
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
