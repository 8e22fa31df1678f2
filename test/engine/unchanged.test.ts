/** An image that is unchanged is the result: it is written down and announced, but nothing is built, tested or processed for it. */
import { runPlan } from '../../src/engine/run'
import type { Source } from '../../src/model/plugin'
import { image, options, plan, plannedBuild, plugins, postProcessor, postProcessors, provisioner, Recorder } from './fakes'

const recipes = new Map([['fake.web', 'same']])

async function run(there: boolean) {
  const did: string[] = []
  const usual = plugins().sources.fake!
  const source: Source = {
    ...usual,
    unchanged: async () => (there ? image('old') : undefined),
    announce: async (_, { id }) => void did.push(`announced ${id}`),
  }
  const build = plannedBuild(
    'web',
    {},
    {
      provisioners: [provisioner(() => void did.push('provisioned'))],
      smokeTests: [{ name: 't', scripts: [], inline: ['true'], environment: {}, timeout: 1000 }],
      postProcessors: [[postProcessor('manifest')], [postProcessor('pack', { keepInputArtifact: true })]],
      publications: [{ ssmParameter: '/a' }],
    },
  )
  const using = plugins({
    sources: { fake: source },
    postProcessors: postProcessors(line => did.push(line)),
    askSmokeTest: async ({ name }) => {
      did.push('tested')
      return [{ test: name, name, outcome: 'passed', milliseconds: 1 }]
    },
  })
  const report = await runPlan(plan(build), using, options(new Recorder(), { recipes, skipUnchanged: true }))
  return { did, report }
}

test('one that is there is only written down and announced', async () => {
  const { did, report } = await run(true)
  expect(did).toEqual(['manifest here:old', 'announced here:old'])
  expect(report).toMatchObject({
    outcome: 'done',
    builds: [{ unchanged: true, images: [{ id: 'old' }], artifacts: [{ id: 'here:old' }], smokeTests: [] }],
  })
})

test('everything for one that is not', async () => {
  const { did, report } = await run(false)
  expect(did).toEqual(['provisioned', 'tested', 'manifest here:candidate', 'pack here:candidate', 'announced here:candidate'])
  expect(report.builds[0]).not.toHaveProperty('unchanged')
})

test('an image that was published untested is looked for as such only', async () => {
  const looked: (string | undefined)[] = []
  const source: Source = {
    ...plugins().sources.fake!,
    unchanged: async (_, { build }) => {
      looked.push(build.recipe)
      return image('old')
    },
  }
  const smokeTests = [{ name: 't', scripts: [], inline: ['true'], environment: {}, timeout: 1000 }]
  for (const [tests, more] of [
    [smokeTests, {}],
    [smokeTests, { smokeTests: false }],
    [[], { smokeTests: false }],
  ] as const)
    await runPlan(
      plan(plannedBuild('web', {}, { smokeTests: tests })),
      plugins({ sources: { fake: source } }),
      options(new Recorder(), { recipes, skipUnchanged: true, ...more }),
    )
  expect(looked).toEqual(['same', 'same untested', 'same'])
})
