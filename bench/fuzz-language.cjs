// Fuzzes the language until COUNT inputs (a million) are through: node bench/fuzz-language.cjs [count] [seed]
require('../test/helpers/typescript.cjs')
const { fuzzOnce } = require('../test/helpers/fuzz-language.ts')
const { seeded } = require('../test/helpers/random-expression.ts')

const [count = 1_000_000, seed = Date.now()] = process.argv.slice(2).map(Number)
console.log(`${count} inputs, seed ${seed}`)
const random = seeded(seed)
const started = performance.now()
let slowest = { milliseconds: 0, text: '' }
for (let i = 0; i < count; i++) {
  const before = performance.now()
  const text = fuzzOnce(random)
  const milliseconds = performance.now() - before
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, text }
}
const seconds = (performance.now() - started) / 1000
console.log(
  `${Math.round(count / seconds)} inputs a second; the slowest took ${slowest.milliseconds.toFixed(0)} ms: ${JSON.stringify(slowest.text)}`,
)
