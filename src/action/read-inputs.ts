/** From what stands under `with:` to values. Whatever is unknown, out of place or contradictory ends here, before anything begins. */
import { suggestion } from '../language/did-you-mean'
import { Failure } from '../model/failure'
import type { CommandName } from './input-kinds'
import { declaration, type InputName, type Inputs, inputs } from './inputs'

type Environment = Readonly<Record<string, string | undefined>>

/** What leads to AWS. */
export const accessNames = ['region', 'endpoint', 'role-to-assume', 'audience'] as const

const names = Object.keys(inputs) as InputName[]

/** Throws Failure `invalid`. */
export function readInputs(environment: Environment): Inputs {
  refuseUnknown(environment)
  const given = readSome(environment, names)
  for (const name of names) refuseMisplaced(name, given.command, environment)
  refuseIncomplete(given)
  refuseContradictions(given, environment)
  return given
}

/** Post cleans up whatever became of inputs that it does not need. */
export const readSome = <N extends InputName>(environment: Environment, some: readonly N[]): Pick<Inputs, N> =>
  Object.fromEntries(some.map(name => [name, read(name, environment)])) as unknown as Pick<Inputs, N>

function read(name: InputName, environment: Environment): unknown {
  const text = textOf(name, environment)
  try {
    return declaration(name).read(text)
  } catch (error) {
    throw error instanceof Failure ? error : invalid(`The input ${name} is "${text.trim()}"`, (error as Error).message)
  }
}

/** As the runner names it: in capitals, spaces replaced, everything else as it is. */
const variableOf = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`

function textOf(name: InputName, environment: Environment): string {
  const text = environment[variableOf(name)] ?? ''
  const { default: initial = '' } = declaration(name)
  // An expression is the host's to fill in; where it came to nothing there is nothing.
  return text.trim() === '' && !initial.startsWith('${{') ? initial : text
}

/** The runner hands over what action.yml does not declare, too, and only warns of it. */
function refuseUnknown(environment: Environment): void {
  const known = new Set(names.map(variableOf))
  const unknown = Object.keys(environment).filter(name => name.startsWith('INPUT_') && !known.has(name))
  if (unknown.length === 0) return
  const written = unknown.map(name => name.slice('INPUT_'.length).toLowerCase())
  const meant = suggestion(written[0] ?? '', names)
  throw invalid(`There is no input ${written.join(', ')}`, meant ? `Did you mean ${meant}?` : `There are: ${names.join(', ')}.`)
}

function refuseMisplaced(name: InputName, command: CommandName, environment: Environment): void {
  const { commands, default: initial = '' } = declaration(name)
  if (!commands || commands.includes(command) || textOf(name, environment).trim() === initial) return
  const words = commands.map(word => `command: ${word}`).join(', ')
  throw invalid(`The input ${name} means nothing to command: ${command}`, `It is for ${words}. Leave it out.`)
}

/** Of these, two that are both given contradict each other. */
const EXCLUSIVE: readonly (readonly [InputName, InputName])[] = [
  ['smoke-tests', 'no-smoke-tests'],
  ['sandbox', 'endpoint'],
  ['sandbox', 'role-to-assume'],
  ['no-smoke-tests', 'smoke-tests-timeout'],
  ['syntax-only', 'evaluate-datasources'],
]

/** The first of these says something about the second. */
const ABOUT: readonly (readonly [InputName, InputName])[] = [
  ['sandbox-image', 'sandbox'],
  ['sandbox-image', 'sandbox-image-checksum'],
  ['sandbox-image-checksum', 'sandbox-image'],
  ['sandbox-image-name', 'sandbox-image'],
  ['sandbox-image-owner', 'sandbox-image'],
  ['sbom-dir', 'sbom'],
  ['previous-sbom', 'sbom'],
  ['audience', 'role-to-assume'],
]

/** What only a run that publishes can hand out. */
const OF_PUBLISHED: readonly InputName[] = ['ssm-parameter', 'tf-env-file']

interface Needed {
  readonly name: InputName
  readonly by: readonly CommandName[]
  /** An input that does as well. */
  readonly unless?: InputName
  readonly advice: string
}

/** What a command cannot do without, and how it is given. */
const NEEDED: readonly Needed[] = [
  {
    name: 'template',
    by: ['build', 'validate', 'plan', 'merge', 'test'],
    advice: 'Write it under `with:` in the step, e.g. template: images/web',
  },
  { name: 'image', by: ['test'], advice: 'Name an image that exists: ami-…' },
  { name: 'reports', by: ['merge'], advice: 'Name the folder into which the reports of the cells were downloaded.' },
  {
    name: 'older-than',
    by: ['clean'],
    unless: 'runs',
    advice: 'Name a time that is longer than any run takes, e.g. older-than: 3h. Or name some with the input runs.',
  },
]

/** As text: an empty one or list, what is absent, and a switch that is off. */
const NOTHING = ['', 'false']

const isGiven = (given: Inputs, name: InputName): boolean => !NOTHING.includes(String(given[name] ?? ''))

function refuseIncomplete(given: Inputs): void {
  for (const { name, by, unless, advice } of NEEDED)
    if (by.includes(given.command) && !isGiven(given, name) && !(unless && isGiven(given, unless)))
      throw invalid(`The input ${name} is missing`, advice)
  for (const [one, other] of ABOUT)
    if (isGiven(given, one) && given[one] !== declaration(one).default && !isGiven(given, other))
      throw invalid(
        `The input ${one} needs the input ${other}, which is ${given[other] === false ? 'false' : 'missing'}`,
        `Give both, or leave ${one} out.`,
      )
}

function refuseContradictions(given: Inputs, environment: Environment): void {
  for (const [one, other] of EXCLUSIVE)
    if (isGiven(given, one) && isGiven(given, other))
      throw invalid(`The inputs ${one} and ${other} exclude each other`, 'Leave out one of them.')
  for (const name of OF_PUBLISHED)
    if (given[name] && given.publish === 'later')
      throw invalid(
        `The inputs ${name} and publish: later exclude each other`,
        `Give ${name} to command: merge, which publishes.`,
      )
  if (given['role-to-assume'] && environment.AWS_ACCESS_KEY_ID)
    throw invalid(
      'The input role-to-assume is set, and so is AWS_ACCESS_KEY_ID in the environment',
      'Leave out role-to-assume, or the step before this one that puts keys into the environment.',
    )
  if (given.comment && !given['github-token'])
    throw invalid('The input comment needs a token', 'Leave github-token at its default.')
}

const invalid = (message: string, advice: string): Failure => new Failure('invalid', message, { advice })
