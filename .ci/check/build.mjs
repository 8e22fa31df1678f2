// Builds dist: tsc to JavaScript first, then one CommonJS bundle (ssh2 breaks in an ESM bundle) with lazily loaded chunks, and a
// launcher for each way in. Same source, same bytes.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { minify } from '@swc/core'
import ncc from '@vercel/ncc'
import { writeCopy } from './jenkins.mjs'

const launchers = {
  'cli/main.js': "#!/usr/bin/env node\nrequire('../bundle/index.js').cli()\n",
  'action/index.js': "require('../bundle/index.js').action()\n",
}

/**
 * A file for each: the bundler would give what is required in the middle of an expression to whoever may come there, and every
 * command would read a megabyte that few need.
 */
const apart = ['bcryptjs', 'csv-parse/sync', 'fast-xml-parser', 'iconv-lite', 'ipaddr.js', 'picomatch', 're2js', 'yaml']
const fileOf = library => `apart/${library.replace(/\W/g, '-')}.js`

export async function build(out) {
  rmSync('build', { recursive: true, force: true })
  rmSync(out, { recursive: true, force: true })
  // Types are a check of their own; here they would only cost time. Comments are read at every start.
  const tsc = join('node_modules', '.bin', 'tsc')
  execFileSync(tsc, ['-p', '.', '--noCheck', '--removeComments', '--incremental', 'false'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const licenses = [await bundle(join('build', 'entry.js'), out, 'index.js')]
  for (const library of apart) {
    const entry = join('build', fileOf(library))
    write(entry, `module.exports = require('${library}')\n`)
    licenses.push(await bundle(entry, out, fileOf(library), library))
  }
  write(join(out, 'bundle', 'licenses.txt'), licenses.join('\n'))
  for (const [file, text] of Object.entries(launchers)) {
    write(join(out, file), text)
    chmodSync(join(out, file), 0o755)
  }
}

/** Gives the licences of what is in it. pagent.exe, ssh2's helper for Windows, stays out. */
async function bundle(entry, out, file, itself) {
  const others = apart
    .filter(library => library !== itself)
    .map(library => [library, `./${itself ? '../' : ''}${fileOf(library)}`])
  const options = { license: 'licenses.txt', externals: Object.fromEntries(others), cache: false, quiet: true }
  const { code, assets } = await ncc(resolve(entry), options)
  write(join(out, 'bundle', file), await small(code))
  for (const [name, { source }] of Object.entries(assets))
    if (name.endsWith('.js')) write(join(out, 'bundle', name), await small(String(source)))
  return assets['licenses.txt'].source
}

/**
 * Every command reads what it runs anew, and the time for it goes by length: local names become short. Those of functions and
 * classes stay, for stack traces. Text that is all ASCII is read without being decoded.
 */
async function small(code) {
  const mangle = { keep_fnames: true, keep_classnames: true }
  return (await minify(code, { compress: false, mangle, format: { comments: false, asciiOnly: true } })).code
}

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

if (process.argv[1]?.endsWith('build.mjs')) {
  await build('dist')
  writeCopy('dist')
}
