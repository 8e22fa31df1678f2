/** A diagnostic for people: the mistake, where it is, the line with a mark under it, what to do. */
import type { Diagnostic } from '../language/diagnostic'
import type { Range } from '../language/source'

export function renderDiagnostic(
  { severity, summary, detail, subject }: Diagnostic,
  sources: ReadonlyMap<string, string>,
): string {
  const title = `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}`
  const parts = [title, subject && place(subject, sources), detail]
  return `${parts.filter(part => part).join('\n')}\n`
}

function place({ file, start, end }: Range, sources: ReadonlyMap<string, string>): string {
  const where = `  at ${file}:${start.line}:${start.column}`
  const line = sources.get(file)?.split('\n')[start.line - 1]?.replace(/\r$/, '')
  if (line === undefined) return where
  const gutter = String(start.line)
  // Tabs keep their width in the line of marks.
  const clusters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)].map(({ segment }) => segment)
  const lead = clusters
    .slice(0, start.column - 1)
    .map(cluster => (cluster === '\t' ? '\t' : ' '))
    .join('')
  const last = end.line === start.line ? end.column : clusters.length + 1
  const marks = '^'.repeat(Math.max(1, last - start.column))
  return `${where}\n  ${gutter} | ${line}\n  ${' '.repeat(gutter.length)} | ${lead}${marks}`
}
