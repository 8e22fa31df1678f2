/** Columns of text, aligned. */

/** Cells that end in seconds are aligned to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length)
  const right = widths.map((_, index) => index > 0 && rows.slice(1).some(row => /^\d.* s$/.test(row[index] ?? '')))
  return rows
    .map(row => row.map((cell, i) => (right[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  '))
    .map(line => line.trimEnd())
    .join('\n')
}
