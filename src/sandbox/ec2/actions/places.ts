/** Regions, zones and what the account may do: read-only facts. */

import { action } from '../action'
import { enabledRegions, optInRegions, zoneId } from '../catalog/regions'
import { Ec2Error } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { flag, list, text } from '../protocol/shape'
import { stableId } from '../state/ids'

const optInStatus = (name: string) => (optInRegions.includes(name) ? 'not-opted-in' : 'opt-in-not-required')
const endpointOf = (name: string) => `ec2.${name}.amazonaws.com`

const describeRegions = action({ RegionName: list(text), AllRegions: flag, Filter: filters }, (call, input) => {
  // The region that is asked is enabled, whatever its name: somebody uses it.
  const names = [...new Set([...enabledRegions, call.region.name, ...(input.AllRegions ? optInRegions : [])])]
  const unknown = input.RegionName.find(name => !names.includes(name) && !optInRegions.includes(name))
  if (unknown !== undefined) throw new Ec2Error('InvalidParameterValue', `Invalid region name: ${unknown}`)
  const asked = input.RegionName.length > 0 ? [...input.RegionName] : names
  const regions = applyFilters(
    asked.sort().map(name => ({ name })),
    input.Filter,
    {
      'region-name': ({ name }) => name,
      endpoint: ({ name }) => endpointOf(name),
      'opt-in-status': ({ name }) => optInStatus(name),
    },
  )
  return {
    regionInfo: regions.map(({ name }) => ({
      regionName: name,
      regionEndpoint: endpointOf(name),
      optInStatus: optInStatus(name),
    })),
  }
})

const describeAvailabilityZones = action(
  { ZoneName: list(text), ZoneId: list(text), AllAvailabilityZones: flag, Filter: filters },
  ({ region }, input) => {
    const known = region.zones.map(zone => ({ zone }))
    const stranger = input.ZoneName.find(name => !region.zones.includes(name))
    if (stranger !== undefined) throw new Ec2Error('InvalidParameterValue', `Invalid availability zone: [${stranger}]`)
    const named = known.filter(({ zone }) => input.ZoneName.length === 0 || input.ZoneName.includes(zone))
    const chosen = named.filter(({ zone }) => input.ZoneId.length === 0 || input.ZoneId.includes(zoneId(zone)))
    const zones = applyFilters(chosen, input.Filter, {
      'region-name': () => region.name,
      'zone-name': ({ zone }) => zone,
      'zone-id': ({ zone }) => zoneId(zone),
      'zone-type': () => 'availability-zone',
      'opt-in-status': () => 'opt-in-not-required',
      'group-name': () => `${region.name}-zg-1`,
      'group-long-name': () => undefined,
      'network-border-group': () => region.name,
      'parent-zone-id': () => undefined,
      'parent-zone-name': () => undefined,
      message: () => undefined,
      state: () => 'available',
    })
    return {
      availabilityZoneInfo: zones.map(({ zone }) => ({
        zoneName: zone,
        zoneState: 'available',
        regionName: region.name,
        messageSet: [],
        optInStatus: 'opt-in-not-required',
        zoneId: zoneId(zone),
        groupName: `${region.name}-zg-1`,
        networkBorderGroup: region.name,
        zoneType: 'availability-zone',
      })),
    }
  },
)

const describeAccountAttributes = action({ AttributeName: list(text) }, ({ region }, input) => {
  const attributes: Readonly<Record<string, readonly string[]>> = {
    'supported-platforms': ['VPC'],
    'default-vpc': [stableId('vpc', region.name)],
    'max-instances': ['20'],
    'vpc-max-security-groups-per-interface': ['5'],
    'max-elastic-ips': ['5'],
    'vpc-max-elastic-ips': ['5'],
  }
  const unknown = input.AttributeName.find(name => !Object.hasOwn(attributes, name))
  if (unknown !== undefined) throw new Ec2Error('InvalidParameterValue', `Invalid attribute name: ${unknown}`)
  const names = input.AttributeName.length > 0 ? input.AttributeName : Object.keys(attributes)
  return {
    accountAttributeSet: names.map(attributeName => ({
      attributeName,
      attributeValueSet: attributes[attributeName]!.map(attributeValue => ({ attributeValue })),
    })),
  }
})

export const places = {
  DescribeRegions: describeRegions,
  DescribeAvailabilityZones: describeAvailabilityZones,
  DescribeAccountAttributes: describeAccountAttributes,
}
