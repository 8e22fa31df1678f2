/** Whether the account may run a machine of the template's type at all: new accounts have a quota of 0 for machines with a GPU. */
import type { BuildContext } from '../../model/plugin'
import type { Access } from '../../platforms/aws/access'
import { type Quota, quotaOf } from '../../platforms/aws/account'
import { typesOf } from './capacity'
import type { Options } from './options'
import { problemOf } from './regions'
import { isSpot } from './spot'

/** Types that share a quota of vCPUs, with its code for on-demand and for spot machines; of `aws service-quotas list-service-quotas`. */
const families: readonly (readonly [types: RegExp, onDemand: string, spot: string])[] = [
  [/^(a|c|d|h|i|im|is|m|r|t|z)\d/, 'L-1216C47A', 'L-34B43A08'],
  [/^(g|gr|vt)\d/, 'L-DB2E81BA', 'L-3819A6DF'],
  [/^p\d/, 'L-417A185B', 'L-7212CCBC'],
  [/^x\d/, 'L-7295265B', 'L-E3A00192'],
  [/^f\d/, 'L-74FC7D96', 'L-88CF9481'],
  [/^inf\d/, 'L-1945791B', 'L-B5D1601B'],
  [/^trn\d/, 'L-2C3B7624', 'L-6B0D517C'],
  [/^dl\d/, 'L-6E869C2A', 'L-85EED4F7'],
]

/** Of several builds that ask alike the first one asks. */
const known = new Map<string, Promise<Quota | undefined>>()

export async function checkQuotas(access: Access, options: Options, context: BuildContext, signal: AbortSignal): Promise<void> {
  // Dedicated hosts are counted as hosts.
  if (options.placement?.tenancy === 'host' || options.placement?.host_id || options.placement?.host_resource_group_arn) return
  const types = typesOf(options)
  const quotas = await Promise.all(types.map(type => quotaFor(access, type, isSpot(options), signal)))
  const told = types.map((type, index) => shortage(type, quotas[index], access.region))
  if (quotas.every(quota => quota?.value === 0))
    throw problemOf(
      options.spot_instance_types?.length ? 'spot_instance_types' : 'instance_type',
      'The quota is 0',
      `${told.join(' ')} Ask for more under Service Quotas, or choose another type.`,
      context,
    )
  for (const text of told) if (text) context.warn(`${text} AWS will probably refuse it.`)
}

function quotaFor(access: Access, type: string, spot: boolean, signal: AbortSignal): Promise<Quota | undefined> {
  const family = families.find(([types]) => types.test(type))
  if (!family) return Promise.resolve(undefined)
  const code = family[spot ? 2 : 1]
  const key = JSON.stringify([access, code])
  const asked =
    known.get(key) ??
    quotaOf(access, code, signal).catch(() => {
      // Who may not read quotas learns of them from the launch.
      signal.throwIfAborted()
      return undefined
    })
  known.set(key, asked)
  asked.catch(() => known.delete(key))
  return asked
}

function shortage(type: string, quota: Quota | undefined, region: string): string | undefined {
  const needed = vcpusOf(type)
  if (!quota || quota.value >= (needed ?? 1)) return undefined
  const machine = needed ? `a ${type} has ${needed}` : `a ${type} has more`
  return `The quota "${quota.name}" in ${region} is ${quota.value} vCPUs, and ${machine}.`
}

/** By its size, as AWS names them; undefined for what has no such rule, as metal. */
export function vcpusOf(type: string): number | undefined {
  const [, family = '', size = ''] = /^([^.]+)\.(.+)$/.exec(type) ?? []
  const [, times = '1'] = /^(\d*)xlarge$/.exec(size) ?? []
  if (size.endsWith('xlarge') && /^\d*xlarge$/.test(size)) return 4 * Number(times || 1)
  if (size === 'large') return 2
  if (['nano', 'micro', 'small', 'medium'].includes(size)) return /^t[34]/.test(family) || type === 't2.medium' ? 2 : 1
  return undefined
}
