/** Unmodified clients of other people, told only where the endpoint is: by the SDKs' own variables, or by a template's option. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeNeeding, hasPythonModule, type Outcome, runClient } from '../helpers/clients'
import { leftovers } from '../helpers/ec2'
import { type TestSandbox, testSandbox } from '../helpers/sandbox'
import { programPath } from '../helpers/tools'

let sandbox: TestSandbox
let home: string
beforeEach(async () => {
  sandbox = await testSandbox()
  home = mkdtempSync(join(tmpdir(), 'ingot-client-'))
})
afterEach(async () => {
  await sandbox.end()
  rmSync(home, { recursive: true, force: true })
})

const run = (program: string, args: readonly string[], more: NodeJS.ProcessEnv = {}, seconds?: number) =>
  runClient(program, args, { ...sandbox.environment, ...more }, home, seconds)
const succeeded = (outcome: Outcome) => {
  if (outcome.status !== 0) throw new Error(`status ${outcome.status}: ${outcome.stderr || outcome.stdout}`)
  return outcome.stdout
}

describeNeeding({ aws: programPath('aws') !== undefined }, 'aws command line', () => {
  const aws = async (command: string) => succeeded(await run('aws', command.split(' ')))

  test('finds, runs, waits, images and reads errors', async () => {
    expect(JSON.parse(await aws('sts get-caller-identity'))).toMatchObject({ Account: '123456789012' })
    const find =
      'ec2 describe-images --owners 136693071363 --filters Name=name,Values=debian-12-* --query Images[0].ImageId --output text'
    const base = (await aws(find)).trim()
    const launch = `ec2 run-instances --image-id ${base} --instance-type t3.micro --query Instances[0].InstanceId --output text`
    const id = (await aws(launch)).trim()
    await aws(`ec2 wait instance-running --instance-ids ${id}`)
    const image = (
      await aws(`ec2 create-image --instance-id ${id} --name from-cli --no-reboot --query ImageId --output text`)
    ).trim()
    expect(JSON.parse(await aws('ec2 describe-images --owners self')).Images).toMatchObject([
      { ImageId: image, Name: 'from-cli' },
    ])
    await aws(`ec2 terminate-instances --instance-ids ${id}`)
    const refused = await run('aws', ['ec2', 'describe-instances', '--instance-ids', 'i-0123456789abcdef0'])
    expect(refused.stderr).toContain('(InvalidInstanceID.NotFound)')
    expect((await run('aws', ['ec2', 'describe-vpn-gateways'])).stderr).toContain('(InvalidAction)')
  }, 120_000)
})

const boto = `
import boto3
ec2 = boto3.client('ec2')
images = ec2.describe_images(Owners=['136693071363'])['Images']
resource = boto3.resource('ec2')
key = ec2.create_key_pair(KeyName='py', KeyType='ed25519')
assert 'PRIVATE KEY' in key['KeyMaterial']
group = resource.create_security_group(GroupName='py', Description='py')
group.authorize_ingress(IpProtocol='tcp', FromPort=22, ToPort=22, CidrIp='0.0.0.0/0')
[instance] = resource.create_instances(ImageId=images[0]['ImageId'], MinCount=1, MaxCount=1, InstanceType='t3.micro',
    KeyName='py', SecurityGroupIds=[group.id], UserData='#!/bin/sh',
    TagSpecifications=[{'ResourceType': 'instance', 'Tags': [{'Key': 'Name', 'Value': 'py'}]}])
ec2.get_waiter('instance_running').wait(InstanceIds=[instance.id], WaiterConfig={'Delay': 1})
instance.reload()
assert instance.public_ip_address.startswith('127.83.'), instance.public_ip_address
assert instance.tags == [{'Key': 'Name', 'Value': 'py'}]
instance.stop()
ec2.get_waiter('instance_stopped').wait(InstanceIds=[instance.id], WaiterConfig={'Delay': 1})
image = instance.create_image(Name='python')
ec2.get_waiter('image_available').wait(ImageIds=[image.id], WaiterConfig={'Delay': 1})
snapshots = [p for page in ec2.get_paginator('describe_snapshots').paginate(OwnerIds=['self'], PaginationConfig={'PageSize': 5}) for p in page['Snapshots']]
assert len(snapshots) == 1
try:
    ec2.describe_images(ImageIds=['ami-0123456789abcdef0'], DryRun=True)
except ec2.exceptions.ClientError as error:
    print(error.response['Error']['Code'], error.response['ResponseMetadata']['HTTPStatusCode'])
instance.terminate()
ec2.get_waiter('instance_terminated').wait(InstanceIds=[instance.id], WaiterConfig={'Delay': 1})
group.delete()
image.deregister()
resource.Snapshot(snapshots[0]['SnapshotId']).delete()
print(list(resource.volumes.all()), list(resource.snapshots.filter(OwnerIds=['self'])))
`
describeNeeding({ boto3: hasPythonModule('boto3') }, 'boto3', () => {
  test('resources, waiters and paginators', async () => {
    const stdout = succeeded(await run('python3', ['-c', boto]))
    expect(stdout.trim().split('\n')).toEqual(['DryRunOperation 412', '[] []'])
  }, 60_000)
})

const packer = `
variable "endpoint" { type = string }
source "amazon-ebs" "one" {
  region              = "us-east-1"
  custom_endpoint_ec2 = var.endpoint
  instance_type       = "t3.micro"
  ami_name            = "packed"
  ami_users           = ["210987654321"]
  communicator        = "none"
  source_ami_filter {
    filters     = { name = "debian-12-amd64-*", root-device-type = "ebs", virtualization-type = "hvm" }
    owners      = ["136693071363"]
    most_recent = true
  }
  launch_block_device_mappings {
    device_name           = "/dev/xvda"
    volume_size           = 10
    delete_on_termination = true
  }
  run_tags = { Run = "1" }
  tags     = { Base = "{{ .SourceAMIName }}" }
}
build { sources = ["source.amazon-ebs.one"] }
`
describeNeeding({ packer: programPath('packer') !== undefined }, 'Packer', () => {
  test('bakes through custom_endpoint_ec2 and leaves only the image', async () => {
    writeFileSync(join(home, 'one.pkr.hcl'), packer)
    const build = await run('packer', ['build', '-machine-readable', '-var', `endpoint=${sandbox.endpoint}`, '.'])
    const image = /artifact,0,id,us-east-1:(ami-\w+)/.exec(succeeded(build))![1]!
    const { images, left } = await leftovers(sandbox.client())
    expect(images).toMatchObject([
      { ImageId: image, Name: 'packed', Tags: [{ Key: 'Base', Value: 'debian-12-amd64-20260101-1234' }] },
    ])
    expect(left).toEqual({ keyPairs: 0, groups: 1, volumes: 0, instances: 0 })
  }, 60_000)
})
