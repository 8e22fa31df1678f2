/** Prints as JSON what an account holds that somebody made. Run by `ingot sandbox -- node list-ec2.cjs`. */
const { EC2 } = require('@aws-sdk/client-ec2')

async function main() {
  const ec2 = new EC2({})
  const [reservations, images, snapshots, volumes, keys, groups] = await Promise.all([
    ec2.describeInstances({}),
    ec2.describeImages({ Owners: ['self'] }),
    ec2.describeSnapshots({ OwnerIds: ['self'] }),
    ec2.describeVolumes({}),
    ec2.describeKeyPairs({}),
    ec2.describeSecurityGroups({}),
  ])
  const instances = reservations.Reservations.flatMap(each => each.Instances)
  const found = {
    instances: instances.filter(each => each.State.Name !== 'terminated').map(each => each.InstanceId),
    images: images.Images.map(each => each.ImageId),
    snapshots: snapshots.Snapshots.length,
    volumes: volumes.Volumes.length,
    keys: keys.KeyPairs.map(each => each.KeyName),
    groups: groups.SecurityGroups.map(each => each.GroupName).filter(name => name !== 'default'),
  }
  process.stdout.write(`${JSON.stringify(found)}\n`)
}

void main()
