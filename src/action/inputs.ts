/** Inputs of the Action, as action.yml declares them. */
import { getInput } from '@actions/core'
import { Failure } from '../model/failure'

export interface Inputs {
  readonly template: string
  readonly variables: readonly { readonly name: string; readonly text: string }[]
  readonly variableFiles: readonly string[]
  readonly only: readonly string[]
  readonly except: readonly string[]
  readonly sandbox: boolean
}

export function readInputs(): Inputs {
  return {
    template: required('template'),
    variables: lines('vars').map(assignment),
    variableFiles: lines('var-files'),
    only: patterns('only'),
    except: patterns('except'),
    sandbox: toggle('sandbox'),
  }
}

function required(name: string): string {
  const value = getInput(name)
  if (value) return value
  throw new Failure('invalid', `The input ${name} is missing`, {
    advice: `Write it under \`with:\` in the step, e.g. ${name}: images/web`,
  })
}

const lines = (name: string): string[] =>
  getInput(name, { trimWhitespace: false })
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .map(line => line.trimStart())

const patterns = (name: string): string[] =>
  lines(name)
    .flatMap(line => line.split(','))
    .map(pattern => pattern.trim())
    .filter(pattern => pattern !== '')

function assignment(line: string): { name: string; text: string } {
  const at = line.indexOf('=')
  // The line itself may hold a secret, so the error does not show it.
  if (at < 1) throw new Failure('invalid', 'A line of the input vars is not name=value', { advice: 'Write one variable a line.' })
  return { name: line.slice(0, at).trim(), text: line.slice(at + 1) }
}

function toggle(name: string): boolean {
  const value = getInput(name).toLowerCase()
  if (value === 'true' || value === 'false' || value === '') return value === 'true'
  throw new Failure('invalid', `The input ${name} is "${value}"`, { advice: 'It takes true or false.' })
}
