/** Debian's Packer as judge of hcl2_upgrade: it builds the same from JSON and from what we write, and its own result plans alike. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plugins } from '../../src/catalog'
import { loadPlan } from '../../src/template/load-plan'
import { upgradeTemplate } from '../../src/template/upgrade/upgrade'
import { seeded } from '../helpers/random-expression'
import { randomText } from '../helpers/random-legacy'
import { shown } from '../helpers/template'
import { describeWith } from '../helpers/tools'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-upgrade-'))
  mkdirSync(join(folder, 'out'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function packer(...args: readonly string[]): { status: number | null; output: string } {
  const env = { PATH: process.env.PATH, HOME: folder, CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1', HOME_LIKE: '/h' }
  const { status, stdout, stderr } = spawnSync('packer', args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 })
  return { status, output: stdout + stderr }
}

const written = (): Record<string, string> =>
  Object.fromEntries(readdirSync(join(folder, 'out')).map(name => [name, readFileSync(join(folder, 'out', name), 'utf8')]))

const upgraded = (template: object): string => {
  const { value, diagnostics } = upgradeTemplate({ text: JSON.stringify(template), file: 't.json', plugins })
  return value ?? diagnostics.map(shown).join('\n')
}

/** Packer 1.6.6 has no legacy_isotime, its clock ticks between two builds, and its own version is not ours. */
const NOT_THERE = /timestamp|isotime|packer_version/

describeWith(['packer'], 'hcl2_upgrade', () => {
  test('Packer writes the same files from JSON and from the HCL2 that we make of it', () => {
    const random = seeded(Number(process.env.SEED ?? 1))
    const variables = { a: 'A', b: 'b-{{user `a`}}', c: 'c {{user `b`}} {{env `HOME_LIKE`}}', undeclared: 'd' }
    const texts = Array.from({ length: 80 }, () => randomText(random)).filter(text => !NOT_THERE.test(text))
    const builders = texts.map((content, i) => ({ type: 'file', name: `f${i}`, target: `out/f${i}`, content: `${content}.` }))
    const template = { variables, builders }
    writeFileSync(join(folder, 't.json'), JSON.stringify(template))
    const first = packer('build', 't.json')
    const fromJson = written()
    for (const name of Object.keys(fromJson)) rmSync(join(folder, 'out', name))
    writeFileSync(join(folder, 't.pkr.hcl'), upgraded(template))
    const second = packer('build', 't.pkr.hcl')
    expect([first.status, second.status, second.status ? second.output : '']).toEqual([0, 0, ''])
    expect(Object.keys(fromJson)).toHaveLength(texts.length)
    expect(written()).toEqual(fromJson)
  })

  const local = { type: 'shell-local', inline: ['echo {{user `a`}}', '${x} %{y}'] }
  const builder = { type: 'file', name: 'f', target: 'out/{{user `a`}}', content: 'c' }

  test.each<[string, object]>([
    ['texts', { builders: [{ ...builder, content: 'a "q" \\ ${x} %{y}\n{{user `a`}}' }] }],
    ['provisioners', { builders: [builder], provisioners: [{ ...local, timeout: '1m' }, local] }],
    [
      'post-processors',
      { builders: [builder], 'post-processors': ['manifest', [{ type: 'manifest', output: 'x' }, 'manifest']] },
    ],
    [
      'a communicator',
      { builders: [{ type: 'null', name: 'n', ssh_host: 'h', ssh_username: 'u', ssh_password: 'p', ssh_port: 23 }] },
    ],
    [
      'a cloud',
      {
        builders: [
          {
            type: 'amazon-ebs',
            name: 'e',
            region: 'us-east-1',
            ami_name: 'name',
            source_ami: 'ami-1',
            instance_type: 't3.micro',
            ssh_username: 'u',
            ami_regions: ['us-east-1'],
            tags: { Name: 'x {{ .SourceAMI }}' },
            launch_block_device_mappings: [{ device_name: '/dev/sda1', volume_size: 8 }],
          },
        ],
      },
    ],
  ])('what Packer makes of %s comes to the plan of what we make of it', async (_, more) => {
    const template = { variables: { a: 'A' }, ...more }
    writeFileSync(join(folder, 't.json'), JSON.stringify(template))
    const { status, output } = packer('hcl2_upgrade', '-output-file=theirs.pkr.hcl', 't.json')
    expect({ status, output: status ? output : '' }).toEqual({ status: 0, output: '' })
    writeFileSync(join(folder, 'ours.pkr.hcl'), upgraded(template))
    const plan = async (path: string) => {
      const loaded = await loadPlan({ path, plugins, environment: {}, workingDirectory: folder })
      const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error').map(shown)
      const builds = JSON.stringify(loaded.plan?.builds, (key, value) => (key === 'range' ? undefined : value))
      return { errors, builds: JSON.parse(builds ?? 'null') }
    }
    const [theirs, ours] = [await plan('theirs.pkr.hcl'), await plan('ours.pkr.hcl')]
    expect(ours).toEqual(theirs)
    expect(ours.errors).toEqual([])
  })
})
