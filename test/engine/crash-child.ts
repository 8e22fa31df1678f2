/** A run that kills itself at the point whose number it is given: `crash-child CLOUD STATE POINT`. Prints each point as it passes. */
import { writeSync } from 'node:fs'
import { runPlan } from '../../src/engine/run'
import type { Event } from '../../src/model/event'
import type { BuildContext } from '../../src/model/plugin'
import { FolderCloud, image, plan, plannedBuild, plugins, provisioner } from './fakes'

const [cloudFolder = '', stateFolder = '', target = ''] = process.argv.slice(2)
let passed = 0

function point(label: string): void | Promise<void> {
  writeSync(1, `${label}\n`)
  if (++passed !== Number(target)) return
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => {})
}

const cloud = new FolderCloud(cloudFolder)
const thing = (name: string) => {
  const kind = cloud.kind(name, {
    beforeCreate: id => point(`intended ${id}`),
    afterCreate: id => point(`created ${id}, not yet told`),
    beforeRelease: id => point(`releasing ${id}`),
  })
  return {
    ...kind,
    release: async (id: string, signal: AbortSignal) => {
      await kind.release(id, signal)
      await point(`released ${id}, not yet written`)
    },
  }
}

const acquire = async (context: BuildContext, how: 'acquire' | 'keep', name: string, id: string) => {
  await point(`before ${id}`)
  await context[how](thing(name), id)
  await point(`after ${id}`)
}

const source = {
  build: async (context: BuildContext) => {
    await acquire(context, 'acquire', 'key', 'key')
    await acquire(context, 'acquire', 'machine', 'builder')
    await context.provision({ host: 'h' }, {})
    await acquire(context, 'keep', 'image', 'candidate')
  },
  boot: async (context: BuildContext) => {
    await acquire(context, 'acquire', 'machine', 'fresh')
    return { host: 'fresh' }
  },
  publish: async (context: BuildContext) => {
    await acquire(context, 'keep', 'image', 'copy')
    return image('candidate')
  },
}

const handle = (event: Event) => {
  if (event.type === 'resource' && event.state === 'published') void point(`published ${event.id}`)
}
const smokeTests = [{ name: 't', scripts: [], inline: [], environment: {}, timeout: 1000 }]
const provisioners = [provisioner(() => point('provisioning'))]
const build = plannedBuild(
  'web',
  { ...source, build: async (context: BuildContext) => source.build(context).then(() => 'c') },
  { smokeTests, provisioners },
)
void runPlan(plan(build), plugins(), { sinks: [{ name: 'points', handle }], stateFolder, render: text => text }).then(report => {
  process.exitCode = report.exitCode
})
