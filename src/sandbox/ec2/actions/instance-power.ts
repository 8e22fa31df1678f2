/** Start, stop, reboot, terminate. The reply names the state before and after; the machine follows. */

import { action, type Call } from '../action'
import { is } from '../machines'
import { Ec2Error } from '../protocol/error'
import { flag, ignoring, list, required, text } from '../protocol/shape'
import type { Instance, InstanceState } from '../state/records'
import { stateView } from './instance-view'

const instanceIds = required(list(text))

/** All instances are looked up, and all are checked, before the first is changed. */
function change(
  { region }: Call,
  ids: readonly string[],
  check: (instance: Instance) => void,
  act: (instance: Instance) => void,
) {
  const instances = region.instances.select(ids)
  instances.forEach(check)
  return {
    instancesSet: instances.map(instance => {
      const before = instance.state
      act(instance)
      return { instanceId: instance.id, currentState: stateView(instance.state), previousState: stateView(before) }
    }),
  }
}

const expect = (instance: Instance, verb: string, ...states: readonly InstanceState[]) => {
  if (!is(instance, ...states))
    throw new Ec2Error(
      'IncorrectInstanceState',
      `The instance '${instance.id}' is not in a state from which it can be ${verb}: it is ${instance.state}.`,
    )
}

const startInstances = action({ InstanceId: instanceIds, ...ignoring('AdditionalInfo') }, (call, input) =>
  change(
    call,
    input.InstanceId,
    instance => expect(instance, 'started', 'stopped', 'pending', 'running'),
    instance => {
      if (!is(instance, 'stopped')) return
      const now = new Date().toISOString()
      Object.assign(instance, { state: 'pending', stateReason: undefined, stateSince: now, launchTime: now })
      call.cloud.machines.start(call.region, instance, 'stopped')
    },
  ),
)

const stopInstances = action({ InstanceId: instanceIds, Force: flag, Hibernate: flag, SkipOsShutdown: flag }, (call, input) => {
  if (input.Hibernate)
    throw new Ec2Error('UnsupportedHibernationConfiguration', 'The instance was not launched with hibernation enabled.')
  const check = (instance: Instance) => {
    expect(instance, 'stopped', 'running', 'stopping', 'stopped')
    if (instance.disableApiStop)
      throw new Ec2Error(
        'OperationNotPermitted',
        `The instance '${instance.id}' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.`,
      )
  }
  const force = Boolean(input.Force || input.SkipOsShutdown)
  return change(call, input.InstanceId, check, instance => call.cloud.machines.stop(instance, force))
})

const rebootInstances = action({ InstanceId: instanceIds }, ({ cloud, region }, input) => {
  const instances = region.instances.select(input.InstanceId)
  for (const instance of instances) expect(instance, 'rebooted', 'running', 'pending')
  for (const instance of instances) cloud.machines.reboot(instance)
  return { return: true }
})

const terminateInstances = action({ InstanceId: instanceIds, Force: flag, SkipOsShutdown: flag }, (call, input) => {
  const check = (instance: Instance) => {
    if (instance.disableApiTermination && !is(instance, 'terminated'))
      throw new Ec2Error(
        'OperationNotPermitted',
        `The instance '${instance.id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
      )
  }
  return change(call, input.InstanceId, check, instance => call.cloud.machines.terminate(call.region, instance))
})

const monitoring = (on: boolean) =>
  action({ InstanceId: instanceIds }, ({ region }, input) => ({
    instancesSet: region.instances.select(input.InstanceId).map(instance => {
      instance.monitoring = on
      return { instanceId: instance.id, monitoring: { state: on ? 'pending' : 'disabling' } }
    }),
  }))

export const instancePower = {
  StartInstances: startInstances,
  StopInstances: stopInstances,
  RebootInstances: rebootInstances,
  TerminateInstances: terminateInstances,
  MonitorInstances: monitoring(true),
  UnmonitorInstances: monitoring(false),
}
