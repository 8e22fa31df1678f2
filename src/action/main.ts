/** The Action's main: reads what stands under `with:`, and the engine does the rest. */
import { setFailed } from '@actions/core'
import { watchSignals } from '../engine/interrupt'
import { exitCodes, Failure } from '../model/failure'
import { openAccess } from './access'
import { commands } from './commands'
import { InvalidTemplate } from './load'
import { harmless } from './log'
import { readInputs } from './read-inputs'
import { newFolder } from './state'

/** Resolves with the exit status; what failed is said by then. */
export async function main(): Promise<number> {
  const folder = newFolder(process.env)
  const interrupt = watchSignals()
  try {
    const inputs = readInputs(process.env)
    enter(inputs['working-directory'])
    const access = await openAccess(inputs, folder)
    try {
      return await commands[inputs.command]({ inputs, interrupt, folder })
    } finally {
      await access.stop()
    }
  } catch (error) {
    return explain(error)
  }
}

function enter(folder: string): void {
  if (!folder) return
  try {
    process.chdir(folder)
  } catch {
    throw new Failure('invalid', `There is no folder ${folder} to work in`, {
      advice: 'The input working-directory is relative to the workspace; has actions/checkout run?',
    })
  }
}

function explain(error: unknown): number {
  if (error instanceof InvalidTemplate) {
    error.annotations.failed(error.message)
    return exitCodes.invalid
  }
  if (!(error instanceof Failure)) {
    setFailed(harmless(`ingot did not foresee this; it is a mistake of ours. ${error instanceof Error ? error.stack : error}`))
    return 1
  }
  const { advice, evidence } = error.details
  setFailed([error.message, evidence, advice].filter(Boolean).join('\n'))
  return exitCodes[error.code]
}
