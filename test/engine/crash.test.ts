/** SIGKILL at every point of a run; then `clean` in another process: nothing is left, and what was published stays. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { clean } from '../../src/engine/clean'
import { runSource } from '../helpers/source-process'
import { FolderCloud, temporaryFolder } from './fakes'

async function crashAt(point: number) {
  const folder = temporaryFolder()
  const cloudFolder = join(folder, 'cloud')
  const stateFolder = join(folder, 'runs')
  const child = await runSource('test/engine/crash-child.ts', [cloudFolder, stateFolder, String(point)])
  const points = child.stdout.trim().split('\n')
  const cloud = new FolderCloud(cloudFolder)
  const said: string[] = []
  const kinds = ['key', 'machine', 'image'].map(name => [name, () => cloud.kind(name) as never] as const)
  const report = await clean({
    stateFolder,
    resourceKinds: Object.fromEntries(kinds),
    say: line => said.push(line),
    warn: line => said.push(line),
    signal: new AbortController().signal,
  })
  const journals = existsSync(stateFolder)
    ? readdirSync(stateFolder).filter(run => existsSync(join(stateFolder, run, 'journal.jsonl')))
    : []
  return { child, points, cloud, report, journals, said }
}

test('at no point anything is left, and nothing is released twice', async () => {
  const whole = await crashAt(0)
  expect(whole.child).toMatchObject({ status: 0, signal: null, stderr: '' })
  expect(whole.cloud.things).toEqual(['candidate', 'copy'])
  expect(whole.points.length).toBeGreaterThan(25)

  const numbers = whole.points.map((_, index) => index + 1)
  const results: [string, Awaited<ReturnType<typeof crashAt>>][] = []
  const next = numbers.values()
  const worker = async () => {
    for (const number of next) results.push([whole.points[number - 1]!, await crashAt(number)])
  }
  await Promise.all([worker(), worker()])

  for (const [label, { child, points, cloud, report, journals }] of results) {
    // One write publishes all; the first of them is told when it is done.
    const published = points.some(point => point.startsWith('published ')) ? ['candidate', 'copy'] : []
    expect([label, child.signal]).toEqual([label, 'SIGKILL'])
    expect([label, cloud.things]).toEqual([label, published])
    expect([label, report.leftovers, journals]).toEqual([label, [], []])
    // Only what was gone before its release was written down may be asked for again.
    const again = cloud.calls.filter(call => call.startsWith('gone already '))
    const allowed = /^released (\w+), not yet written$/.exec(label)?.[1]
    expect([label, again]).toEqual([label, allowed ? [`gone already ${allowed}`] : []])
  }
}, 120_000)
