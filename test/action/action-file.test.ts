/** action.yml says what the code does: the same inputs with the same words and defaults, the same outputs, in both directions. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { declaration, type InputName, inputs } from '../../src/action/inputs'

jest.mock('@actions/core', () => ({}), { virtual: true })

const root = resolve(__dirname, '..', '..')
const file = parse(readFileSync(join(root, 'action.yml'), 'utf8'))

test('inputs', () => {
  const names = Object.keys(inputs) as InputName[]
  const told = names.map(name => {
    const { description, default: initial } = declaration(name)
    return [name, { description, ...(initial && { default: initial }) }]
  })
  expect(file.inputs).toEqual(Object.fromEntries(told))
})

test('outputs', async () => {
  const { outputs } = await import('../../src/action/outputs')
  const told = Object.entries(outputs).map(([name, description]) => [name, { description }])
  expect(file.outputs).toEqual(Object.fromEntries(told))
})

test('main and post are one bundle on a Node that the host has', () => {
  expect(file.runs).toEqual({ using: 'node24', main: 'dist/action/index.js', post: 'dist/action/index.js' })
})
