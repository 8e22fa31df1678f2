/** Where and as whom the cloud is spoken to, and how another process finds the same place again from a journal's line. */
import { Failure } from '../../model/failure'
import type { Place } from '../../model/resource'
import type { Loan } from './lent-keys'

export interface Access {
  readonly region: string
  /** Instead of AWS's own endpoint of the region; holds for every region. */
  readonly endpoint?: string
  /** Of the shared configuration files. */
  readonly profile?: string
  /** Path; instead of the usual file of shared credentials. */
  readonly credentialsFile?: string
  /** For a profile that demands one. */
  readonly mfaCode?: string
  /** Absent: as the SDK finds them (environment, profile, SSO, web identity, container, instance role). */
  readonly keys?: Keys
  /** Keys that another service lends; instead of `keys`. */
  readonly loan?: Loan
  readonly role?: Role
  /** Attempts for one call; default 10, as Packer. */
  readonly maxAttempts?: number
  readonly insecureTls?: boolean
  /** By connections of its own: it waits neither for calls that are throttled nor long for an answer. */
  readonly urgent?: boolean
}

export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** A role to assume with the credentials found; renewed before it expires. */
export interface Role {
  readonly arn: string
  readonly sessionName?: string
  readonly externalId?: string
  /** AWS's default is 3600. */
  readonly durationSeconds?: number
  readonly policy?: string
  readonly policyArns?: readonly string[]
  readonly tags?: Readonly<Record<string, string>>
  readonly transitiveTagKeys?: readonly string[]
}

/** Everything but secrets: explicit keys are not written down, the other process finds its own. */
export function placeOf(access: Access): Place {
  const { region, endpoint, profile, credentialsFile, loan, role } = access
  return {
    region,
    ...(endpoint && { endpoint }),
    ...(profile && { profile }),
    ...(credentialsFile && { credentialsFile }),
    ...(loan && { vaultEngine: loan.engine, vaultRole: loan.role }),
    ...(loan?.roleArn && { vaultRoleArn: loan.roleArn }),
    ...(loan?.ttl && { vaultTtl: loan.ttl }),
    ...(role && { roleArn: role.arn }),
    ...(role?.externalId && { externalId: role.externalId }),
  }
}

export function accessAt(place: Place): Access {
  const { region, endpoint, profile, credentialsFile, roleArn, externalId } = place
  if (!region) throw new Failure('failed', 'A journal names an AWS resource without its region', { advice: 'Remove it by hand.' })
  const role = roleArn ? { arn: roleArn, externalId } : undefined
  return { region, endpoint: endpointNow(endpoint), profile, credentialsFile, loan: loanAt(place), role }
}

function loanAt({ vaultEngine: engine, vaultRole: role, vaultRoleArn: roleArn, vaultTtl: ttl }: Place): Loan | undefined {
  return engine && role ? { engine, role, ...(roleArn && { roleArn }), ...(ttl && { ttl }) } : undefined
}

/** The endpoint that the environment names, as every AWS SDK reads it. */
export function endpointOfEnvironment(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true') return undefined
  return env.AWS_ENDPOINT_URL_EC2 || env.AWS_ENDPOINT_URL || undefined
}

/** A sandbox that comes back may listen on another port than the one that the journal saw. */
function endpointNow(recorded: string | undefined): string | undefined {
  const present = endpointOfEnvironment()
  return isLoopback(recorded) && isLoopback(present) ? present : recorded
}

export function isLoopback(endpoint: string | undefined): boolean {
  if (!endpoint || !URL.canParse(endpoint)) return false
  const { hostname } = new URL(endpoint)
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
  )
}
