/** A connection to a machine of a test, and what was said on the way. */
import { winrm } from '../../../src/communicators/winrm'
import type { Communicator, Reach } from '../../../src/model/communicator'
import { type CommunicatorOptions, communicatorOptions } from '../../../src/model/communicator-options'
import { Failure } from '../../../src/model/failure'
import { withDefaults } from '../../helpers/bake'
import type { WinrmHost } from '../../helpers/winrm/host'

export interface Opened {
  readonly communicator: Communicator
  readonly said: string[]
}

type Given = Partial<Record<keyof CommunicatorOptions, unknown>>

export async function open(
  host: Pick<WinrmHost, 'port'> & Partial<WinrmHost>,
  options: Given = {},
  reach: Partial<Reach> = {},
  signal = new AbortController().signal,
  said: string[] = [],
): Promise<Opened> {
  const say = (text: string) => void said.push(text)
  const all = withDefaults(communicatorOptions, {
    communicator: 'winrm',
    winrm_username: host.username ?? 'Administrator',
    winrm_password: host.password,
    winrm_port: host.port,
    ...options,
  }) as CommunicatorOptions
  const context = { signal, say, warn: say, progress: say }
  return { communicator: await winrm.connect({ host: '127.0.0.1', ...reach }, all, context), said }
}

export async function failure(...how: Parameters<typeof open>): Promise<Failure> {
  const outcome = await open(...how).catch((error: unknown) => error)
  if (outcome instanceof Failure) return outcome
  throw outcome instanceof Error ? outcome : new Error('the machine was reached')
}

export interface Heard {
  readonly status: number | undefined
  readonly stdout: string
  readonly stderr: string
}

export async function run(communicator: Communicator, command: string, stdin?: Uint8Array): Promise<Heard> {
  const heard = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] }
  const { status } = await communicator.run(command, {
    stdin,
    onStdout: chunk => heard.stdout.push(chunk),
    onStderr: chunk => heard.stderr.push(chunk),
  })
  return { status, stdout: Buffer.concat(heard.stdout).toString(), stderr: Buffer.concat(heard.stderr).toString() }
}
