import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Interrupted, watchSignals } from '../../src/engine/interrupt'
import { runPlan } from '../../src/engine/run'
import { ConnectionLost } from '../../src/model/communicator'
import type { SmokeTestResult } from '../../src/model/event'
import type { BuildValues } from '../../src/model/plan'
import type { BuildContext, ProvisionContext } from '../../src/model/plugin'
import type { Sink } from '../../src/model/sink'
import {
  FolderCloud,
  fakeCommunicator,
  image,
  late,
  options,
  plan,
  plannedBuild,
  plugins,
  postProcessor,
  postProcessors,
  provisioner,
  Recorder,
  temporaryFolder,
} from './fakes'

const smokeTest = { name: 'answers', scripts: [], inline: ['true'], environment: {}, timeout: 1000 }
const result = (outcome: SmokeTestResult['outcome']) => ({
  test: 'answers',
  name: 'answers',
  outcome,
  milliseconds: 1,
  detail: 'refused',
})

/** A source like a cloud's: a machine for the build, an image kept, a machine for the test. */
function cloudSource(cloud: FolderCloud, hooks = {}) {
  return {
    build: async (context: BuildContext) => {
      await context.acquire(cloud.kind('machine', hooks), 'builder')
      await context.provision({ host: 'machine' }, { ID: 'builder' })
      return context.keep(cloud.kind('image', hooks), 'candidate')
    },
    boot: async (context: BuildContext) => {
      await context.acquire(cloud.kind('machine', hooks), 'fresh')
      return { host: 'fresh' }
    },
  }
}

const newCloud = () => new FolderCloud(join(temporaryFolder(), 'cloud'))

test('candidate, fresh machine, verdict, and only then publication; then everything but the image goes', async () => {
  const cloud = newCloud()
  const recorder = new Recorder()
  const publish = async () => {
    cloud.calls.push('publish')
    return image('candidate')
  }
  const build = plannedBuild(
    'web',
    { ...cloudSource(cloud), publish },
    { smokeTests: [smokeTest], postProcessors: [[postProcessor('manifest')]] },
  )
  const askSmokeTest = async () => {
    cloud.calls.push('ask')
    return [result('passed')]
  }
  const settings = options(recorder)
  const record = postProcessors(line => cloud.calls.push(line))
  const report = await runPlan(plan(build), plugins({ askSmokeTest, postProcessors: record }), settings)
  expect(cloud.calls).toEqual([
    ...[
      'create builder',
      'create candidate',
      'create fresh',
      'ask',
      'publish',
      'release fresh',
      'release builder',
      'manifest here:candidate',
    ],
  ])
  expect(cloud.things).toEqual(['candidate'])
  expect(report).toMatchObject({ outcome: 'done', exitCode: 0, smokeTested: true, leftovers: [], problems: [] })
  expect(report.builds[0]).toMatchObject({
    name: 'fake.web',
    outcome: 'done',
    images: [{ id: 'candidate' }],
    smokeTests: [result('passed')],
  })
  const phases = ['launch', 'provision', 'image', 'smoke test', 'publish', 'clean up', 'post-process']
  expect(report.builds[0]?.phases.map(({ phase }) => phase)).toEqual(phases)
  expect(readdirSync(settings.stateFolder).flatMap(run => readdirSync(join(settings.stateFolder, run)))).toEqual([])
})

test.each([
  ['a smoke test that fails', async () => [result('failed')], '1 of 1 smoke tests failed: answers'],
  [
    'a smoke test that breaks off',
    async () => {
      throw new ConnectionLost('the link broke')
    },
    '1 of 1 smoke tests failed: answers',
  ],
  ['a smoke test that never ends', () => new Promise<never>(() => {}), '1 of 1 smoke tests failed: answers'],
])(
  '%s: nothing is published and nothing remains',
  async (_case, askSmokeTest, message) => {
    const cloud = newCloud()
    const publish = jest.fn()
    const test = { ...smokeTest, timeout: 50 }
    const build = plannedBuild(
      'web',
      { ...cloudSource(cloud), publish },
      { smokeTests: [test], postProcessors: [[postProcessor('manifest')]] },
    )
    const report = await runPlan(plan(build), plugins({ askSmokeTest }), options(new Recorder()))
    expect(publish).not.toHaveBeenCalled()
    expect(cloud.things).toEqual([])
    expect(cloud.calls.slice(-3)).toEqual(['release fresh', 'release candidate', 'release builder'])
    expect(report).toMatchObject({
      outcome: 'failed',
      exitCode: 1,
      builds: [{ images: [], error: { message }, smokeTests: [{ outcome: 'failed' }] }],
    })
  },
  15_000,
)

