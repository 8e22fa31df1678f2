/** `ingot iam-policy`: the least that AWS must allow for a template, as a policy to paste. */
import { plugins } from '../../catalog'
import { Failure } from '../../model/failure'
import type { Options } from '../../sources/amazon-ebs/options'
import { type Permissions, permissions } from '../../sources/amazon-ebs/permissions'
import { verb } from '../command'
import { toggle } from '../flags'
import { planFrom, templateFlags } from '../template-flags'

export const iamPolicy = verb({
  usage: 'iam-policy [flags] TEMPLATE',
  summary: 'Prints the IAM policy that a template needs on AWS, and no more.',
  flags: {
    ...templateFlags,
    force: toggle('For builds with -force, which replace images of the same name.'),
    clean: toggle('With what `ingot clean -older-than` needs besides.'),
  },
  run: async ({ rest, flags }, io) => {
    const loaded = await planFrom(rest, flags, plugins, io)
    if (!loaded) return 2
    const sources = loaded.plan.builds.map(build => build.source).filter(source => source.type === 'amazon-ebs')
    if (sources.length === 0)
      throw new Failure('invalid', 'The template has no build on AWS', { advice: 'Sources of type amazon-ebs need a policy.' })
    const needed = sources.map(({ options, communicator }) => {
      const value = options.value as unknown as Options
      return permissions(value, communicator, value.force_deregister || flags.force)
    })
    io.stdout.write(`${JSON.stringify(policy([...needed, ...(flags.clean ? [cleaning] : [])]), null, 2)}\n`)
    return 0
  },
})

const cleaning: Permissions = {
  read: [
    ...['ec2:DescribeRegions', 'ec2:DescribeKeyPairs', 'ec2:DescribeSecurityGroups', 'ec2:DescribeLaunchTemplates'],
    ...['ec2:DescribeSnapshots', 'ec2:DescribeImages', 'ec2:DescribeVolumes', 'ec2:DescribeInstances'],
  ],
  create: [],
  change: [],
  own: [
    ...['ec2:TerminateInstances', 'ec2:DeleteVolume', 'ec2:DeregisterImage', 'ec2:DeleteSnapshot', 'ec2:DeleteKeyPair'],
    ...['ec2:DeleteSecurityGroup', 'ec2:DeleteLaunchTemplate'],
  ],
}

function policy(all: readonly Permissions[]) {
  const of = (part: keyof Permissions) => [...new Set(all.flatMap(each => each[part]))].sort()
  const anywhere = new Set([...of('read'), ...of('create'), ...of('change')])
  const own = of('own').filter(action => !anywhere.has(action))
  const statement = (Sid: string, Action: readonly string[], more: object = {}) =>
    Action.length > 0 ? [{ Sid, Effect: 'Allow', Action, Resource: '*', ...more }] : []
  return {
    Version: '2012-10-17',
    Statement: [
      ...statement('Read', of('read')),
      ...statement('Create', of('create')),
      ...statement('Change', of('change')),
      // All that ingot creates has the tag from the start.
      ...statement('RemoveWhatIngotMade', own, { Condition: { Null: { 'aws:ResourceTag/ingot:run': 'false' } } }),
    ],
  }
}
