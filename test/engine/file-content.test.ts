/** What a fingerprint takes of files: all of them, however long they are. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plugins } from '../../src/catalog'
import { contentOf } from '../../src/engine/file-content'
import { needsRecipes } from '../../src/engine/recipe'
import { loadPlan } from '../../src/template/load-plan'

const folder = mkdtempSync(join(tmpdir(), 'ingot-content-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([0, 1, 1 << 20, (1 << 20) + 1, 5_000_000])('a file of %i bytes, which is read in pieces', size => {
  const path = join(folder, String(size))
  const bytes = randomBytes(size)
  writeFileSync(path, bytes, { mode: 0o644 })
  expect(contentOf(path)).toEqual({ content: createHash('sha256').update(bytes).digest('hex'), runs: false })
})

test.each([
  ['source "null" "x" {\n  communicator = "none"\n}\nbuild {\n  sources = ["source.null.x"]\n}', false],
  [
    'source "amazon-ebs" "x" {\n  region = "us-east-1"\n  source_ami = "ami-1"\n  instance_type = "t3.small"\n  ami_name = "web-1"\n  ssh_username = "admin"\n}\nbuild {\n  sources = ["source.amazon-ebs.x"]\n}',
    true,
  ],
])('files are read where an image can be found again by them: %s', async (template, needed) => {
  const path = join(folder, 't.pkr.hcl')
  writeFileSync(path, template)
  const { plan, diagnostics } = await loadPlan({ path, environment: {}, plugins, variables: [] })
  expect(diagnostics).toEqual([])
  expect(needsRecipes(plan!, plugins)).toBe(needed)
})
