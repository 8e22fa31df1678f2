// Builds dist: tsc to JavaScript first, then one CommonJS bundle (ssh2 breaks in an ESM bundle) with lazily loaded chunks, and a
// launcher for each way in. Same source, same bytes.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeCopy } from './jenkins.mjs'

const bin = name => join('node_modules', '.bin', name)
const run = (command, args) =>
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })

const launchers = {
  'cli/main.js': "#!/usr/bin/env node\nrequire('../bundle/index.js').cli()\n",
  'action/index.js': "require('../bundle/index.js').action()\n",
}

export function build(out) {
  rmSync('build', { recursive: true, force: true })
  rmSync(out, { recursive: true, force: true })
  // Types are a check of their own; here they would only cost time.
  run(bin('tsc'), ['-p', '.', '--noCheck'])
  const folder = join('build', 'bundle')
  run(bin('ncc'), ['build', join('build', 'entry.js'), '-o', folder, '--license', 'licenses.txt'])
  mkdirSync(join(out, 'bundle'), { recursive: true })
  // pagent.exe, ssh2's helper for Windows, stays out.
  for (const file of readdirSync(folder))
    if (/\.js$|^licenses\.txt$/.test(file)) cpSync(join(folder, file), join(out, 'bundle', file))
  for (const [file, text] of Object.entries(launchers)) {
    mkdirSync(dirname(join(out, file)), { recursive: true })
    writeFileSync(join(out, file), text)
    chmodSync(join(out, file), 0o755)
  }
}

if (process.argv[1]?.endsWith('build.mjs')) {
  build('dist')
  writeCopy('dist')
}
