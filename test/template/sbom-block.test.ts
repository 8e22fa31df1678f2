/** The one setting that switches the list of packages off. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPlan } from '../../src/template/load-plan'
import { plugins } from '../helpers/plugins'

async function planned(own: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-sbom-block-'))
  writeFileSync(
    join(folder, 't.pkr.hcl'),
    'variable "listed" { default = false }\nsource "null" "a" {}\nbuild {\n  sources = ["null.a"]\n}\n'.replace(
      '{}',
      '{\n  communicator = "none"\n}',
    ),
  )
  writeFileSync(join(folder, 't.ingot.hcl'), own)
  const { plan, diagnostics } = await loadPlan({ path: folder, environment: {}, plugins })
  return { sbom: plan?.builds[0]?.sbom, errors: diagnostics.map(({ summary }) => summary) }
}

test.each<[string, string, boolean | undefined, string[]]>([
  ['nothing', '', undefined, []],
  ['an empty block', 'sbom {}', undefined, []],
  ['on', 'sbom {\n  enabled = true\n}', undefined, []],
  ['off', 'sbom {\n  enabled = false\n}', false, []],
  ['off by a variable', 'sbom {\n  enabled = var.listed\n}', false, []],
  ['two blocks', 'sbom {}\nsbom {}', undefined, ['Two sbom blocks']],
])('%s', async (_case, own, sbom, errors) => {
  expect(await planned(own)).toEqual({ sbom, errors })
})
