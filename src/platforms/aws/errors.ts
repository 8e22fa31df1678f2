/** What AWS answers when it refuses, as a sentence that names the call and says what to do about it. */
import { Failure } from '../../model/failure'
import type { Place } from '../../model/resource'
import { regionHint } from './region-names'

export class AwsError extends Failure {
  constructor(
    /** AWS's own code, e.g. `InvalidGroup.NotFound`; the error's name where the call never reached AWS. */
    readonly awsCode: string,
    message: string,
    details: ConstructorParameters<typeof Failure>[2],
    /** AWS said no to the first and only attempt, so for certain nothing was made. */
    readonly refused = false,
    /** HTTP status, where there was an answer. */
    readonly status?: number,
    /** As IAM policies name what was asked: `ec2:RunInstances`. */
    readonly action?: string,
  ) {
    super('failed', message, details)
    this.name = 'AwsError'
  }
}

/** `codes` may end in `*`. */
export const isAws = (error: unknown, ...codes: readonly string[]): error is AwsError =>
  error instanceof AwsError &&
  codes.some(code => (code.endsWith('*') ? error.awsCode.startsWith(code.slice(0, -1)) : error.awsCode === code))

export const isRefusal = (error: unknown): boolean => error instanceof AwsError && error.refused

/** The connection was refused, in a form that the SDK's retries do not recognise. */
export class NotListening extends Error {
  readonly refusedWith = 'ECONNREFUSED'
}

/** EC2 says so with status 500, which looks like a passing fault of the server, but the next try would not find more. */
const noCapacity =
  /^(Insufficient\w*Capacity\w*|InsufficientFreeAddressesInSubnet|SpotMaxPriceTooLow|MaxSpotInstanceCountExceeded|UnfulfillableCapacity)$/

/** Another type, zone or subnet may have what this one has not. */
export const isNoCapacity = (error: unknown): error is AwsError =>
  error instanceof AwsError &&
  (noCapacity.test(error.awsCode) || ['Unsupported', 'VcpuLimitExceeded', 'InstanceLimitExceeded'].includes(error.awsCode))

/** So that the SDK does not try again what only another request can change. */
export function settled(error: unknown): unknown {
  const thrown = error as Thrown
  if (!noCapacity.test(thrown.name)) return error
  return Object.assign(thrown, { $fault: 'client', $metadata: { ...thrown.$metadata, httpStatusCode: 400 } })
}

interface Thrown extends Error {
  readonly code?: string
  readonly refusedWith?: string
  readonly cause?: { readonly code?: string }
  readonly $metadata?: { readonly requestId?: string; readonly httpStatusCode?: number; readonly attempts?: number }
}

/** `service` as IAM policies name it. */
export function explain(error: unknown, action: string, place: Place, service = 'ec2'): AwsError {
  if (error instanceof AwsError) return error
  const thrown = error as Thrown
  const network = thrown.refusedWith ?? thrown.code ?? thrown.cause?.code
  if (!thrown.$metadata?.requestId && network && network in unreachable) {
    const endpoint = place.endpoint ?? `AWS in region ${place.region}`
    return new AwsError(network, `${action} did not reach ${endpoint}: ${unreachable[network]}`, {
      advice: place.endpoint
        ? 'Is the endpoint running? It comes from custom_endpoint_ec2, AWS_ENDPOINT_URL_EC2 or AWS_ENDPOINT_URL.'
        : `Check the network and the spelling of region "${place.region}".${regionHint(place.region ?? '')}`,
      cause: error,
    })
  }
  const request = thrown.$metadata?.requestId ? ` (request ${thrown.$metadata.requestId})` : ''
  const where = place.endpoint ? `${place.region} at ${place.endpoint}` : place.region
  const { httpStatusCode: status, attempts } = thrown.$metadata ?? {}
  const [said, evidence] = separate(answerOf(thrown, status))
  return new AwsError(
    thrown.name,
    `${action} failed in ${where}: ${said}${request}`,
    { advice: advice(thrown.name, `${service}:${action}`, place), evidence, cause: error },
    attempts === 1 && status !== undefined && status >= 400 && status < 500,
    status,
    `${service}:${action}`,
  )
}

/** What is not EC2's own XML makes the SDK talk of parsing; what matters is that something else answered. */
function answerOf({ name, message }: Thrown, status: number | undefined): string {
  if (!/Deserialization error/.test(message)) return `${name}: ${message}`
  return `the endpoint answered HTTP ${status ?? 'status unknown'} with something that is not EC2's XML`
}

const unreachable: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to its network',
}

/** The encoded message is long and says nothing to a reader until it is decoded. */
function separate(message: string): readonly [string, string | undefined] {
  const at = message.indexOf('Encoded authorization failure message')
  return at < 0 ? [message, undefined] : [message.slice(0, at).trim(), message.slice(at)]
}

function advice(code: string, action: string, place: Place): string | undefined {
  if (code.endsWith('LimitExceeded')) return 'Remove what is no longer needed, or ask AWS for a higher quota.'
  if (code.endsWith('.NotFound') && place.region) return `Does it exist in region ${place.region}, in this account?`
  return advices[code]?.replace('$action', action)
}

const expired = 'Renew the credentials (`aws sso login`, or let the CI job ask for new ones) and run it again.'
const wrongKeys = 'AWS does not know these credentials: check the access key, the secret key and, for temporary ones, the token.'
const noCredentials = [
  'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE, log in with `aws sso login`,',
  'let the CI job assume a role, or bake without a cloud account: `ingot build --sandbox`.',
].join(' ')
const capacity = 'AWS has none of these free now: another availability zone, subnet or instance type may work.'

const notAllowed = 'The credentials may not do $action: look at the IAM policies, and for a role at its trust policy.'

const advices: Readonly<Record<string, string>> = {
  CredentialsProviderError: noCredentials,
  TokenProviderError: expired,
  ExpiredToken: expired,
  ExpiredTokenException: expired,
  RequestExpired: `${expired} A wrong clock on this machine has the same effect.`,
  AuthFailure: wrongKeys,
  InvalidClientTokenId: wrongKeys,
  UnrecognizedClientException: wrongKeys,
  SignatureDoesNotMatch: wrongKeys,
  UnauthorizedOperation: 'The credentials may not do this: allow the IAM action $action.',
  AccessDenied: notAllowed,
  AccessDeniedException: notAllowed,
  OptInRequired: 'The account must first subscribe to this image or region in the AWS console.',
  InsufficientInstanceCapacity: capacity,
  InsufficientHostCapacity: capacity,
  Unsupported: 'This instance type or option does not exist here: try another availability zone or instance type.',
  VPCIdNotSpecified: 'The account has no default VPC in this region: name a subnet_id.',
  RequestLimitExceeded: 'AWS throttles this account. Fewer builds at once, or a higher max_retries, will help.',
}
