/** What is asked for when a machine is launched, in EC2's words. */
import type {
  _InstanceType,
  InstanceMetadataOptionsRequest,
  RunInstancesCommandInput,
  ShutdownBehavior,
  Tenancy,
} from '@aws-sdk/client-ec2'
import type { InstanceRequest } from '../../platforms/aws/resources/instance'
import { isBurstable } from './check'
import type { Network } from './network'
import type { Options } from './options'

export interface Launch {
  readonly imageId: string
  /** Absent: a fleet chooses. */
  readonly instanceType?: _InstanceType
  readonly network: Network
  /** One of the network's; absent: AWS chooses. */
  readonly subnetId?: string
  /** It has a dead-man's switch. */
  readonly endsItself?: boolean
  /** Name or ARN of the instance profile. */
  readonly profile?: string
  readonly groupIds: readonly string[]
  readonly keyName?: string
  readonly userData?: string
  readonly disks: RunInstancesCommandInput['BlockDeviceMappings']
}

export function launchRequest(options: Options, launch: Launch): InstanceRequest['launch'] {
  return {
    ImageId: launch.imageId,
    InstanceType: launch.instanceType,
    KeyName: launch.keyName,
    UserData: launch.userData,
    BlockDeviceMappings: launch.disks,
    EbsOptimized: options.ebs_optimized || undefined,
    InstanceInitiatedShutdownBehavior: (options.shutdown_behavior ||
      (launch.endsItself ? 'terminate' : 'stop')) as ShutdownBehavior,
    IamInstanceProfile: profile(launch.profile),
    MetadataOptions: metadata(options),
    EnclaveOptions: options.enable_nitro_enclave ? { Enabled: true } : undefined,
    CreditSpecification: credits(options, launch.instanceType),
    CapacityReservationSpecification: reservation(options),
    LicenseSpecifications: licenses(options),
    Placement: placement(options),
    ...interfaceOf(options, launch),
  }
}

/** A public address can only be asked for on an interface, and then subnet and groups belong there too. */
function interfaceOf(options: Options, { subnetId, groupIds }: Launch): Partial<RunInstancesCommandInput> {
  const Groups = groupIds.length > 0 ? [...groupIds] : undefined
  if (options.associate_public_ip_address === undefined) return { SubnetId: subnetId, SecurityGroupIds: Groups }
  return {
    NetworkInterfaces: [
      {
        DeviceIndex: 0,
        AssociatePublicIpAddress: options.associate_public_ip_address,
        SubnetId: subnetId,
        Groups,
        DeleteOnTermination: true,
      },
    ],
  }
}

const profile = (name: string | undefined) => (name ? (name.startsWith('arn:') ? { Arn: name } : { Name: name }) : undefined)

/** IMDSv2 unless the template says otherwise; what it does not mention is left to AWS and the account's defaults. */
function metadata({ metadata_options: given }: Options): InstanceMetadataOptionsRequest {
  if (given?.http_endpoint === 'disabled') return { HttpEndpoint: 'disabled' }
  return {
    HttpEndpoint: given?.http_endpoint,
    HttpTokens: given?.http_tokens ?? 'required',
    HttpPutResponseHopLimit: given?.http_put_response_hop_limit,
    InstanceMetadataTags: given?.instance_metadata_tags,
  }
}

/** As Packer: a burstable machine costs extra only when the template says so. */
function credits(options: Options, type: string | undefined): RunInstancesCommandInput['CreditSpecification'] {
  if (!(type ? [type] : (options.spot_instance_types ?? [options.instance_type ?? ''])).every(isBurstable)) return undefined
  return { CpuCredits: options.enable_unlimited_credits || options.enable_t2_unlimited ? 'unlimited' : 'standard' }
}

function reservation(options: Options): RunInstancesCommandInput['CapacityReservationSpecification'] {
  const CapacityReservationId = options.capacity_reservation_id || undefined
  const CapacityReservationResourceGroupArn = options.capacity_reservation_group_arn || undefined
  if (CapacityReservationId || CapacityReservationResourceGroupArn)
    return { CapacityReservationTarget: { CapacityReservationId, CapacityReservationResourceGroupArn } }
  return options.capacity_reservation_preference
    ? { CapacityReservationPreference: options.capacity_reservation_preference as 'none' | 'open' }
    : undefined
}

function licenses(options: Options): RunInstancesCommandInput['LicenseSpecifications'] {
  const arns = options.license_specifications.map(license => license.license_configuration_request?.license_configuration_arn)
  return arns.length > 0 ? arns.map(LicenseConfigurationArn => ({ LicenseConfigurationArn })) : undefined
}

function placement(options: Options): RunInstancesCommandInput['Placement'] {
  const { tenancy, host_id, host_resource_group_arn } = options.placement ?? {}
  const Tenancy = (tenancy || options.tenancy || undefined) as Tenancy | undefined
  if (!Tenancy && !host_id && !host_resource_group_arn && !options.availability_zone) return undefined
  return {
    AvailabilityZone: options.availability_zone || undefined,
    HostId: host_id || undefined,
    HostResourceGroupArn: host_resource_group_arn || undefined,
    Tenancy,
  }
}
