/** Globs of -only and -except, and texts of -var, PKR_VAR_ and files, at random: what Packer 1.6.6 does with them, we do. SEED chooses others. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasErrors } from '../../src/language/diagnostic'
import { type LoadInput, loadPlan } from '../../src/template/load-plan'
import { plugins } from '../helpers/plugins'
import { type Random, seeded } from '../helpers/random-expression'
import { shown } from '../helpers/template'
import { describeWith } from '../helpers/tools'

const random = seeded(Number(process.env.SEED ?? 1))
const count = Number(process.env.COUNT ?? 16)
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-random-'))
  mkdirSync(join(folder, 'out'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function packer(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env.PATH, HOME: folder, CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1', ...environment }
  const { status, stdout, stderr } = spawnSync('packer', args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 })
  return { status, output: stdout + stderr }
}

function written(): Record<string, string> {
  const files = readdirSync(join(folder, 'out')).sort()
  const contents = Object.fromEntries(files.map(name => [name, readFileSync(join(folder, 'out', name), 'utf8')]))
  for (const name of files) rmSync(join(folder, 'out', name))
  return contents
}

/** What our plan would write, or the errors in its place. */
async function planned(path: string, input: Partial<LoadInput>) {
  const { plan, diagnostics } = await loadPlan({ path, plugins, environment: {}, workingDirectory: folder, ...input })
  if (hasErrors(diagnostics)) return { errors: diagnostics.map(shown) }
  const files = plan?.builds.map(
    ({ source: { options } }) => [String(options.value.target).slice(4), options.value.content] as const,
  )
  return { files: Object.fromEntries([...(files ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) }
}

const NAMES = ['a', 'ab', 'b-c', 'x_1', 'Web'] as const

function randomGlob(random: Random): string {
  const piece = () =>
    pick([
      ...['*', '?', 'a', 'b', 'file', '.', 'first', 'file.', '.file', 'x_1', 'Web', '-', 'e'],
      ...['[ab]', '[!a]', '[a-c]', '*.', '\\*', '**'],
    ])
  return random() < 0.2
    ? pick([...NAMES, 'file.a', 'first.file.a', 'nothing'])
    : Array.from({ length: 1 + Math.floor(random() * 4) }, piece).join('')
}

describeWith(['packer'], 'selection at random', () => {
  const plain = (name: string) => `source "file" "${name}" {\n  target  = "out/${name}"\n  content = "x"\n}\n`
  const hcl = `${NAMES.map(plain).join('')}
build {
  name    = "first"
  sources = ["file.a", "file.ab", "file.b-c"]
}
build {
  sources = ["file.x_1", "file.Web"]
}
`
  const json = JSON.stringify({ builders: NAMES.map(name => ({ type: 'file', name, content: 'x', target: `out/${name}` })) })

  test(`${count} globs`, async () => {
    writeFileSync(join(folder, 't.pkr.hcl'), hcl)
    writeFileSync(join(folder, 't.json'), json)
    for (let i = 0; i < count; i++) {
      const file = i % 4 === 3 ? 't.json' : 't.pkr.hcl'
      const patterns = Array.from({ length: 1 + Math.floor(random() * 2) }, () => randomGlob(random))
      const flag = pick(['only', 'except'] as const)
      packer(['build', `-${flag}=${patterns.join(',')}`, file])
      const ours = await planned(file, { [flag]: patterns })
      expect({ file, flag, patterns, files: ours.files ?? {} }).toEqual({ file, flag, patterns, files: written() })
    }
  })
})

const TYPES = [
  'string',
  'number',
  'bool',
  'list(string)',
  'list(number)',
  'set(string)',
  'map(string)',
  'map(number)',
  'object({a=string,b=number})',
  'tuple([string,bool])',
]
const DEFAULTS = ['"d"', '5', 'true', '["a"]', '{ a = "b" }', '[]', '{}', 'null']
const TEXTS = [
  ...[
    'x',
    '5',
    '-1.50',
    '1e3',
    '0x10',
    'true',
    'false',
    'yes',
    '"quoted"',
    "'single'",
    'null',
    ' padded ',
    'a=b',
    'é',
    '${x}',
    '{{x}}',
  ],
  ...[
    '["a","b"]',
    '[1, 2,]',
    '[true]',
    '["1", 2]',
    '{a="x"}',
    '{ a = "x", b = 2 }',
    '{"a":"x","b":"3"}',
    '["x", true]',
    '[',
    '{a=',
    'a b',
  ],
  ...['upper("x")', '1 + 1', '"a${1}b"', '[for x in ["p"] : x]', 'true ? 1 : 2', '""', '<<E\nx\nE\n'],
]

/** Newer Packer is documented to take any value where the default is null or an empty collection; 1.6.6 did not. */
const OLD = (declaration: string): boolean => /default = (null|\[\]|\{\})/.test(declaration)

describeWith(['packer'], 'values of variables at random', () => {
  test(`${count * 3} texts`, async () => {
    const cases = Array.from({ length: count * 3 }, (_, i) => {
      const type = random() < 0.7 ? `  type = ${pick(TYPES)}\n` : `  default = ${pick(DEFAULTS)}\n`
      return {
        name: `v${i}`,
        declaration: `variable "v${i}" {\n${type}}\n`,
        text: pick(TEXTS),
        way: pick(['flag', 'environment'] as const),
      }
    }).filter(({ declaration }) => !OLD(declaration))
    const given = (some: typeof cases) => ({
      flags: some.filter(({ way }) => way === 'flag').map(({ name, text }) => ({ name, text })),
      environment: Object.fromEntries(
        some.flatMap(({ name, text, way }) => (way === 'environment' ? [[`PKR_VAR_${name}`, text]] : [])),
      ),
    })
    const template = (some: typeof cases) =>
      `${some
        .map(
          ({ name, declaration }) =>
            `${declaration}source "file" "${name}" {\n  target  = "out/${name}"\n  content = jsonencode([var.${name}])\n}\n`,
        )
        .join('')}build {\n  sources = ${JSON.stringify(some.map(({ name }) => `file.${name}`))}\n}\n`
    const ask = (some: typeof cases) => {
      writeFileSync(join(folder, 't.pkr.hcl'), template(some))
      const { flags, environment } = given(some)
      return packer(['build', ...flags.flatMap(({ name, text }) => ['-var', `${name}=${text}`]), 't.pkr.hcl'], environment)
    }
    const ours = async (some: typeof cases) => {
      writeFileSync(join(folder, 't.pkr.hcl'), template(some))
      const { flags, environment } = given(some)
      return planned('t.pkr.hcl', { variables: flags, environment })
    }
    const valid: typeof cases = []
    const invalid: typeof cases = []
    for (const each of cases) ((await ours([each])).errors ? invalid : valid).push(each)
    const { status, output } = ask(valid)
    expect({ status, output: status === 0 ? '' : output }).toEqual({ status: 0, output: '' })
    expect((await ours(valid)).files).toEqual(written())
    for (const each of invalid.slice(0, Math.ceil(count / 2))) {
      expect({ ...each, status: ask([each]).status }).toEqual({ ...each, status: 1 })
      written()
    }
  })
})
