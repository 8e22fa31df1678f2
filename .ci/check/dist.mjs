// dist is committed, so it must be what src builds: built again beside it and compared byte for byte.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { problemsOfCopy } from './jenkins.mjs'

const LIMIT = 12 * 1024 * 1024
const files = folder =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter(name => statSync(join(folder, name)).isFile())
    .sort()

const committed = execFileSync('git', ['ls-files', 'dist'], { encoding: 'utf8' }).split('\n').filter(Boolean)
const present = files('dist').map(name => join('dist', name))
const problems = present.filter(name => !committed.includes(name)).map(name => `${name} is not committed`)

await build('build-again')
const again = files('build-again')
for (const name of again) {
  const before = present.includes(join('dist', name)) ? readFileSync(join('dist', name)) : undefined
  if (!before?.equals(readFileSync(join('build-again', name))))
    problems.push(`dist/${name} differs from what src builds: npm run build`)
}
for (const name of files('dist')) if (!again.includes(name)) problems.push(`dist/${name} is not built by src any more`)
problems.push(...problemsOfCopy('build-again'))
const size = present.reduce((sum, name) => sum + statSync(name).size, 0)
if (size > LIMIT) problems.push(`dist is ${(size / 1048576).toFixed(1)} MB, more than ${LIMIT / 1048576} MB`)

rmSync('build-again', { recursive: true })
console.log(problems.join('\n') || `dist is what src builds (${(size / 1048576).toFixed(1)} MB)`)
process.exit(problems.length ? 1 : 0)
