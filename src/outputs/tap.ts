/** Smoke tests in the Test Anything Protocol, version 13, with the detail of failures as YAML. Written whatever the outcome is. */
import { stringify } from 'yaml'
import { writeAtomically } from '../lib/atomic-file'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'
import { endOf, firstLine } from './safe-text'

export class TapFile implements Sink {
  readonly name = 'TAP'

  constructor(private readonly path: string) {}

  handle(): void {}

  async finish(report: Report): Promise<readonly WrittenFile[]> {
    await writeAtomically(this.path, tapText(report))
    return [{ what: 'tap', path: this.path }]
  }
}

export function tapText(report: Report): string {
  const results = report.builds.flatMap(build => build.smokeTests.map(result => ({ build, result })))
  const broken = report.builds.filter(({ error, smokeTests }) => error && !smokeTests.some(({ outcome }) => outcome === 'failed'))
  const lines = results.map(({ build, result }, index) => {
    const { outcome, name, detail } = result
    const directive = outcome === 'skipped' ? ` # SKIP ${escaped(detail ?? '')}` : ''
    const line = `${outcome === 'failed' ? 'not ok' : 'ok'} ${index + 1} - ${escaped(`${build.name}: ${name}`)}${directive}`
    return outcome === 'failed'
      ? `${line}\n${yamlBlock({ message: detail ?? '', stdout: result.stdout, stderr: result.stderr })}`
      : line
  })
  const bails = broken.map(({ name, error }) => `Bail out! ${firstLine(`${name}: ${error?.message ?? ''}`)}`)
  return `${['TAP version 13', `1..${results.length}`, ...lines, ...bails].join('\n')}\n`
}

/** A hash would begin a directive. */
const escaped = (text: string): string => firstLine(text).replace(/[\\#]/g, '\\$&')

function yamlBlock(fields: Readonly<Record<string, string | undefined>>): string {
  const known = Object.entries(fields).flatMap(([key, value]) => (value ? [[key, endOf(value)] as const] : []))
  const body = stringify(Object.fromEntries(known), { lineWidth: 0 }).trimEnd()
  return ['---', ...body.split('\n'), '...'].map(line => `  ${line}`).join('\n')
}
