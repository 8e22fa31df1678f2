// Validation beside Debian's Packer, in one run: a large generated template, a small one from start to finish, and the parser alone.
//   node bench/validate.cjs [ROUNDS] [CLI]
// CLI is dist/cli/main.js unless it is given. The best of the rounds counts, as wall-clock time and as processor time of all
// threads: the machine has other work. Packer takes minutes for 30,000, so it is asked for 3,000 once and for the small file.
require('../test/helpers/typescript.cjs')
const { spawnSync } = require('node:child_process')
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { parseFile } = require('../src/language/hcl/index.ts')
const { loadPlan } = require('../src/template/load-plan.ts')
const { plugins } = require('../test/helpers/plugins.ts')
const { programPath } = require('../test/helpers/tools.ts')

const ROUNDS = Number(process.argv[2] ?? 5)
const cli = process.argv[3] ?? join(__dirname, '..', 'dist', 'cli', 'main.js')
const folder = mkdtempSync(join(tmpdir(), 'ingot-bench-'))
const environment = { PATH: process.env.PATH, HOME: folder, CHECKPOINT_DISABLE: '1' }

const variable = i => `variable "v${i}" {\n  type    = string\n  default = "value ${i}"\n}\n`
const local = i => `  l${i} = "\${upper(var.v${i})}-\${length(var.v${i}) + ${i}}"\n`
const generated = count => {
  const each = write => Array.from({ length: count }, (_, i) => write(i)).join('')
  return `${each(variable)}locals {\n${each(local)}}\n${SMALL}`
}
const SMALL = `source "null" "x" {\n  communicator = "none"\n}\nbuild {\n  sources = ["source.null.x"]\n}\n`

const seconds = ({ user, system }) => (user + system) / 1e6
const isLess = (a, b) => b === undefined || a < b

/** The least of several rounds: wall and processor seconds, each for itself. */
async function best(rounds, work) {
  const least = {}
  for (let round = 0; round < rounds; round++) {
    const began = process.hrtime.bigint()
    const spent = seconds(await work())
    const wall = Number(process.hrtime.bigint() - began) / 1e9
    if (isLess(wall, least.wall)) least.wall = wall
    if (isLess(spent, least.spent)) least.spent = spent
  }
  return least
}

const show = (what, { wall, spent }, note = '') =>
  console.log(`${what.padEnd(52)}${wall.toFixed(3).padStart(8)} s wall${spent.toFixed(3).padStart(8)} s processor  ${note}`)

const here = work => async () => {
  const before = process.cpuUsage()
  await work()
  return process.cpuUsage(before)
}

/** Node counts what its ended children have used; they run one after another. */
const program =
  (command, ...args) =>
  () => {
    const before = process.resourceUsage ? childUsage() : undefined
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env: environment, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`)
    const after = childUsage()
    return { user: after.user - before.user, system: after.system - before.system }
  }

/** From the kernel, in microseconds: fields 16 and 17 of stat, in hundredths of a second. */
function childUsage() {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return { user: Number(fields[13]) * 1e4, system: Number(fields[14]) * 1e4 }
}

async function large(count, rounds) {
  const file = join(folder, `large-${count}.pkr.hcl`)
  const text = generated(count)
  writeFileSync(file, text)
  const size = `${count} variables and locals, ${Math.round(text.length / 1000)} KB`
  const load = async () => {
    const { diagnostics } = await loadPlan({ path: file, environment, plugins })
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics[0]))
  }
  show(`${size}: in process`, await best(rounds, here(load)))
  const ours = await best(rounds, program(process.execPath, cli, 'validate', file))
  show(`${size}: ingot validate`, ours)
  return { file, size, ours }
}

async function main() {
  const packer = programPath('packer')
  const { file, size, ours } = await large(3_000, ROUNDS)
  if (packer) {
    const theirs = await best(1, program(packer, 'validate', file))
    show(`${size}: packer validate`, theirs, `ours ${(ours.wall / theirs.wall).toFixed(3)} x`)
  }
  await large(30_000, 2)

  const small = join(folder, 'small.pkr.hcl')
  writeFileSync(small, SMALL)
  const started = await best(ROUNDS * 4, program(process.execPath, cli, 'validate', small))
  show('small file: ingot validate', started)
  show('small file: node alone', await best(ROUNDS * 4, program(process.execPath, '-e', '0')))
  if (packer) {
    const theirs = await best(ROUNDS * 4, program(packer, 'validate', small))
    const ratio = what => (started[what] / theirs[what]).toFixed(2)
    show('small file: packer validate', theirs, `ours ${ratio('wall')} x wall, ${ratio('spent')} x processor`)
  }

  const bytes = Buffer.from(Array.from({ length: 50_000 }, (_, i) => variable(i) + local(i).slice(2)).join(''))
  const parsed = await best(
    ROUNDS,
    here(() => parseFile(bytes, 'large.hcl')),
  )
  const megabytes = bytes.length / 1e6
  show(`parsing ${megabytes.toFixed(1)} MB`, parsed, `${(megabytes / parsed.wall).toFixed(1)} MB/s`)
}

main().finally(() => rmSync(folder, { recursive: true }))
