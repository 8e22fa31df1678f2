/** `ingot sandbox setup`: what the sandbox needs from the system is installed, or the one command that does it is printed. */
import { watchSignals } from '../engine/interrupt'
import { installPackages, missingPackages } from '../sandbox/machines/packages'
import { type Io, programName } from './command'

/** Exit status: 0 everything is there, 2 a person has to do it, 130 interrupted. */
export async function setUp({ stdout, stderr }: Io): Promise<number> {
  const missing = await missingPackages()
  if (missing.length === 0) return 0
  const interrupt = watchSignals()
  try {
    stdout.write(`The sandbox needs packages that are missing here: ${missing.join(', ')}\n`)
    const installed = await installPackages(missing, line => stdout.write(`${line}\n`), interrupt.signal)
    if (installed.done) {
      stdout.write('Everything that the sandbox needs is installed.\n')
      return 0
    }
    stderr.write(`They could not be installed: ${installed.reason}\n\nRun this, and then try again:\n\n  ${installed.command}\n`)
    return 2
  } catch (error) {
    if (!interrupt.signal.aborted) throw error
    stderr.write(`Interrupted. To go on: ${programName()} sandbox setup\n`)
    return 130
  } finally {
    interrupt.stop()
  }
}
