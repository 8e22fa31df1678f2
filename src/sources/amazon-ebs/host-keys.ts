/** Whose host key the machine will show: known before it runs where its user data has room for one. */
import type { Reach } from '../../model/communicator'
import { Failure } from '../../model/failure'
import type { BuildContext } from '../../model/plugin'
import { handOverHostKeys } from '../../platforms/cloud-init/host-keys'

/** Bytes, before base64 (RunInstances, UserData). */
const LIMIT = 16_384

export interface KnownMachine {
  /** In base64. */
  readonly userData?: string
  readonly reach: Pick<Reach, 'hostKeys' | 'temporaryHostKeys'>
}

/** `userData` in base64, and `purpose` as of MachineRequest: what a test machine has ends with it. */
export async function withHostKeys(
  context: BuildContext,
  { userData, purpose }: { readonly userData?: string; readonly purpose: 'build' | 'test' },
): Promise<KnownMachine> {
  const { communicator, trust } = context.communicator
  const choice = trust?.host_key ?? 'auto'
  if (communicator !== 'ssh' || choice === 'console' || choice === 'trust') return { userData, reach: { hostKeys: [] } }
  const given = userData === undefined ? undefined : Buffer.from(userData, 'base64')
  const { obstacle, hostKeys, temporary, ...merged } = await handOverHostKeys(given, LIMIT)
  if (obstacle && choice === 'pin')
    throw new Failure('failed', `No host key is handed over to the machine: ${obstacle}`, {
      advice:
        'Change the user data, or how host keys are known: ssh { host_key = "auto" } in an *.ingot.hcl file, or -host-keys.',
    })
  if (obstacle) context.say(`No host key is handed over to the machine: ${obstacle}`)
  const data = obstacle ? userData : merged.userData?.toString('base64')
  return { userData: data, reach: { hostKeys, temporaryHostKeys: temporary && purpose === 'build' } }
}
