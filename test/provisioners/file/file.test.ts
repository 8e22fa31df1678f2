/** Where files end up, side by side with Packer's file provisioner. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { file } from '../../../src/provisioners/file'
import { type FileOptions, fileOptions } from '../../../src/provisioners/file/options'
import { bytes } from '../../../src/provisioners/file/progress'
import { withDefaults } from '../../helpers/defaults'
import { type Opened, open } from '../../helpers/open-ssh'
import { packerBuild } from '../../helpers/packer'
import { provisionContext } from '../../helpers/provision'
import { type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

let server: Sshd
let opened: Opened
let folder: string

function group(name: string, tools: readonly string[], tests: () => void): void {
  describeWith(['sshd', ...tools], `file: ${name}`, () => {
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'ingot-file-'))
      mkdirSync(join(folder, 'd', 'sub', 'empty'), { recursive: true })
      writeFileSync(join(folder, 'd', 'a'), 'a', { mode: 0o755 })
      writeFileSync(join(folder, 'd', 'sub', 'b'), 'b')
      writeFileSync(join(folder, 'f'), 'f')
      server = await startSshd()
      opened = await open(server)
    })
    afterAll(async () => {
      await opened.communicator.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    })
    tests()
  })
}

async function run(options: Partial<FileOptions>) {
  const provisioned = provisionContext(opened.communicator)
  await file.provision(withDefaults(fileOptions, options as FileOptions), provisioned.context)
  return provisioned
}

/** SRC is this side's folder, DST the other side's, which has a folder `there` and a file `file`. */
const moves: readonly (readonly [string, Record<string, string | readonly string[]>])[] = [
  ['a file to a name', { source: 'SRC/f', destination: 'DST/new' }],
  ['a file over a file', { source: 'SRC/f', destination: 'DST/file' }],
  ['a file into a folder', { source: 'SRC/f', destination: 'DST/there/' }],
  ['several files into a folder', { sources: ['SRC/f', 'SRC/d/a'], destination: 'DST/there/' }],
  ['a folder into one that exists', { source: 'SRC/d', destination: 'DST/there' }],
  ['a folder into one that exists, with a slash', { source: 'SRC/d', destination: 'DST/there/' }],
  ['a folder to a new name', { source: 'SRC/d', destination: 'DST/fresh' }],
  ['what is in a folder into one that exists', { source: 'SRC/d/', destination: 'DST/there' }],
  ['content', { content: 'some\n"text"', destination: 'DST/text' }],
  ['a file from there', { direction: 'download', source: 'SRC/d/a', destination: 'DST/new/deep/a' }],
  ['a file from there into a folder', { direction: 'download', source: 'SRC/d/a', destination: 'DST/new/' }],
  ['a folder from there', { direction: 'download', source: 'SRC/d/', destination: 'DST/new' }],
  ['a folder from there, with a slash', { direction: 'download', source: 'SRC/d/', destination: 'DST/new/' }],
  ['what is in a folder from there', { direction: 'download', source: 'SRC/d/*', destination: 'DST/new/' }],
]

group('beside Packer', ['packer'], () => {
  test.each(moves.filter(([, options]) => !('content' in options)))('%s', async (_name, options) => {
    const place = (root: string) => {
      mkdirSync(join(root, 'there'), { recursive: true })
      writeFileSync(join(root, 'file'), 'old')
      return JSON.parse(JSON.stringify(options).replaceAll('SRC', folder).replaceAll('DST', root)) as Partial<FileOptions>
    }
    const theirs = join(folder, `theirs${Math.random()}`)
    const hcl = Object.entries(place(theirs)).map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
    expect((await packerBuild(server, `provisioner "file" {\n${hcl.join('\n')}\n}`)).status).toBe(0)
    const ours = join(folder, `ours${Math.random()}`)
    await run(place(ours))
    expect(listing(ours)).toEqual(listing(theirs))
    execFileSync('diff', ['-r', ours, theirs])
  })
})

group('what Packer 1.6.6 cannot do', [], () => {
  test('content, as it is', async () => {
    const destination = join(folder, 'text')
    await run({ content: 'some\n"text" $HOME', destination })
    expect(readFileSync(destination, 'utf8')).toBe('some\n"text" $HOME')
  })

  test('the content of a folder into a new one', async () => {
    await run({ source: `${folder}/d/`, destination: join(folder, 'new', 'deep') })
    expect(readFileSync(join(folder, 'new', 'deep', 'sub', 'b'), 'utf8')).toBe('b')
  })

  test('some files from there, by pattern', async () => {
    await run({ direction: 'download', source: `${folder}/d/[a-c]`, destination: join(folder, 'picked') })
    expect(listing(join(folder, 'picked'))).toEqual(['./a f'])
    await expect(run({ direction: 'download', source: `${folder}/d/*.none`, destination: folder })).rejects.toThrow(
      /Nothing on the machine matches/,
    )
  })

  test('a file that only appears while building', async () => {
    await expect(run({ source: `${folder}/later`, destination: '/tmp/x', generated: true })).rejects.toThrow(
      /there is no such file/,
    )
  })

  test('how far it has come is told', async () => {
    writeFileSync(join(folder, 'large'), Buffer.alloc(3_000_000))
    const { said } = await run({ source: join(folder, 'large'), destination: join(folder, 'large-there') })
    expect(said.at(-1)).toMatch(/^large: 3\.0 MB of 3\.0 MB, [\d.]+ [kMG]?B\/s$/)
  })
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [5_368_709_120, '5.4 GB'],
])('%d bytes are %s', (count, text) => expect(bytes(count)).toBe(text))

test.each<readonly [string, Partial<FileOptions>, readonly RegExp[]]>([
  ['fine', { source: __filename, destination: '/tmp/x' }, []],
  ['made later', { source: 'nope', destination: '/tmp/x', generated: true }, []],
  ['from there', { source: '/nope', destination: 'x', direction: 'download' }, []],
  ['nothing', { destination: '/tmp/x' }, [/One of source, sources and content/]],
  [
    'missing',
    { sources: [__filename, 'nope'], destination: '/tmp/x' },
    [/The source nope cannot be used: there is no such file.*generated = true/],
  ],
  ['both', { source: __filename, content: 'x', destination: '/tmp/x' }, [/Only one of content and source/]],
  ['content down', { content: 'x', destination: 'x', direction: 'download' }, [/can only be uploaded/]],
  ['content into a folder', { content: 'x', destination: '/tmp/' }, [/has to name a file/]],
])('check: %s', (_name, options, expected) => {
  const problems = file.check!(withDefaults(fileOptions, options as FileOptions))
  expect(problems.map(problem => problem.summary)).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
})

const listing = (root: string) =>
  execFileSync('find', ['.', '-mindepth', '1', '-printf', '%p %y\n'], { cwd: root }).toString().trim().split('\n').sort()
