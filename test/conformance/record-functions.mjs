// Asks `terraform console` what each line of functions.txt is, many in one process, and writes the answers to functions.json.
// Run it after adding lines: node test/conformance/record-functions.mjs
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const here = new URL('.', import.meta.url)
const lines = readFileSync(new URL('functions.txt', here), 'utf8').split('\n').filter(Boolean)
const folder = mkdtempSync(join(tmpdir(), 'record-'))
const answers = {}
for (let i = 0; i < lines.length; i += 150) {
  const group = lines.slice(i, i + 150)
  for (const [j, answer] of ask(group).entries()) answers[group[j]] = answer
}
rmSync(folder, { recursive: true })
writeFileSync(new URL('functions.json', here), `${JSON.stringify(answers, undefined, 1)}\n`)

/** Each as JSON text, null for an error. What cannot even be parsed spoils its group, so then each half is asked again. */
function ask(group) {
  const input = `base64encode(jsonencode([${group.map(text => `try(jsonencode(${text}), null)`).join(', ')}]))\n`
  const env = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null' }
  const { stdout } = spawnSync('terraform', ['console', '-no-color'], {
    input,
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 60_000,
  })
  const [, encoded] = /^"([A-Za-z0-9+/=]+)"$/m.exec(stdout) ?? []
  if (encoded) return JSON.parse(Buffer.from(encoded, 'base64').toString())
  if (group.length === 1) return [null]
  const half = group.length >> 1
  return [...ask(group.slice(0, half)), ...ask(group.slice(half))]
}
