/** The nouns of an account's region, as they are kept. Names are EC2's own in the singular; the actions turn them into XML. */

export interface Resource {
  readonly id: string
  tags: Record<string, string>
}

export type InstanceState = 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped'

export type StateReason = { readonly code: string; readonly message: string }

export interface AttachedVolume {
  readonly deviceName: string
  readonly volumeId: string
  deleteOnTermination: boolean
  readonly attachTime: string
}

export interface MetadataOptions {
  httpTokens: 'optional' | 'required'
  httpEndpoint: 'enabled' | 'disabled'
  httpPutResponseHopLimit: number
  httpProtocolIpv6: 'enabled' | 'disabled'
  instanceMetadataTags: 'enabled' | 'disabled'
}

export interface Instance extends Resource {
  readonly reservationId: string
  readonly launchIndex: number
  readonly imageId: string
  type: string
  readonly keyName?: string
  readonly publicKeys: readonly { readonly name: string; readonly openssh: string }[]
  launchTime: string
  state: InstanceState
  stateReason?: StateReason
  /** When the state was entered; terminated instances are forgotten after an hour. */
  stateSince: string
  readonly zone: string
  readonly subnetId: string
  readonly vpcId: string
  readonly networkInterfaceId: string
  /** Private and public at once: the machine's own loopback address. */
  address: string
  volumes: AttachedVolume[]
  readonly rootDeviceName: string
  /** Base64, as it was sent. */
  userData?: string
  readonly metadata: MetadataOptions
  shutdownBehavior: 'stop' | 'terminate'
  disableApiTermination: boolean
  disableApiStop: boolean
  ebsOptimized: boolean
  sourceDestCheck: boolean
  enaSupport: boolean
  sriovNetSupport?: string
  monitoring: boolean
  readonly publicAddress: boolean
  readonly tenancy: string
  readonly credits?: string
  readonly iamInstanceProfile?: { readonly arn: string; readonly id: string }
  readonly spotRequestId?: string
  readonly clientToken?: string
}

export interface NetworkInterface extends Resource {
  readonly subnetId: string
  readonly vpcId: string
  readonly zone: string
  readonly description: string
  groupIds: string[]
  readonly instanceId: string
  readonly attachmentId: string
  readonly attachTime: string
  readonly macAddress: string
  deleteOnTermination: boolean
}

export interface VolumeSettings {
  readonly sizeGiB: number
  readonly type: string
  readonly iops?: number
  readonly throughput?: number
  readonly encrypted: boolean
  readonly kmsKeyId?: string
}

export interface Volume extends Resource, VolumeSettings {
  readonly zone: string
  readonly snapshotId?: string
  readonly createTime: string
  state: 'creating' | 'available' | 'in-use' | 'deleting' | 'error'
  attachment?: { readonly instanceId: string; readonly device: string; readonly attachTime: string }
}

export interface Permission {
  readonly userId?: string
  readonly group?: string
  readonly organizationArn?: string
  readonly organizationalUnitArn?: string
}

export interface Snapshot extends Resource {
  readonly volumeId: string
  readonly sizeGiB: number
  readonly description: string
  readonly startTime: string
  completionTime?: string
  state: 'pending' | 'completed' | 'error'
  stateMessage?: string
  /** 0 to 100. */
  progress: number
  readonly encrypted: boolean
  readonly kmsKeyId?: string
  permissions: Permission[]
}

export interface ImageMapping extends Partial<VolumeSettings> {
  readonly deviceName: string
  readonly snapshotId?: string
  readonly deleteOnTermination?: boolean
  readonly virtualName?: string
}

export interface Image extends Resource {
  readonly name: string
  description?: string
  readonly ownerId: string
  readonly creationDate: string
  state: 'pending' | 'available' | 'failed' | 'deregistered' | 'disabled'
  stateReason?: StateReason
  readonly architecture: string
  readonly platform?: 'windows'
  readonly rootDeviceName: string
  mappings: readonly ImageMapping[]
  readonly enaSupport: boolean
  readonly sriovNetSupport?: string
  readonly bootMode?: string
  readonly tpmSupport?: string
  imdsSupport?: string
  readonly uefiData?: string
  deprecationTime?: string
  /** As EC2 words it; absent is `disabled`. */
  deregistrationProtection?: string
  permissions: Permission[]
  productCodes: string[]
  readonly sourceImageId?: string
  readonly sourceImageRegion?: string
  readonly sourceInstanceId?: string
  lastLaunchedTime?: string
  fastLaunch?: FastLaunch
}

/** Snapshots kept ready for an image of Windows. */
export interface FastLaunch {
  state: 'enabling' | 'enabling-failed' | 'enabled' | 'disabling'
  reason: string
  since: string
  readonly maxParallelLaunches: number
  readonly targetResourceCount: number
  readonly launchTemplate?: { readonly id?: string; readonly name?: string; readonly version: string }
}

export interface SpotRequest extends Resource {
  readonly instanceId: string
  readonly createTime: string
}

export interface KeyPair extends Resource {
  readonly name: string
  readonly type: 'rsa' | 'ed25519'
  readonly fingerprint: string
  readonly openssh: string
  readonly createTime: string
}

export interface SecurityGroupRule extends Resource {
  readonly isEgress: boolean
  readonly ipProtocol: string
  readonly fromPort?: number
  readonly toPort?: number
  readonly cidrIpv4?: string
  readonly cidrIpv6?: string
  readonly prefixListId?: string
  readonly referencedGroupId?: string
  description?: string
}

export interface SecurityGroup extends Resource {
  readonly name: string
  readonly description: string
  readonly vpcId: string
  rules: SecurityGroupRule[]
}

export interface Vpc extends Resource {
  readonly cidr: string
  readonly isDefault: boolean
}

export interface Subnet extends Resource {
  readonly vpcId: string
  readonly zone: string
  readonly cidr: string
}

export interface LaunchTemplate extends Resource {
  readonly name: string
  readonly createTime: string
  defaultVersion: number
  /** The launch data as RunInstances takes it on the wire, version 1 first. */
  versions: { readonly description?: string; readonly data: unknown; readonly createTime: string }[]
}
