import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '../../../src/model/plugin'
import { file } from '../../../src/sources/file'
import { bake, withDefaults } from '../../helpers/bake'
import { describeWith, programPath } from '../../helpers/tools'

const source = file as unknown as Source
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-file-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (options: object) => bake({ source, options, communicator: { communicator: 'none' } })

test('content lands in the target, whose folders are made, readable for its owner only', async () => {
  const target = join(folder, 'a', 'b', 'out.txt')
  const { report } = await run({ target, content: 'hello' })
  expect(report.builds[0]!.artifacts).toEqual([
    { builderId: 'packer.file', id: 'File', description: `Stored file: ${target}`, files: [target], images: [] },
  ])
  expect(readFileSync(target, 'utf8')).toBe('hello')
  expect(statSync(target).mode & 0o777).toBe(0o600)
})

test('a source is copied as an ordinary file', async () => {
  const from = join(folder, 'from')
  writeFileSync(from, 'copied', { mode: 0o755 })
  const target = join(folder, 'to')
  await run({ target, source: from })
  expect(readFileSync(target, 'utf8')).toBe('copied')
  expect(statSync(target).mode & 0o777).toBe(0o644)
})

test('provisioners run after the file was made', async () => {
  const target = join(folder, 'out')
  let seen = ''
  await bake({
    source,
    options: { target, content: 'hello' },
    communicator: { communicator: 'none' },
    provision: async () => {
      seen = readFileSync(target, 'utf8')
    },
  })
  expect(seen).toBe('hello')
})

test.each([
  ['a source that is not there', () => ({ target: join(folder, 'x'), source: join(folder, 'nope') }), /ENOENT/],
  ['a target that is a folder', () => ({ target: folder, content: 'x' }), /EISDIR/],
])('%s fails with a sentence', async (_name, options, reason) => {
  const { report } = await run(options())
  expect(report.outcome).toBe('failed')
  expect(report.builds[0]!.error?.message).toMatch(/^The file .* could not be made/)
  expect(report.builds[0]!.error?.message).toMatch(reason)
})

test('discarding removes the file', async () => {
  const target = join(folder, 'out')
  const { report } = await run({ target, content: 'x' })
  await file.discard?.({ target, content: 'x', source: undefined }, report.builds[0]!.artifacts[0]!, {} as never)
  expect(existsSync(target)).toBe(false)
})

test.each([
  [{ target: 't', content: 'a' }, []],
  [{ target: 't', source: 'a' }, []],
  [{ target: 't', source: 'a', content: 'b' }, [[undefined, 'source']]],
  [{ target: 't' }, [['warning', 'target']]],
  [{ target: '', content: 'a' }, [[undefined, 'target']]],
])('%j is judged', (options, problems) => {
  const found = file.check?.(withDefaults(file.options, options) as never) ?? []
  expect(found.map(problem => [problem.severity, problem.option])).toEqual(problems)
})

describeWith(['packer'], 'beside Packer', () => {
  test('artifact and file modes are the same', async () => {
    const template = join(folder, 'a.pkr.hcl')
    const [theirs, ours] = [join(folder, 'theirs'), join(folder, 'ours')]
    writeFileSync(
      template,
      `source "file" "x" {\n target = "${theirs}"\n content = "hello"\n}\nbuild {\n sources = ["source.file.x"]\n}\n`,
    )
    const printed = execFileSync(programPath('packer')!, ['-machine-readable', 'build', template], { encoding: 'utf8' })
    const theirsOf = (field: string) => printed.match(new RegExp(`artifact,0,${field},(.*)`))?.[1]?.replaceAll(theirs, ours)
    const { report } = await run({ target: ours, content: 'hello' })
    const [artifact] = report.builds[0]!.artifacts
    expect([artifact!.builderId, artifact!.id, artifact!.description]).toEqual(['builder-id', 'id', 'string'].map(theirsOf))
    expect(statSync(ours).mode).toBe(statSync(theirs).mode)
  })
})
