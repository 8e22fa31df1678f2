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
