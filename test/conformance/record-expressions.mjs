// Asks `terraform console` what each line of expressions.txt is, and writes the answers to expressions.json.
// Run it after adding lines: node test/conformance/record-expressions.mjs
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'

const here = new URL('.', import.meta.url)
const lines = readFileSync(new URL('expressions.txt', here), 'utf8').split('\n').filter(Boolean)
const known = JSON.parse(readFileSync(new URL('expressions.json', here), { encoding: 'utf8', flag: 'a+' }) || '{}')
const answers = {}
for (const line of lines) answers[line] = known[line] ?? ask(line)
writeFileSync(new URL('expressions.json', here), `${JSON.stringify(answers, undefined, 1)}\n`)

/** The value as JSON text (numbers are exact in it), or the summary of the error. */
function ask(expression) {
  const input = `base64encode(jsonencode({ v = ${expression} }))\n`
  const { stdout, stderr } = spawnSync('terraform', ['console', '-no-color'], {
    input,
    cwd: tmpdir(),
    encoding: 'utf8',
    timeout: 30_000,
  })
  const [, value] = /^"([A-Za-z0-9+/=]+)"$/m.exec(stdout) ?? []
  if (value) return { value: Buffer.from(value, 'base64').toString().slice('{"v":'.length, -1) }
  return { error: /Error: (.*)/.exec(stderr)?.[1] ?? 'no answer' }
}
