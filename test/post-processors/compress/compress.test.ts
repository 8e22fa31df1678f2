/** What the comparison with Packer does not show: refusals, and archives as other programs read them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { compress } from '../../../src/post-processors/compress'
import { type CompressOptions, compressOptions } from '../../../src/post-processors/compress/options'
import { withDefaults } from '../../helpers/defaults'
import { artifactOf, postProcessContext } from '../../helpers/post-process'
import { describeWith } from '../../helpers/tools'

let folder: string
const before = process.cwd()
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-compress-'))
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true, force: true })
})

const options = (given: Partial<CompressOptions>) => withDefaults(compressOptions, given)
const run = (given: Partial<CompressOptions>, files: readonly string[], signal?: AbortSignal) =>
  compress.process(options(given), artifactOf(...files), postProcessContext(signal ? { signal } : {}).context)

test.each([
  [{ output: 'x.lz4' }, 'output', /^lz4 is not built in/],
  [{ output: '{{.BuildName}}.tar.xz' }, 'output', /^xz is not built in/],
  [{ output: 'x.bz2' }, 'output', /^bz2 is not built in/],
  [{ format: 'lz4', output: 'x.gz' }, 'format', /^lz4 is not built in/],
])('%j is refused by name', (given, option, detail) => {
  expect(compress.check?.(options(given))).toEqual([
    { option, summary: 'Unsupported format', detail: expect.stringMatching(detail) },
  ])
})

test.each([{}, { output: 'x.rar' }, { output: 'dir.lz4/x' }, { format: 'zip', output: 'x.lz4' }])('%j is not', given => {
  expect(compress.check?.(options(given))).toEqual([])
})

test.each([
  [['gone'], 'gone cannot be put into an archive: there is no such file'],
  [['folder'], 'folder cannot be put into an archive: it is not a file'],
])('%j', async (files, message) => {
  mkdirSync('folder')
  await expect(run({ output: 'x.tar' }, files)).rejects.toThrow(message)
  expect(existsSync('x.tar')).toBe(false)
})

test('an interruption leaves no half archive', async () => {
  writeFileSync('big', '')
  truncateSync('big', 64 * 1024 * 1024)
  const stop = new AbortController()
  const running = run({ output: 'x.gz', compression_level: 9 }, ['big'], stop.signal)
  setTimeout(() => stop.abort(new Error('enough')), 30)
  await expect(running).rejects.toThrow('enough')
  expect(existsSync('x.gz')).toBe(false)
})

test('equal files give equal archives, and levels differ', async () => {
  const text = Array.from({ length: 50_000 }, (_, i) => `line ${i} ${(i * 7919) % 1000}\n`).join('')
  writeFileSync('a', text)
  for (const [output, level] of [
    ['1.gz', 1],
    ['again.gz', 1],
    ['9.gz', 9],
    ['most.gz', 50],
  ] as const)
    await run({ output, compression_level: level }, ['a'])
  const [one, again, nine, most] = ['1.gz', 'again.gz', '9.gz', 'most.gz'].map(name => readFileSync(name))
  expect(one!.equals(again!)).toBe(true)
  expect(nine!.length).toBeLessThan(one!.length)
  expect(most!.equals(nine!)).toBe(true)
  expect(gunzipSync(one!).toString()).toBe(text)
})

test('a blocked gzip file ends in its empty block, and each block tells its length', async () => {
  writeFileSync('a', Buffer.alloc(200_000, 'abc'))
  await run({ output: 'x.bgzf' }, ['a'])
  const bytes = readFileSync('x.bgzf')
  expect(bytes.subarray(-28).toString('hex')).toBe('1f8b08040000000000ff0600424302001b0003000000000000000000')
  const lengths: number[] = []
  for (let at = 0; at < bytes.length; at += lengths.at(-1)!) lengths.push(bytes.readUInt16LE(at + 16) + 1)
  expect(lengths).toHaveLength(5)
  expect(lengths.reduce((sum, length) => sum + length)).toBe(bytes.length)
})

describeWith(['python3', 'tar'], 'as other programs read it', () => {
  test('zip: paths do not lead out of where it is unpacked', async () => {
    mkdirSync('in')
    writeFileSync('in/a', 'a')
    process.chdir('in')
    await run({ output: '../x.zip' }, [join(folder, 'in/a'), '../in/a', './a'])
    process.chdir(folder)
    const script = 'import zipfile; print(zipfile.ZipFile("x.zip").namelist())'
    const names = spawnSync('python3', ['-c', script], { encoding: 'utf8' }).stdout
    expect(names.trim()).toBe(`['${join(folder, 'in/a').slice(1)}', 'in/a', 'a']`)
  })

  test('tar: modes and names', async () => {
    writeFileSync('script', '#!/bin/sh\n', { mode: 0o755 })
    const long = `${'long'.repeat(40)}.txt`
    writeFileSync(long, 'text')
    await run({ output: 'x.tar.gz' }, ['script', long])
    const listing = spawnSync('tar', ['-tvzf', 'x.tar.gz'], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } })
    expect(listing.stderr).toBe('')
    expect(listing.stdout).toMatch(
      /^-rwxr-xr-x .* 10 1970-01-01 00:00 script\n-rw-r--r-- .* 4 1970-01-01 00:00 (long){40}\.txt\n$/,
    )
  })
})