test('a smoke test knows the fresh machine and the image', async () => {
  const cloud = newCloud()
  let values: BuildValues = {}
  const askSmokeTest = async (_test: object, context: ProvisionContext) => {
    values = context.values
    return [result('passed')]
  }
  const build = plannedBuild('web', cloudSource(cloud), { smokeTests: [smokeTest] })
  await runPlan(plan(build), plugins({ askSmokeTest }), options(new Recorder()))
  expect(values).toMatchObject({ Host: 'fresh', ImageID: 'candidate', ID: '<unknown>', Port: 22 })
})

test('smoke tests switched off are said aloud and reported as skipped', async () => {
  const cloud = newCloud()
  const recorder = new Recorder()
  const build = plannedBuild('web', cloudSource(cloud), { smokeTests: [smokeTest] })
  const report = await runPlan(plan(build), plugins(), options(recorder, { smokeTests: false }))
  expect(recorder.texts).toContainEqual(expect.stringContaining('NOT TESTED'))
  expect(report).toMatchObject({ exitCode: 0, smokeTested: false, builds: [{ smokeTests: [{ outcome: 'skipped' }] }] })
})

test('a publication that fails takes the candidate and its copies with it', async () => {
  const cloud = newCloud()
  const publish = async (context: BuildContext) => {
    await context.keep(cloud.kind('image'), 'copy')
    throw new Error('the second copy failed')
  }
  const report = await runPlan(plan(plannedBuild('web', { ...cloudSource(cloud), publish })), plugins(), options(new Recorder()))
  expect(report).toMatchObject({ exitCode: 1, builds: [{ error: { message: 'the second copy failed' }, images: [] }] })
  expect(cloud.things).toEqual([])
})

test('what cannot be removed is in the report, in an event, in the exit status and in the journal', async () => {
  const cloud = newCloud()
  const recorder = new Recorder()
  const inUse = (id: string) => {
    if (id === 'builder') throw new Error('in use')
  }
  const settings = options(recorder)
  const build = plannedBuild('web', cloudSource(cloud, { beforeRelease: inUse }))
  const report = await runPlan(plan(build), plugins(), settings)
  const leftover = { build: 'fake.web', kind: 'machine', id: 'builder', reason: 'in use' }
  expect(report).toMatchObject({
    outcome: 'failed',
    exitCode: 1,
    leftovers: [leftover],
    builds: [{ outcome: 'done', images: [{ id: 'candidate' }] }],
  })
  expect(recorder.of('leftover')).toMatchObject([leftover])
  expect(readdirSync(join(settings.stateFolder, report.run.id))).toEqual(['journal.jsonl'])
}, 15_000)

test('a build that fails does not stop the others, and at most so many run at a time', async () => {
  let running = 0
  let most = 0
  const build = async () => {
    most = Math.max(most, ++running)
    await new Promise(done => setTimeout(done, 20))
    running--
    return 'x'
  }
  const failing = async () => {
    throw new Error('no')
  }
  const builds = [plannedBuild('a', { build: failing }), ...['b', 'c', 'd', 'e'].map(name => plannedBuild(name, { build }))]
  const report = await runPlan(plan(...builds), plugins(), options(new Recorder(), { parallelBuilds: 2 }))
  expect(report.builds.map(build => build.outcome)).toEqual(['failed', 'done', 'done', 'done', 'done'])
  expect(report.exitCode).toBe(1)
  expect(most).toBe(2)
})

