/**
 * Whether KVM really runs a guest here. On some hosts /dev/kvm opens and qemu starts, yet the guest never executes (nested
 * virtualisation), so a guest is started and must speak; the answer holds until the host boots again.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeAtomically } from '../../lib/atomic-file'
import { searchPath } from './command'
import { exitPort, probeSector } from './probe-sector'

export interface Accelerator {
  readonly name: 'kvm' | 'tcg'
  /** Why it is not KVM. */
  readonly reason?: string
}

export interface ProbeOptions {
  /** Where the answer is remembered; without it, it is not. */
  readonly cacheFolder?: string
  /** How long the guest has for its first letter. Default 5000. */
  readonly limitMilliseconds?: number
  /** Default `/dev/kvm`. */
  readonly device?: string
}

/** Never rejects: what fails is a reason for emulation. */
export async function probeAccelerator(options: ProbeOptions = {}): Promise<Accelerator> {
  const { cacheFolder, device = '/dev/kvm', limitMilliseconds = 5000 } = options
  const file = cacheFolder && join(cacheFolder, 'accelerator.json')
  const access = await deviceAccess(device)
  const place = JSON.stringify([await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''), device, access])
  const known = file && (await remembered(file, place))
  if (known) return known
  const found: Accelerator = access !== 'usable' ? { name: 'tcg', reason: access } : await tryGuest('kvm', limitMilliseconds)
  if (file) await writeAtomically(file, JSON.stringify({ place, accelerator: found })).catch(() => undefined)
  return found
}

async function deviceAccess(device: string): Promise<string> {
  return access(device, constants.R_OK | constants.W_OK).then(
    () => 'usable',
    (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT'
        ? `there is no ${device}`
        : `${device} may not be opened by this user (${error.code}); is the user in the group kvm?`,
  )
}

async function remembered(file: string, place: string): Promise<Accelerator | undefined> {
  try {
    const entry = JSON.parse(await readFile(file, 'utf8')) as { place: string; accelerator: Accelerator }
    return entry.place === place ? entry.accelerator : undefined
  } catch {
    return undefined
  }
}

/** Boots the smallest guest. KVM when its letter arrives within the limit. Exported for the test of the probe itself. */
export async function tryGuest(accelerator: 'kvm' | 'tcg', limitMilliseconds: number): Promise<Accelerator> {
  const folder = await mkdtemp(join(tmpdir(), 'ingot-probe-'))
  try {
    const disk = join(folder, 'disk')
    await writeFile(disk, probeSector())
    // The BIOS finds nothing to boot on a disk of a single sector.
    await truncate(disk, 1024 * 1024)
    const said = await firstOutput(probeArguments(accelerator, disk), limitMilliseconds)
    if (said.output.includes('K')) return { name: accelerator }
    return { name: 'tcg', reason: said.reason }
  } catch (error) {
    return { name: 'tcg', reason: (error as Error).message }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** With the machine and processor that real guests get: on some hosts KVM starts a guest, and fails only on their processor. */
const probeArguments = (accelerator: Accelerator['name'], disk: string) => [
  ...['-nodefaults', '-no-user-config', '-display', 'none', ...processor(accelerator), '-m', '64'],
  ...['-drive', `file=${disk},format=raw,if=ide,readonly=off,snapshot=on`],
  ...['-device', `isa-debug-exit,iobase=${exitPort},iosize=1`, '-serial', 'stdio', '-monitor', 'none', '-no-reboot'],
]

/**
 * Under emulation every extension that the guest's libraries find is code that runs slower than what it replaces, so the plain 64-bit
 * processor is the fastest; the four names are what distributions call x86-64-v2.
 */
export function processor(accelerator: Accelerator['name']): string[] {
  const machine = ['-machine', 'q35']
  if (accelerator === 'kvm') return [...machine, '-accel', 'kvm', '-cpu', 'host']
  return [...machine, '-accel', 'tcg,thread=multi,tb-size=512', '-cpu', 'qemu64,+ssse3,+sse4.1,+sse4.2,+popcnt']
}

function firstOutput(args: readonly string[], limitMilliseconds: number): Promise<{ output: string; reason: string }> {
  const child = spawn('qemu-system-x86_64', args, {
    env: { ...process.env, PATH: searchPath() },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { output: '', error: '' }
  return new Promise((resolve, reject) => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, limitMilliseconds)
    const end = () => {
      clearTimeout(timer)
      child.kill('SIGKILL')
    }
    child.stdout.on('data', chunk => {
      said.output += String(chunk)
      if (said.output.includes('K')) end()
    })
    child.stderr.on('data', chunk => (said.error += String(chunk)))
    child.on('error', error => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', () => {
      clearTimeout(timer)
      const words = said.error.trim().split('\n').at(-1) || 'qemu ended without a word'
      resolve({ output: said.output, reason: late ? `a guest said nothing within ${limitMilliseconds / 1000} s` : words })
    })
  })
}
