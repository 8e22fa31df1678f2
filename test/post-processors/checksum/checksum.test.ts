import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checksum } from '../../../src/post-processors/checksum'
import { checksumOptions } from '../../../src/post-processors/checksum/options'
import { withDefaults } from '../../helpers/defaults'
import { artifactOf, postProcessContext } from '../../helpers/post-process'

test.each([
  [['md5', 'sha512'], 0],
  [['crc32'], 1],
  [['SHA256', 'sha1', 'x'], 2],
])('the kinds %j', (kinds, problems) => {
  expect(checksum.check?.(withDefaults(checksumOptions, { checksum_types: kinds }))).toHaveLength(problems)
})

test('a file that cannot be read is named', async () => {
  const run = checksum.process(withDefaults(checksumOptions, {}), artifactOf('/nowhere/x'), postProcessContext().context)
  await expect(run).rejects.toThrow(/^No md5 checksum of \/nowhere\/x: ENOENT/)
})

test('a place that cannot be written to is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-checksum-'))
  const file = join(folder, 'a')
  writeFileSync(file, 'a')
  const options = withDefaults(checksumOptions, { output: join(file, 'sums') })
  await expect(checksum.process(options, artifactOf(file), postProcessContext().context)).rejects.toThrow(
    /^Checksums could not be written to .*sums: E/,
  )
  rmSync(folder, { recursive: true })
})
