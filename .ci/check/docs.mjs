// Writes docs/reference from the options that the plugins declare; with --check, says which pages are stale instead.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folder = join('docs', 'reference')
const printed = execFileSync('node', [join('dist', 'cli', 'main.js'), 'reference', '-json'], {
  encoding: 'utf8',
  maxBuffer: 1 << 26,
})
const pages = new Map(JSON.parse(printed).map(({ path, text }) => [join(folder, path), text]))

const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath ?? entry.path, entry.name))
const stale = [...pages]
  .filter(([file, text]) => !files.includes(file) || readFileSync(file, 'utf8') !== text)
  .map(([file]) => file)
const strange = files.filter(file => !pages.has(file)).map(file => `${file} (nothing makes it)`)

if (process.argv.includes('--check')) {
  const problems = [...stale, ...strange]
  if (problems.length) console.log(`stale, run npm run docs:\n${problems.join('\n')}`)
  process.exit(problems.length ? 1 : 0)
}
rmSync(folder, { recursive: true, force: true })
for (const [file, text] of pages) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
