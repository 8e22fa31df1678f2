/** What an input may be: how the text that the runner hands over becomes a value. */
import { suggestion } from '../language/did-you-mean'
import { parseDuration } from '../language/duration'
import { type Assignment, assignments } from './vars-lines'

export const commandNames = ['build', 'validate', 'plan', 'merge', 'test', 'clean'] as const
export type CommandName = (typeof commandNames)[number]

export interface Input<T = unknown> {
  readonly description: string
  /** As action.yml has it. Default: empty, which is as good as not given. */
  readonly default?: string
  /** Default: all of them. */
  readonly commands?: readonly CommandName[]
  /** Throws Error with a sentence that says what it takes. */
  read(text: string): T
}

interface More {
  readonly default?: string
  readonly commands?: readonly CommandName[]
}

const kind =
  <T>(read: (text: string) => T) =>
  (description: string, more: More = {}): Input<T> => ({ description, ...more, read })

export const text = kind(given => given.trim())

const linesOf = (given: string): string[] => given.split(/\r?\n/).map(line => line.trim())
const present = (part: string): boolean => part !== ''

export const lines = kind<readonly string[]>(given => linesOf(given).filter(present))

/** Separated by commas or lines. */
export const patterns = kind<readonly string[]>(given => linesOf(given.replaceAll(',', '\n')).filter(present))

export const variables = kind<readonly Assignment[]>(assignments)

export const whole = kind(number(/^\d+$/, 'a whole number'))

const minutesOf = number(/^\d+(\.\d+)?$/, 'a number of minutes')
/** In milliseconds. */
export const minutes = kind(given => minutesOf(given) * 60_000)

/** In milliseconds; undefined where it was not given. */
export const duration = kind(given => {
  if (given.trim() === '') return undefined
  try {
    return parseDuration(given.trim())
  } catch (error) {
    throw new Error(`${(error as Error).message}. It takes a time such as 90m or 3h.`)
  }
})

/** Off by default. */
export function toggle(description: string, more: More = {}): Input<boolean> {
  const read = (given: string) => {
    const value = given.trim().toLowerCase()
    if (value === 'true' || value === 'false') return value === 'true'
    throw new Error('It takes true or false.')
  }
  return { description, default: 'false', ...more, read }
}

/** The first choice is the default; where that is empty the input may be left out. */
export function choice<const C extends readonly string[]>(description: string, choices: C, more: More = {}): Input<C[number]> {
  const read = (given: string) => {
    const value = given.trim()
    if (choices.includes(value)) return value
    const meant = suggestion(value, choices)
    throw new Error(`It takes one of ${choices.filter(present).join(', ')}.${meant ? ` Did you mean ${meant}?` : ''}`)
  }
  return { description, ...(choices[0] && { default: choices[0] }), ...more, read }
}

function number(form: RegExp, what: string): (given: string) => number {
  return given => {
    if (form.test(given.trim())) return Number(given)
    throw new Error(`It takes ${what}.`)
  }
}
