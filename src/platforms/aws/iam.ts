/** AWS's service for roles: global, so one endpoint serves all regions. Loaded only when a template wants a role of its own. */
import type { IAMClientConfig } from '@aws-sdk/client-iam'
import type { Place } from '../../model/resource'
import { type Access, accessAt, isLoopback, placeOf } from './access'
import { clientConfig } from './client-config'
import { explain } from './errors'
import type { IamAction, IamInput, IamOutput } from './iam-sdk'
import { whileUnknown } from './lent-keys'

export interface Iam {
  readonly place: Place
  readonly loopback: boolean
  /** Rejects with AwsError, or with the signal's reason when it aborts. */
  call<A extends IamAction>(action: A, input: IamInput<A>, signal: AbortSignal): Promise<IamOutput<A>>
}

export function openIam(access: Access): Iam {
  const place = placeOf(access)
  let opened: ReturnType<typeof openClient> | undefined
  async function once<A extends IamAction>(action: A, input: IamInput<A>, signal: AbortSignal): Promise<IamOutput<A>> {
    signal.throwIfAborted()
    try {
      opened ??= openClient(access)
      const { sdk, client } = await opened
      const Command = sdk.iamCommands[action] as unknown as new (input: IamInput<A>) => never
      return await client.send(new Command(input), { abortSignal: signal })
    } catch (error) {
      if (signal.aborted) throw signal.reason
      const endpoint = endpointOfIam()
      throw explain(error, action, { region: access.region, ...(endpoint && { endpoint }) }, 'iam')
    }
  }
  return {
    place,
    loopback: isLoopback(endpointOfIam()),
    call: (action, input, signal) => whileUnknown(access, signal, () => once(action, input, signal)),
  }
}

export const iamAt = (place: Place): Iam => openIam(accessAt(place))

/** The IAM that belongs to this EC2; undefined where there is none: an endpoint of EC2 alone is not AWS's. */
export const iamOf = (place: Place): Iam | undefined => (place.endpoint && !endpointOfIam() ? undefined : iamAt(place))

/** custom_endpoint_ec2 is EC2's alone. */
const endpointOfIam = (): string | undefined => process.env.AWS_ENDPOINT_URL_IAM || process.env.AWS_ENDPOINT_URL || undefined

async function openClient(access: Access) {
  const sdk = await import('./iam-sdk')
  const { region, credentials, profile, ...rest } = await clientConfig(access)
  const config = { ...rest, region, credentials, profile, endpoint: endpointOfIam() }
  // What both clients understand; their types differ in what they could be extended by.
  return { sdk, client: new sdk.IAMClient(config as IAMClientConfig) }
}
