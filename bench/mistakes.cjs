// Puts mistakes into templates that have none and checks that each is told once, where it is: node bench/mistakes.cjs [count] [seed] [show]
// `show` prints what is not told as it should be.
require('../test/helpers/typescript.cjs')
const { tellsAll } = require('../test/helpers/random-mistakes.ts')
const { seeded } = require('../test/helpers/random-expression.ts')

const [count = 3000, seed = Date.now()] = process.argv.slice(2).map(Number)
const kept = process.argv[4]

async function main() {
  const random = seeded(seed)
  let mistakes = 0
  const wrong = []
  for (let i = 0; i < count; i++) {
    const { file, injected, text, problems } = await tellsAll(random)
    mistakes += injected.length
    if (problems.length > 0) wrong.push({ file, injected, text, problems })
  }
  if (kept === 'show') for (const each of wrong) console.log(JSON.stringify(each))
  console.log(`${count} files with ${mistakes} mistakes, seed ${seed}: ${wrong.length} files not told as they should be`)
  process.exitCode = wrong.length > 0 ? 1 : 0
}

main()
