/** Every action of the sandbox, by the name that it has on the wire. */

import type { Action } from '../action'
import { copyImage } from './copy-image'
import { createImage } from './create-image'
import { fastLaunch } from './fast-launch'
import { imageAttributes } from './image-attributes'
import { images } from './images'
import { instanceAttributes } from './instance-attributes'
import { instancePower } from './instance-power'
import { types } from './instance-types'
import { instances } from './instances'
import { keyPairs } from './key-pairs'
import { launchTemplates } from './launch-templates'
import { network } from './network'
import { places } from './places'
import { deregisterImage, registerImage } from './register-image'
import { runInstances } from './run-instances'
import { securityGroupRules } from './security-group-rules'
import { securityGroups } from './security-groups'
import { snapshots } from './snapshots'
import { spot } from './spot'
import { tags } from './tags'
import { volumes } from './volumes'

export const actions: Readonly<Record<string, Action>> = {
  ...places,
  ...network,
  ...types,
  ...keyPairs,
  ...securityGroups,
  ...securityGroupRules,
  RunInstances: runInstances,
  ...instances,
  ...instancePower,
  ...instanceAttributes,
  ...launchTemplates,
  ...spot,
  ...volumes,
  ...snapshots,
  ...images,
  CreateImage: createImage,
  CopyImage: copyImage,
  RegisterImage: registerImage,
  DeregisterImage: deregisterImage,
  ...imageAttributes,
  ...fastLaunch,
  ...tags,
}
