/** `ingot fmt` beside `packer fmt`: names, diffs, exit statuses, and what is left alone. */
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { inFolder, ingot, packer } from '../helpers/cli'
import { describeWith } from '../helpers/tools'

const unformatted = 'a   = 1\nbb = 2\nblk "x" {\ny=1\n}\n'
const formatted = 'a  = 1\nbb = 2\nblk "x" {\n  y = 1\n}\n'
const files = {
  'b.pkr.hcl': unformatted,
  'good.pkr.hcl': formatted,
  'v.pkrvars.hcl': unformatted,
  'v.auto.pkrvars.hcl': unformatted,
  'other.hcl': unformatted,
  'j.pkr.json': '{"a":  1}',
  'long.pkr.hcl': `${Array.from({ length: 12 }, (_, i) => `k${i} = ${i}\n\n`).join('')}z   = 1`,
  'sub/deep/d.pkr.hcl': unformatted,
  'sub/s.pkr.hcl': unformatted,
}

let place: ReturnType<typeof inFolder>
beforeEach(() => {
  place = inFolder(files)
})
afterEach(() => place.done())

const contents = () => Object.fromEntries(Object.keys(files).map(name => [name, readFileSync(name, 'utf8')]))

describeWith(['packer', 'diff'], 'as packer fmt', () => {
  test.each([
    [['.']],
    [['-check', '.']],
    [['--check', '-diff', '.']],
    [['-write=false', '.']],
    [['-diff', '-write=false', 'long.pkr.hcl']],
    [['-diff', 'b.pkr.hcl']],
    [['./b.pkr.hcl']],
    [['good.pkr.hcl']],
    [['-check', 'good.pkr.hcl']],
    [['sub']],
  ])('%j', async args => {
    const { status, stdout } = packer(['fmt', ...args])
    const theirs = contents()
    for (const [name, text] of Object.entries(files)) writeFileSync(name, text)
    expect(await ingot(['fmt', ...args])).toEqual({ status, stdout, stderr: '' })
    expect(contents()).toEqual(theirs)
  })

  test.each(['other.hcl', 'j.pkr.json', 'absent', 'absent.pkr.hcl'])('%s is refused', async name => {
    expect(packer(['fmt', name]).status).not.toBe(0)
    expect(await ingot(['fmt', name])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(name) })
  })
})

test('folders inside, without what is hidden and the copies of editors; ours too', async () => {
  for (const name of ['.h.pkr.hcl', 'b.pkr.hcl~', '#b.pkr.hcl#', 'o.ingot.hcl']) writeFileSync(name, unformatted)
  const { status, stdout } = await ingot(['fmt', '-recursive', '-check', '.'])
  expect(status).toBe(3)
  expect(stdout.split('\n')).toEqual([
    ...['b.pkr.hcl', 'long.pkr.hcl', 'o.ingot.hcl', 'sub/deep/d.pkr.hcl', 'sub/s.pkr.hcl', 'v.auto.pkrvars.hcl', 'v.pkrvars.hcl'],
    '',
  ])
})

test('what does not parse stays as it is and is told; the rest is formatted', async () => {
  writeFileSync('broken.pkr.hcl', 'a = = {')
  const { status, stdout, stderr } = await ingot(['fmt', 'broken.pkr.hcl', 'b.pkr.hcl'])
  expect({ status, stdout }).toEqual({ status: 2, stdout: 'b.pkr.hcl\n' })
  expect(stderr).toContain('broken.pkr.hcl:1:5')
  expect(readFileSync('broken.pkr.hcl', 'utf8')).toBe('a = = {')
})

test.each([
  [[], 0, formatted],
  [['-check'], 3, ''],
  [['-write=false'], 0, formatted],
  [
    ['-diff'],
    0,
    `--- old/<stdin>\n+++ new/<stdin>\n@@ -1,5 +1,5 @@\n-a   = 1\n+a  = 1\n bb = 2\n blk "x" {\n-y=1\n+  y = 1\n }\n`,
  ],
])('from standard input, %j', async (flags, status, stdout) => {
  expect(await ingot(['fmt', ...flags, '-'], unformatted)).toEqual({ status, stdout, stderr: '' })
})

test('formatted standard input passes -check', async () => {
  expect(await ingot(['fmt', '-check', '-'], formatted)).toEqual({ status: 0, stdout: '', stderr: '' })
})

test('permissions and links stay', async () => {
  chmodSync('b.pkr.hcl', 0o640)
  symlinkSync('b.pkr.hcl', 'link.pkr.hcl')
  expect((await ingot(['fmt', 'link.pkr.hcl'])).stdout).toBe('link.pkr.hcl\n')
  expect(lstatSync('link.pkr.hcl').isSymbolicLink()).toBe(true)
  expect(statSync('b.pkr.hcl').mode & 0o777).toBe(0o640)
  expect(readFileSync('b.pkr.hcl', 'utf8')).toBe(formatted)
})

test('the line ends of Windows stay, a byte order mark does not', async () => {
  writeFileSync('b.pkr.hcl', '\ufeffa   = 1\r\nbb = 2\r\n')
  await ingot(['fmt', 'b.pkr.hcl'])
  expect(readFileSync('b.pkr.hcl', 'utf8')).toBe('a  = 1\r\nbb = 2\r\n')
})

test('nothing named is 2', async () => expect((await ingot(['fmt'])).status).toBe(2))

test('-format json: the names of what changes', async () => {
  const { stdout } = await ingot(['fmt', '-format=json', '-check', 'b.pkr.hcl', 'good.pkr.hcl'])
  expect(JSON.parse(stdout)).toMatchObject({ exitCode: 3, changed: ['b.pkr.hcl'], diagnostics: [] })
})
