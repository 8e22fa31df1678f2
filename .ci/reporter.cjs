// In CI, jest's result is kept as a file: how many ran, and which were skipped and why, so that .ci/run can judge.
const { writeFileSync } = require('node:fs')

module.exports = class {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap(file =>
      file.testResults.filter(test => test.status === 'pending' || test.status === 'todo').map(test => test.fullName),
    )
    const { numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: broken } = results
    writeFileSync('build-tests.json', JSON.stringify({ passed, failed: failed + broken, skipped }))
  }
}
