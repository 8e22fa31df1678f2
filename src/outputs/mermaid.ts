/** A timeline that GitHub draws: a Gantt chart in Mermaid's words, one section for each build. */
import type { PhaseTime } from './phase-times'

/** More than this nobody reads, and the browser takes long to draw it. */
const MOST_PIECES = 200

/** Undefined when there is nothing to draw. Times count from the first piece, so that the axis begins with zero. */
export function ganttOf(times: readonly PhaseTime[]): string | undefined {
  const shown = times.slice(0, MOST_PIECES)
  if (shown.length === 0) return undefined
  const began = Math.min(...shown.map(({ from }) => from))
  const builds = [...new Set(shown.map(({ build }) => build))]
  const lines = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S']
  for (const build of builds) {
    lines.push(`  section ${plain(build)}`)
    for (const { phase, from, to } of shown.filter(piece => piece.build === build))
      lines.push(`  ${phase} ${((to - from) / 1000).toFixed(1)} s : ${from - began}, ${Math.max(to - began, from - began + 1)}`)
  }
  return lines.join('\n')
}

/** Mermaid reads these as its own. */
const plain = (text: string): string => text.replace(/[:;#%\n\r]/g, ' ')
