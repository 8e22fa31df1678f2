/** A spot machine in EC2's words: what RunInstances would be told goes into a launch template, and AWS chooses among the rest. */
import type { _InstanceType, SpotAllocationStrategy } from '@aws-sdk/client-ec2'
import type { FleetRequest } from '../../platforms/aws/resources/fleet'
import type { Order } from './capacity'
import { launchRequest } from './launch'
import type { Options } from './options'

/** `0` means on-demand, as with Packer. */
export const isSpot = ({ spot_price: price }: Pick<Options, 'spot_price'>): boolean =>
  price !== undefined && price !== '' && price !== '0'

export function spotRequest(
  options: Options,
  order: Order,
  types: readonly string[],
  subnetIds: readonly string[],
): FleetRequest {
  const { SubnetId: _chosen, InstanceInitiatedShutdownBehavior: atShutdown, ...launch } = launchRequest(options, order.launch)
  // A one-time spot instance cannot be stopped, so there is but one thing to say about its shutdown.
  const behaviour = atShutdown === 'terminate' ? { InstanceInitiatedShutdownBehavior: atShutdown } : {}
  const MaxPrice = options.spot_price === 'auto' ? undefined : options.spot_price
  const places = subnetIds.length > 0 ? subnetIds : [undefined]
  const isOrdered = options.spot_allocation_strategy === 'capacity-optimized-prioritized'
  return {
    launch: { ...launch, ...behaviour },
    tags: order.tags,
    volumeTags: order.volumeTags,
    requestTags: order.requestTags,
    fleetTags: order.fleetTags,
    isProfileNew: order.isProfileNew,
    strategy: (options.spot_allocation_strategy || undefined) as SpotAllocationStrategy | undefined,
    overrides: types.flatMap((type, index) =>
      places.map(SubnetId => ({
        InstanceType: type as _InstanceType,
        SubnetId,
        MaxPrice,
        Priority: isOrdered ? index : undefined,
      })),
    ),
  }
}
