/** RunInstances: everything is checked before anything is made; then records, disks, and machines that boot by themselves. */

import { action, once } from '../action'
import { accountId } from '../cloud'
import { launch } from '../launch/launch'
import { launchFields } from '../parameters/launch-fields'
import { unusedOfRun } from '../parameters/unused-fields'
import { Ec2Error } from '../protocol/error'
import { integer, required, structure, text } from '../protocol/shape'
import { instanceView } from './instance-view'
import { withLaunchTemplate } from './launch-templates'

export const runInstances = action(
  {
    ...launchFields,
    MinCount: required(integer),
    MaxCount: required(integer),
    SubnetId: text,
    ClientToken: text,
    LaunchTemplate: structure({ LaunchTemplateId: text, LaunchTemplateName: text, Version: text }),
    ...unusedOfRun,
  },
  async (call, given) => {
    if (given.MinCount < 1 || given.MaxCount < given.MinCount)
      throw new Ec2Error(
        'InvalidParameterValue',
        `Invalid value for instance count: min ${given.MinCount}, max ${given.MaxCount}`,
      )
    const input = given.LaunchTemplate ? withLaunchTemplate(call.region, given, given.LaunchTemplate) : given
    const reservationId = await once(call, input.ClientToken, () => launch(call, input, input.MaxCount))
    const instances = call.region.instances.all().filter(instance => instance.reservationId === reservationId)
    return {
      reservationId,
      ownerId: accountId,
      groupSet: [],
      instancesSet: instances.map(instance => instanceView(call, instance)),
    }
  },
)
