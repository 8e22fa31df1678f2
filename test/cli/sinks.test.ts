/** The outputs of a build from the command line: what is written last knows of all that was written before. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sinksFor } from '../../src/cli/sinks'
import { Emitter } from '../../src/engine/emitter'
import { Redactor } from '../../src/engine/redact'
import type { BuildReport, Report } from '../../src/model/report'

const image = { region: 'us-east-1', id: 'ami-1', name: 'web-1' }
const build: BuildReport = {
  name: 'amazon-ebs.web',
  sourceType: 'amazon-ebs',
  sourceName: 'web',
  outcome: 'done',
  milliseconds: 1,
  phases: [],
  artifacts: [{ builderId: 'x', id: 'us-east-1:ami-1', description: '', files: [], images: [image] }],
  images: [image],
  smokeTests: [],
  leftovers: [],
}
const done: Report = {
  formatVersion: 1,
  run: { id: 'r', uuid: 'u', startedAt: '2026-01-01T00:00:00Z', template: '.' },
  outcome: 'done',
  exitCode: 0,
  milliseconds: 1,
  smokeTested: true,
  builds: [build],
  leftovers: [],
  problems: [],
  files: [],
}

test('the report names every file, the Terraform variables and itself too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-sinks-'))
  try {
    let printed = ''
    const stdout = { write: (text: string) => (printed += text) }
    const wishes = {
      color: false,
      'machine-readable': false,
      'timestamp-ui': false,
      'report-file': undefined,
      'tfvars-file': join(folder, 'images.auto.tfvars.json'),
    }
    const io = { stdout, stderr: stdout, stdin: process.stdin, environment: {} }
    const emitter = new Emitter(
      sinksFor(wishes, io, { stateFolder: folder, run: 'r', sandboxFlags: undefined }),
      new Redactor([]),
    )
    await emitter.finish(() => ({ ...done, files: [...emitter.files] }))

    const { files } = JSON.parse(readFileSync(join(folder, 'r', 'report.json'), 'utf8')) as Report
    expect(files.map(({ what }) => what)).toEqual(['log', 'tfvars', 'run-report'])
    for (const { path } of files) expect(printed).toContain(path)
    expect(JSON.parse(readFileSync(wishes['tfvars-file'], 'utf8')).images['amazon-ebs.web']['us-east-1'].id).toBe('ami-1')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
