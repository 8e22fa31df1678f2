/** Texts that other people chose, as cells and code of GitHub's Markdown, where they must not become markup. */

import { firstLine, plainText } from './safe-text'

/** For a cell of a table: on one line, nothing in it is markup. */
export const cell = (text: string): string => escaped(firstLine(text))

/** `code` in a cell: a bar would end the cell even there, and a longer fence than any run of backticks in it closes it. */
export function code(given: string): string {
  const text = firstLine(given)
  if (text === '') return ''
  const fence = '`'.repeat(longestRun(text) + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${text.replaceAll('|', '\\|')}${pad}${fence}`
}

/** A block of code, without what a page cannot show. */
export function codeBlock(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${plainText(text).trimEnd()}\n${fence}`
}

export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))

/** `@` too: it would call somebody. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
