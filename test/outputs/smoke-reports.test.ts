/** JUnit and TAP of smoke tests: what they say, and that no name or output of a stranger breaks them. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import type { SmokeTestResult } from '../../src/model/event'
import { JunitFile, junitText } from '../../src/outputs/junit'
import { TapFile, tapText } from '../../src/outputs/tap'
import { readTap } from '../../src/smoke-tests/reports'
import { readJunit } from '../../src/smoke-tests/reports/junit'
import { describeWith } from '../helpers/tools'
import { buildReport, failedBuild, report } from './reports'

const schema = join(__dirname, '..', 'fixtures', 'junit', 'jenkins.xsd')
const result = (more: Partial<SmokeTestResult>): SmokeTestResult => ({
  test: 't',
  name: 'n',
  outcome: 'failed',
  milliseconds: 1234,
  ...more,
})

const hostile = [
  `"quotes" 'and' <tags> & ]]> <!-- -->`,
  '\u0000\u0001\u0008\u000b\u001b[31mred\u001b[0m\u007f\u009b2J\ufffe\uffff',
  '\ud800 half \udfff',
  'line\nbreaks\r\nand\ttabs',
  '# SKIP not really # TODO',
  `${'x'.repeat(1024 * 1024)}`,
  '😀é漢字',
  '',
  '&bomb; &#0; &#xFFFE;',
]
const reports = {
  passed: report(),
  failed: report({ outcome: 'failed', builds: [buildReport(), failedBuild] }),
  broken: report({
    outcome: 'failed',
    builds: [buildReport({ outcome: 'failed', smokeTests: [], error: { message: 'no capacity', evidence: 'console\u0007' } })],
  }),
  untested: report({
    smokeTested: false,
    builds: [buildReport({ smokeTests: [result({ outcome: 'skipped', detail: 'off' })] })],
  }),
  empty: report({ builds: [] }),
  hostile: report({
    builds: [
      buildReport({
        name: hostile[0],
        smokeTests: hostile.flatMap(text => [
          result({ name: text, detail: text, stdout: text, stderr: text }),
          result({ name: text, outcome: 'skipped', detail: text }),
          result({ name: text, test: text, outcome: 'passed' }),
        ]),
      }),
    ],
  }),
}

describe('JUnit', () => {
  test.each(Object.entries(reports))('%s: every result is read back as it was', (_name, given) => {
    const text = junitText(given)
    expect(XMLValidator.validate(text)).toBe(true)
    const outcomes = given.builds.flatMap(build => build.smokeTests.map(({ outcome }) => outcome))
    const broken = given.builds.filter(
      ({ error, smokeTests }) => error && !smokeTests.some(({ outcome }) => outcome === 'failed'),
    )
    expect(readJunit(text)?.map(({ outcome }) => outcome)).toEqual([...outcomes, ...broken.map(() => 'failed')])
    expect(text.length).toBeLessThan(1024 * 1024)
  })

  test('names, counts, times, failures with what was printed', () => {
    const smokeTests = [
      result({ name: 'web: port', detail: 'refused\nmore', stdout: 'out', stderr: 'err' }),
      result({ outcome: 'passed' }),
    ]
    const text = junitText(report({ builds: [buildReport({ smokeTests })] }))
    expect(text).toContain('<testsuite name="amazon-ebs.web" tests="2" failures="1" errors="0" skipped="0" time="2.468"')
    expect(text).toContain('<testcase name="web: port" classname="amazon-ebs.web.t" time="1.234">')
    expect(text).toContain('<failure message="refused more" type="failed">refused\nmore</failure>')
    expect(text).toContain('<system-out>out</system-out>')
    expect(text).toContain('<system-err>err</system-err>')
  })

  describeWith(['xmllint'], 'against the schema', () => {
    test.each(Object.entries(reports))('%s', async (name, given) => {
      const folder = mkdtempSync(join(tmpdir(), 'ingot-junit-'))
      try {
        const path = join(folder, `${name}.xml`)
        await new JunitFile(path).finish(given)
        execFileSync('xmllint', ['--noout', '--schema', schema, path], { stdio: 'pipe' })
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  })
})

describe('TAP', () => {
  test.each(Object.entries(reports))('%s: every result is read back as it was', (name, given) => {
    const outcomes = given.builds.flatMap(build => build.smokeTests.map(({ outcome }) => outcome))
    const text = tapText(given)
    expect(readTap(text)?.map(({ outcome }) => outcome)).toEqual(name === 'broken' ? ['failed'] : outcomes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that may not be there
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/)
  })

  test('plan, lines, reasons, detail', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ingot-tap-'))
    try {
      const path = join(folder, 'r.tap')
      await new TapFile(path).finish(reports.failed)
      expect(readFileSync(path, 'utf8')).toBe(`TAP version 13
1..2
ok 1 - amazon-ebs.web: answers
not ok 2 - amazon-ebs.db: port, 5432
  ---
  message: refused
  ...
`)
      writeFileSync(path, '')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
