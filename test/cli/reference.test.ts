/** The reference: everything built in has a page, every option stands on it, and docs/reference is made of nothing else. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix, resolve } from 'node:path'
import { plugins } from '../../src/catalog'
import type { OptionsSpec } from '../../src/language/options/spec'
import { communicatorOptions, trustOptions } from '../../src/model/communicator-options'
import { publishOptions } from '../../src/template/publish-block'
import { sbomOptions } from '../../src/template/sbom-block'
import { smokeTestOptions } from '../../src/template/smoke-test-options'
import { runSource } from '../helpers/source-process'

const reference = (...args: string[]) => runSource('src/cli/main.ts', ['reference', ...args])

let pages: Map<string, string>
beforeAll(async () => {
  const { stdout } = await reference('-json')
  pages = new Map((JSON.parse(stdout) as { path: string; text: string }[]).map(({ path, text }) => [path, text]))
})

const specs: readonly (readonly [string, OptionsSpec])[] = [
  ...Object.values(plugins.sources).map(({ type, options }) => [`sources/${type}.md`, options] as const),
  ...Object.values(plugins.dataSources).map(({ type, options }) => [`data-sources/${type}.md`, options] as const),
  ...Object.values(plugins.provisioners).map(({ type, options }) => [`provisioners/${type}.md`, options] as const),
  ...Object.values(plugins.postProcessors).map(({ type, options }) => [`post-processors/${type}.md`, options] as const),
  ['communicators.md', communicatorOptions],
  ['smoke_test.md', smokeTestOptions],
  ['ssh.md', trustOptions],
  ['publish.md', publishOptions],
  ['sbom.md', sbomOptions],
]

const optionNames = (spec: OptionsSpec): string[] =>
  Object.entries(spec).flatMap(([name, option]) => [name, ...(option.options ? optionNames(option.options) : [])])

test('-json: a page for everything that is built in, and an index', () => {
  expect([...pages.keys()].sort()).toEqual(['README.md', ...specs.map(([path]) => path)].sort())
})

test.each(specs)('%s: every option, also those inside blocks', (path, spec) => {
  const text = pages.get(path) ?? ''
  expect(text).toMatch(/^# \S/)
  expect(optionNames(spec).filter(name => !text.includes(`| \`${name}\` |`))).toEqual([])
})

test.each(Object.values(plugins.dataSources))('every output of the data source $type', ({ type, outputs }) => {
  const text = pages.get(`data-sources/${type}.md`) ?? ''
  expect(Object.keys(outputs).filter(name => !text.includes(`| \`${name}\` |`))).toEqual([])
})

test('links lead to pages, or to documents of the repository', () => {
  const docs = resolve(__dirname, '..', '..', 'docs')
  const links = [...pages].flatMap(([path, text]) =>
    [...text.matchAll(/\]\(([^)]+)\)/g)].map(match => posix.join(posix.dirname(path), match[1]!)),
  )
  expect(links.length).toBeGreaterThan(pages.size - 1)
  expect(links.filter(link => !pages.has(link) && !existsSync(join(docs, 'reference', link)))).toEqual([])
})

test('only what has a machine is reached by a communicator', () => {
  expect(pages.get('sources/amazon-ebs.md')).toContain('(../communicators.md)')
  expect(pages.get('sources/file.md')).not.toContain('communicators.md')
})

test('without a name: all names with what they are', async () => {
  const { status, stdout } = await reference()
  expect(status).toBe(0)
  for (const { type, summary } of [...Object.values(plugins.sources), ...Object.values(plugins.provisioners)])
    expect(stdout).toMatch(new RegExp(`^ {2}${type} +${summary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'm'))
})

test.each([
  [['amazon-ebs'], ['sources/amazon-ebs.md']],
  [['file'], ['sources/file.md', 'provisioners/file.md']],
  [['provisioners/file'], ['provisioners/file.md']],
  [['smoke_test'], ['smoke_test.md']],
  [
    ['null', 'manifest'],
    ['sources/null.md', 'data-sources/null.md', 'post-processors/manifest.md'],
  ],
])('reference %j prints %j', async (args, paths) => {
  const { status, stdout } = await reference(...args)
  expect({ status, stdout }).toEqual({ status: 0, stdout: paths.map(path => pages.get(path)).join('\n') })
})

test('a name that is not built in: 2, and the one that was meant', async () => {
  const { status, stdout, stderr } = await reference('amazn-ebs')
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('Did you mean "amazon-ebs"?')
})

describe('npm run docs', () => {
  const script = resolve(__dirname, '..', '..', '.ci', 'check', 'docs.mjs')
  const folder = mkdtempSync(join(tmpdir(), 'ingot-docs-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' })
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const publish = (made: unknown) => write('dist/cli/main.js', `console.log(${JSON.stringify(JSON.stringify(made))})`)

  test('writes the pages; --check names those that are stale, missing or made by nothing', () => {
    publish([
      { path: 'README.md', text: 'index\n' },
      { path: 'sources/a.md', text: 'a\n' },
    ])
    expect(run('--check')).toMatchObject({ status: 1, stdout: expect.stringContaining('docs/reference/sources/a.md') })
    expect(run()).toMatchObject({ status: 0 })
    expect(readFileSync(join(folder, 'docs/reference/sources/a.md'), 'utf8')).toBe('a\n')
    expect(run('--check')).toMatchObject({ status: 0, stdout: '' })

    write('docs/reference/sources/a.md', 'by hand\n')
    write('docs/reference/sources/old.md', 'old\n')
    const { status, stdout } = run('--check')
    expect({ status, lines: stdout.trim().split('\n').slice(1) }).toEqual({
      status: 1,
      lines: ['docs/reference/sources/a.md', 'docs/reference/sources/old.md (nothing makes it)'],
    })
    run()
    expect(run('--check')).toMatchObject({ status: 0 })
    expect(existsSync(join(folder, 'docs/reference/sources/old.md'))).toBe(false)
  })
})
