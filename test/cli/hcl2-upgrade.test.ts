/** `ingot hcl2_upgrade`, from the command line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../src/cli/dispatch'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-upgrade-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function upgrade(template: string, ...flags: readonly string[]) {
  const file = join(folder, 't.json')
  writeFileSync(file, template)
  let [out, err] = ['', '']
  const stdout = { write: (text: string) => (out += text) }
  const stderr = { write: (text: string) => (err += text) }
  const status = await main(['hcl2_upgrade', ...flags, file], { stdout, stderr, stdin: process.stdin, environment: {} })
  return { status, out, err, file }
}

const NULL = '{"builders": [{"type": "null", "communicator": "none"}]}'

test('writes beside the template, and says where', async () => {
  const { status, out, file } = await upgrade(NULL)
  expect({ status, out }).toEqual({ status: 0, out: `Successfully created ${file}.pkr.hcl.\n` })
  expect(readFileSync(`${file}.pkr.hcl`, 'utf8')).toBe(
    'source "null" "null" {\n  communicator = "none"\n}\n\nbuild {\n  sources = ["source.null.null"]\n}\n',
  )
})

test('writes where it is told to', async () => {
  const target = join(folder, 'new.pkr.hcl')
  expect((await upgrade(NULL, `-output-file=${target}`, '-with-annotations')).status).toBe(0)
  expect(readFileSync(target, 'utf8')).toMatch(/^# /)
  expect((await upgrade(NULL, '--output-file', '-')).out).toMatch(/^source "null"/)
})

test('an unknown builder is status 1, though the file is written; a broken template is status 2', async () => {
  const unknown = await upgrade('{"builders": [{"type": "zork"}]}')
  expect(unknown.status).toBe(1)
  expect(unknown.err).toContain('"zork" is not built in')
  expect(readFileSync(`${unknown.file}.pkr.hcl`, 'utf8')).toContain('source "zork"')
  const broken = await upgrade('{"builders": [}', '-output-file', join(folder, 'none.pkr.hcl'))
  expect(broken.status).toBe(2)
  expect(() => readFileSync(join(folder, 'none.pkr.hcl'))).toThrow()
})
