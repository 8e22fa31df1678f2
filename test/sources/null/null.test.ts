import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '../../../src/model/plugin'
import { nullSource } from '../../../src/sources/null'
import { bake, withDefaults } from '../../helpers/bake'
import { describeWith, programPath } from '../../helpers/tools'

const source = nullSource as unknown as Source

test('the machine that the template names is provisioned, and nothing is made', async () => {
  let provisioned = 0
  const provision = async () => void provisioned++
  const { report, reached } = await bake({ source, options: { ssh_host: 'host.example' }, provision })
  expect(reached).toEqual([{ host: 'host.example' }])
  expect(provisioned).toBe(1)
  expect(report.builds[0]!.artifacts).toEqual([
    {
      builderId: 'fnoeding.null',
      id: 'Null',
      description: 'Did not export anything. This is the null builder',
      files: [],
      images: [],
    },
  ])
})

test('without a communicator no host is needed', async () => {
  const { report, reached } = await bake({
    source,
    options: {},
    communicator: { communicator: 'none' },
    provision: async () => {},
  })
  expect(report.outcome).toBe('done')
  expect(reached).toEqual([])
})

test.each([
  [{ ssh_host: 'h', ssh_password: 'p' }, 0],
  [{ ssh_host: 'h', ssh_private_key_file: 'k' }, 0],
  [{ ssh_host: 'h', ssh_agent_auth: true }, 0],
  [{ communicator: 'none' }, 0],
  [{ communicator: 'winrm', winrm_host: 'h', winrm_password: 'p' }, 0],
  [{ communicator: 'winrm', ssh_host: 'h', ssh_password: 'p' }, 2],
  [{ ssh_host: 'h' }, 1],
  [{ ssh_password: 'p' }, 1],
  [{}, 2],
  [{ ssh_host: 'h', ssh_password: 'p', ssh_private_key_file: 'k' }, 1],
])('%j has %i problems', (options, count) => {
  expect(nullSource.check?.(withDefaults(nullSource.options, options) as never)).toHaveLength(count)
})

describeWith(['packer'], 'beside Packer', () => {
  test('the artifact is the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ingot-null-'))
    const template = join(folder, 'a.pkr.hcl')
    writeFileSync(template, 'source "null" "x" {\n communicator = "none"\n}\nbuild {\n sources = ["source.null.x"]\n}\n')
    const printed = execFileSync(programPath('packer')!, ['-machine-readable', 'build', template], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    const { report } = await bake({ source, options: { communicator: 'none' }, communicator: { communicator: 'none' } })
    const [artifact] = report.builds[0]!.artifacts
    const theirs = ['builder-id', 'id', 'string'].map(field => printed.match(new RegExp(`artifact,0,${field},(.*)`))?.[1])
    expect([artifact!.builderId, artifact!.id, artifact!.description]).toEqual(theirs)
  })
})
