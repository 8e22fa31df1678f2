/** Folders that hold more than files, and files that cannot be read. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTemplate } from '../../src/template/files'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-files-'))
  writeFileSync(join(folder, 'a.pkr.hcl'), '')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a folder that is called like a template is none, as for Packer', async () => {
  for (const name of ['b.pkr.hcl', 'c.auto.pkrvars.hcl', 'd.ingot.hcl']) mkdirSync(join(folder, name))
  const { templates, variables, own } = await readTemplate({ path: '.' }, folder)
  expect([templates, variables, own].map(files => files.map(({ file }) => file))).toEqual([['a.pkr.hcl'], [], []])
})

test('what cannot be read is named, with the reason', async () => {
  symlinkSync('loop.pkr.hcl', join(folder, 'loop.pkr.hcl'))
  await expect(readTemplate({ path: '.' }, folder)).rejects.toThrow(
    '"loop.pkr.hcl" could not be read: it is a link that leads back to itself.',
  )
})
