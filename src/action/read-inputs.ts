/** From what stands under `with:` to values. Whatever is unknown, out of place or contradictory ends here, before anything begins. */

import { suggestion } from '../language/did-you-mean'
import { parseDuration } from '../language/duration'
import { type HostKeyChoice, hostKeyChoices } from '../model/communicator-options'
import { Failure } from '../model/failure'
import { type CommandName, commandNames, declaration, type InputName, inputs } from './inputs'
import { assignments } from './vars-lines'

export interface Inputs {
  readonly command: CommandName
  readonly template: string
  readonly variables: readonly { readonly name: string; readonly text: string }[]
  readonly variableFiles: readonly string[]
  readonly only: readonly string[]
  readonly except: readonly string[]
  /** Undefined: what the template's *.ingot.hcl says. */
  readonly hostKeys: HostKeyChoice | undefined
  readonly sandbox: boolean
  readonly region: string
  readonly endpoint: string
  readonly role: string
  readonly audience: string
  readonly image: string
  readonly smokeTests: readonly string[]
  readonly tested: boolean
  readonly skipUnchanged: boolean
  readonly force: boolean
  readonly parallelBuilds: number
  readonly onFailure: 'cleanup' | 'abort'
  readonly tfvarsFile: string
  readonly publish: 'now' | 'later'
  readonly matrixBy: 'build' | 'type' | 'region'
  readonly reports: readonly string[]
  /** Milliseconds; undefined where it was not given. */
  readonly olderThan: number | undefined
  readonly regions: readonly string[]
  readonly dryRun: boolean
  readonly workingDirectory: string
  readonly summary: boolean
  readonly annotations: boolean
  readonly comment: boolean
  readonly token: string
  /** Milliseconds; 0 is no limit. */
  readonly timeout: number
}

type Environment = Readonly<Record<string, string | undefined>>

/** Throws Failure `invalid`. */
export function readInputs(environment: Environment): Inputs {
  refuseUnknown(environment)
  const read = new Reader(environment)
  const command = read.choice('command', commandNames)
  const given: Inputs = {
    command,
    template: read.text('template'),
    variables: assignments(read.raw('vars')),
    variableFiles: read.lines('var-files'),
    only: read.patterns('only'),
    except: read.patterns('except'),
    hostKeys: read.choice('host-keys', ['', ...hostKeyChoices]) || undefined,
    sandbox: read.toggle('sandbox'),
    ...readAccess(environment),
    image: read.text('image'),
    smokeTests: read.lines('smoke-tests'),
    tested: !read.toggle('no-smoke-tests'),
    skipUnchanged: read.toggle('skip-unchanged'),
    force: read.toggle('force'),
    parallelBuilds: read.whole('parallel-builds'),
    onFailure: read.choice('on-failure', ['cleanup', 'abort']),
    tfvarsFile: read.text('tfvars-file'),
    publish: read.choice('publish', ['now', 'later']),
    matrixBy: read.choice('matrix-by', ['build', 'type', 'region']),
    reports: read.lines('reports'),
    olderThan: read.duration('older-than'),
    regions: read.patterns('regions'),
    dryRun: read.toggle('dry-run'),
    workingDirectory: read.text('working-directory'),
    summary: read.toggle('summary'),
    annotations: read.toggle('annotations'),
    comment: read.toggle('comment'),
    token: read.raw('github-token').trim(),
    timeout: read.minutes('timeout-minutes'),
  }
  for (const name of Object.keys(inputs) as InputName[]) refuseMisplaced(name, command, read)
  refuseContradictions(given, environment)
  return given
}

/** For post, which cleans up whatever became of the other inputs. */
export function readAccess(environment: Environment): Pick<Inputs, 'region' | 'endpoint' | 'role' | 'audience'> {
  const read = new Reader(environment)
  return {
    region: read.text('region'),
    endpoint: read.text('endpoint'),
    role: read.text('role-to-assume'),
    audience: read.text('audience'),
  }
}

class Reader {
  constructor(private readonly environment: Environment) {}

  raw(name: InputName): string {
    return this.environment[variableOf(name)] ?? ''
  }

  text(name: InputName): string {
    return this.raw(name).trim() || (declaration(name).default ?? '')
  }

  isGiven(name: InputName): boolean {
    return this.text(name) !== (declaration(name).default ?? '')
  }

