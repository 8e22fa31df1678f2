/** The diff of a formatter, beside the one of `diff -u`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alignedDiff } from '../../src/lib/aligned-diff'
import { describeWith } from '../helpers/tools'

const numbers = (count: number) => Array.from({ length: count }, (_, i) => `line ${i + 1}\n`)
/** Text of so many lines, with these changed. */
const pair = (count: number, changed: readonly number[], end = '\n'): readonly [string, string] => {
  const before = numbers(count).join('').slice(0, -1) + end
  const after = numbers(count).map((line, i) => (changed.includes(i + 1) ? `  ${line}` : line))
  return [before, after.join('').slice(0, -1) + end]
}

const pairs: readonly (readonly [string, string])[] = [
  pair(1, [1]),
  pair(3, [1, 2, 3]),
  pair(20, [1]),
  pair(20, [20]),
  pair(20, [10]),
  pair(20, [3, 9]),
  pair(20, [3, 10]),
  pair(20, [3, 11]),
  pair(40, [1, 2, 20, 21, 22, 40]),
  pair(9, [9], ''),
  pair(9, [2], ''),
]

describeWith(['diff'], 'what diff -u prints', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-diff-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(pairs)('%j', (before, after) => {
    writeFileSync(join(folder, 'old'), before)
    writeFileSync(join(folder, 'new'), after)
    const { stdout } = spawnSync('diff', ['-u', '--label', 'old/f', '--label', 'new/f', 'old', 'new'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(alignedDiff(before, after, 'f')).toBe(stdout)
  })
})

test('equal texts have none', () => expect(alignedDiff('a\n', 'a\n', 'f')).toBe(''))
