/** The Action from dist under Node 24, in a runner of our own, on light machines: outputs on success, nothing left after a cancel. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
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
    function inventory(of: Runner, ...args: readonly string[]): Record<string, string[]> {
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
        ...args,
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

    /** Journals of all runs of the step. */
    const journals = (of: Runner): string[] => {
      const folder = join(of.temp, 'ingot')
      const names = readdirSync(folder, { recursive: true }).map(String)
      return names.filter(name => name.endsWith('journal.jsonl')).map(name => join(folder, name))
    }

    test.each<[string, (journal: string) => void]>([
      ['post replays the journal', () => {}],
      ['with its journal gone, post finds it by tag', journal => rmSync(dirname(journal), { recursive: true })],
    ])(
      'leaves nothing when main is killed outright: %s',
      async (_case, harm) => {
        const given = runner()
        const inputs = { template: 'light', sandbox: 'true', vars: 'seconds=60' }
        const main = await given.main(inputs, log => log.includes(': provisioning'), ['SIGKILL'])
        expect(main.exitCode).toBeNull()
        expect(journals(given)).toHaveLength(1)
        for (const journal of journals(given)) harm(journal)
        const post = await given.post(inputs, main.state)
        expect({ status: post.exitCode, log: post.exitCode ? post.log : '' }).toEqual({ status: 0, log: '' })
        expect(post.log).toMatch(/Released/)
        expect(inventory(given)).toEqual(nothing)
      },
      60_000,
    )

    test('leaves nothing after ten cancels at random moments', async () => {
      const given = runner()
      const inputs = { template: 'light', sandbox: 'true', vars: 'seconds=1' }
      const undisturbed = await given.main(inputs)
      expect({ status: undisturbed.exitCode, log: undisturbed.exitCode ? undisturbed.log : '' }).toEqual({ status: 0, log: '' })
      const told: { readonly main: number | null; readonly [more: string]: unknown }[] = []
      const published = [undisturbed.outputs['image-id']]
      for (let round = 0; round < 10; round++) {
        const moment = Math.round(Math.random() * undisturbed.milliseconds)
        const main = await given.main(inputs, () => false, undefined, moment)
        const post = await given.post(inputs, main.state)
        told.push({ moment, main: main.exitCode, post: post.exitCode, log: post.exitCode === 0 ? '' : post.log })
        if (main.exitCode === 0) published.push(main.outputs['image-id'])
        else expect(main.outputs['image-id']).toBeUndefined()
        // What was published before the cancel stays, and is told of.
        published.push(...(/interrupted; (.*) had been published/.exec(main.log)?.[1]?.split(', ') ?? []))
        // Before there is a handler, when nothing has been made, the signal itself ends the process.
        expect([0, 130, null]).toContain(main.exitCode)
        expect({ round, told, post: post.exitCode }).toEqual({ round, told, post: 0 })
      }
      const { snapshots, images, ...left } = inventory(given)
      expect({ told, ...left }).toEqual({ told, ...nothing, snapshots: undefined, images: undefined })
      expect(snapshots).toHaveLength(images!.length)
      expect(images).toEqual(inventory(given, 'published').images)
      // Who is killed behind the moment of publication cannot tell of it any more.
      if (told.every(({ main }) => main !== null)) expect({ told, images }).toEqual({ told, images: published.sort() })
    }, 300_000)

    describe('on a cloud that outlives them', () => {
      let sandbox: ChildProcess
      let environment: Record<string, string>
      let baked: Step
      const place = runner()
      const calls = join(place.temp, 'calls.jsonl')
      const cloud = () => ({ endpoint: environment.AWS_ENDPOINT_URL as string, region: 'us-east-1' })
      const inputs = () => ({ template: 'light', ...cloud() })

      function onIt(): Runner {
        const made = new Runner(node as string, environment, place.cache)
        cpSync(join(root, 'test/fixtures/light'), join(made.workspace, 'light'), { recursive: true })
        const file = join(made.workspace, 'light', 'web.pkr.hcl')
        // A name that tells no recipe from another.
        writeFileSync(file, readFileSync(file, 'utf8').replace('uuidv4()', 'formatdate("hhmmss", timestamp())'))
        return made
      }

      function holds(): Record<string, string[]> {
        const env = { ...process.env, ...environment }
        const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'inventory.mjs')], { encoding: 'utf8', env })
        if (!stdout) throw new Error(stderr)
        return JSON.parse(stdout)
      }

      const asked = (action: string): { time: string }[] => {
        const lines = readFileSync(calls, 'utf8').trim().split('\n')
        return lines.map(text => JSON.parse(text)).filter(call => call.action === action)
      }

      beforeAll(async () => {
        const args = [cli, 'sandbox', '-embedded', '-kind', 'light', '-state', join(place.temp, 'state'), '-calls', calls]
        const env = { ...process.env, XDG_CACHE_HOME: place.cache }
        const started = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'], env })
        sandbox = started
        const [line] = await once(createInterface({ input: started.stdout }), 'line')
        environment = JSON.parse(line as string).environment
        baked = await onIt().main(inputs())
        expect({ status: baked.exitCode, log: baked.exitCode ? baked.log : '' }).toEqual({ status: 0, log: '' })
      }, 60_000)

      afterAll(async () => {
        const ended = once(sandbox, 'close')
        sandbox.stdin?.end()
        await ended
      }, 60_000)

      test('the terminations are sent within five seconds of the cancel, with the provisioner still running', async () => {
        const before = asked('TerminateInstances').length
        let cancelled = 0
        const main = await onIt().main({ ...inputs(), vars: 'seconds=60' }, log => {
          if (log.includes(': provisioning')) cancelled ||= Date.now()
          return cancelled > 0
        })
        expect(main.exitCode).toBe(130)
        expect(Date.parse(asked('TerminateInstances')[before]?.time ?? '') - cancelled).toBeLessThan(5000)
      }, 60_000)

      test('skip-unchanged outputs the image that is there, and launches nothing', async () => {
        const launched = asked('RunInstances').length
        const { exitCode, log, outputs } = await onIt().main({ ...inputs(), 'skip-unchanged': 'true' })
        expect({ exitCode, log: exitCode ? log : '' }).toEqual({ exitCode: 0, log: '' })
        expect(outputs.fingerprint).toMatch(/^[0-9a-f]{64}$/)
        expect([outputs['image-id'], outputs.fingerprint]).toEqual([baked.outputs['image-id'], baked.outputs.fingerprint])
        expect(asked('RunInstances')).toHaveLength(launched)
      }, 60_000)

      test('test asks an image that exists, says at its block what does not do, and leaves the image', async () => {
        const given = onIt()
        const image = baked.outputs['image-id'] as string
        const tested = await given.main({ ...inputs(), command: 'test', image })
        expect({ status: tested.exitCode, log: tested.exitCode ? tested.log : '' }).toEqual({ status: 0, log: '' })
        expect(readFileSync(resolve(given.workspace, tested.outputs.junit as string), 'utf8')).toMatch(/is baked/)
        writeFileSync(join(given.workspace, 'light', 'web.ingot.hcl'), 'smoke_test "is broiled" {\n  inline = ["false"]\n}\n')
        const refused = await given.main({ ...inputs(), command: 'test', image })
        expect(refused.exitCode).toBe(1)
        expect(refused.log).toMatch(/^::error title=Smoke test failed%3A is broiled,file=light\/web\.ingot\.hcl,line=1/m)
        expect(holds()).toMatchObject({ instances: [], images: [image] })
      }, 60_000)

      test('clean removes what a run left whose runner died without post, and nothing that was published', async () => {
        await onIt().main({ ...inputs(), vars: 'seconds=60' }, log => log.includes(': provisioning'), ['SIGKILL'])
        const left = holds()
        expect(left.instances).toHaveLength(1)
        const janitor = { command: 'clean', ...cloud(), regions: 'us-east-1', 'older-than': '0s' }
        const dry = await onIt().main({ ...janitor, 'dry-run': 'true' })
        expect([dry.exitCode, holds()]).toEqual([0, left])
        expect(dry.summary).toMatch(/would be removed/)
        const cleaned = await onIt().main(janitor)
        expect({ status: cleaned.exitCode, log: cleaned.exitCode ? cleaned.log : '' }).toEqual({ status: 0, log: '' })
        expect(cleaned.summary).toMatch(/ removed/)
        expect(holds()).toEqual({ ...nothing, images: [baked.outputs['image-id']], snapshots: [expect.any(String)] })
      }, 60_000)
    })

    describe('on several machines', () => {
      /** Workspaces, logs and journals of their own; only the cloud is the same. */
      function cellRunner(cloud: Runner): Runner {
        const made = new Runner(node as string, { INGOT_SANDBOX_KIND: 'light' }, cloud.cache)
        cpSync(join(root, 'test/fixtures/fan-out'), join(made.workspace, 'web'), { recursive: true })
        const file = join(made.workspace, 'web', 'web.pkr.hcl')
        // What is new in every plan is in no two fingerprints.
        writeFileSync(file, readFileSync(file, 'utf8').replace('-${uuidv4()}', ''))
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
        const waiting = inventory(cloud).images
        expect(waiting).toHaveLength(3)
        // Without the cell that came first.
        const others = include.slice(1).map(({ key }) => `cells/${key}`)
        const short = await merger.main({ ...inputs, command: 'merge', reports: others.join('\n') })
        expect([short.exitCode, short.outputs['image-ids']]).toEqual([1, undefined])
        expect(short.log).toMatch(/^::error::No report of amazon-ebs\.plain:/m)
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
        expect(comparable(merged)).toEqual(comparable(single))
      }, 240_000)
    })

    /**
     * A report, field by field, without what differs between any two runs: IDs, times, and where files are. A cell cleans up before
     * the merge publishes, which only the order of the phases tells.
     */
    function comparable({ outputs }: Step): unknown {
      const { run, files, ...report } = JSON.parse(readFileSync(outputs.report as string, 'utf8'))
      const told = { ...report, template: run.template, files: files.map(({ what }: { what: string }) => what) }
      for (const { phases } of told.builds) phases.sort((a: Phase, b: Phase) => (a.phase < b.phase ? -1 : 1))
      return JSON.parse(
        JSON.stringify(told, (key, value) => (key === 'milliseconds' ? 0 : value)),
        (_key, value) => (typeof value === 'string' ? withoutRun(value) : value),
      )
    }

    interface Phase {
      readonly phase: string
    }

    /** Fingerprints stay: they are of what the image is made of. */
    const withoutRun = (text: string): string =>
      text
        .replace(/\b(ami|snap|i|vol)-[0-9a-f]{17}\b/g, '$1-ID')
        .replace(/\bingot-\d{8}t\d{6}z-[0-9a-f]+/g, 'RUN')
        .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
        .replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[.\d]*Z/g, 'TIME')
        .replace(/-\d{14}\b/g, '-STAMP')

    test('a template that is not valid ends with its place and starts nothing', async () => {
      const main = await runner().main({ template: 'nowhere', sandbox: 'true' })
      expect(main.exitCode).toBe(2)
      expect(main.log).toMatch(/::error::/)
    }, 30_000)
  })
})
