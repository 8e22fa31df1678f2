// One command checks everything, here and in CI. Runs every check even when one fails, and ends with the plain line that CI reads.
import { spawnSync } from 'node:child_process'

const checks = [
  ['types', 'npm', ['run', '--silent', 'types']],
  ['lint', 'npm', ['run', '--silent', 'lint']],
  ['import rule', 'node', ['.ci/check/imports.mjs']],
  ['catalog equals folders', 'node', ['.ci/check/catalog.mjs']],
  ['dist is what src builds', 'node', ['.ci/check/dist.mjs']],
  ['generated docs are fresh', 'node', ['.ci/check/docs.mjs', '--check']],
]

const failed = []
for (const [name, command, args] of checks) {
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (status !== 0) {
    console.log(`${stdout}${stderr}`)
    failed.push(name)
  }
}
console.log(`check: ${checks.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length ? 1 : 0)
