/** The example for Terraform, with the real binary, on files as ingot writes them. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Tfvars } from '../../src/outputs/tfvars'
import { describeWith } from '../helpers/tools'
import { buildReport, failedBuild, report } from '../outputs/reports'

const image = {
  region: 'us-east-1',
  id: 'ami-0123456789abcdef0',
  name: 'web',
  sourceId: 'ami-0fedcba9876543210',
  fingerprint: 'ab'.repeat(32),
}
const west = { ...image, region: 'eu-west-1', id: 'ami-00000000000000001' }

describeWith(['terraform'], 'examples/terraform', () => {
  let folder: string
  const terraform = (...args: string[]) =>
    execFileSync('terraform', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TF_CLI_CONFIG_FILE: '', CHECKPOINT_DISABLE: '1' },
    })
  const write = (id: string, more: Parameters<typeof report>[0] = {}) =>
    new Tfvars(join(folder, 'images.auto.tfvars.json')).finish(
      report({ builds: [buildReport({ images: [{ ...image, id }, west] })], ...more }),
    )

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ingot-terraform-'))
    cpSync(join(__dirname, '..', '..', 'examples', 'terraform'), folder, { recursive: true })
    terraform('init', '-no-color', '-input=false')
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('its own tests pass, and so does its format', () => {
    expect(terraform('test', '-no-color')).toContain('Success! 5 passed, 0 failed.')
    expect(terraform('fmt', '-check', '-recursive')).toBe('')
  }, 60_000)

  test('plan and apply take the file just written; a failed run changes nothing; a new image replaces the old one', async () => {
    await write(image.id)
    expect(terraform('plan', '-no-color', '-input=false')).toMatch(new RegExp(`input += "${image.id}"`))
    terraform('apply', '-no-color', '-input=false', '-auto-approve')
    await write('ami-00000000000000009', { outcome: 'failed', builds: [buildReport(), failedBuild] })
    expect(terraform('plan', '-no-color', '-input=false')).toContain('No changes.')
    await write('ami-00000000000000002')
    const plan = terraform('plan', '-no-color', '-input=false')
    expect(plan).toContain('must be replaced')
    expect(plan).toContain(`"${image.id}" -> "ami-00000000000000002"`)
  }, 60_000)

  test('a file that somebody broke is refused in words', () => {
    writeFileSync(join(folder, 'images.auto.tfvars.json'), '{"images": {}}')
    expect(() => terraform('plan', '-no-color', '-input=false')).toThrow(/There are no images: has ingot build passed/)
  }, 60_000)
})
