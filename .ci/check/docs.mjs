// Writes docs/reference from the options that the plugins declare; with --check, says which pages are stale instead.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const check = process.argv.includes('--check')
const rooms = { sources: 'sources', provisioners: 'provisioners', postProcessors: 'post-processors' }
const pages = JSON.parse(execFileSync('node', ['dist/cli/main.js', 'reference'], { encoding: 'utf8', maxBuffer: 1 << 26 }))
const stale = []
const written = new Set()

for (const { path, text } of pages) {
  const file = join('docs', 'reference', path)
  written.add(path)
  let before
  try {
    before = readFileSync(file, 'utf8')
  } catch {}
  if (before === text) continue
  stale.push(file)
  if (check) continue
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
}
for (const room of Object.values(rooms))
  for (const name of readdirSync(join('docs', 'reference', room)).map(name => `${room}/${name}`))
    if (!written.has(name)) stale.push(`docs/reference/${name} (nothing makes it any more)`)

if (check && stale.length) console.log(`stale, run npm run docs:\n${stale.join('\n')}`)
process.exit(check && stale.length ? 1 : 0)
