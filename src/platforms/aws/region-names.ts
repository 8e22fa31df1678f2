/** A region's name that AWS cannot have: found out before anybody is asked, because all that the network says of it is that a name is unknown. */
import { didYouMean } from '../../language/did-you-mean'
import { Failure } from '../../model/failure'

/** Of all partitions, as the SDK lists them; a test compares. A new one needs no change here: its name is formed like these. */
export const knownRegions: readonly string[] = [
  'af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1',
  'ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1',
  'cn-north-1 cn-northwest-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3',
  'eu-isoe-west-1 eusc-de-east-1 il-central-1 me-central-1 me-south-1 me-west-1 mx-central-1 sa-east-1 sa-west-1',
  'us-east-1 us-east-2 us-west-1 us-west-2 us-gov-east-1 us-gov-west-1 us-iso-east-1 us-iso-west-1 us-isob-east-1',
  'us-isob-west-1 us-isof-east-1 us-isof-south-1',
].flatMap(line => line.split(' '))

const direction = /-(?=[a-z])(north|south)?(east|west|central)?-\d+$/
/** Such as `us-esat-1` or, of a zone, `us-east-1a`; whoever names a region of another cloud is not near one of AWS's. */
const isImpossible = (name: string): boolean => !direction.test(name)

/** A sentence that begins with a space, or nothing: of names as near, that which begins and ends alike. */
export function regionHint(name: string): string {
  if (knownRegions.includes(name)) return ''
  const written = name.toLowerCase()
  const alike = (region: string) => 2 * beginning(written, region) + beginning(reversed(written), reversed(region))
  const nearest = [...knownRegions].sort((a, b) => alike(b) - alike(a))
  return didYouMean(written, nearest)
}

const reversed = (text: string): string => [...text].reverse().join('')

/** How many characters they have in common before the first that differs. */
function beginning(one: string, other: string): number {
  const differing = [...one].findIndex((character, index) => character !== other[index])
  return differing < 0 ? one.length : differing
}

/** A sentence about a name that is misspelt for certain; else undefined, and AWS may be asked. */
export function misspeltRegion(name: string | undefined): string | undefined {
  if (!name || knownRegions.includes(name) || !isImpossible(name)) return undefined
  const hint = regionHint(name)
  return hint ? `AWS knows no region "${name}".${hint}` : undefined
}

/** Throws for a misspelt one. */
export function demandRegion(name: string): void {
  const sentence = misspeltRegion(name)
  if (sentence)
    throw new Failure('invalid', sentence, { advice: 'It comes from `region`, AWS_REGION, AWS_DEFAULT_REGION or the profile.' })
}
