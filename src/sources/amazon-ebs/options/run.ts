/** The machine that is built on. */
import { block, blocks, flag, number, text, texts } from '../../../language/options/spec'
import { imageFilterOptions } from '../../../platforms/aws/filter-images'

const metadataOptions = {
  http_endpoint: text('Whether the machine can ask for its metadata.', { oneOf: ['enabled', 'disabled'] }),
  http_tokens: text('Whether only with a session token (IMDSv2). Default: required.', { oneOf: ['required', 'optional'] }),
  http_put_response_hop_limit: number('How many hops an answer with a token travels; containers need 2.', {
    check: (value: number) => (Number.isInteger(value) && value >= 1 && value <= 64 ? undefined : 'AWS accepts 1 to 64'),
  }),
  instance_metadata_tags: text('Whether the tags are part of the metadata.', { oneOf: ['enabled', 'disabled'] }),
} as const

const placement = {
  tenancy: text('Whether the machine shares its host.', { oneOf: ['default', 'dedicated', 'host', ''] }),
  host_id: text('A dedicated host.'),
  host_resource_group_arn: text('A group of dedicated hosts.'),
} as const

const license = {
  license_configuration_request: block(
    { license_configuration_arn: text('ARN of the configuration in AWS License Manager.') },
    'The license configuration.',
  ),
} as const

const statement = {
  Effect: text('Whether it allows or denies.', { oneOf: ['Allow', 'Deny'], required: true }),
  Action: texts('Actions, e.g. `s3:GetObject`.'),
  Resource: texts('ARNs of resources, or `*`.'),
} as const

export const runOptions = {
  instance_type: text('Type of the machine, e.g. `t3.small`. This or spot_instance_types.'),
  source_ami: text('ID of the image to begin with.'),
  source_ami_filter: block(imageFilterOptions, 'Finds the image to begin with. With source_ami too, that image must match.'),
  user_data: text('User data for the machine, as text.'),
  user_data_file: text('Path of a file with user data.'),
  iam_instance_profile: text('Name or ARN of the instance profile of the machine.'),
  skip_profile_validation: flag('Accepted for Packer’s sake: ingot leaves it to the launch to check the profile.', {
    default: false,
  }),
  temporary_iam_instance_profile_policy_document: block(
    { Version: text('Version of the policy language.'), Statement: blocks(statement, 'A statement.') },
    'An instance profile with this policy for the time of the build. iam_instance_profile wins over it.',
  ),
  metadata_options: block(metadataOptions, 'The machine’s metadata service.'),
  ebs_optimized: flag('Ask for bandwidth to EBS of its own.', { default: false }),
  enable_nitro_enclave: flag('Enable Nitro Enclaves.', { default: false }),
  enable_unlimited_credits: flag('Let a burstable machine use more than its credits, at a price.', { default: false }),
  enable_t2_unlimited: flag('The old name of enable_unlimited_credits.', { deprecated: 'Write enable_unlimited_credits.' }),
  shutdown_behavior: text(
    'What a shutdown inside the machine leads to. Unset: `terminate` when ingot gives the machine a time limit (-machine-lifetime), else `stop`.',
    { oneOf: ['stop', 'terminate', ''] },
  ),
  disable_stop_instance: flag('The machine shuts itself down (sysprep); ingot only waits for it.', { default: false }),
  capacity_reservation_preference: text('Whether open capacity reservations may be used.', { oneOf: ['none', 'open', ''] }),
  capacity_reservation_id: text('A capacity reservation to use.'),
  capacity_reservation_group_arn: text('A group of capacity reservations to use.'),
  placement: block(placement, 'Dedicated hosts.'),
  tenancy: text('The same as placement.tenancy.', {
    oneOf: ['default', 'dedicated', 'host', ''],
    deprecated: 'Write placement { tenancy = … }.',
  }),
  license_specifications: blocks(license, 'A license from AWS License Manager.'),
  spot_price: text('Launch a spot machine and pay so many dollars for an hour at most; `auto`: up to the on-demand price.', {
    check: (value: string) =>
      /^(auto|\d*\.?\d+|)$/.test(value) ? undefined : 'a price in dollars is required, e.g. 0.05, or auto',
  }),
  spot_instance_types: texts(
    'Types of which AWS may choose one. Without spot_price: on-demand machines, the next type where the one before is not to be had.',
  ),
  spot_allocation_strategy: text('How AWS chooses among them. Unset: as AWS does by itself.', {
    oneOf: [
      'lowest-price',
      'diversified',
      'capacity-optimized',
      'capacity-optimized-prioritized',
      'price-capacity-optimized',
      '',
    ],
  }),
  spot_price_auto_product: text('Nothing any more.', { deprecated: 'AWS does not need it any more: remove it.' }),
  block_duration_minutes: number('Nothing any more.', { deprecated: 'AWS offers no spot blocks any more: remove it.' }),
} as const
