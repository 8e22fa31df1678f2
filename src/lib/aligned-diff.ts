/** The unified diff of two texts whose lines correspond one to one: what a formatter changes inside its lines. */

const CONTEXT = 3

interface Line {
  readonly before: string
  readonly after: string
}

/** Empty when they are equal. `name` is put behind `old/` and `new/`, as `diff -u` is told by those who format. */
export function alignedDiff(before: string, after: string, name: string): string {
  if (before === after) return ''
  const lines = paired(linesOf(before), linesOf(after))
  return `--- old/${name}\n+++ new/${name}\n${hunks(lines)
    .map(([from, to]) => hunk(lines.slice(from, to), from))
    .join('')}`
}

/** With their ends, so that a missing last newline is a difference. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

function paired(before: readonly string[], after: readonly string[]): readonly Line[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => ({
    before: before[i] ?? '',
    after: after[i] ?? '',
  }))
}

/** Changed lines with their context, where that of neighbours touches as one. */
function hunks(lines: readonly Line[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const [i, { before, after }] of lines.entries()) {
    if (before === after) continue
    const last = found.at(-1)
    const [from, to] = [Math.max(0, i - CONTEXT), Math.min(lines.length, i + CONTEXT + 1)]
    if (last && from <= last[1]) last[1] = to
    else found.push([from, to])
  }
  return found
}

function hunk(lines: readonly Line[], offset: number): string {
  let text = `@@ -${range(offset, lines, 'before')} +${range(offset, lines, 'after')} @@\n`
  for (let i = 0; i < lines.length; ) {
    const same = lines[i]!.before === lines[i]!.after
    const end = lines.findIndex((line, at) => at > i && (line.before === line.after) !== same)
    const run = lines.slice(i, end < 0 ? lines.length : end)
    if (same) text += run.map(({ before }) => marked(' ', before)).join('')
    else text += run.map(({ before }) => marked('-', before)).join('') + run.map(({ after }) => marked('+', after)).join('')
    i += run.length
  }
  return text
}

function range(offset: number, lines: readonly Line[], side: keyof Line): string {
  const count = lines.filter(line => line[side] !== '').length
  const start = count === 0 ? offset : offset + 1
  return count === 1 ? String(start) : `${start},${count}`
}

const marked = (mark: string, line: string): string => {
  if (line === '') return ''
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`
}