describe('interrupt', () => {
  const interruptible = () => {
    const controller = new AbortController()
    const repeats: (() => void)[] = []
    return {
      controller,
      repeats,
      interrupt: { signal: controller.signal, onRepeat: (listener: () => void) => void repeats.push(listener) },
    }
  }

  test('hastens first, then releases; later signals are answered; exit status 130', async () => {
    const cloud = newCloud()
    const recorder = new Recorder()
    const { controller, repeats, interrupt } = interruptible()
    const hooks = {
      hastens: true,
      beforeRelease: () => {
        repeats[0]!()
      },
    }
    const hang = provisioner(() => {
      setTimeout(() => controller.abort(new Interrupted('SIGTERM')), 10)
      return new Promise((_done, fail) =>
        controller.signal.addEventListener('abort', () => setTimeout(() => fail(new Error('stopped')), 20)),
      )
    })
    const build = plannedBuild('web', cloudSource(cloud, hooks), { provisioners: [hang] })
    const waiting = plannedBuild('later')
    const report = await runPlan(plan(build, waiting), plugins(), options(recorder, { interrupt, parallelBuilds: 1 }))
    expect(cloud.calls).toEqual(['create builder', 'hasten builder', 'release builder'])
    expect(report).toMatchObject({
      outcome: 'interrupted',
      exitCode: 130,
      builds: [{ outcome: 'interrupted' }, { outcome: 'interrupted' }],
    })
    expect(recorder.texts).toContainEqual(expect.stringMatching(/^Still cleaning up: 0 of 1 removed/))
    expect(recorder.of('build-started').map(event => event.build)).toEqual(['fake.web'])
  })

  test('ends the pause before a provisioner, which then never starts', async () => {
    const cloud = newCloud()
    const recorder = new Recorder()
    const { controller, interrupt } = interruptible()
    const atPause: Sink = {
      name: 'at the pause',
      handle: event => {
        if (event.type === 'message' && event.text.startsWith('Pausing 1 h')) controller.abort(new Interrupted('SIGINT'))
      },
    }
    const paused = provisioner(() => void cloud.calls.push('provision'), { pauseBefore: 3_600_000, maxRetries: 3 })
    const build = plannedBuild('web', cloudSource(cloud), { provisioners: [paused] })
    const report = await runPlan(plan(build), plugins(), options(recorder, { interrupt, sinks: [recorder, atPause] }))
    expect(report).toMatchObject({ outcome: 'interrupted', exitCode: 130 })
    expect(recorder.texts.filter(text => text.startsWith('Pausing'))).toHaveLength(1)
    expect(cloud.calls).toEqual(['create builder', 'release builder'])
  })

  test('a source that does not listen cannot hold up the clean-up', async () => {
    const cloud = newCloud()
    const { controller, interrupt } = interruptible()
    const build = async (context: BuildContext) => {
      await context.acquire(cloud.kind('machine'), 'builder')
      controller.abort(new Interrupted('SIGINT'))
      return new Promise(() => {})
    }
    const report = await runPlan(plan(plannedBuild('web', { build })), plugins(), options(new Recorder(), { interrupt }))
    expect(report.exitCode).toBe(130)
    expect(cloud.things).toEqual([])
  }, 10_000)
})

test.each([
  ['an error that nobody caught', () => process.emit('uncaughtException', new Error('mistake')), /mistake/],
  ['an answer that can no longer come', () => process.emit('beforeExit', 0), /mistake of ingot/],
])('%s ends the run as a failure, with everything released', async (_mistake, happen, told) => {
  const cloud = newCloud()
  const interrupt = watchSignals()
  const build = async (context: BuildContext) => {
    await context.acquire(cloud.kind('machine'), 'builder')
    happen()
    return new Promise(() => {})
  }
  const report = await runPlan(plan(plannedBuild('web', { build })), plugins(), options(new Recorder(), { interrupt }))
  interrupt.stop()
  expect(report).toMatchObject({ exitCode: 1, builds: [{ outcome: 'failed', error: { message: expect.stringMatching(told) } }] })
  expect(cloud.things).toEqual([])
})

describe('-on-error', () => {
  const fail = provisioner(() => {
    throw new Error('exit status 3')
  })

  test.each([
    ['cleanup', [], ['tidied']],
    ['abort', ['builder'], []],
    ['run-cleanup-provisioner', ['builder'], ['tidied']],
  ] as const)('%s', async (onError, remaining, cleanedUp) => {
    const cloud = newCloud()
    const tidied: string[] = []
    const errorCleanupProvisioner = provisioner(() => void tidied.push('tidied'))
    const build = plannedBuild('web', cloudSource(cloud), { provisioners: [fail], errorCleanupProvisioner })
    const report = await runPlan(plan(build), plugins(), options(new Recorder(), { onError }))
    expect(cloud.things).toEqual(remaining)
    expect(tidied).toEqual(cleanedUp)
    expect(report.leftovers.map(leftover => leftover.id)).toEqual(remaining)
    expect(report.builds[0]?.error?.message).toBe('exit status 3')
  })

  test('abort releases when nothing failed', async () => {
    const cloud = newCloud()
    await runPlan(plan(plannedBuild('web', cloudSource(cloud))), plugins(), options(new Recorder(), { onError: 'abort' }))
    expect(cloud.things).toEqual(['candidate'])
  })

  test('ask: once for the innermost step, and retry runs it again', async () => {
    const cloud = newCloud()
    let attempts = 0
    const asked: string[] = []
    const flaky = provisioner(() => {
      if (++attempts < 3) throw new Error('flaky')
    })
    const build = plannedBuild('web', cloudSource(cloud), { provisioners: [flaky] })
    const ask = async (_build: string, step: string) => {
      asked.push(step)
      return 'retry' as const
    }
    const report = await runPlan(plan(build), plugins(), options(new Recorder(), { onError: 'ask', ask }))
    expect(report.exitCode).toBe(0)
    expect(asked).toEqual(['provisioner fake', 'provisioner fake'])
  })
})

