/** The command line: finds the verb, prints what it throws, turns the outcome into an exit status. */
import { didYouMean } from '../language/did-you-mean'
import { exitCodes, Failure } from '../model/failure'
import { argumentsFrom } from './args-from-env'
import { type Io, type Verb, wantsJson } from './command'
import { JsonDocument } from './json-document'
import { printError } from './print-error'
import { verbs } from './verbs'

const HELP = new Set(['-h', '-help', '--help'])
const VERSION = new Set(['-v', '-version', '--version'])

export async function main(given: readonly string[], io: Io): Promise<number> {
  let argv: readonly string[]
  try {
    argv = argumentsFrom(given, io.environment)
  } catch (error) {
    printError(error, io)
    return exitCodes.invalid
  }
  if (!wantsJson(argv)) return outcome(argv, io)
  const document = new JsonDocument()
  const status = await outcome(argv, { ...io, stdout: io.stderr, document })
  io.stdout.write(document.text(argv[0] ?? '', status))
  return status
}

async function outcome(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io)
  } catch (error) {
    printError(error, io)
    return error instanceof Failure ? exitCodes[error.code] : 1
  }
}

async function dispatch([word, ...rest]: readonly string[], io: Io): Promise<number> {
  if (word === undefined) {
    io.stderr.write(await overview())
    return 2
  }
  // Packer takes this one flag in front of the command too.
  if (word === '-machine-readable' && rest[0] !== undefined) return dispatch([rest[0], word, ...rest.slice(1)], io)
  if (VERSION.has(word)) return (await load('version')).run(rest, io)
  if (word === 'help' || HELP.has(word)) {
    io.stdout.write(rest[0] ? await help(rest[0]) : await overview())
    return 0
  }
  const own = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined)
  if (own.some(argument => HELP.has(argument))) {
    io.stdout.write(await help(word))
    return 0
  }
  return (await load(word)).run(rest, io)
}

const overview = async (): Promise<string> => (await import('./help')).overview()

async function help(word: string): Promise<string> {
  const verb = await load(word)
  return (await import('./help')).helpOf(verb)
}

function load(word: string): Promise<Verb> {
  const found = Object.hasOwn(verbs, word) ? verbs[word] : undefined
  if (found) return found()
  const advice = `There are: ${Object.keys(verbs).join(', ')}, help.${didYouMean(word, Object.keys(verbs))}`
  throw new Failure('invalid', `There is no command "${word}"`, { advice })
}
