/** Arguments that no shell has touched: `ingot -args-from-env` takes them from a JSON array of texts in INGOT_ARGS_JSON. */
import { Failure } from '../model/failure'

const FLAG = /^--?args-from-env$/
const VARIABLE = 'INGOT_ARGS_JSON'

/** Takes the variable out of the environment, so that what a provisioner runs here does not inherit it. Throws Failure `invalid`. */
export function argumentsFrom(argv: readonly string[], environment: NodeJS.ProcessEnv): readonly string[] {
  if (!FLAG.test(argv[0] ?? '')) return argv
  const text = environment[VARIABLE]
  delete environment[VARIABLE]
  const args = text === undefined ? undefined : parsed(text)
  if (!Array.isArray(args) || args.some(arg => typeof arg !== 'string') || argv.length > 1)
    // What it holds may be secret, so the error does not show it.
    throw new Failure('invalid', `-args-from-env stands alone, with a JSON array of texts in ${VARIABLE}`, {
      advice: `For example: ${VARIABLE}='["build","images/web"]' ingot -args-from-env`,
    })
  return args
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