  lines(name: InputName): string[] {
    const lines = this.raw(name).split(/\r?\n/)
    return lines.map(line => line.trim()).filter(line => line !== '')
  }

  patterns(name: InputName): string[] {
    const parts = this.lines(name).flatMap(line => line.split(','))
    return parts.map(part => part.trim()).filter(part => part !== '')
  }

  toggle(name: InputName): boolean {
    const value = this.text(name).toLowerCase()
    if (value === 'true' || value === 'false') return value === 'true'
    throw invalid(`The input ${name} is "${this.text(name)}"`, 'It takes true or false.')
  }

  choice<const C extends readonly string[]>(name: InputName, choices: C): C[number] {
    const value = this.text(name)
    if (choices.includes(value)) return value
    const meant = suggestion(value, choices)
    const more = meant ? ` Did you mean ${meant}?` : ''
    throw invalid(`The input ${name} is "${value}"`, `It takes one of ${choices.join(', ')}.${more}`)
  }

  whole(name: InputName): number {
    return this.number(name, /^\d+$/, 'a whole number')
  }

  minutes(name: InputName): number {
    return this.number(name, /^\d+(\.\d+)?$/, 'a number of minutes') * 60_000
  }

  duration(name: InputName): number | undefined {
    const value = this.text(name)
    if (value === '') return undefined
    try {
      return parseDuration(value)
    } catch (error) {
      throw invalid(`The input ${name} is "${value}"`, `${(error as Error).message}. It takes a time such as 90m or 3h.`)
    }
  }

  private number(name: InputName, form: RegExp, what: string): number {
    const value = this.text(name)
    if (form.test(value)) return Number(value)
    throw invalid(`The input ${name} is "${value}"`, `It takes ${what}.`)
  }
}

/** As the runner names it: in capitals, spaces replaced, everything else as it is. */
const variableOf = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`

/** The runner hands over what action.yml does not declare, too, and only warns of it. */
function refuseUnknown(environment: Environment): void {
  const names = Object.keys(inputs)
  const known = new Set(names.map(variableOf))
  const unknown = Object.keys(environment).filter(name => name.startsWith('INPUT_') && !known.has(name))
  if (unknown.length === 0) return
  const written = unknown.map(name => name.slice('INPUT_'.length).toLowerCase())
  const meant = suggestion(written[0] ?? '', names)
  throw invalid(`There is no input ${written.join(', ')}`, meant ? `Did you mean ${meant}?` : `There are: ${names.join(', ')}.`)
}

function refuseMisplaced(name: InputName, command: CommandName, read: Reader): void {
  const { commands } = declaration(name)
  if (!commands || commands.includes(command) || !read.isGiven(name)) return
  const words = commands.map(word => `command: ${word}`).join(', ')
  throw invalid(`The input ${name} means nothing to command: ${command}`, `It is for ${words}. Leave it out.`)
}

function refuseContradictions(given: Inputs, environment: Environment): void {
  const { command, template, sandbox, endpoint, role, reports, comment, token } = given
  if (command !== 'clean' && !template)
    throw invalid('The input template is missing', 'Write it under `with:` in the step, e.g. template: images/web')
  if (command === 'test' && !given.image) throw invalid('The input image is missing', 'Name an image that exists: ami-…')
  if (!given.tested && given.smokeTests.length > 0)
    throw invalid('The inputs smoke-tests and no-smoke-tests exclude each other', 'Leave out one of them.')
  if (command === 'merge' && reports.length === 0)
    throw invalid('The input reports is missing', 'Name the folder into which the reports of the cells were downloaded.')
  if (command === 'clean' && given.olderThan === undefined)
    throw invalid('The input older-than is missing', 'Name a time that is longer than any run takes, e.g. older-than: 3h.')
  if (sandbox && endpoint) throw invalid('The inputs sandbox and endpoint exclude each other', 'Leave out one of them.')
  if (sandbox && role)
    throw invalid('The inputs sandbox and role-to-assume exclude each other', 'The sandbox needs no credentials. Leave out one.')
  if (role && environment.AWS_ACCESS_KEY_ID)
    throw invalid(
      'The input role-to-assume is set, and so is AWS_ACCESS_KEY_ID in the environment',
      'Leave out role-to-assume, or the step before this one that puts keys into the environment.',
    )
  if (comment && !token) throw invalid('The input comment needs a token', 'Leave github-token at its default.')
}

const invalid = (message: string, advice: string): Failure => new Failure('invalid', message, { advice })
