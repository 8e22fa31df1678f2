/** Heredocs and template files written at random, against Terraform where it is installed: white space is where templates differ. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseFile, parseTemplate } from '../../src/language/hcl'
import { toJson } from '../../src/language/values/json'
import { functions } from '../helpers/evaluate'
import { type Random, seeded } from '../helpers/random-expression'

const isInstalled = spawnSync('terraform', ['version'], { timeout: 30_000 }).status === 0
if (!isInstalled) console.warn('terraform is not installed: NO comparison with random templates takes place')

const seed = Number(process.env.SEED ?? 1)
const count = Number(process.env.COUNT ?? 150)

function randomTemplate(random: Random): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const strip = () => pick(['', '', '', '~'])
  const space = () => pick(['', '', ' ', '  ', '    ', '\t', '\u2003', '        '])
  const sequence = (text: string) => `{${strip()} ${text} ${strip()}}`
  const piece = (depth: number): string =>
    pick(
      [
        () => pick(['a', 'b c', 'é', '\\n', '$', '%', '$$', '"', '$${x}', '%%{x}', '\\', ' x ', '😀']).replace(/[$%]$/, '$& '),
        () => `$${sequence(pick(['"v"', '1', '" w "', '"p\\n  q"', 'true']))}`,
        () =>
          `%${sequence(`if ${pick(['true', 'false'])}`)}${line(depth - 1)}%${sequence('else')}${line(depth - 1)}%${sequence('endif')}`,
        () => `%${sequence('for x in ["p", "q"]')}${line(depth - 1)}$${sequence('x')}${line(depth - 1)}%${sequence('endfor')}`,
      ].slice(0, depth > 0 ? 4 : 2),
    )()
  const content = (depth: number) => pick([() => '', () => piece(depth), () => piece(depth) + space() + piece(depth)])()
  const line = (depth: number) => `${space()}${content(depth)}${pick(['', '', '\n', '\n', '\r\n', '\n\n'])}`
  return Array.from({ length: 1 + Math.floor(random() * 5) }, () => `${line(2)}${pick(['\n', '\n', ''])}`).join('')
}

function askTerraform(file: string, files: readonly string[]): readonly string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'))
  try {
    writeFileSync(join(folder, 'main.tf'), file)
    for (const [i, text] of files.entries()) writeFileSync(join(folder, `${i}.tpl`), text)
    const read = `[for i in range(${files.length}): jsonencode(templatefile("\${i}.tpl", {}))]`
    const input = `base64encode(jsonencode([[for v in local.all: jsonencode(v)], ${read}]))\n`
    const { stdout, stderr } = spawnSync('terraform', ['console', '-no-color'], {
      input,
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
    })
    const [, encoded] = /^"([A-Za-z0-9+/=]+)"$/m.exec(stdout) ?? []
    if (!encoded) throw new Error(stdout + stderr)
    return JSON.parse(Buffer.from(encoded, 'base64').toString())
  } finally {
    rmSync(folder, { recursive: true })
  }
}

;(isInstalled ? test : test.skip)(`${count} random templates${isInstalled ? '' : ' [needs terraform]'}`, () => {
  const random = seeded(seed)
  const templates = Array.from({ length: count }, () => randomTemplate(random))
  const heredoc = (text: string, i: number) => `<<${i % 4 === 0 ? '' : '-'}EOT\n${text.endsWith('\n') ? text : `${text}\n`}  EOT`
  const file = `locals {\n  all = [\n${templates.map((text, i) => `${heredoc(text, i)}\n,\n`).join('')}  ]\n}\n`
  const [heredocs, files] = askTerraform(file, templates)
  const parsed = parseFile(file, 'main.tf')
  expect(parsed.diagnostics).toEqual([])
  const { blocks } = parsed.value.partialContent({ attributes: [], blocks: [{ type: 'locals', labels: [] }] }).value
  const all = blocks[0]!.body.justAttributes().value.get('all')!.expression.evaluate({ functions })
  const ours = all.value.elements().map(toJson)
  const bare = templates.map(text => toJson(parseTemplate(text, 'x.tpl').value.evaluate({ functions }).value))
  expect(templates.map((text, i) => ({ source: heredoc(text, i), value: ours[i] }))).toEqual(
    templates.map((text, i) => ({ source: heredoc(text, i), value: heredocs![i] })),
  )
  expect(templates.map((source, i) => ({ source, value: bare[i] }))).toEqual(
    templates.map((source, i) => ({ source, value: files![i] })),
  )
})
