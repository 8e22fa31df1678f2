/**
 * Flags as Packer's users write them: `-x`, `--x`, `-x=v`, `-x v`; switches only `-x` or `-x=false`. Unlike there, flags may
 * also follow the arguments.
 */
import { suggestion } from '../language/did-you-mean'
import { parseDuration } from '../language/duration'
import { Failure } from '../model/failure'

export interface Flag<T> {
  readonly doc: string
  /** What stands for its value in the help; none for a switch. */
  readonly placeholder?: string
  readonly initial: T
  /** Throws Error with a sentence when the text will not do. */
  read(text: string, before: T): T
}

export type Flags = { readonly [name: string]: Flag<unknown> }
export type Values<F extends Flags> = { readonly [K in keyof F]: F[K] extends Flag<infer T> ? T : never }

export interface Arguments<F extends Flags> {
  readonly flags: Values<F>
  readonly rest: readonly string[]
  /** What stands behind `--`; undefined when there is none. */
  readonly command?: readonly string[]
}

export const toggle = (doc: string, initial = false): Flag<boolean> => ({ doc, initial, read: readBoolean })

export const text = (placeholder: string, doc: string): Flag<string | undefined> => ({
  doc,
  placeholder,
  initial: undefined,
  read: value => value,
})

/** May be repeated; `split` also takes several in one, with commas. Nothing at all is a pattern too, which matches nothing, as in Packer. */
export const list = (placeholder: string, doc: string, split = false): Flag<readonly string[]> => ({
  doc,
  placeholder,
  initial: [],
  read: (value, before) => [...before, ...(split ? partsOf(value) : [value])],
})

function partsOf(value: string): readonly string[] {
  const parts = value.split(',').filter(part => part !== '')
  return parts.length > 0 ? parts : ['']
}

export const whole = (placeholder: string, doc: string, initial: number): Flag<number> => ({
  doc,
  placeholder,
  initial,
  read: value => {
    if (!/^[+-]?\d+$/.test(value)) throw new Error(`"${value}" is not a whole number`)
    return Number(value)
  },
})

/** In milliseconds. */
export const duration = (placeholder: string, doc: string): Flag<number | undefined> => ({
  doc,
  placeholder,
  initial: undefined,
  read: parseDuration,
})

export const choice = <const C extends readonly string[], const I extends C[number] | undefined = undefined>(
  doc: string,
  choices: C,
  initial?: I,
): Flag<C[number] | I> => ({
  doc: `${doc} One of ${choices.join(', ')}.`,
  placeholder: 'CHOICE',
  initial: initial as I,
  read: value => {
    if (choices.includes(value)) return value
    throw new Error(`"${value}" is none of ${choices.join(', ')}`)
  },
})

/** Throws Failure `invalid`. */
export function parseArguments<F extends Flags>(specs: F, argv: readonly string[]): Arguments<F> {
  const values: Record<string, unknown> = Object.fromEntries(Object.entries(specs).map(([name, flag]) => [name, flag.initial]))
  const rest: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!
    if (word === '--') return { flags: values as Values<F>, rest, command: argv.slice(i + 1) }
    const match = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(word)
    if (!match) {
      rest.push(word)
      continue
    }
    const [, name = '', given] = match
    const flag = Object.hasOwn(specs, name) ? specs[name]! : unknownFlag(name, specs)
    const value = given ?? (flag.placeholder === undefined ? 'true' : argv[++i])
    if (value === undefined) throw invalid(`Flag -${name} needs a value`, `Write -${name} ${flag.placeholder}.`)
    values[name] = read(flag, name, value, values[name])
  }
  return { flags: values as Values<F>, rest }
}

function read(flag: Flag<unknown>, name: string, value: string, before: unknown): unknown {
  try {
    return flag.read(value, before)
  } catch (error) {
    throw invalid(`Invalid value for flag -${name}: ${(error as Error).message}`, flag.doc)
  }
}

function unknownFlag(name: string, specs: Flags): never {
  const meant = suggestion(name, Object.keys(specs))
  throw invalid(`Unknown flag -${name}`, meant ? `Did you mean -${meant}?` : 'The flag -help lists all that there are.')
}

function readBoolean(value: string): boolean {
  if (/^(1|t|true)$/i.test(value)) return true
  if (/^(0|f|false)$/i.test(value)) return false
  throw new Error(`"${value}" is neither true nor false`)
}

const invalid = (message: string, advice: string): Failure => new Failure('invalid', message, { advice })
