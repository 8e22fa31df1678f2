/** Regions that the template names: a misspelt one, or one that the account has not enabled, is told before anything is made. */
import { didYouMean } from '../../language/did-you-mean'
import { Failure } from '../../model/failure'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { isAws } from '../../platforms/aws/errors'
import { askOnce } from '../../platforms/aws/together'
import type { Options } from './options'

export async function checkRegions(ec2: Ec2, options: Options, context: BuildContext, signal: AbortSignal): Promise<void> {
  const wanted = (options.ami_regions ?? []).filter(region => region !== ec2.region)
  if (wanted.length === 0 || options.skip_region_validation) return
  const { Regions } = await askOnce(ec2, 'DescribeRegions', { AllRegions: true }, signal).catch(error => {
    if (!isAws(error, 'UnauthorizedOperation')) throw error
    context.say('The regions of ami_regions are not checked: ec2:DescribeRegions is not allowed.')
    return { Regions: undefined }
  })
  if (!Regions?.length) return
  const statuses = new Map(Regions.map(({ RegionName = '', OptInStatus }) => [RegionName, OptInStatus]))
  const problems = [
    ...wanted
      .filter(region => !statuses.has(region))
      .map(region => `AWS knows no region "${region}".${didYouMean(region, statuses.keys())}`),
    ...wanted
      .filter(region => statuses.get(region) === 'not-opted-in')
      .map(region => `The account has not enabled region "${region}": enable it in the console (Account), or leave it out.`),
  ]
  if (problems.length > 0) throw problemOf('ami_regions', 'No such region for this account', problems.join(' '), context)
}

/** With the place in the template. */
export const problemOf = (option: string, summary: string, detail: string, context: BuildContext): Failure =>
  new Failure('failed', `The template's ${option} cannot be used`, {
    diagnostics: [{ severity: 'error', summary, detail, subject: context.rangeOf(option) }],
  })
