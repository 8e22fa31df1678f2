/**
 * A fresh machine from the candidate, for smoke tests: the image must stand alone, so it gets no disks of the build, and no user data but
 * what the test itself gives it.
 */
import type { Reach } from '../../model/communicator'
import { Failure } from '../../model/failure'
import type { BootRequest, BuildContext } from '../../model/plugin'
import { reachCloud } from './access'
import type { Candidate } from './build'
import { startMachine } from './machine'
import type { Options } from './options'
import { isThroughSession } from './session-manager'
import { runTags, spotTags } from './tags'

export async function boot(
  given: Options,
  candidate: Candidate | undefined,
  context: BuildContext,
  request?: BootRequest,
): Promise<Reach> {
  if (!candidate) throw new Error('boot without a candidate')
  const { imageId, network, base, profile } = candidate
  const options = request?.instanceType ? ofType(given, request.instanceType) : given
  if (isThroughSession(options) && request?.ports.length)
    throw new Failure('invalid', 'A machine that is reached through Session Manager has no ports that probes could ask', {
      advice: 'Ask from inside, by a script: `curl -fsS http://localhost:8080/`.',
    })
  const ec2 = await reachCloud(options)
  const tags = { ...runTags(options, context, base), Name: 'ingot smoke test' }
  const machine = await startMachine(ec2, options, context, {
    purpose: 'test',
    ports: request?.ports,
    userData: request?.userData && Buffer.from(request.userData).toString('base64'),
    imageId,
    isWindows: base.isWindows,
    network,
    profile: profile.name,
    isProfileNew: profile.isNew,
    tags,
    ...spotTags(options, context, base),
    disks: undefined,
  })
  return machine.reach
}

/** One type, on demand: a test is about this type, and a spot price is about others. */
const ofType = (options: Options, instanceType: string): Options => ({
  ...options,
  instance_type: instanceType,
  spot_price: undefined,
  spot_instance_types: undefined,
})
