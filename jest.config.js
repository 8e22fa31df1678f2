const { chmodSync, mkdtempSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

// What tests leave behind goes with the run: hundreds of folders of one's own in /tmp are nobody's wish.
const temporary = mkdtempSync(join(tmpdir(), 'jest-'))
// Some tests act as other users.
chmodSync(temporary, 0o755)
process.env.TMPDIR = temporary
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))

/** Three rings: unit and integration run everywhere; test/e2e boots real machines. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.[tj]s$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022', transform: { useDefineForClassFields: false } },
        module: { type: 'commonjs' },
      },
    ],
  },
  testTimeout: 20000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/.ci/sequencer.cjs',
  reporters: process.env.CI ? ['default', '<rootDir>/.ci/reporter.cjs'] : ['default'],
}
