/** What later steps of a workflow are told, and when. */
import { join } from 'node:path'
import { ActionOutputs } from '../../src/action/outputs'
import type { BuildReport, Report } from '../../src/model/report'
import { buildReport, failedBuild, report } from '../outputs/reports'

const told = new Map<string, string>()
jest.mock('@actions/core', () => ({ setOutput: (name: string, value: string) => told.set(name, value) }), { virtual: true })

async function outputs(given: Report) {
  told.clear()
  await new ActionOutputs().finish(given)
  return Object.fromEntries(told)
}

const old: Partial<BuildReport> = { unchanged: true }

test.each<[string, Partial<Report>, Record<string, string | undefined>]>([
  ['a new image', {}, { changed: 'true', skipped: 'false' }],
  ['an unchanged one', { builds: [buildReport(old)] }, { changed: 'false', skipped: 'true' }],
  ['one of each', { builds: [buildReport(old), buildReport({ name: 'b' })] }, { changed: 'true', skipped: 'false' }],
  ['no image at all', { builds: [buildReport({ images: [] })] }, { changed: 'false', skipped: 'false' }],
  [
    'a failed build beside a good one',
    { outcome: 'failed', builds: [buildReport(), failedBuild] },
    { changed: undefined, skipped: undefined, sbom: undefined, 'image-id': undefined },
  ],
])('%s', async (_case, more, expected) => {
  expect(await outputs(report(more))).toMatchObject(Object.fromEntries(Object.entries(expected).filter(([, value]) => value)))
  for (const [name, value] of Object.entries(expected)) expect(told.get(name)).toBe(value)
})

test('SBOMs, one a line, relative to the workspace', async () => {
  const files = [
    { what: 'sbom', path: join(process.env.GITHUB_WORKSPACE ?? process.cwd(), 'a.cdx.json') },
    { what: 'log', path: '/log' },
    { what: 'sbom', path: '/elsewhere/b.cdx.json' },
  ]
  expect((await outputs(report({ files }))).sbom).toBe('a.cdx.json\n/elsewhere/b.cdx.json')
  expect((await outputs(report())).sbom).toBe('')
})
