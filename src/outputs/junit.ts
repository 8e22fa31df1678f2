/**
 * Smoke tests as JUnit XML, in the shape that Jenkins' schema and the usual reporters take: a suite for each build, a case for each result,
 * what a failed script printed beside its failure. Written whatever the outcome is.
 */
import { XMLBuilder } from 'fast-xml-parser'
import { writeAtomically } from '../lib/atomic-file'
import type { SmokeTestResult } from '../model/event'
import type { BuildReport, Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'
import { endOf, firstLine, plainText } from './safe-text'

export class JunitFile implements Sink {
  readonly name = 'JUnit'

  constructor(private readonly path: string) {}

  handle(): void {}

  async finish(report: Report): Promise<readonly WrittenFile[]> {
    await writeAtomically(this.path, junitText(report))
    return [{ what: 'junit', path: this.path }]
  }
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressBooleanAttributes: false,
})

export function junitText(report: Report): string {
  const suites = report.builds.map(build => suiteOf(build, report))
  const sum = (name: '@tests' | '@failures' | '@errors') =>
    String(suites.reduce((total, suite) => total + Number(suite[name]), 0))
  const testsuites = {
    '@name': 'ingot',
    '@time': seconds(report.milliseconds),
    '@tests': sum('@tests'),
    '@failures': sum('@failures'),
    '@errors': sum('@errors'),
    testsuite: suites,
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ testsuites })}`
}

function suiteOf(build: BuildReport, report: Report) {
  const cases = build.smokeTests.map(result => caseOf(result, build))
  const untold = build.error !== undefined && !build.smokeTests.some(({ outcome }) => outcome === 'failed')
  const count = (outcome: SmokeTestResult['outcome']) => build.smokeTests.filter(result => result.outcome === outcome).length
  const time = build.smokeTests.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  return {
    '@name': firstLine(build.name),
    '@tests': String(cases.length + Number(untold)),
    '@failures': String(count('failed')),
    '@errors': String(Number(untold)),
    '@skipped': String(count('skipped')),
    '@time': seconds(time),
    '@timestamp': report.run.startedAt.replace(/(\.\d+)?Z$/, ''),
    '@id': String(report.builds.indexOf(build)),
    testcase: [...cases, ...(untold ? [buildCase(build)] : [])],
    ...(report.smokeTested ? {} : { 'system-out': 'NOT TESTED: smoke tests were switched off for this run' }),
  }
}

function caseOf({ name, test, outcome, milliseconds, detail = '', stdout, stderr }: SmokeTestResult, build: BuildReport) {
  const printed = outcome === 'failed' ? [stdout, stderr] : []
  const [out, error] = printed.map(text => (text ? endOf(text) : undefined))
  return {
    '@name': firstLine(name),
    // Reporters cut packages off at dots: a build's name has its own.
    '@classname': `${firstLine(build.name)}.${firstLine(test).replaceAll('.', '_')}`,
    '@time': seconds(milliseconds),
    ...(outcome === 'skipped' && { skipped: { '@message': firstLine(detail) } }),
    ...(outcome === 'failed' && {
      failure: { '@message': firstLine(detail), '@type': 'failed', '#text': plainText(endOf(detail)) },
    }),
    ...(out !== undefined && { 'system-out': out }),
    ...(error !== undefined && { 'system-err': error }),
  }
}

/** A build that broke before any test could fail is an error, not silence. */
const buildCase = ({ name, milliseconds, error }: BuildReport) => ({
  '@name': 'build',
  '@classname': firstLine(name),
  '@time': seconds(milliseconds),
  error: {
    '@message': firstLine(error?.message ?? ''),
    '@type': 'build',
    '#text': plainText(endOf(error?.evidence ?? error?.message ?? '')),
  },
})

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3)
