/** Reports and events to render. */
import type { Event, EventBody } from '../../src/model/event'
import type { BuildReport, Report } from '../../src/model/report'

export const at = Date.UTC(2026, 0, 2, 3, 4, 5, 678)
export const event = (body: EventBody): Event => ({ at, ...body })

const artifact = {
  builderId: 'mitchellh.amazonebs',
  id: 'eu-west-1:ami-2,us-east-1:ami-1',
  description: 'AMIs were created:\neu-west-1: ami-2\nus-east-1: ami-1\n',
  files: ['a.txt'],
  images: [
    { region: 'us-east-1', id: 'ami-1', name: 'web', sourceId: 'ami-0' },
    { region: 'eu-west-1', id: 'ami-2', name: 'web' },
  ],
}

export const buildReport = (more: Partial<BuildReport> = {}): BuildReport => ({
  name: 'amazon-ebs.web',
  sourceType: 'amazon-ebs',
  sourceName: 'web',
  outcome: 'done',
  milliseconds: 61_234,
  phases: [
    { phase: 'launch', milliseconds: 20_000 },
    { phase: 'smoke test', milliseconds: 12_345 },
  ],
  artifacts: [artifact],
  images: artifact.images,
  smokeTests: [{ test: 'web', name: 'answers', outcome: 'passed', milliseconds: 5 }],
  leftovers: [],
  ...more,
})

export const failedBuild = buildReport({
  name: 'amazon-ebs.db',
  sourceName: 'db',
  outcome: 'failed',
  artifacts: [],
  images: [],
  smokeTests: [{ test: 'db', name: 'port, 5432', outcome: 'failed', milliseconds: 5, detail: 'refused' }],
  error: { message: '1 of 1 smoke tests failed: port, 5432' },
})

export const report = (more: Partial<Report> = {}): Report => ({
  formatVersion: 1,
  run: { id: 'ingot-1', uuid: 'u', startedAt: '2026-01-02T03:04:05.678Z', template: 'web' },
  outcome: 'done',
  exitCode: 0,
  milliseconds: 61_300,
  smokeTested: true,
  builds: [buildReport()],
  leftovers: [],
  problems: [],
  files: [],
  ...more,
})