describe('provisioners', () => {
  const contexts: ProvisionContext[] = []
  const runWith = async (provisioners: ReturnType<typeof provisioner>[], more = {}) => {
    const recorder = new Recorder()
    const report = await runPlan(plan(plannedBuild('web', {}, { provisioners })), plugins(more), options(recorder))
    return { recorder, report, error: report.builds[0]?.error?.message }
  }

  test('max_retries: one attempt more than that, with the pause before each', async () => {
    let attempts = 0
    const began = performance.now()
    const failing = provisioner(
      () => {
        attempts++
        throw new Error(`attempt ${attempts}`)
      },
      { maxRetries: 2, pauseBefore: 20 },
    )
    const { error } = await runWith([failing])
    expect(error).toBe('attempt 3')
    expect(performance.now() - began).toBeGreaterThanOrEqual(60)
  })

  test('continue_on_error: the failure is told and the next provisioner runs; without it the build ends', async () => {
    const failing = () => {
      throw new Error('no')
    }
    let later = 0
    const next = provisioner(() => void later++)
    const forgiven = await runWith([provisioner(failing, { continueOnError: true }), next])
    expect({ error: forgiven.error, outcome: forgiven.report.outcome, later }).toEqual({ outcome: 'done', later: 1 })
    expect(JSON.stringify(forgiven.recorder)).toContain('Provisioner fake failed: no; continue_on_error is set')
    expect((await runWith([provisioner(failing), next])).error).toBe('no')
    expect(later).toBe(1)
  })

  test('timeout says so even when the provisioner reports how it was stopped', async () => {
    const slow = provisioner(() => new Promise((_done, fail) => setTimeout(() => fail(new Error('killed')), 60)), {
      timeout: 30,
      pauseBefore: 1,
    })
    expect((await runWith([slow])).error).toBe('Provisioner fake did not end within 30 ms')
  })

  test('build values: what the source knows, what the engine knows, and <unknown>', async () => {
    let values: Readonly<Record<string, unknown>> = {}
    const look = {
      type: 'fake',
      options: late(given => ({
        run: () => {
          values = given
        },
      })),
    }
    const { report } = await runWith([look])
    expect(values).toMatchObject({
      ID: 'i-1',
      Host: 'machine',
      Port: 22,
      ConnType: 'fake',
      PackerRunUUID: report.run.uuid,
      SSHPublicKey: '<unknown>',
    })
    expect(process.env.PACKER_RUN_UUID).toBe(report.run.uuid)
  })

  test('after a lost connection the next call meets a new one', async () => {
    let connections = 0
    const connect = async () => {
      const mine = ++connections
      return {
        ...fakeCommunicator(),
        run: async () => {
          if (mine === 1) throw new ConnectionLost('reset')
          return { status: 0 }
        },
      }
    }
    const keep = {
      type: 'keep',
      summary: '',
      options: {},
      provision: async (_options: object, context: ProvisionContext) => void contexts.push(context),
    }
    const use = provisioner(async () => {
      const { communicator } = contexts[0]!
      await expect(communicator.run('reboot')).rejects.toThrow('reset')
      expect(await communicator.run('uptime')).toEqual({ status: 0 })
    })
    const all = plugins()
    const more = { communicators: { fake: { type: 'fake', summary: '', connect } }, provisioners: { ...all.provisioners, keep } }
    const { error } = await runWith([{ type: 'keep', options: late(() => ({})) }, use], more)
    expect(error).toBeUndefined()
    expect(connections).toBe(2)
  })
})

