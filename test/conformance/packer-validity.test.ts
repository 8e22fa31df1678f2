/**
 * What Packer 1.6.6 calls valid, we do, and what it refuses, we do; each difference is recorded with its reason.
 * The verdicts were recorded with Debian's Packer; where it is installed every tenth is asked again, all of them with ALL=1.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plugins } from '../../src/catalog'
import cases from '../fixtures/template/validity.json'
import { load, shown } from '../helpers/template'
import { describeWith } from '../helpers/tools'

interface Case {
  readonly name: string
  readonly file: string
  readonly text: string
  readonly packer: string
  readonly difference?: string
}

const other = { valid: 'invalid', invalid: 'valid' } as const

test.each(cases as readonly Case[])('$name', async ({ file, text, packer, difference }) => {
  const { diagnostics } = await load({ [file]: text }, { path: file, plugins })
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(shown)
  const expected = difference ? other[packer as keyof typeof other] : packer
  expect({ verdict: errors.length > 0 ? 'invalid' : 'valid', errors }).toMatchObject({ verdict: expected })
})

describeWith(['packer'], 'the recorded verdicts are those of Packer', () => {
  const asked = (cases as readonly Case[]).filter((_, i) => process.env.ALL || i % 10 === 0)
  test.each(asked)('$name', ({ file, text, packer }) => {
    const folder = mkdtempSync(join(tmpdir(), 'ingot-validity-'))
    try {
      writeFileSync(join(folder, file), text)
      const { status } = spawnSync('packer', ['validate', file], {
        cwd: folder,
        env: { ...process.env, CHECKPOINT_DISABLE: '1' },
        timeout: 60_000,
      })
      expect(status === 0 ? 'valid' : 'invalid').toBe(packer)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
