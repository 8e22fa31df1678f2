// Builds dist: tsc to JavaScript first, then one CommonJS bundle per entry (ssh2 breaks in an ESM bundle). Same source, same bytes.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const bin = name => join('node_modules', '.bin', name)
const run = (command, args) =>
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })

/** Entry below src without its ending, and where its bundle goes. */
export const bundles = [
  ['cli/main', 'cli/main.js'],
  ['action/index', 'action/index.js'],
]

export function build(out) {
  rmSync('build', { recursive: true, force: true })
  rmSync(out, { recursive: true, force: true })
  run(bin('tsc'), ['-p', '.'])
  for (const [entry, bundle] of bundles) {
    const folder = join('build', 'bundle', entry)
    run(bin('ncc'), ['build', join('build', `${entry}.js`), '-o', folder, '--license', 'licenses.txt'])
    const target = join(out, bundle)
    mkdirSync(join(target, '..'), { recursive: true })
    renameSync(join(folder, 'index.js'), target)
    // pagent.exe is ssh2's helper for Windows; nothing else belongs beside a bundle but its licences.
    for (const file of readdirSync(folder)) if (file === 'licenses.txt') cpSync(join(folder, file), join(target, '..', file))
  }
}

if (process.argv[1]?.endsWith('build.mjs')) build('dist')
