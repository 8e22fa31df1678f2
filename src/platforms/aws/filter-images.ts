/** Finds an image by AWS's own filters: for the image to begin with, and for the data source that looks one up. */
import type { Filter, Image } from '@aws-sdk/client-ec2'
import { csv } from '../../language/functions/heavy'
import { flag, type OptionsOf, textMap, texts } from '../../language/options/spec'
import { Failure } from '../../model/failure'
import type { Ec2 } from './connect'
import { askOnce } from './together'

export const imageFilterOptions = {
  filters: textMap('Names and values of AWS’s own filters; several values are separated by commas.', { default: {} }),
  owners: texts(
    'Account IDs, `self`, `amazon` or `aws-marketplace`. Required, because anybody may publish an image of any name.',
    {
      required: true,
    },
  ),
  most_recent: flag('Take the newest of several.', { default: false }),
  include_deprecated: flag('Consider deprecated images too.', { default: false }),
} as const

export type ImageFilter = OptionsOf<typeof imageFilterOptions>

/** What is looked for and where its filter is written, for the error. */
export interface Wanted {
  readonly noun: string
  readonly place: string
}

/** Throws when none matches, or several and no choice was made. */
export async function filterImages(ec2: Ec2, filter: ImageFilter, wanted: Wanted, signal: AbortSignal): Promise<Image> {
  const { noun, place } = wanted
  const { filters = {}, owners = [], most_recent, include_deprecated } = filter
  const request = { Filters: toFilters(filters), Owners: [...owners], IncludeDeprecated: include_deprecated }
  const images = (await askOnce(ec2, 'DescribeImages', request, signal)).Images ?? []
  const [newest, second] = images.toSorted((a, b) => (b.CreationDate ?? '').localeCompare(a.CreationDate ?? ''))
  const said = `${JSON.stringify(filters)} of ${owners.join(', ')}`
  if (!newest)
    throw new Failure('failed', `No ${noun} matches ${said} in region ${ec2.region}`, {
      advice: `Loosen the filters in ${place}, and check owners and region.`,
    })
  if (second && !most_recent)
    throw new Failure('failed', `${images.length} ${noun}s match ${said} in region ${ec2.region}`, {
      advice: `Write most_recent = true to take the newest, or narrow the filters in ${place}.`,
      evidence: images
        .slice(0, 10)
        .map(each => `${each.ImageId} ${each.Name}`)
        .join('\n'),
    })
  return newest
}

/** Each value may be a list in the manner of CSV, as in Packer. */
export function toFilters(filters: Readonly<Record<string, string>>): Filter[] {
  return Object.entries(filters).map(([Name, value]) => ({ Name, Values: values(value) }))
}

function values(text: string): string[] {
  const [row]: string[][] = csv().parse(text, { relax_quotes: true })
  return row ?? [text]
}
