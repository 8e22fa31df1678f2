/** Cells in separate runs, then one merge: the same report as a single run's, and nothing published before. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cellsOf } from '../../src/engine/cells'
import { type CellReport, mergeReports, readReports } from '../../src/engine/merge'
import type { RunOptions } from '../../src/engine/options'
import { runPlan } from '../../src/engine/run'
import type { Plan } from '../../src/model/plan'
import type { BuildContext, Plugins } from '../../src/model/plugin'
import type { Report } from '../../src/model/report'
import {
  FolderCloud,
  image,
  options,
  plan,
  plannedBuild,
  plugins,
  postProcessor,
  postProcessors,
  Recorder,
  temporaryFolder,
} from './fakes'

const smokeTests = [{ name: 'answers', scripts: [], inline: ['true'], environment: {}, timeout: 1000 }]

/** Each build makes an image; publishing renames the interim image away, as encryption does. */
function world(fails: readonly string[] = []) {
  const cloud = new FolderCloud(join(temporaryFolder(), 'cloud'))
  const recipes: (string | undefined)[] = []
  const builds = ['a', 'b', 'c'].map(name => {
    const source = {
      build: async (context: BuildContext) => {
        if (fails.includes(name)) throw new Error(`${name} is broken`)
        await context.provision({ host: 'machine' }, { ID: `i-${name}` })
        return context.keep(cloud.kind('image'), `interim-${name}`)
      },
      publish: async (context: BuildContext) => {
        cloud.calls.push(`publish ${name}`)
        recipes.push(context.build.recipe)
        await context.keep(cloud.kind('image'), name)
        await context.release(`interim-${name}`)
        return image(name)
      },
    }
    return plannedBuild(name, source, { smokeTests, postProcessors: [[postProcessor('manifest')]] })
  })
  const own = plugins()
  const all: Plugins = {
    ...own,
    postProcessors: postProcessors(line => cloud.calls.push(line)),
    sources: { fake: { ...own.sources.fake!, portable: true } },
    resourceKinds: { image: () => cloud.kind('image') as never },
  }
  return { cloud, recipes, whole: plan(...builds), all }
}

const single = (whole: Plan, name: string): Plan => plan(...whole.builds.filter(build => build.name === name))

async function cells(
  { whole, all }: ReturnType<typeof world>,
  publish: 'now' | 'later',
  more: Partial<RunOptions> = {},
): Promise<CellReport[]> {
  const reports: CellReport[] = []
  for (const { name } of whole.builds) {
    const report = await runPlan(single(whole, name), all, options(new Recorder(), { publish, ...more }))
    // As it travels between machines.
    reports.push({ path: `${name}.json`, report: JSON.parse(JSON.stringify(report)) as Report })
  }
  return reports
}

/** Without what differs between any two runs. */
const comparable = (report: Report) => ({
  ...report,
  run: undefined,
  milliseconds: 0,
  builds: report.builds.map(build => ({
    ...build,
    milliseconds: 0,
    phases: build.phases.map(({ phase }) => phase).sort(),
    smokeTests: build.smokeTests.map(result => ({ ...result, milliseconds: 0 })),
  })),
})

describe.each(['now', 'later'] as const)('cells that publish %s', publish => {
  test('merged, they have the report of a single run', async () => {
    const apart = world()
    const reports = await cells(apart, publish)
    expect(apart.cloud.calls.some(call => call.startsWith('publish'))).toBe(publish === 'now')
    const prior = mergeReports(apart.whole, reports)
    const merged = await runPlan(apart.whole, apart.all, options(new Recorder(), { prior }))
    const together = world()
    const whole = await runPlan(together.whole, together.all, options(new Recorder()))
    expect(comparable(merged)).toEqual(comparable(JSON.parse(JSON.stringify(whole))))
    expect(apart.cloud.things).toEqual(['a', 'b', 'c'])
    expect(apart.cloud.things).toEqual(together.cloud.things)
  })
})

test('as long as a cell has failed nothing is published, and candidates wait', async () => {
  const apart = world(['b'])
  const prior = mergeReports(apart.whole, await cells(apart, 'later'))
  const merged = await runPlan(apart.whole, apart.all, options(new Recorder(), { prior }))
  expect([merged.outcome, merged.exitCode]).toEqual(['failed', 1])
  expect(merged.builds.map(build => [build.name, build.outcome, build.candidate !== undefined])).toEqual([
    ['fake.a', 'done', true],
    ['fake.b', 'failed', false],
    ['fake.c', 'done', true],
  ])
  expect(apart.cloud.things).toEqual(['interim-a', 'interim-c'])
})

test('post-processors of the merge know what build.* held', async () => {
  const apart = world()
  const reports = await cells(apart, 'later')
  expect(reports[0]?.report.builds[0]?.candidate).toMatchObject({
    values: { ID: 'i-a' },
    held: [{ kind: 'image', id: 'interim-a' }],
  })
})

test.each([
  [true, 'made so'],
  [false, 'made so untested'],
])('what a merge publishes is known as what its cell made of it (tested: %s)', async (smokeTests, expected) => {
  const apart = world()
  const prior = mergeReports(apart.whole, await cells(apart, 'later', { smokeTests }))
  const recipes = new Map(apart.whole.builds.map(({ name }) => [name, 'made so']))
  await runPlan(apart.whole, apart.all, options(new Recorder(), { prior, recipes }))
  expect(apart.recipes).toEqual([expected, expected, expected])
})

