import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compiled-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** As on Node 20, whatever runs here. */
const PROGRAM = `
  const typescript = require(${JSON.stringify(resolve('test/helpers/typescript.cjs'))})
  const { keepCompiled } = require(${JSON.stringify(resolve('src/lib/compile-cache.ts'))})
  keepCompiled(process.argv[2])
  console.log(require(process.argv[3]).answer())
`
function run(cache: string, module: string): string {
  writeFileSync(join(folder, 'program.cjs'), PROGRAM)
  return execFileSync(process.execPath, [join(folder, 'program.cjs'), cache, module], {
    encoding: 'utf8',
    timeout: 10_000,
  }).trim()
}
const files = (cache: string): string[] => readdirSync(cache, { recursive: true, encoding: 'utf8' })

test('what was compiled is kept, and not taken for another source of the same length', () => {
  const module = join(folder, 'module.cjs')
  const cache = join(folder, 'cache')
  for (const answer of ['one', 'one', 'two']) {
    writeFileSync(module, `#!/usr/bin/env node\nexports.answer = () => require('node:path').join('${answer}', 'x')\n`)
    expect(run(cache, module)).toBe(`${answer}/x`)
    expect(files(cache).length).toBeGreaterThan(0)
  }
  // Spoilt or cut off, it is made anew.
  for (const file of files(cache).filter(name => name.includes('module'))) writeFileSync(join(cache, file), 'rubbish')
  expect(run(cache, module)).toBe('two/x')
})

test('a folder that cannot be written is no obstacle', () => {
  const module = join(folder, 'module.cjs')
  writeFileSync(module, `exports.answer = () => 'one'\n`)
  writeFileSync(join(folder, 'file'), '')
  expect(run(join(folder, 'file'), module)).toBe('one')
  expect(run('/proc/nowhere/cache', module)).toBe('one')
})
