/** Expressions written at random, against `terraform console` where it is installed. SEED and COUNT choose other ones. */
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { evaluateText } from '../helpers/evaluate'
import { randomExpression, seeded } from '../helpers/random-expression'

const isInstalled = spawnSync('terraform', ['version'], { timeout: 30_000 }).status === 0
if (!isInstalled) console.warn('terraform is not installed: NO comparison with random expressions takes place')

const seed = Number(process.env.SEED ?? 1)
const count = Number(process.env.COUNT ?? 400)

/** The console reads one line of up to 64 KiB. What is unknown makes all of a line unknown, so then each half is asked again. */
function ask(expressions: readonly string[]): readonly string[] {
  if (expressions.length > 150) return [...ask(expressions.slice(0, 150)), ...ask(expressions.slice(150))]
  const tries = expressions.map(text => `try(jsonencode(${text}), "error")`)
  const input = `base64encode(jsonencode([${tries.join(', ')}]))\n`
  const options = { input, cwd: tmpdir(), encoding: 'utf8', timeout: 60_000, maxBuffer: 1 << 26 } as const
  const { stdout, stderr } = spawnSync('terraform', ['console', '-no-color'], options)
  const [, encoded] = /^"([A-Za-z0-9+/=]+)"$/m.exec(stdout) ?? []
  if (encoded) return JSON.parse(Buffer.from(encoded, 'base64').toString())
  if (!stdout.includes('known after apply')) throw new Error(`${expressions.length} expressions: ${stdout}${stderr}`)
  if (expressions.length === 1) return ['unknown']
  const half = expressions.length >> 1
  return [...ask(expressions.slice(0, half)), ...ask(expressions.slice(half))]
}

/** Terraform evaluates both sides of a logical operator; HCL 2.24 does not. */
const mayDiffer = (text: string, theirs: string) => theirs === 'error' && /&&|\|\|/.test(text)

;(isInstalled ? test : test.skip)(`${count} random expressions${isInstalled ? '' : ' [needs terraform]'}`, () => {
  const random = seeded(seed)
  const expressions = Array.from({ length: count }, () => randomExpression(random, Number(process.env.DEPTH ?? 3)))
  const theirs = ask(expressions)
  const differences = expressions.flatMap((text, i) => {
    const { value, summaries } = evaluateText(text)
    const ours = value === undefined || value === 'cannot serialize infinity as JSON' ? 'error' : value
    return ours === theirs[i] || mayDiffer(text, theirs[i]!) ? [] : [{ text, ours, theirs: theirs[i], summaries }]
  })
  expect(differences).toEqual([])
})
