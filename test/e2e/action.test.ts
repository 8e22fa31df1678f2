/** The Action from dist under Node 24, in a runner of our own, on light machines: outputs on success, nothing left after a cancel. */
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Runner } from '../helpers/runner'
import { describeWith, node24 } from '../helpers/tools'
import { cli, root } from './world'

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

    test('a template that is not valid ends with its place and starts nothing', async () => {
      const main = await runner().main({ template: 'nowhere', sandbox: 'true' })
      expect(main.exitCode).toBe(2)
      expect(main.log).toMatch(/::error::/)
    }, 30_000)
  })
})
