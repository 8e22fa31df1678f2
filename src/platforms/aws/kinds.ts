/** The kinds by name, for a process that finds them in another one's journal. Credentials are its own. */
import type { ResourceKindAt } from '../../model/resource'
import { type Access, accessAt } from './access'
import { connectAt, type Ec2 } from './connect'
import { type Iam, iamAt } from './iam'
import { fastLaunch } from './resources/fast-launch'
import { fleetInstance } from './resources/fleet'
import { image } from './resources/image'
import { instance } from './resources/instance'
import { instanceProfile, role } from './resources/instance-profile'
import { keyPair } from './resources/key-pair'
import { formerSnapshots, replacedImage } from './resources/replaced-image'
import { securityGroup } from './resources/security-group'
import { session } from './resources/session'

const ofEc2 = [keyPair, securityGroup, instance, fleetInstance, image, replacedImage, formerSnapshots, fastLaunch]
const ofIam = [role, instanceProfile]
const ofSsm = [session]

type Where = Parameters<ResourceKindAt>[0]

export const awsResourceKinds: Readonly<Record<string, ResourceKindAt>> = Object.fromEntries([
  ...ofEc2.map(kind => [nameOf(kind), (place: Where) => kind(connectAt(place))]),
  ...ofIam.map(kind => [nameOf(kind), (place: Where) => kind(iamAt(place))]),
  ...ofSsm.map(kind => [nameOf(kind), (place: Where) => kind(accessAt(place))]),
])

function nameOf(kind: (cloud: Ec2 & Iam & Access) => { readonly name: string }): string {
  return kind({ place: {} } as Ec2 & Iam & Access).name
}
