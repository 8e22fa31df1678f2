/** The patterns of artifice, with what Packer 1.6.6 made of them in the same folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkGlob, expandGlob } from '../../src/lib/go-glob'

let folder: string
const before = process.cwd()
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-glob-'))
  process.chdir(folder)
  for (const path of ['a/b', '.h', 'a/.x']) mkdirSync(path, { recursive: true })
  for (const path of ['a/1', 'a/2', 'a/b/3', '.h/4', 'a/.x/5', '.dot', 'a/[x]']) writeFileSync(path, '')
})
afterAll(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

test.each([
  ['*', ['.dot', '.h', 'a']],
  ['**', ['.dot', '.h', 'a']],
  ['a/**', ['a/.x', 'a/1', 'a/2', 'a/[x]', 'a/b']],
  ['a/*/3', ['a/b/3']],
  ['.*', ['.dot', '.h']],
  ['./a/*', ['a/.x', 'a/1', 'a/2', 'a/[x]', 'a/b']],
  ['a/[12]', ['a/1', 'a/2']],
  ['a/[!1]', ['a/1']],
  ['a/[^1]', ['a/2', 'a/b']],
  ['a/[0-1]', ['a/1']],
  ['a/{1,2}', []],
  ['a/\\[x]', ['a/[x]']],
  ['a/?', ['a/1', 'a/2', 'a/b']],
  ['a//1', ['a//1']],
  ['a/./1', ['a/./1']],
  ['a', ['a']],
  ['a/', ['a/']],
  ['nope/*', []],
  ['a/1/*', []],
])('%s', (pattern, paths) => {
  expect(expandGlob(pattern)).toEqual(paths)
})

test('absolute ones', () => {
  expect(expandGlob(join(folder, 'a', '?'))).toEqual(['1', '2', 'b'].map(name => join(folder, 'a', name)))
})

test.each(['[', 'a/[', '[]', '[^]', 'a\\'])('%s is no pattern', pattern => {
  expect(() => checkGlob(pattern)).toThrow(/is not a pattern/)
})