describe('post-processors: which artifacts stay', () => {
  const chains = (...words: string[]) =>
    words.map(chain =>
      chain.split(' ').map(word => postProcessor(word.replace('+', ''), word.endsWith('+') ? { keepInputArtifact: true } : {})),
    )

  test.each([
    { chains: [], kept: ['here:candidate'], discarded: 0 },
    { chains: ['manifest'], kept: ['here:candidate', 'here:candidate'], discarded: 0 },
    { chains: ['pack'], kept: ['packed here:candidate'], discarded: 1 },
    { chains: ['pack+'], kept: ['here:candidate', 'packed here:candidate'], discarded: 0 },
    { chains: ['pack', 'manifest'], kept: ['here:candidate', 'packed here:candidate', 'here:candidate'], discarded: 0 },
    { chains: ['pack pack'], kept: ['packed packed here:candidate'], discarded: 1 },
    { chains: ['pack pack+'], kept: ['packed here:candidate', 'packed packed here:candidate'], discarded: 1 },
    { chains: ['nothing manifest'], kept: [], discarded: 1 },
    {
      chains: ['broken manifest', 'manifest'],
      kept: ['here:candidate', 'here:candidate'],
      discarded: 0,
      error: 'broken post-processor',
    },
    { chains: ['pack broken'], kept: ['packed here:candidate'], discarded: 1, error: 'broken post-processor' },
  ])('$chains', async ({ chains: words, kept, discarded, error }) => {
    const discard = jest.fn()
    const build = plannedBuild('web', { discard }, { postProcessors: chains(...words) })
    const report = await runPlan(plan(build), plugins(), options(new Recorder()))
    expect(report.builds[0]?.artifacts.map(artifact => artifact.id)).toEqual(kept)
    expect(discard).toHaveBeenCalledTimes(discarded)
    expect(report.builds[0]?.error?.message).toBe(error)
  })
})

describe('sinks', () => {
  test('one that breaks is left out, the others hear of it, the build ends well and the run has failed', async () => {
    const recorder = new Recorder()
    const handle = jest.fn(() => {
      throw new Error('disk full')
    })
    const report = await runPlan(
      plan(plannedBuild('web')),
      plugins(),
      options(recorder, { sinks: [{ name: 'log', handle }, recorder] }),
    )
    expect(handle).toHaveBeenCalledTimes(1)
    expect(report).toMatchObject({ exitCode: 1, builds: [{ outcome: 'done' }], problems: ['The output "log" failed: disk full'] })
    expect(recorder.texts).toContain('The output "log" failed: disk full')
  })

  test('a later one knows what an earlier one wrote and how it failed', async () => {
    const reports: unknown[] = []
    const sink = (name: string, finish: Sink['finish']): Sink => ({ name, handle: () => {}, finish })
    const sinks = [
      sink('tfvars', async () => [{ what: 'tfvars', path: '/x' }]),
      sink('report', async () => {
        throw new Error('read-only')
      }),
      sink('terminal', async report => {
        reports.push(report)
        return []
      }),
    ]
    await runPlan(plan(plannedBuild('web')), plugins(), options(new Recorder(), { sinks }))
    expect(reports).toMatchObject([
      { exitCode: 1, files: [{ what: 'tfvars', path: '/x' }], problems: ['The output "report" failed: read-only'] },
    ])
  })

  test('no secret reaches one: given, or learnt during the run', async () => {
    const recorder = new Recorder()
    const print = provisioner(() => {
      throw new Error('login with hunter2secret and "temporary\\nkey-body-line" failed')
    })
    const build = async (context: BuildContext) => {
      context.say(`the word is ${Buffer.from('user:hunter2secret').toString('base64')}`)
      await context.provision({ host: 'h', privateKey: 'BEGIN\nkey-body-line\nEND' }, {})
      return 'x'
    }
    const settings = options(recorder, { redact: ['hunter2secret'] })
    const report = await runPlan(plan(plannedBuild('web', { build }, { provisioners: [print] })), plugins(), settings)
    const seen = JSON.stringify([recorder.events, report])
    for (const secret of ['hunter2', 'key-body', Buffer.from('hunter2secret').toString('base64').slice(2, 10)])
      expect(seen).not.toContain(secret)
    expect(report.builds[0]?.outcome).toBe('failed')
  })
})
