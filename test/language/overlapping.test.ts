/** Ranges among many: the same answers as from looking at each. */
import { overlapping } from '../../src/language/overlapping'
import type { Range } from '../../src/language/source'

const range = (file: string, from: number, to: number): Range => ({
  file,
  start: { line: 1, column: from + 1, byte: from },
  end: { line: 1, column: to + 1, byte: to },
})
const ranges = [range('a', 10, 30), range('a', 12, 14), range('b', 0, 5), range('a', 40, 41), range('a', 50, 50)]
const isIn = overlapping(ranges)

test.each(['a', 'b', 'c'])('every range of file %s', file => {
  for (let from = 0; from < 55; from++)
    for (let to = from; to < 55; to++) {
      const one = ranges.some(each => each.file === file && each.start.byte < to && from < each.end.byte)
      expect([from, to, isIn(range(file, from, to))]).toEqual([from, to, one])
    }
})
