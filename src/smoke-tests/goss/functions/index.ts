/** What a goss file's template can call: goss's own functions, and those of Sprig whose result is the same each time. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { GoFunction } from '../../../language/gotemplate'
import { collections } from './collections'
import { numbers } from './numbers'
import { texts } from './texts'
import { isEmpty } from './values'

const choices = {
  default: (otherwise: unknown, value?: unknown) => (isEmpty(value) ? otherwise : value),
  empty: isEmpty,
  coalesce: (...values: unknown[]) => values.find(value => !isEmpty(value)),
  ternary: (yes: unknown, no: unknown, test: unknown) => (test === true ? yes : no),
  all: (...values: unknown[]) => !values.some(isEmpty),
  any: (...values: unknown[]) => values.some(value => !isEmpty(value)),
  required: (sentence: string, value: unknown) => {
    if (isEmpty(value)) throw new Error(sentence)
    return value
  },
  fail: (sentence: string) => {
    throw new Error(sentence)
  },
} as const

/** `folder` is where `readFile` begins. */
export function templateFunctions(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Readonly<Record<string, GoFunction>> {
  const getEnv = (name: string, otherwise = '') => environment[name] ?? otherwise
  const expandenv = (value: string) =>
    value.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced, bare) => environment[braced ?? bare] ?? '')
  const readFile = (path: string) => readFileSync(resolve(folder, path), 'utf8').trim()
  return { ...texts, ...numbers, ...collections, ...choices, getEnv, env: getEnv, expandenv, readFile }
}
