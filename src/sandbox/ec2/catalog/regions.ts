/** The regions that DescribeRegions lists; the endpoint serves any name, so that a new region needs no change here. */

export const enabledRegions: readonly string[] =
  'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'.split(
    ' ',
  )

/** Not enabled until an account asks for them. */
export const optInRegions: readonly string[] =
  'af-south-1 ap-east-1 ap-south-2 ap-southeast-3 ap-southeast-4 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1'.split(
    ' ',
  )

/** `use1-az1` for us-east-1a; in a real account the number differs from one account to the next. */
export function zoneId(zone: string): string {
  const [area = '', side = '', place = ''] = zone.split('-')
  const short = side.replace(/^(north|south)?(east|west|central)?$/, (_, a = '', b = '') => `${a.slice(0, 1)}${b.slice(0, 1)}`)
  return `${area}${short}${place.slice(0, -1)}-az${place.charCodeAt(place.length - 1) - 96}`
}
