/** The image that is made, and who may use it where. */
import { block, blocks, flag, number, text, textMap, texts } from '../../../language/options/spec'

const atLeast = (least: number) => (value: number) =>
  Number.isInteger(value) && value >= least ? undefined : `a whole number of ${least} or more is required`

const launchTemplate = {
  template_id: text(
    'ID of a launch template, by which EC2 launches the machines that make the snapshots. Default: one of EC2’s own.',
  ),
  template_name: text('Its name, instead of its ID.'),
  template_version: number('Version of the launch template. Default: the default version.', { check: atLeast(1) }),
} as const

const fastLaunchOptions = {
  enable_fast_launch: flag(
    'Keep snapshots ready, in all regions. Any other setting here means it too; `false` switches all off.',
  ),
  ...launchTemplate,
  max_parallel_launches: number('Machines that EC2 launches at once to make the snapshots. AWS: 6.', { check: atLeast(6) }),
  target_resource_count: number('Snapshots to keep ready. AWS: 5.', { check: atLeast(1) }),
  region_launch_templates: blocks(
    {
      region: text('One of ami_regions, or that of the build.', { required: true }),
      enable_fast_launch: flag('Whether snapshots are kept ready in this region. Unset: as above.'),
      ...launchTemplate,
    },
    'What differs in one region. The launch template above is of the region of the build only.',
  ),
} as const

const protection = {
  enabled: flag('Refuse to deregister the image.', { default: false }),
  with_cooldown: flag('Refuse it for 24 hours more after the protection is taken away.', { default: false }),
} as const

const imageName = (value: string): string | undefined => {
  if (value.length < 3 || value.length > 128) return `an image name has 3 to 128 characters, this one ${value.length}`
  if (!/^[A-Za-z0-9()[\] ./'@_-]+$/.test(value))
    return "an image name has letters, digits, spaces and ( ) [ ] . / - ' @ _ only; the function clean_resource_name replaces others"
  return undefined
}

const date = (value: string): string | undefined =>
  value === '' || (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)))
    ? undefined
    : 'a time in RFC 3339 is required, e.g. 2030-01-31T00:00:00Z'

const copyDuration = (value: number): string | undefined =>
  value >= 15 && value <= 2880 && value % 15 === 0 ? undefined : 'AWS accepts multiples of 15 from 15 to 2880'

export const imageOptions = {
  ami_name: text('Name of the image, unique in the account and region.', { required: true, check: imageName }),
  ami_description: text('Description of the image.', { late: true }),
  ami_virtualization_type: text('The source image must have this virtualization type.', { oneOf: ['hvm', 'paravirtual', ''] }),
  ami_users: texts('Accounts that may launch the image.'),
  ami_groups: texts('Groups that may launch the image; `all` makes it public.', {
    check: (groups: readonly string[]) => (groups.every(group => group === 'all') ? undefined : 'AWS knows only the group `all`'),
  }),
  ami_org_arns: texts('Organizations that may launch the image.'),
  ami_ou_arns: texts('Organizational units that may launch the image.'),
  ami_product_codes: texts('Product codes of the image.'),
  ami_regions: texts('Regions to copy the image to.'),
  snapshot_users: texts('Accounts that may use the snapshots.'),
  snapshot_groups: texts('Groups that may use the snapshots; `all` makes them public.'),
  snapshot_copy_duration_minutes: number('Time in which copies to regions must be complete, at a price.', {
    check: copyDuration,
  }),
  encrypt_boot: flag('Encrypt all disks of the image by copying it. Encrypting in launch_block_device_mappings is faster.'),
  kms_key_id: text('KMS key of the build region; the account’s default key when unset.'),
  region_kms_key_ids: textMap('KMS key by region of ami_regions; empty for the account’s default key.'),
  skip_save_build_region: flag('Keep the image in ami_regions only.', { default: false }),
  force_deregister: flag('Replace an image of the same name.', { default: false }),
  force_delete_snapshot: flag('Delete the snapshots of the replaced image too.', { default: false }),
  ena_support: flag('Mark the image for enhanced networking.'),
  sriov_support: flag('Mark the image for enhanced networking with an Intel 82599.', { default: false }),
  imds_support: text('`v2.0`: machines made from the image demand IMDSv2 by default.', { oneOf: ['v2.0', ''] }),
  deprecate_at: text('When the image becomes deprecated, in RFC 3339.', { check: date }),
  deregistration_protection: block(protection, 'Protects the image from being deregistered.'),
  skip_create_ami: flag('Run the build without making an image.', { default: false }),
  skip_ami_run_tags: flag('Do not put run_tags on the image.', { default: false }),
  fast_launch: block(fastLaunchOptions, 'Snapshots that EC2 keeps ready, so that machines of a Windows image start faster.'),
} as const
