/** What takes over a name where the image cannot be registered anew and has to be copied. */
import type { BuildContext } from '../../../src/model/plugin'
import type { Ec2 } from '../../../src/platforms/aws/connect'
import { takeName } from '../../../src/sources/amazon-ebs/replace'

async function copyOf(more: object, snapshots: readonly object[] = []): Promise<unknown> {
  const { signal } = new AbortController()
  const staged = { ImageId: 'ami-1', State: 'available', Platform: 'windows', Description: 'Web', ...more }
  const answers: Record<string, (input: { ImageIds?: string[]; Filters?: { Name: string; Values: string[] }[] }) => object> = {
    DescribeImages: ({ Filters }) => {
      const ids = Filters?.find(({ Name }) => Name === 'image-id')?.Values ?? []
      return { Images: ids.map(ImageId => ({ ...staged, ImageId })) }
    },
    DescribeSnapshots: () => ({ Snapshots: snapshots }),
  }
  const ec2 = { region: 'us-east-1', loopback: true, call: async (action: string, input: object) => answers[action]!(input) }
  let kept: unknown
  const context = {
    keep: async (_: unknown, request: unknown) => {
      kept = request
      return 'ami-2'
    },
  }
  await takeName(
    ec2 as unknown as Ec2,
    'ami-1',
    { ami_name: 'web' } as never,
    context as unknown as BuildContext,
    [] as never,
    signal,
  )
  return (kept as { copy: unknown }).copy
}

const source = { Name: 'web', SourceImageId: 'ami-1', SourceRegion: 'us-east-1', Description: 'Web' }

test('a plain image is copied plainly', async () => {
  expect(await copyOf({ BlockDeviceMappings: [{ Ebs: { SnapshotId: 'snap-1', Encrypted: false } }] })).toEqual(source)
})

test('an encrypted one keeps its key: CopyImage would take the default key', async () => {
  const BlockDeviceMappings = [{ Ebs: { SnapshotId: 'snap-1', Encrypted: true } }]
  expect(await copyOf({ BlockDeviceMappings }, [{ SnapshotId: 'snap-1', KmsKeyId: 'arn:aws:kms:us-east-1:1:key/k' }])).toEqual({
    ...source,
    Encrypted: true,
    KmsKeyId: 'arn:aws:kms:us-east-1:1:key/k',
  })
})
