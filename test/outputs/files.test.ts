import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LogFile } from '../../src/outputs/log-file'
import { ReportFile } from '../../src/outputs/report-file'
import { Tfvars, tfvarsText } from '../../src/outputs/tfvars'
import { buildReport, event, failedBuild, report } from './reports'

const folder = () => mkdtempSync(join(tmpdir(), 'ingot-outputs-'))

describe('Terraform variables', () => {
  test('build, region, image; sorted, so that the order of builds and regions does not matter', () => {
    const other = buildReport({ name: 'amazon-ebs.api' })
    const text = tfvarsText(report({ builds: [buildReport(), other] }))
    expect(text).toBe(tfvarsText(report({ builds: [other, buildReport({ images: buildReport().images.toReversed() })] })))
    expect(Object.keys(JSON.parse(text!).images)).toEqual(['amazon-ebs.api', 'amazon-ebs.web'])
    expect(text).toContain(`    "amazon-ebs.web": {
      "eu-west-1": {
        "id": "ami-2",
        "name": "web",
        "region": "eu-west-1",
        "source_id": null
      },
      "us-east-1": {
        "id": "ami-1",
        "name": "web",
        "region": "us-east-1",
        "source_id": "ami-0"
      }
    }
  }
}
`)
  })

  test.each([
    ['failed', report({ outcome: 'failed', builds: [buildReport(), failedBuild] })],
    ['interrupted', report({ outcome: 'interrupted' })],
    ['has no images', report({ builds: [buildReport({ images: [] })] })],
  ])('a run that %s leaves the former file as it is', async (_case, ended) => {
    const path = join(folder(), 'images.auto.tfvars.json')
    writeFileSync(path, 'former')
    expect(await new Tfvars(path).finish(ended)).toEqual([])
    expect(readFileSync(path, 'utf8')).toBe('former')
  })

  test('written whole, in a folder that may have to be made', async () => {
    const path = join(folder(), 'new', 'images.auto.tfvars.json')
    expect(await new Tfvars(path).finish(report())).toEqual([{ what: 'tfvars', path }])
    expect(JSON.parse(readFileSync(path, 'utf8')).images['amazon-ebs.web']['us-east-1'].id).toBe('ami-1')
  })
})

test('the report names itself and what the others wrote', async () => {
  const path = join(folder(), 'report.json')
  await new ReportFile(path).finish(report({ files: [{ what: 'log', path: '/log' }] }))
  const written = JSON.parse(readFileSync(path, 'utf8'))
  expect(written).toEqual({
    ...report(),
    files: [
      { what: 'log', path: '/log' },
      { what: 'report', path },
    ],
  })
})

describe('log', () => {
  test('everything with its time, for nobody else to read', async () => {
    const path = join(folder(), 'run', 'log.txt')
    const log = new LogFile(path)
    expect(existsSync(path)).toBe(false)
    log.handle(event({ type: 'resource', build: 'b', state: 'intended', kind: 'aws.key-pair', token: 't-1' }))
    log.handle(event({ type: 'output', build: 'b', stream: 'stdout', text: 'two\nlines', from: 'shell' }))
    log.handle(event({ type: 'step-finished', build: 'b', phase: 'launch', step: 'launch', outcome: 'done', milliseconds: 1200 }))
    expect(readFileSync(path, 'utf8').split('\n').slice(0, 4)).toEqual([
      '2026-01-02T03:04:05.678Z [b] aws.key-pair with token t-1: intended',
      '2026-01-02T03:04:05.678Z [b] shell stdout: two',
      '2026-01-02T03:04:05.678Z [b] lines',
      '2026-01-02T03:04:05.678Z [b] launch: launch done after 1.2 s',
    ])
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(await log.finish(report())).toEqual([{ what: 'log', path }])
  })

  test('one that cannot be written throws, for the engine to tell', () => {
    const path = folder()
    chmodSync(path, 0o700)
    expect(() => new LogFile(path).handle(event({ type: 'message', level: 'info', text: 'x' }))).toThrow('EISDIR')
  })
})
