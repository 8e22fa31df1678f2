// In CI, jest's result is kept as a file: how many ran, which files failed, and which tests were skipped and why.
const { existsSync, readFileSync, writeFileSync } = require('node:fs')

const FILE = 'build-tests.json'

module.exports = class {
  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter(file => file.numFailingTests > 0 || file.testExecError)
    const skipped = results.testResults.flatMap(file =>
      file.testResults.filter(test => test.status === 'pending' || test.status === 'todo').map(test => test.fullName),
    )
    const { numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: unread } = results
    const files = broken.map(file => file.testFilePath)
    const sound = passed - broken.reduce((sum, file) => sum + file.numPassingTests, 0)
    const run = { passed, failed: failed + unread, skipped, files, sound }
    writeFileSync(FILE, JSON.stringify(process.env.INGOT_ALONE ? joined(run) : run))
  }
}

/** After the files that failed beside all others ran once more by themselves: what they gave then counts, and which they were is kept. */
function joined(run) {
  if (!existsSync(FILE)) return run
  const first = JSON.parse(readFileSync(FILE, 'utf8'))
  const skipped = [...new Set([...first.skipped, ...run.skipped])]
  return { ...run, passed: first.sound + run.passed, skipped, flaky: first.files.filter(file => !run.files.includes(file)) }
}
