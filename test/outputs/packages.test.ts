/** What a person reads of the packages of an image, on the terminal and on a page; and the environment for Terraform. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BuildPackages } from '../../src/model/report'
import { changeLine, packagesLine } from '../../src/outputs/package-changes-text'
import { ReportFile } from '../../src/outputs/report-file'
import { stepSummary } from '../../src/outputs/step-summary'
import { summary } from '../../src/outputs/summary'
import { environmentText, TerraformEnvironment } from '../../src/outputs/terraform-environment'
import { tfvarsText } from '../../src/outputs/tfvars'
import { buildReport, failedBuild, report } from './reports'

const packages: BuildPackages = {
  installed: 312,
  machine: 'fresh machine',
  changes: {
    added: [{ name: 'nginx', arch: 'amd64', to: '1.22|1' }],
    removed: [],
    upgraded: [
      { name: 'libc6', arch: 'amd64', from: '2.36', to: '2.37' },
      { name: 'libc6', arch: 'i386', from: '2.36', to: '2.37' },
    ],
    downgraded: [],
  },
}
const given = (more: Partial<BuildPackages> = {}) => report({ builds: [buildReport({ packages: { ...packages, ...more } })] })
const none = { added: [], removed: [], upgraded: [], downgraded: [] }

test.each([
  [packages, '312 installed; since the last image 2 upgraded, 1 added'],
  [{ ...packages, changes: none }, '312 installed; since the last image nothing has changed'],
  [{ ...packages, changes: undefined }, '312 installed'],
])('in a line %#', (found, expected) => {
  expect(packagesLine(found)).toBe(expected)
})

test('the first few by name, the others as a number', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => ({ name, to: '1' }))
  expect(changeLine(many)).toBe('a 1, b 1, c 1, d 1, e 1 and 2 more')
  expect(changeLine([])).toBeUndefined()
})

test('on the terminal', () => {
  const lines = summary(given()).split('\n')
  expect(lines).toContain('Packages     312 installed; since the last image 2 upgraded, 1 added')
  expect(lines).toContain('Upgraded     libc6 2.36 → 2.37, libc6 2.36 → 2.37')
  expect(lines).toContain('Added        nginx 1.22|1')
  expect(summary(report())).not.toContain('Packages')
})

describe('on a page', () => {
  const page = (more: Partial<BuildPackages> = {}, limit = 1_000_000) => stepSummary(given(more), { limit })

  test('a row for each, with the architecture where a name stands there twice', () => {
    expect(page().split('\n')).toEqual(
      expect.arrayContaining([
        '### Packages',
        '`amazon-ebs.web`: 312 installed; since the last image 2 upgraded, 1 added',
        '| upgraded | `libc6:i386` | `2.36` | `2.37` |',
        '| added | `nginx` |  | `1.22\\|1` |',
      ]),
    )
    expect(stepSummary(report(), { limit: 1_000_000 })).not.toContain('### Packages')
  })

  test('a new release of everything is folded away, cut, and never longer than the page may be', () => {
    const upgraded = Array.from({ length: 20_000 }, (_, n) => ({ name: `package-${n}`, from: '1', to: '2' }))
    const text = page({ changes: { ...none, upgraded } })
    expect(text).toContain('<details><summary>Which</summary>')
    expect(text).toContain('_and 19500 more, see the report_')
    expect(Buffer.byteLength(text)).toBeLessThan(100_000)
    const short = page({ changes: { ...none, upgraded } }, 4000)
    expect(short).toContain('Left out, because the page would be too long: packages')
    expect(Buffer.byteLength(short)).toBeLessThan(4000)
  })
})

describe('Terraform environment', () => {
  test('one line that holds what the file of variables holds, and that a shell takes as it is', () => {
    const text = environmentText(given())!
    expect(text).toMatch(/^TF_VAR_images=\{.*\}\n$/)
    const file = join(mkdtempSync(join(tmpdir(), 'ingot-tfenv-')), 'env')
    writeFileSync(file, text)
    const value = execFileSync('sh', ['-c', 'export "$(cat "$0")"; printenv TF_VAR_images', file], { encoding: 'utf8' })
    expect(JSON.parse(value)).toEqual(JSON.parse(tfvarsText(given())!).images)
    expect(environmentText(report({ builds: [buildReport({ images: [] })] }))).toBeUndefined()
  })
})

describe.each([
  ['the Terraform environment', (path: string) => new TerraformEnvironment(path), 'tfenv'],
  ['ingot-report.json', (path: string) => new ReportFile(path, { onlyPassed: true }), 'report'],
] as const)('%s', (_name, sinkAt, what) => {
  test.each([
    ['failed', report({ outcome: 'failed', builds: [buildReport(), failedBuild] })],
    ['was interrupted', report({ outcome: 'interrupted' })],
    ['made no images', report({ builds: [buildReport({ images: [] })] })],
  ])('a run that %s leaves the former file as it is', async (_case, ended) => {
    const path = join(mkdtempSync(join(tmpdir(), 'ingot-former-')), 'file')
    writeFileSync(path, 'former')
    expect(await sinkAt(path).finish?.(ended)).toEqual([])
    expect(readFileSync(path, 'utf8')).toBe('former')
    expect(await sinkAt(path).finish?.(report())).toEqual([{ what, path }])
    expect(readFileSync(path, 'utf8')).not.toBe('former')
  })
})
