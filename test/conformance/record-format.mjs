// Asks `packer fmt` for the layout of every input in format.json; where HCL has changed since that Packer, `terraform fmt`.
// Add inputs with any output, then run: node test/conformance/record-format.mjs
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const table = new URL('format.json', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'format-'))
const inputs = Object.keys(JSON.parse(readFileSync(table, 'utf8')))
writeFileSync(table, `${JSON.stringify(Object.fromEntries(inputs.map(input => [input, ask(input)])), undefined, 1)}\n`)
rmSync(folder, { recursive: true })

function ask(input) {
  // Older HCL puts a space behind "!" and does not know "::".
  if (/![^=]|::/.test(input))
    return spawnSync('terraform', ['fmt', '-'], {
      input,
      encoding: 'utf8',
      env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null' },
    }).stdout
  const file = join(folder, 'input.pkr.hcl')
  writeFileSync(file, input)
  const { status } = spawnSync('packer', ['fmt', file])
  if (status !== 0) throw new Error(`packer refuses ${JSON.stringify(input)}`)
  return readFileSync(file, 'utf8')
}
