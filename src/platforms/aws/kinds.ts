/** The kinds by name, for a process that finds them in another one's journal. Credentials are its own. */
import type { ResourceKindAt } from '../../model/resource'
import { connectAt, type Ec2 } from './connect'
import { image } from './resources/image'
import { instance } from './resources/instance'
import { keyPair } from './resources/key-pair'
import { securityGroup } from './resources/security-group'

const kinds = [keyPair, securityGroup, instance, image]

export const awsResourceKinds: Readonly<Record<string, ResourceKindAt>> = Object.fromEntries(
  kinds.map(kind => [nameOf(kind), (place: Parameters<ResourceKindAt>[0]) => kind(connectAt(place))]),
)

function nameOf(kind: (ec2: Ec2) => { readonly name: string }): string {
  return kind({ place: {} } as Ec2).name
}
