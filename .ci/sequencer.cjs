// The tests on real machines wait most of the time: they start first, and the others run beside them.
const { default: Sequencer } = require('@jest/test-sequencer')

module.exports = class extends Sequencer {
  sort(tests) {
    const late = test => (test.path.includes('/e2e/') ? 0 : 1)
    return super.sort(tests).sort((a, b) => late(a) - late(b))
  }
}
