/** Blue and green: the module's own tests, and a roll-out on the real AWS provider against moto, seen by another client. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describeNeeding, hasPythonModule, runClient, terraformPlugins } from '../helpers/clients'
import { programPath } from '../helpers/tools'

const root = resolve(__dirname, '..', '..')
const plugins = terraformPlugins()
const terraform = plugins !== undefined && programPath('terraform') !== undefined
const has = (program: string) => programPath(program) !== undefined

describeNeeding({ terraform }, 'examples/blue-green', () => {
  test('its own tests pass, and so does its format', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ingot-blue-green-test-'))
    try {
      cpSync(join(root, 'examples', 'blue-green'), folder, { recursive: true })
      const env = { ...process.env, TF_CLI_CONFIG_FILE: '', CHECKPOINT_DISABLE: '1' }
      const run = (...args: string[]) => execFileSync('terraform', args, { cwd: folder, encoding: 'utf8', env })
      run('init', '-no-color', '-input=false', `-plugin-dir=${plugins}`)
      expect(run('test', '-no-color')).toContain('Success! 10 passed, 0 failed.')
      expect(run('fmt', '-check', '-recursive')).toBe('')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 240_000)
})

const needs = { terraform, moto_server: has('moto_server'), aws: has('aws'), boto3: hasPythonModule('boto3') }
describeNeeding(needs, 'examples/blue-green on moto', () => {
  test('images go to the idle colour, traffic moves when machines are healthy, and back', async () => {
    const home = mkdtempSync(join(tmpdir(), 'ingot-blue-green-home-'))
    const script = [join(root, 'bench', 'blue-green.cjs'), '-quick']
    const environment = { INGOT_TF_PLUGINS: plugins, TMPDIR: home }
    const { status, stdout, stderr } = await runClient(process.execPath, script, environment, home, 400)
    rmSync(home, { recursive: true, force: true })
    expect({
      status,
      failed: stdout.split('\n').filter(line => line.startsWith('FAIL')),
      stderr: status === 0 ? '' : stderr,
    }).toEqual({
      status: 0,
      failed: [],
      stderr: '',
    })
    expect(stdout.match(/^ok {2}/gm)).toHaveLength(12)
  }, 420_000)
})
