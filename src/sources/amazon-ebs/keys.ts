/** The KMS keys that the template names: EC2 itself finds a wrong one only when it encrypts, after all the work. */
import type { BuildContext } from '../../model/plugin'
import type { Access } from '../../platforms/aws/access'
import { keyOf } from '../../platforms/aws/account'
import { isAws } from '../../platforms/aws/errors'
import type { Options } from './options'
import { problemOf } from './regions'

interface Named {
  readonly option: string
  readonly key: string
  readonly region: string
}

export async function checkKeys(access: Access, options: Options, context: BuildContext, signal: AbortSignal): Promise<void> {
  await Promise.all(keysIn(options, access.region).map(named => checkKey(access, named, context, signal)))
}

/** Each once in a region. */
function keysIn(options: Options, home: string): readonly Named[] {
  const disks = (['launch_block_device_mappings', 'ami_block_device_mappings'] as const).flatMap(option =>
    options[option].map(({ kms_key_id }) => ({ option, key: kms_key_id ?? '', region: home })),
  )
  const all = [
    { option: 'kms_key_id', key: options.kms_key_id ?? '', region: home },
    ...Object.entries(options.region_kms_key_ids ?? {}).map(([region, key]) => ({ option: 'region_kms_key_ids', key, region })),
    ...disks,
  ]
  return [...new Map(all.filter(({ key }) => key).map(named => [`${named.region} ${named.key}`, named])).values()]
}

async function checkKey(
  access: Access,
  { option, key, region }: Named,
  context: BuildContext,
  signal: AbortSignal,
): Promise<void> {
  const wrong = (detail: string) => problemOf(option, 'KMS key cannot be used', detail, context)
  const found = await keyOf({ ...access, region }, key, signal).catch(error => {
    signal.throwIfAborted()
    if (isAws(error, 'NotFoundException', 'InvalidArnException'))
      throw wrong(`KMS knows no key ${key} in region ${region}, or hides it: ${String(error.message)}`)
    const why = isAws(error, 'AccessDenied*') ? 'kms:DescribeKey is not allowed' : 'KMS did not answer'
    context.say(`KMS key ${key} in region ${region} is not checked: ${why}.`)
    return undefined
  })
  if (!found) return
  if (found.KeyState && found.KeyState !== 'Enabled')
    throw wrong(`KMS key ${key} in region ${region} is in state ${found.KeyState}: enable it, or name another one.`)
  if (
    (found.KeySpec ?? 'SYMMETRIC_DEFAULT') !== 'SYMMETRIC_DEFAULT' ||
    (found.KeyUsage ?? 'ENCRYPT_DECRYPT') !== 'ENCRYPT_DECRYPT'
  )
    throw wrong(
      `KMS key ${key} in region ${region} is of kind ${found.KeySpec}, ${found.KeyUsage}: EBS takes symmetric keys for encryption only.`,
    )
}
