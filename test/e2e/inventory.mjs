// Prints what is in the account behind the SDK's environment: all that a bake could leave behind. With `published` only such images.
import { setTimeout as sleep } from 'node:timers/promises'
import {
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeKeyPairsCommand,
  DescribeSecurityGroupsCommand,
  DescribeSnapshotsCommand,
  DescribeVolumesCommand,
  EC2Client,
} from '@aws-sdk/client-ec2'

const ec2 = new EC2Client()
const own = { OwnerIds: ['self'] }
const alive = async () => {
  const { Reservations } = await ec2.send(new DescribeInstancesCommand())
  return Reservations.flatMap(reservation => reservation.Instances).filter(({ State }) => State.Name !== 'terminated')
}
// Those that end take their volumes along.
for (let left = 100; left > 0 && (await alive()).some(({ State }) => State.Name === 'shutting-down'); left--) await sleep(100)
const [instances, images, snapshots, volumes, keys, groups] = await Promise.all([
  alive(),
  ec2.send(new DescribeImagesCommand({ Owners: ['self'] })),
  ec2.send(new DescribeSnapshotsCommand(own)),
  ec2.send(new DescribeVolumesCommand()),
  ec2.send(new DescribeKeyPairsCommand()),
  ec2.send(new DescribeSecurityGroupsCommand()),
])
const isWanted = ({ Tags = [] }) =>
  !process.argv.includes('published') || Tags.some(({ Key, Value }) => Key === 'ingot:state' && Value === 'published')
console.log(
  JSON.stringify({
    instances: instances.map(instance => instance.InstanceId),
    images: images.Images.filter(isWanted)
      .map(image => image.ImageId)
      .sort(),
    snapshots: snapshots.Snapshots.map(snapshot => snapshot.SnapshotId).sort(),
    volumes: volumes.Volumes.map(volume => volume.VolumeId),
    keyPairs: keys.KeyPairs.map(key => key.KeyName),
    groups: groups.SecurityGroups.map(group => group.GroupName),
  }),
)
ec2.destroy()
