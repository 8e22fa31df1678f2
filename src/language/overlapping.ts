/** Whether a range shares a byte with one of many. There may be thousands of both, so they are put in order once. */
import type { Range } from './source'

interface Ordered {
  readonly starts: readonly number[]
  /** For each start the last end of all ranges up to there. */
  readonly ends: readonly number[]
}

export function overlapping(ranges: readonly Range[]): (range: Range) => boolean {
  const files = new Map<string, Range[]>()
  for (const range of ranges) {
    const before = files.get(range.file)
    if (before) before.push(range)
    else files.set(range.file, [range])
  }
  const ordered = new Map([...files].map(([file, each]) => [file, inOrder(each)]))
  return ({ file, start, end }) => {
    const { starts, ends } = ordered.get(file) ?? NOTHING
    return (ends[countBelow(starts, end.byte) - 1] ?? 0) > start.byte
  }
}

const NOTHING: Ordered = { starts: [], ends: [] }

function inOrder(ranges: Range[]): Ordered {
  ranges.sort((a, b) => a.start.byte - b.start.byte)
  let last = 0
  const ends = ranges.map(({ end }) => {
    last = Math.max(last, end.byte)
    return last
  })
  return { starts: ranges.map(({ start }) => start.byte), ends }
}

/** How many of the numbers, which ascend, are less than the limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (numbers[middle]! < limit) from = middle + 1
    else to = middle
  }
  return from
}