describe('merging', () => {
  const { whole } = world()
  const cell = (names: readonly string[], more: Partial<Report> = {}, outcome: 'done' | 'failed' = 'done'): CellReport => {
    const builds = names.map(name => ({
      ...{ name, sourceType: 'fake', sourceName: name, outcome, milliseconds: 1, phases: [] },
      ...{ artifacts: [], images: [], smokeTests: [], leftovers: [] },
    }))
    const run = { id: `run of ${names} ${outcome}`, uuid: '', startedAt: '2026-01-01T00:00:00Z', template: 't' }
    const report = { formatVersion: 1, run, outcome, exitCode: 0, milliseconds: 5, smokeTested: true } as const
    return { path: `${names}-${outcome}.json`, report: { ...report, builds, leftovers: [], problems: [], files: [], ...more } }
  }
  const all = ['fake.a', 'fake.b', 'fake.c']

  test('a missing cell is named', () => {
    expect(() => mergeReports(whole, [cell(['fake.a']), cell(['fake.c'])])).toThrow(/No report of fake\.b:/)
    expect(() => mergeReports(whole, [])).toThrow(/No report of fake\.a, fake\.b, fake\.c/)
  })

  test('a build that is not in the template is named with its file', () => {
    expect(() => mergeReports(whole, [cell(all), cell(['fake.x'])])).toThrow('no build fake.x (reported in fake.x-done.json)')
  })

  test('two that have done the same build exclude each other', () => {
    const again = cell(['fake.a'], { run: { id: 'other', uuid: '', startedAt: '', template: 't' } })
    expect(() => mergeReports(whole, [cell(all), again])).toThrow('Two cells have done fake.a')
  })

  test('of one that was tried again the successful try counts, in any order', () => {
    const failed = cell(['fake.a'], {}, 'failed')
    const rest = [cell(['fake.a']), cell(['fake.b', 'fake.c'])]
    expect(mergeReports(whole, [failed, ...rest]).outcome).toBe('done')
    expect(mergeReports(whole, [...rest, failed]).outcome).toBe('done')
  })

  test('builds stand in the order of the plan', () => {
    const reports = [cell(['fake.c']), cell(['fake.a']), cell(['fake.b'])]
    expect(mergeReports(whole, reports).builds.map(build => build.name)).toEqual(all)
  })

  test('reads files and whole folders, and refuses what is no report', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'cell-1'))
    writeFileSync(join(folder, 'cell-1', 'report.json'), JSON.stringify(cell(['fake.a']).report))
    writeFileSync(join(folder, 'ingot-report.json'), JSON.stringify(cell(['fake.b']).report))
    writeFileSync(join(folder, 'packer-manifest.json'), '{}')
    expect((await readReports([folder])).map(({ report }) => report.builds[0]?.name)).toEqual(['fake.a', 'fake.b'])
    await expect(readReports([join(folder, 'packer-manifest.json')])).rejects.toThrow('not a report of this version')
    await expect(readReports([join(folder, 'nowhere')])).rejects.toThrow('There is no')
  })
})

describe('cells', () => {
  const planned = (name: string, type: string, region?: string) => {
    const build = plannedBuild(name, region ? { region } : {})
    return { ...build, name: `${type}.${name}`, source: { ...build.source, type } }
  }
  const whole = plan(planned('a', 'amazon-ebs', 'us-east-1'), planned('b', 'amazon-ebs', 'eu-west-1'), planned('c', 'null'))

  test.each([
    [
      'build',
      [
        ['amazon-ebs-a', 'amazon-ebs.a'],
        ['amazon-ebs-b', 'amazon-ebs.b'],
        ['null-c', 'null.c'],
      ],
    ],
    [
      'type',
      [
        ['amazon-ebs', 'amazon-ebs.a,amazon-ebs.b'],
        ['null', 'null.c'],
      ],
    ],
    [
      'region',
      [
        ['us-east-1', 'amazon-ebs.a'],
        ['eu-west-1', 'amazon-ebs.b'],
        ['no-region', 'null.c'],
      ],
    ],
  ] as const)('by %s', (by, expected) => {
    expect(cellsOf(whole, by).map(({ key, only }) => [key, only])).toEqual(expected)
  })

  test('keys are unique and safe as names of artifacts, whatever the builds are called', () => {
    const { key } = cellsOf(plan({ ...plannedBuild('x'), name: 'a b:/*"<>|.x' }), 'build')[0]!
    expect(key).toMatch(/^[\w-]+$/)
    const twins = plan({ ...plannedBuild('x'), name: 'a.b' }, { ...plannedBuild('y'), name: 'a-b' })
    expect(cellsOf(twins, 'build').map(cell => cell.key)).toEqual(['a-b', 'a-b-2'])
  })

  test('more than a matrix holds are refused', () => {
    const many = plan(...Array.from({ length: 257 }, (_, i) => plannedBuild(`n${i}`)))
    expect(() => cellsOf(many, 'build')).toThrow('257 cells')
  })
})
