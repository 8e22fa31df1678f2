/** What nearly every test of the sandbox does with a client. */
import {
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeKeyPairsCommand,
  DescribeSecurityGroupsCommand,
  DescribeVolumesCommand,
  type EC2Client,
  type Image,
  type Instance,
  RunInstancesCommand,
  type RunInstancesCommandInput,
} from '@aws-sdk/client-ec2'
import { eventually } from './sandbox'

export async function baseImage(ec2: EC2Client): Promise<string> {
  const { Images } = await ec2.send(new DescribeImagesCommand({ Owners: ['136693071363'] }))
  return Images![0]!.ImageId!
}

/** One running instance of the base image. */
export async function launch(ec2: EC2Client, settings: Partial<RunInstancesCommandInput> = {}): Promise<string> {
  const ImageId = await baseImage(ec2)
  const run = await ec2.send(
    new RunInstancesCommand({ ImageId, MinCount: 1, MaxCount: 1, InstanceType: 't3.micro', ...settings }),
  )
  const id = run.Instances![0]!.InstanceId!
  await becomes(ec2, id, 'running')
  return id
}

export async function instance(ec2: EC2Client, id: string): Promise<Instance> {
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }))
  return Reservations![0]!.Instances![0]!
}

export const becomes = (ec2: EC2Client, id: string, state: string) =>
  eventually(
    () => instance(ec2, id),
    ({ State }) => State?.Name === state,
  )

export async function image(ec2: EC2Client, id: string): Promise<Image> {
  return (await ec2.send(new DescribeImagesCommand({ ImageIds: [id] }))).Images![0]!
}

export const imageBecomes = (ec2: EC2Client, id: string, state: string) =>
  eventually(
    () => image(ec2, id),
    ({ State }) => State === state,
  )

/** What is in the region besides the base image and the default group; terminated instances do not count. */
export async function leftovers(ec2: EC2Client) {
  const { Images = [] } = await ec2.send(new DescribeImagesCommand({ Owners: ['self'] }))
  const { KeyPairs = [] } = await ec2.send(new DescribeKeyPairsCommand({}))
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({}))
  const alive = await eventually(
    async () => {
      const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({}))
      return Reservations.flatMap(({ Instances = [] }) => Instances).filter(({ State }) => State?.Name !== 'terminated')
    },
    // Those that end take their volumes along.
    machines => machines.every(({ State }) => State?.Name !== 'shutting-down'),
  )
  const { Volumes = [] } = await ec2.send(new DescribeVolumesCommand({}))
  return {
    images: Images,
    left: { keyPairs: KeyPairs.length, groups: SecurityGroups.length, volumes: Volumes.length, instances: alive.length },
  }
}
