// The last lines of CI: a test that was skipped although its tool could be had here counts as failed.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'

/** Not to be had from npm or the Debian release that runs here; tests that want them are skipped where they are absent. */
const optional = ['goss', 'terraform', 'moto_server', 'boto3', 'aws']

const tests = existsSync('build-tests.json')
  ? JSON.parse(readFileSync('build-tests.json', 'utf8'))
  : { passed: 0, failed: 1, skipped: [] }
const checks = existsSync('build-check.log') ? readFileSync('build-check.log', 'utf8') : ''
const avoidable = tests.skipped.filter(name => !optional.some(tool => name.includes(`needs ${tool}`)))
for (const name of avoidable) console.log(`skipped although it could have run: ${name}`)

for (const file of tests.flaky ?? []) console.log(`flaky, failed beside the others and passed alone: ${relative('.', file)}`)

const count = (text, word) => (text.match(new RegExp(`^${word}`, 'gm')) ?? []).length
const passed = tests.passed + count(checks, 'ok  ')
const failed = tests.failed + count(checks, 'FAIL') + avoidable.length || Number(process.argv[2])
rmSync('build-tests.json', { force: true })
rmSync('build-check.log', { force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
