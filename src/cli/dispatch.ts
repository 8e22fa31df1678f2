/** The command line: finds the verb, prints what it throws, turns the outcome into an exit status. */
import { didYouMean } from '../language/did-you-mean'
import { exitCodes, Failure } from '../model/failure'
import type { Io, Verb } from './command'
import { helpOf, overview } from './help'
import { printError } from './print-error'
import { verbs } from './verbs'

const HELP = new Set(['-h', '-help', '--help'])
const VERSION = new Set(['-v', '-version', '--version'])

export async function main(argv: readonly string[], io: Io): Promise<number> {
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
  if (VERSION.has(word)) return (await load('version')).run(rest, io)
  if (word === 'help' || HELP.has(word)) {
    io.stdout.write(rest[0] ? helpOf(await load(rest[0])) : await overview())
    return 0
  }
  const verb = await load(word)
  const own = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined)
  if (own.some(argument => HELP.has(argument))) {
    io.stdout.write(helpOf(verb))
    return 0
  }
  return verb.run(rest, io)
}

function load(word: string): Promise<Verb> {
  const found = Object.hasOwn(verbs, word) ? verbs[word] : undefined
  if (found) return found()
  const advice = `There are: ${Object.keys(verbs).join(', ')}, help.${didYouMean(word, Object.keys(verbs))}`
  throw new Failure('invalid', `There is no command "${word}"`, { advice })
}
