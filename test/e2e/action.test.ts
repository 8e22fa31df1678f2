/** The Action from dist under Node 24, in a runner of our own, on light machines: outputs on success, nothing left after a cancel. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { dist, Runner, type Step } from '../helpers/runner'
import { describeWith, node24 } from '../helpers/tools'
import { root } from './world'

const cli = join(dist, 'cli', 'main.js')
const node = node24()
if (!node) console.warn('SKIPPED: the Action: needs node 24')

const suite = node ? describe : describe.skip
describeWith(['nsenter', 'setpriv'], 'the Action on light machines', () => {
  suite('under Node 24', () => {
    function runner(): Runner {
      const made = new Runner(node as string, { INGOT_SANDBOX_KIND: 'light' })
      cpSync(join(root, 'test/fixtures/light'), join(made.workspace, 'light'), { recursive: true })
      return made
    }

    /** What the sandbox of that runner still holds. */
    function inventory(of: Runner): Record<string, string[]> {
      const state = join(of.cache, 'ingot', 'sandbox')
      const command = [
        cli,
        'sandbox',
        '-kind',
        'light',
        '-state',
        state,
        '--',
        process.execPath,
        join(__dirname, 'inventory.mjs'),
      ]
      const { stdout, stderr } = spawnSync(process.execPath, command, {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, XDG_CACHE_HOME: of.cache },
      })
      if (!stdout) throw new Error(stderr)
      return JSON.parse(stdout)
    }

    const nothing = { instances: [], images: [], snapshots: [], volumes: [], keyPairs: [], groups: ['default'] }

    test('sets its outputs when all has passed, and post has nothing to do', async () => {
      const given = runner()
      const inputs = { template: 'light', sandbox: 'true', vars: 'secret=a=b "c"\nseconds=0' }
      const main = await given.main(inputs)
      expect({ status: main.exitCode, log: main.exitCode ? main.log : '' }).toEqual({ status: 0, log: '' })
      const { outputs } = main
      expect(outputs['image-id']).toMatch(/^ami-[0-9a-f]{17}$/)
      expect(JSON.parse(outputs['image-ids'] as string)).toEqual({ 'amazon-ebs.light': { 'us-east-1': outputs['image-id'] } })
      expect(JSON.parse(readFileSync(resolve(given.workspace, outputs.manifest as string), 'utf8')).builds).toHaveLength(1)
      expect(JSON.parse(readFileSync(resolve(given.workspace, outputs['tfvars-file'] as string), 'utf8')).images).toBeDefined()
      expect(main.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('a=b "c"')
      const post = await given.post(inputs, main.state)
      expect({ status: post.exitCode, log: post.exitCode ? post.log : '' }).toEqual({ status: 0, log: '' })
      expect(inventory(given).images).toEqual([outputs['image-id']])
    }, 60_000)

    test('leaves nothing after a cancel in mid-provision', async () => {
      const given = runner()
      const inputs = { template: 'light', sandbox: 'true', vars: 'seconds=60' }
      const main = await given.main(inputs, log => log.includes(': provisioning'))
      expect(main.exitCode).toBe(130)
      expect(main.outputs['image-id']).toBeUndefined()
      expect((await given.post(inputs, main.state)).exitCode).toBe(0)
      expect(inventory(given)).toEqual(nothing)
    }, 60_000)

    test('leaves nothing when main is killed outright: post replays the journal', async () => {
      const given = runner()
      const inputs = { template: 'light', sandbox: 'true', vars: 'seconds=60' }
      const main = await given.main(inputs, log => log.includes(': provisioning'), ['SIGKILL'])
      expect(main.exitCode).toBeNull()
      const post = await given.post(inputs, main.state)
      expect({ status: post.exitCode, log: post.exitCode ? post.log : '' }).toEqual({ status: 0, log: '' })
      expect(post.log).toMatch(/Released/)
      expect(inventory(given)).toEqual(nothing)
    }, 60_000)

    /** In the order of the story of a bake; each is cancelled at a moment between two of them that chance chooses. */
    const moments = [
      'sandbox',
      'Find source image',
      'Import key',
      'Launch',
      'provisioning',
      'Create image',
      'Smoke tests',
      'Publish',
    ]

    test('leaves nothing after ten cancels at random moments', async () => {
      const seconds = () => Math.round(Math.random() * 1500)
      for (let round = 0; round < 10; round++) {
        const given = runner()
        const inputs = { template: 'light', sandbox: 'true', vars: 'seconds=1' }
        const moment = moments[Math.floor(Math.random() * moments.length)] as string
        const wait = seconds()
        let since: number | undefined
        const main = await given.main(inputs, log => {
          if (since === undefined && log.includes(moment)) since = Date.now()
          return since !== undefined && Date.now() - since >= wait
        })
        const post = await given.post(inputs, main.state)
        const left = inventory(given)
        const published = main.exitCode === 0 ? 1 : 0
        const told = {
          round,
          moment,
          wait,
          exitCode: main.exitCode,
          post: post.exitCode,
          ...left,
          images: left.images?.length,
          snapshots: left.snapshots?.length,
        }
        expect(told).toEqual({ ...told, ...nothing, post: 0, images: published, snapshots: published })
        expect([0, 130]).toContain(main.exitCode)
        expect(main.outputs['image-id'] === undefined).toBe(published === 0)
      }
    }, 300_000)

    test('the terminations are sent within five seconds of the cancel, with the provisioner still running', async () => {
      const given = runner()
      const calls = join(given.temp, 'calls.jsonl')
      const args = [cli, 'sandbox', '-embedded', '-kind', 'light', '-state', join(given.temp, 'state'), '-calls', calls]
      const sandbox = spawn(process.execPath, args, {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: { ...process.env, XDG_CACHE_HOME: given.cache },
      })
      const ended = new Promise(done => sandbox.once('close', done))
      try {
        const [line] = await once(createInterface({ input: sandbox.stdout }), 'line')
        const { endpoint, environment } = JSON.parse(line as string)
        const cancelling = new Runner(node as string, environment, given.cache)
        cpSync(join(root, 'test/fixtures/light'), join(cancelling.workspace, 'light'), { recursive: true })
        let cancelled = 0
        const main = await cancelling.main({ template: 'light', endpoint, region: 'us-east-1', vars: 'seconds=60' }, log => {
          if (log.includes(': provisioning')) cancelled ||= Date.now()
          return cancelled > 0
        })
        expect(main.exitCode).toBe(130)
        const log = readFileSync(calls, 'utf8').trim().split('\n')
        const terminated = log.map(text => JSON.parse(text)).find(call => call.action === 'TerminateInstances')
        expect(Date.parse(terminated.time) - cancelled).toBeLessThan(5000)
      } finally {
        sandbox.stdin.end()
        await ended
      }
    }, 60_000)

    describe('on several machines', () => {
      /** Workspaces, logs and journals of their own; only the cloud is the same. */
      function cellRunner(cloud: Runner): Runner {
        const made = new Runner(node as string, { INGOT_SANDBOX_KIND: 'light' }, cloud.cache)
        cpSync(join(root, 'test/fixtures/fan-out'), join(made.workspace, 'web'), { recursive: true })
        return made
      }
      const inputs = { template: 'web', sandbox: 'true' }
      const passed = ({ exitCode, log }: Step) =>
        expect({ exitCode, log: exitCode === 0 ? '' : log }).toEqual({ exitCode: 0, log: '' })

      test('plan, three cells and merge give what a single run gives, and nothing is published before the merge', async () => {
        const cloud = runner()
        const planner = cellRunner(cloud)
        const plan = await planner.main({ template: 'web', command: 'plan' })
        passed(plan)
        const { include } = JSON.parse(plan.outputs.matrix as string) as { include: { key: string; only: string }[] }
        expect(include.map(cell => cell.only)).toEqual(['amazon-ebs.plain', 'amazon-ebs.encrypted', 'amazon-ebs.copied'])
        const merger = cellRunner(cloud)
        for (const { key, only } of include) {
          const cell = await cellRunner(cloud).main({ ...inputs, only, publish: 'later' })
          passed(cell)
          expect(cell.outputs['image-ids']).toBe('{}')
          expect(cell.outputs['tfvars-file']).toBeUndefined()
          mkdirSync(join(merger.workspace, 'cells', key), { recursive: true })
          cpSync(cell.outputs.report as string, join(merger.workspace, 'cells', key, 'report.json'))
        }
        expect(inventory(cloud).images).toHaveLength(3)
        const merged = await merger.main({ ...inputs, command: 'merge', reports: 'cells' })
        passed(merged)
        const ids = JSON.parse(merged.outputs['image-ids'] as string) as Record<string, Record<string, string>>
        expect(Object.entries(ids).map(([build, regions]) => [build, Object.keys(regions)])).toEqual([
          ['amazon-ebs.plain', ['us-east-1']],
          ['amazon-ebs.encrypted', ['us-east-1']],
          ['amazon-ebs.copied', ['eu-west-1', 'us-east-1']],
        ])
        const there = Object.values(ids).flatMap(regions => regions['us-east-1'])
        expect(inventory(cloud).images).toEqual([...there].sort())
        const tfvars = JSON.parse(readFileSync(join(merger.workspace, merged.outputs['tfvars-file'] as string), 'utf8'))
        expect(Object.keys(tfvars.images)).toHaveLength(3)

        const alone = cellRunner(runner())
        const single = await alone.main(inputs)
        passed(single)
        expect(shape(merged)).toEqual(shape(single))
      }, 240_000)

      test('with one cell missing merge names it, and publishes nothing', async () => {
        const cloud = runner()
        const cell = await cellRunner(cloud).main({ ...inputs, only: 'amazon-ebs.plain', publish: 'later' })
        const merged = await cellRunner(cloud).main({ ...inputs, command: 'merge', reports: cell.outputs.report as string })
        expect(merged.exitCode).toBe(1)
        expect(merged.log).toMatch(/^::error::No report of amazon-ebs\.encrypted, amazon-ebs\.copied/m)
        expect(merged.outputs['image-ids']).toBeUndefined()
      }, 60_000)
    })

    /** A report without what differs between any two runs. */
    function shape({ outputs }: Step): unknown {
      const { builds, outcome, exitCode, smokeTested, leftovers, problems, files } = JSON.parse(
        readFileSync(outputs.report as string, 'utf8'),
      )
      return {
        ...{ outcome, exitCode, smokeTested, leftovers, problems },
        files: files.map((file: { what: string }) => file.what).sort(),
        builds: builds.map((build: Record<string, unknown>) => ({
          ...build,
          milliseconds: 0,
          artifacts: (build.artifacts as unknown[]).length,
          phases: (build.phases as { phase: string }[]).map(({ phase }) => phase).sort(),
          images: (build.images as { region: string; name: string }[]).map(({ region, name }) => [
            region,
            name.replace(/-\d{14}.*/, ''),
          ]),
          smokeTests: (build.smokeTests as object[]).map(result => ({ ...result, milliseconds: 0 })),
        })),
      }
    }

    test('a template that is not valid ends with its place and starts nothing', async () => {
      const main = await runner().main({ template: 'nowhere', sandbox: 'true' })
      expect(main.exitCode).toBe(2)
      expect(main.log).toMatch(/::error::/)
    }, 30_000)
  })
})
