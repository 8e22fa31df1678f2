/** The pages of a run as large as they get: 200 images, whose tests said far too much. The result always stands there, and within the limits. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Inputs } from '../../src/action/inputs'
import type { BuildReport } from '../../src/model/report'
import { buildReport, failedBuild, report } from '../outputs/reports'

const bodies: string[] = []
jest.mock('../../src/action/pull-request', () => ({
  COMMENT_LIMIT: jest.requireActual('../../src/action/pull-request').COMMENT_LIMIT,
  comment: async ({ body }: { body: string }) => void bodies.push(body),
}))
jest.mock('@actions/core', () => ({}), { virtual: true })

const file = join(mkdtempSync(join(tmpdir(), 'ingot-pages-')), 'summary.md')

async function pages(builds: readonly BuildReport[], outcome: 'done' | 'failed') {
  const { Pages } = await import('../../src/action/pages')
  writeFileSync(file, '')
  bodies.length = 0
  process.env.GITHUB_STEP_SUMMARY = file
  const inputs = { summary: true, comment: true, 'github-token': 't', template: 'web' } as unknown as Inputs
  await new Pages(inputs).finish(report({ builds, outcome }))
  delete process.env.GITHUB_STEP_SUMMARY
  return { summary: readFileSync(file, 'utf8'), comment: bodies[0] ?? '' }
}

const huge = 'ünfit | `output` <b> '.repeat(50_000)
const many = Array.from({ length: 200 }, (_, n) => n)

test.each([
  ['of 200 images, each with 50 tests that said a megabyte', (n: number) => passed(n), 'done', /^## ✅ web: 200 images/],
  ['of 200 failed builds with a megabyte of output each', (n: number) => failed(n), 'failed', /^## ❌ web: 200 of 200 builds/],
] as const)('%s', async (_case, build, outcome, headline) => {
  const { summary, comment } = await pages(many.map(build), outcome)
  expect(summary).toMatch(headline)
  expect(comment).toMatch(headline)
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024)
  expect(`<!-- ingot web -->\n${comment}`.length).toBeLessThan(65_536)
  if (outcome === 'done') for (const n of [0, 199]) expect(summary).toContain(`ami-${n}`)
  // What is not there is named.
  expect(comment).toMatch(/Left out, because the page would be too long/)
})

const passed = (n: number): BuildReport =>
  buildReport({
    name: `amazon-ebs.web-${n}`,
    images: [{ id: `ami-${n}`, name: `web-${n}`, region: 'us-east-1', fingerprint: '' }],
    smokeTests: Array.from({ length: 50 }, (_, t) => ({
      ...{ test: `t${t}`, name: `test ${t}`, outcome: 'skipped' as const, milliseconds: 1, detail: huge },
    })),
  })

const failed = (n: number): BuildReport => ({
  ...failedBuild,
  name: `amazon-ebs.web-${n}`,
  error: { message: 'the provisioner failed', evidence: huge },
})
