/** The manifest, byte for byte beside Packer's. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Artifact } from '../../../src/model/artifact'
import type { PostProcessContext } from '../../../src/model/plugin'
import { manifest } from '../../../src/post-processors/manifest'
import { type ManifestOptions, manifestOptions } from '../../../src/post-processors/manifest/options'
import { withDefaults } from '../../helpers/defaults'
import { describeWith } from '../../helpers/tools'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-manifest-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const UUID = 'b88fd4df-6b28-3e1c-0082-edc6c8fda13e'
const NULL: Artifact = { builderId: 'fnoeding.null', id: 'Null', description: '', files: [], images: [] }

async function run(
  options: Partial<ManifestOptions>,
  artifact = NULL,
  over: { uuid?: string; force?: boolean; source?: [string, string] } = {},
) {
  const [sourceType, sourceName] = over.source ?? ['null', 'x']
  const wrote: string[] = []
  const context: PostProcessContext = {
    run: { id: 'r', uuid: over.uuid ?? UUID, startedAt: '', template: '.', force: over.force ?? false },
    build: { name: `bn.${sourceType}.${sourceName}`, sourceName, sourceType },
    signal: new AbortController().signal,
    values: {},
    render: text => text,
    output: () => undefined,
    wrote: (what, path) => void wrote.push(`${what} ${path}`),
    say: () => undefined,
    warn: () => undefined,
  }
  const output = join(folder, 'packer-manifest.json')
  expect(await manifest.process(withDefaults(manifestOptions, { output, ...options }), artifact, context)).toBe(artifact)
  return wrote
}

const text = () => readFileSync(join(folder, 'packer-manifest.json'), 'utf8')

/** What differs between any two runs. */
const timeless = (manifestText: string) =>
  manifestText.replace(/"build_time": \d{10}/g, '"build_time": 1').replace(/[0-9a-f-]{36}/g, 'UUID')

const custom = { b: '<&> "quoted" \u2028 é\n\t', a: '1', Z: '', é: 'x' }

describeWith(['packer'], 'the same bytes as Packer', () => {
  const packer = (template: string) => {
    writeFileSync(join(folder, 't.pkr.hcl'), template)
    return new Promise<void>(resolve =>
      execFile(
        'packer',
        ['build', '-parallel-builds=1', 't.pkr.hcl'],
        { cwd: folder, env: { ...process.env, CHECKPOINT_DISABLE: '1' } },
        () => resolve(),
      ),
    )
  }

  test('null and file sources, custom data, stripped paths and times, one manifest for all', async () => {
    const target = join(folder, 'out.txt')
    await packer(`source "null" "x" {
  communicator = "none"
}
source "file" "f" {
  content = "héllo"
  target = "${target}"
}
build {
  sources = ["source.null.x", "source.file.f"]
  post-processor "manifest" {
    custom_data = {
${Object.entries(custom)
  .map(([key, value]) => `      ${JSON.stringify(key)} = ${JSON.stringify(value)}`)
  .join('\n')}
    }
  }
  post-processor "manifest" {
    strip_path = true
    strip_time = true
  }
}
`)
    const theirs = timeless(text())
    rmSync(join(folder, 'packer-manifest.json'))
    const file: Artifact = { ...NULL, id: 'File', files: [target] }
    for (const [artifact, source] of [
      [NULL, ['null', 'x']],
      [file, ['file', 'f']],
    ] as const) {
      await run({ custom_data: custom }, artifact, { source: [...source] })
      await run({ strip_path: true, strip_time: true }, artifact, { source: [...source] })
    }
    expect(timeless(text())).toBe(theirs)
  })
})

test('an image, to the byte', async () => {
  const before = Math.floor(Date.now() / 1000)
  const wrote = await run(
    { custom_data: { k: 'v' } },
    { ...NULL, id: 'us-east-1:ami-0abc,us-west-2:ami-0def' },
    { source: ['amazon-ebs', 'example'] },
  )
  const time = Number(/"build_time": (\d+)/.exec(text())![1])
  expect(time).toBeGreaterThanOrEqual(before)
  expect(text()).toBe(`{
  "builds": [
    {
      "name": "example",
      "builder_type": "amazon-ebs",
      "build_time": ${time},
      "files": null,
      "artifact_id": "us-east-1:ami-0abc,us-west-2:ami-0def",
      "packer_run_uuid": "${UUID}",
      "custom_data": {
        "k": "v"
      }
    }
  ],
  "last_run_uuid": "${UUID}"
}`)
  expect(wrote).toEqual([`manifest ${join(folder, 'packer-manifest.json')}`])
})

test('runs are added to each other; -force drops those of other runs only', async () => {
  const runs = () => (JSON.parse(text()).builds as { packer_run_uuid: string }[]).map(entry => entry.packer_run_uuid)
  await run({}, NULL, { uuid: 'one' })
  await run({}, NULL, { uuid: 'two' })
  expect(runs()).toEqual(['one', 'two'])
  expect(JSON.parse(text()).last_run_uuid).toBe('two')
  await run({}, NULL, { uuid: 'three', force: true })
  await run({}, NULL, { uuid: 'three', force: true })
  expect(runs()).toEqual(['three', 'three'])
})

test('builds side by side do not lose each other', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => run({}, NULL, { source: ['null', `n${index}`] })))
  expect(JSON.parse(text()).builds).toHaveLength(20)
  expect(existsSync(join(folder, 'packer-manifest.json.lock'))).toBe(false)
})

test('the lock of a process that has died is taken over', async () => {
  writeFileSync(
    join(folder, 'packer-manifest.json.lock'),
    JSON.stringify({ pid: 1, started: 'never', host: hostname(), boot: 'another' }),
  )
  await run({})
  expect(JSON.parse(text()).builds).toHaveLength(1)
})

test('something else in its place is left alone', async () => {
  writeFileSync(join(folder, 'packer-manifest.json'), 'not json')
  await expect(run({})).rejects.toThrow(/is not a manifest that could be added to/)
  expect(text()).toBe('not json')
})

test('a folder that is not there is made', async () => {
  await run({ output: join(folder, 'deep', 'm.json') })
  expect(existsSync(join(folder, 'deep', 'm.json'))).toBe(true)
})
