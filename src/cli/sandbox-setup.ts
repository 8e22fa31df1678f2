/** `ingot sandbox setup`: what the sandbox needs from the system is installed, or the one command that does it is printed. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { watchSignals } from '../engine/interrupt'
import { installPackages, missingPackages } from '../sandbox/machines/packages'
import { type Io, programName } from './command'

/** Exit status: 0 everything is there, 2 a person has to do it, 130 interrupted. */
export async function setUp({ stdout, stderr }: Io): Promise<number> {
  const missing = await missingPackages()
  if (missing.length === 0) return openLowPorts({ stdout, stderr })
  const interrupt = watchSignals()
  try {
    stdout.write(`The sandbox needs packages that are missing here: ${missing.join(', ')}\n`)
    const installed = await installPackages(missing, line => stdout.write(`${line}\n`), interrupt.signal)
    if (installed.done) {
      stdout.write('Everything that the sandbox needs is installed.\n')
      return await openLowPorts({ stdout, stderr })
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

const SETTING = 'net.ipv4.ip_unprivileged_port_start'

/** Machines are reached at port 22 of an address of their own, which without root the kernel only allows below this setting. */
async function openLowPorts({ stdout, stderr }: Pick<Io, 'stdout' | 'stderr'>): Promise<number> {
  const lowest = Number(await readFile('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8').catch(() => '0'))
  if (process.getuid?.() === 0 || lowest <= 22) return 0
  const command = ['sysctl', '-w', `${SETTING}=22`]
  stdout.write(`Only root may listen on ports below ${lowest} here, and the sandbox's machines are reached at port 22.\n`)
  try {
    await promisify(execFile)('sudo', ['-n', ...command])
    stdout.write(`Ran sudo ${command.join(' ')}; it holds until this machine is started again.\n`)
    return 0
  } catch {
    stderr.write(`Run this, and then try again:\n\n  sudo ${command.join(' ')}\n`)
    return 2
  }
}
