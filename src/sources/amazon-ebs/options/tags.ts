/** Tags come as a map or as blocks (which allow keys that are computed); both are rendered when the source image is known. */
import { blocks, text, textMap } from '../../../language/options/spec'

const tagBlock = {
  key: text('Key of the tag.', { required: true, late: true }),
  value: text('Value of the tag.', { required: true, late: true }),
} as const

/** Packer's blocks for volumes say `name` where all others say `key`. */
const volumeTagBlock = {
  name: text('Key of the tag.', { late: true }),
  key: text('The same as name.', { late: true }),
  value: text('Value of the tag.', { required: true, late: true }),
} as const

const map = (doc: string) =>
  textMap(`${doc} Template data: SourceAMI, SourceAMIName, SourceAMITags, BuildRegion ….`, { late: true })

export const tagOptions = {
  tags: map('Tags of the image and its snapshots.'),
  tag: blocks(tagBlock, 'One tag of the image and its snapshots.'),
  snapshot_tags: map('Tags of the snapshots; they win over tags.'),
  snapshot_tag: blocks(tagBlock, 'One tag of the snapshots.'),
  run_tags: map('Tags of what exists during the build, and of the image unless skip_ami_run_tags.'),
  run_tag: blocks(tagBlock, 'One tag of what exists during the build.'),
  run_volume_tags: map('Tags of the build machine’s volumes.'),
  run_volume_tag: blocks(volumeTagBlock, 'One tag of the build machine’s volumes.'),
  spot_tags: map('Tags of the spot request.'),
  spot_tag: blocks(tagBlock, 'One tag of the spot request.'),
  fleet_tags: map('Tags of the fleet by which the spot machine is launched.'),
  fleet_tag: blocks(tagBlock, 'One tag of that fleet.'),
} as const
