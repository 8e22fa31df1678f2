/** The key pair that opens the machine, or what Windows has encrypted for it. */
import { randomUUID } from 'node:crypto'
import { makeSshKeyPair, type SshKeyType } from '../../lib/ssh-key'
import type { CommunicatorOptions } from '../../model/communicator-options'
import { Failure } from '../../model/failure'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { keyPair } from '../../platforms/aws/resources/key-pair'
import type { MachineRequest } from './machine'
import { asksForPassword } from './windows-password'

export interface OpeningKey {
  readonly name: string
  /** Of one that was made for this machine. */
  readonly id?: string
  readonly privateKey?: string
}

/** Whether one is made: nothing else opens the machine. A private key alone is no pair for which Windows could encrypt a password. */
export function needsTemporaryKey(given: Partial<CommunicatorOptions>): boolean {
  if (given.ssh_keypair_name) return false
  if (given.communicator !== 'ssh') return asksForPassword(given)
  return !given.ssh_private_key_file && !given.ssh_password && !given.ssh_agent_auth
}

/** Of an RSA key that nobody asked for: as many as those have that EC2 makes. Twice as many take seconds to find. */
const USUAL_BITS = 2048

/** Undefined: the machine is opened by other means, or not at all. */
export async function openingKey(
  ec2: Ec2,
  context: BuildContext,
  { purpose, tags, isWindows }: Pick<MachineRequest, 'purpose' | 'tags' | 'isWindows'>,
): Promise<OpeningKey | undefined> {
  const given = context.communicator
  if (given.ssh_keypair_name) return { name: given.ssh_keypair_name }
  if (!needsTemporaryKey(given)) return undefined
  const wished = given.temporary_key_pair_name
  const name = wished ? (purpose === 'test' ? `${wished}-test` : wished) : `packer_${randomUUID()}`
  return context.step('import key pair', async () => {
    const type = keyType(given, isWindows)
    const bits = given.temporary_key_pair_bits || (given.temporary_key_pair_type ? undefined : USUAL_BITS)
    const { publicKey, privateKey } = await makeSshKeyPair(type, name, bits)
    const id = await context.acquire(keyPair(ec2), { name, publicKey, tags })
    return { name, id, privateKey }
  })
}

/** EC2 starts no Windows with a key of another type than rsa. */
function keyType({ temporary_key_pair_type: type, communicator }: Partial<CommunicatorOptions>, isWindows: boolean): SshKeyType {
  if (type === 'ed25519' || type === 'rsa') return type
  if (!type) return isWindows || communicator === 'winrm' ? 'rsa' : 'ed25519'
  throw new Failure('invalid', `EC2 takes no key pair of type ${type}`, {
    advice: 'Set temporary_key_pair_type to ed25519 or rsa.',
  })
}
