/** The same bake on an EC2 that is none of ours: moto, unmodified. It runs nothing, so there is no communicator. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { sweep } from '../../../src/engine/sweep'
import type { Source } from '../../../src/model/plugin'
import { connect } from '../../../src/platforms/aws/connect'
import { openIam } from '../../../src/platforms/aws/iam'
import { awsResourceKinds } from '../../../src/platforms/aws/kinds'
import { findOurs } from '../../../src/platforms/aws/sweep'
import { findOursInIam } from '../../../src/platforms/aws/sweep-iam'
import { amazonEbs } from '../../../src/sources/amazon-ebs'
import { bake } from '../../helpers/bake'
import { describeWith, programPath } from '../../helpers/tools'

const signal = new AbortController().signal

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function untilAnswers(url: string): Promise<void> {
  for (let left = 300; left > 0; left--) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('moto_server did not start')
}

let server: ChildProcess
let endpoint: string

const unexpected = (line: string) => {
  throw new Error(line)
}
const keys = { accessKeyId: 'any', secretAccessKey: 'any' }
const at = (region: string) => connect({ region, endpoint, keys, maxAttempts: 2 })
const template = () => ({
  region: 'us-east-1',
  access_key: 'any',
  secret_key: 'any',
  max_retries: 2,
  custom_endpoint_ec2: endpoint,
  instance_type: 't3.small',
  ami_name: 'web',
  source_ami_filter: { filters: { name: 'amzn2-ami-hvm-2.0*' }, owners: ['amazon'], most_recent: true },
})
const run = (options: object, more: object = {}) =>
  bake({
    source: amazonEbs as unknown as Source,
    options: { ...template(), ...options },
    communicator: { communicator: 'none' },
    ...more,
  })
const mine = async (region: string) => {
  const { Images = [] } = await at(region).call('DescribeImages', { Owners: ['self'] }, signal)
  return Images
}
const living = async () => {
  const { Reservations = [] } = await at('us-east-1').call('DescribeInstances', {}, signal)
  return Reservations.flatMap(each => each.Instances ?? []).filter(each => each.State?.Name !== 'terminated')
}

describeWith(['moto_server'], 'on moto', () => {
  beforeAll(async () => {
    const port = await freePort()
    server = spawn(programPath('moto_server')!, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore', detached: true })
    endpoint = `http://127.0.0.1:${port}`
    await untilAnswers(endpoint)
  }, 60_000)
  // pyenv's shim is a shell that starts the server: the whole group must go.
  afterAll(() => process.kill(-server.pid!, 'SIGKILL'))

  test('bake, copy, share and tag', async () => {
    const { report } = await run(
      {
        ami_description: 'from {{ .SourceAMI }}',
        ami_regions: ['eu-west-1'],
        ami_users: ['123456789012'],
        tags: { Role: 'web' },
        snapshot_tags: { Role: 'disk' },
        run_tags: { Team: 'images' },
        associate_public_ip_address: true,
        launch_block_device_mappings: [{ device_name: '/dev/sdf', volume_size: 1 }],
      },
      { smokeTest: 'passed' },
    )
    expect(report.builds[0]!.error).toBeUndefined()
    expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
    expect(report.builds[0]!.images.map(image => image.region)).toEqual(['eu-west-1', 'us-east-1'])
    for (const region of ['us-east-1', 'eu-west-1']) {
      const [image] = await mine(region)
      expect(image).toMatchObject({ Name: 'web', State: 'available', Description: expect.stringMatching(/^from ami-/) })
      expect(image!.Tags).toEqual(
        expect.arrayContaining([
          { Key: 'Role', Value: 'web' },
          { Key: 'ingot:state', Value: 'published' },
        ]),
      )
    }
    expect(await living()).toEqual([])
    const { Volumes = [] } = await at('us-east-1').call('DescribeVolumes', {}, signal)
    expect(Volumes).toEqual([])
  }, 60_000)

  test('encrypted by a copy in each region, and the image in between goes', async () => {
    const before = (await mine('us-east-1')).length
    const options = { ami_name: 'encrypted', encrypt_boot: true, ami_regions: ['us-west-2'] }
    const { report } = await run(options)
    expect(report.builds[0]!.error).toBeUndefined()
    expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
    expect((await mine('us-west-2')).map(image => image.Name)).toEqual(['encrypted'])
    expect(await mine('us-east-1')).toHaveLength(before + 1)
  }, 60_000)

  test('a spot machine', async () => {
    const { report } = await run({
      ami_name: 'by spot',
      instance_type: '',
      spot_price: 'auto',
      spot_instance_types: ['t3.small'],
    })
    expect(report.builds[0]!.error).toBeUndefined()
    expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
    expect(await living()).toEqual([])
  }, 60_000)

  test('an instance profile for the time of the build', async () => {
    process.env.AWS_ENDPOINT_URL_IAM = endpoint
    const Statement = [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] }]
    const seen: unknown[] = []
    const iam = openIam({ region: 'us-east-1', keys, maxAttempts: 2 })
    const provision = async () => {
      const [machine] = await living()
      const name = machine!.IamInstanceProfile!.Arn!.split('/').at(-1)!
      const { InstanceProfile } = await iam.call('GetInstanceProfile', { InstanceProfileName: name }, signal)
      seen.push(
        name,
        InstanceProfile?.Roles?.map(role => role.RoleName),
      )
    }
    const options = { ami_name: 'with-role', temporary_iam_instance_profile_policy_document: { Statement } }
    const { report } = await run(options, { provision })
    expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
    expect(seen).toEqual([expect.stringMatching(/^ingot-.*-\d+$/), [expect.stringMatching(/^ingot-.*-\d+$/)]])
    for (const [action, input] of [
      ['GetInstanceProfile', { InstanceProfileName: seen[0] as string }],
      ['GetRole', { RoleName: (seen[1] as string[])[0] }],
    ] as const)
      await expect(iam.call(action, input, signal)).rejects.toMatchObject({ awsCode: expect.stringContaining('NoSuchEntity') })
    delete process.env.AWS_ENDPOINT_URL_IAM
  }, 60_000)

  test('a role and a profile whose journal is lost are found by their tags; those of others stay', async () => {
    Object.assign(process.env, { AWS_ENDPOINT_URL_IAM: endpoint, AWS_ACCESS_KEY_ID: 'any', AWS_SECRET_ACCESS_KEY: 'any' })
    const ec2 = at('us-east-1')
    const iam = openIam({ region: 'us-east-1', keys, maxAttempts: 2 })
    const theirs = { RoleName: 'ingot-of-somebody-else', AssumeRolePolicyDocument: '{}' }
    await iam.call('CreateRole', theirs, signal)
    const provision = async () => {
      throw new Error('no')
    }
    const Statement = [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] }]
    const options = { ami_name: 'lost', temporary_iam_instance_profile_policy_document: { Statement } }
    const { report } = await run(options, { provision, engine: { onError: 'abort' } })
    const wanted = { runs: [report.run.id] }
    const found = await findOursInIam(ec2.place, wanted, unexpected, signal)
    expect(found.map(({ kind }) => kind)).toEqual(['aws.iam-role', 'aws.iam-instance-profile'])
    const all = [...found, ...(await findOurs(ec2, wanted, signal))]
    expect(await sweep(all, { resourceKinds: awsResourceKinds, say: () => undefined, signal })).toEqual([])
    expect(await findOursInIam(ec2.place, wanted, unexpected, signal)).toEqual([])
    expect((await iam.call('GetRole', { RoleName: theirs.RoleName }, signal)).Role?.RoleName).toBe(theirs.RoleName)
    delete process.env.AWS_ENDPOINT_URL_IAM
    expect(await findOursInIam(ec2.place, {}, unexpected, signal)).toEqual([])
  }, 60_000)

  test('an assumed role', async () => {
    process.env.AWS_ENDPOINT_URL_STS = endpoint
    const role = { arn: 'arn:aws:iam::210987654321:role/build' }
    const elsewhere = connect({ region: 'us-east-1', endpoint, keys, role, maxAttempts: 2 })
    // moto keeps accounts apart: what the role's account sees is its own.
    await elsewhere.call('CreateSecurityGroup', { GroupName: 'theirs', Description: 'x' }, signal)
    const { SecurityGroups = [] } = await elsewhere.call('DescribeSecurityGroups', { GroupNames: ['theirs'] }, signal)
    expect(SecurityGroups[0]?.OwnerId).toBe('210987654321')
    delete process.env.AWS_ENDPOINT_URL_STS
  }, 60_000)

  test('a provisioner that fails leaves nothing', async () => {
    const before = await mine('us-east-1')
    const provision = async () => {
      throw new Error('no')
    }
    const { report } = await run({ ami_name: 'other' }, { provision })
    expect(report).toMatchObject({ outcome: 'failed', leftovers: [] })
    expect(await living()).toEqual([])
    expect(await mine('us-east-1')).toHaveLength(before.length)
  }, 60_000)

  test('what a run left is found by its tags and removed; what others have, and what was published, stays', async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'any', AWS_SECRET_ACCESS_KEY: 'any' })
    const ec2 = at('us-east-1')
    const group = async () => {
      const { SecurityGroups = [] } = await ec2.call('DescribeSecurityGroups', {}, signal)
      return SecurityGroups.map(each => each.GroupName)
    }
    await ec2.call('CreateSecurityGroup', { GroupName: 'of somebody else', Description: 'x' }, signal)
    const published = await mine('us-east-1')
    const [groups, machines] = [await group(), await living()]
    const provision = async () => {
      throw new Error('no')
    }
    const { report } = await run({ ami_name: 'left' }, { provision, engine: { onError: 'abort' } })
    expect(report.leftovers.length).toBeGreaterThan(0)
    expect((await living()).length).toBe(machines.length + 1)
    const found = await findOurs(ec2, { before: new Date(Date.now() + 1000) }, signal)
    expect(new Set(found.map(each => each.run))).toEqual(new Set([report.run.id]))
    expect(await sweep(found, { resourceKinds: awsResourceKinds, say: () => undefined, signal })).toEqual([])
    expect(await living()).toEqual(machines)
    expect(await group()).toEqual(groups)
    expect(await mine('us-east-1')).toEqual(published)
  }, 60_000)

  test('a name that is taken is found before anything is launched', async () => {
    const { report } = await run({ ami_name: 'other' })
    expect(report.outcome).toBe('done')
    const again = await run({ ami_name: 'other' })
    expect(again.report.builds[0]!.error?.message).toContain('An image named "other" exists already')
  }, 60_000)
})
