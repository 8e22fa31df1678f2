/** What AWS tells about an account besides EC2: the state of its keys (KMS), its quotas. Asked to be helpful, so nobody waits long for it. */
import type { KeyMetadata } from '@aws-sdk/client-kms'
import { within } from '../../lib/abort'
import type { Access } from './access'
import { answered } from './secrets'

/** Where EC2 is another's (the sandbox), these are not AWS's either: they are asked only at an endpoint of their own. */
const isReachable = ({ endpoint }: Access, service: string): boolean =>
  !endpoint || Boolean(process.env[`AWS_ENDPOINT_URL_${service}`] || process.env.AWS_ENDPOINT_URL)

/** A runner without a way to the service shall not hold up the build. */
const PATIENCE_MILLISECONDS = 5000
const soon = (signal: AbortSignal): AbortSignal => within(PATIENCE_MILLISECONDS, signal)
const hurried = (access: Access): Access => ({ ...access, maxAttempts: Math.min(access.maxAttempts ?? 2, 2) })

/** By ID, ARN or alias. Undefined: there is nobody to ask. Rejects with AwsError, e.g. `NotFoundException`, or when nobody answers. */
export async function keyOf(access: Access, KeyId: string, signal: AbortSignal): Promise<KeyMetadata | undefined> {
  if (!isReachable(access, 'KMS')) return undefined
  const limited = soon(signal)
  const { KeyMetadata } = await answered(hurried(access), 'DescribeKey', 'kms', limited, async config => {
    const { DescribeKeyCommand, KMSClient } = await import('@aws-sdk/client-kms')
    return new KMSClient(config).send(new DescribeKeyCommand({ KeyId }), { abortSignal: limited })
  })
  return KeyMetadata
}

export interface Quota {
  readonly name: string
  readonly value: number
}

/** Of EC2. Undefined: there is nobody to ask, or the account has none that can be read. */
export async function quotaOf(access: Access, QuotaCode: string, signal: AbortSignal): Promise<Quota | undefined> {
  if (!isReachable(access, 'SERVICE_QUOTAS')) return undefined
  const limited = soon(signal)
  const { Quota } = await answered(hurried(access), 'GetServiceQuota', 'servicequotas', limited, async config => {
    const { GetServiceQuotaCommand, ServiceQuotasClient } = await import('@aws-sdk/client-service-quotas')
    const command = new GetServiceQuotaCommand({ ServiceCode: 'ec2', QuotaCode })
    return new ServiceQuotasClient(config).send(command, { abortSignal: limited })
  })
  return Quota?.Value === undefined ? undefined : { name: Quota.QuotaName ?? QuotaCode, value: Quota.Value }
}
