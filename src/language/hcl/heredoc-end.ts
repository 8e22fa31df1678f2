/** Where a heredoc was meant to end whose end marker is not there as it should be; what is behind it then still has its say. */
import { trimSpace } from './space'

export interface HeredocEnd {
  /** Where the line of the end marker begins, and how much of it that is, with its indentation; 0 when none is there. */
  readonly offset: number
  readonly length: number
}

interface Line {
  readonly offset: number
  readonly text: string
}

/** Between a look-alike and the right marker another heredoc begins, which has the same: then the right one is that one's. */
export function heredocEnd(source: string, opener: number, marker: string): HeredocEnd | undefined {
  const { lines, isClosed } = linesUpTo(source, source.indexOf('\n', opener) + 1, marker)
  const sameOpening = new RegExp(`<<[-~]?\\s*["']?${marker}["']?\\s*$`)
  const again = isClosed ? lines.findLastIndex(({ text }) => sameOpening.test(text)) : lines.length
  const right = isClosed ? endAt(lines[lines.length - 1]!, marker.length) : undefined
  const meant = again < 0 ? undefined : lookAlike(lines.slice(0, again), marker)
  return meant ?? right ?? byLayout(lines, source.slice(source.lastIndexOf('\n', opener) + 1, opener))
}

/** With the right end marker as the last of them, or all that there are. */
function linesUpTo(source: string, from: number, marker: string): { lines: readonly Line[]; isClosed: boolean } {
  const lines: Line[] = []
  for (let offset = from; offset < source.length; ) {
    const end = source.indexOf('\n', offset)
    const text = source.slice(offset, end < 0 ? undefined : end)
    lines.push({ offset, text })
    if (end < 0) break
    if (trimSpace(text) === marker) return { lines, isClosed: true }
    offset = end + 1
  }
  return { lines, isClosed: false }
}

const indentationOf = (text: string): number => text.length - text.trimStart().length

const endAt = ({ offset, text }: Line, length: number): HeredocEnd => ({ offset, length: indentationOf(text) + length })

const WORD = /^\s*([\p{ID_Start}_][\p{ID_Continue}-]*)(.*)$/u
/** What may stand behind an expression. */
const BEHIND = /^\s*[,;)\]}]*\s*(?:(?:#|\/\/).*)?$/

/** The line that is most like the marker, and of equal ones the first. */
function lookAlike(lines: readonly Line[], marker: string): HeredocEnd | undefined {
  let best: HeredocEnd | undefined
  let least = Number.POSITIVE_INFINITY
  const ends = new Set<string>()
  for (const line of lines) {
    for (const [, inner] of line.text.matchAll(/<<[-~]?\s*['"\\]?([\w-]+)/g)) ends.add(inner!)
    const [, word = '', behind = ''] = WORD.exec(line.text) ?? []
    if (word === '' || !BEHIND.test(behind) || ends.has(word)) continue
    const distance = unlikeness(word, marker)
    if (distance < least) [best, least] = [endAt(line, word.length), distance]
  }
  return best
}

function unlikeness(word: string, marker: string): number {
  if (word === marker) return 0
  if (word.toUpperCase() === marker.toUpperCase()) return 1
  const letters = (text: string) => [...text.toUpperCase()].sort().join('')
  if (letters(word) === letters(marker)) return 2
  if (marker.startsWith(word.slice(0, -1)) && Math.abs(word.length - marker.length) < 2) return 3
  return /^[A-Z][A-Z0-9_]+$/.test(word) ? 4 : Number.POSITIVE_INFINITY
}

const HEADER = /^\s*[\w-]+(?:\s+"[^"]*")*\s*\{\s*$/
const CLOSERS = /^\s*(?:[)\]}]+,?\s*)?$/

/** In front of the next block that is less deep, and of the brackets that end what is around the heredoc. */
function byLayout(lines: readonly Line[], opening: string): HeredocEnd | undefined {
  const depth = indentationOf(opening)
  const header = lines.findIndex(({ text }) => HEADER.test(text) && indentationOf(text) < depth)
  let end = header < 0 ? lines.length : header
  while (end > 0 && CLOSERS.test(lines[end - 1]!.text)) end--
  const line = lines[end]
  return line && { offset: line.offset, length: 0 }
}
