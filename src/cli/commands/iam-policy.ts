/** `ingot iam-policy`: the least that AWS must allow for a template, as a policy to paste. */
import { plugins } from '../../catalog'
import { Failure } from '../../model/failure'
import type { Options } from '../../sources/amazon-ebs/options'
import { type Permissions, permissions } from '../../sources/amazon-ebs/permissions'
import { loadPlan } from '../../template/load-plan'
import { verb } from '../command'
import { toggle } from '../flags'
import { inputFrom, planFrom, templateFlags } from '../template-flags'

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
    // Standard input can be read once only.
    const { outline } =
      rest[0] === '-' ? {} : await loadPlan({ ...inputFrom(rest[0], flags, io), plugins, tolerateUnset: true, outlineOnly: true })
    const outside = [...(outline?.dataSources ?? []).map(({ type }) => type), ...loaded.outside.lookedUp]
    const sources = loaded.plan.builds.map(build => build.source).filter(source => source.type === 'amazon-ebs')
    if (sources.length === 0)
      throw new Failure('invalid', 'The template has no build on AWS', { advice: 'Sources of type amazon-ebs need a policy.' })
    const needed = sources.map(({ options, communicator }) => {
      const value = options.value as unknown as Options
      return permissions(value, communicator, value.force_deregister || flags.force)
    })
    const announces = loaded.plan.builds.some(build => build.publications?.length)
    const more = [...(flags.clean ? [cleaning] : []), ...(announces ? [announcing] : [])]
    io.stdout.write(`${JSON.stringify(policy([...needed, ...more, reading(outside)]), null, 2)}\n`)
    return 0
  },
})

/** Of `publish` blocks: the parameter that holds the image's ID. */
const announcing: Permissions = {
  read: ['ssm:GetParameter'],
  create: ['ssm:PutParameter'],
  change: ['ssm:LabelParameterVersion'],
  own: [],
}

/** What data sources and functions ask while the template is read. */
const asked: Readonly<Record<string, string>> = {
  'amazon-ami': 'ec2:DescribeImages',
  'amazon-parameterstore': 'ssm:GetParameter',
  'amazon-secretsmanager': 'secretsmanager:GetSecretValue',
  'aws-secret': 'secretsmanager:GetSecretValue',
  'aws-secret-raw': 'secretsmanager:GetSecretValue',
}

const reading = (types: readonly string[]): Permissions => ({
  read: types.flatMap(type => asked[type] ?? []),
  create: [],
  change: [],
  own: [],
})

const cleaning: Permissions = {
  read: [
    ...['ec2:DescribeRegions', 'ec2:DescribeKeyPairs', 'ec2:DescribeSecurityGroups', 'ec2:DescribeLaunchTemplates'],
    ...['ec2:DescribeSnapshots', 'ec2:DescribeImages', 'ec2:DescribeVolumes', 'ec2:DescribeInstances'],
    ...['iam:ListRoles', 'iam:GetRole', 'iam:ListInstanceProfiles', 'iam:GetInstanceProfile'],
  ],
  create: [],
  change: [],
  own: [
    ...['ec2:TerminateInstances', 'ec2:DeleteVolume', 'ec2:DeregisterImage', 'ec2:DeleteSnapshot', 'ec2:DeleteKeyPair'],
    ...['ec2:DeleteSecurityGroup', 'ec2:DeleteLaunchTemplate'],
    ...['iam:DeleteRolePolicy', 'iam:DeleteRole', 'iam:RemoveRoleFromInstanceProfile', 'iam:DeleteInstanceProfile'],
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
