/**
 * Keys of AWS that Vault lends (vault_aws_engine). A process takes one lease for all that ask alike, prolongs it or takes another one in
 * time, and gives back what it took; a build holds the lease by the journal, so that `ingot clean` gives it back for a killed one.
 */
import { atEnd } from '../../lib/at-end'
import { Failure } from '../../model/failure'
import type { ResourceKind } from '../../model/resource'
import { type Answer, type Context, get, pathOf, put } from './server'
import { bodyOf, isObject, type Values, vaultOf } from './vault-server'

export interface Loan {
  readonly engine: string
  readonly role: string
  readonly roleArn?: string
  readonly ttl?: string
}

interface Lease {
  readonly id: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  readonly lentAt: Date
  readonly renewable: boolean
  /** Undefined: it has no end. */
  expiration?: Date
}

interface Account {
  /** The last is the one that holds. */
  readonly leases: Lease[]
  /** Builds that hold it. */
  users: number
  /** Who wants to know what is never to be printed. */
  readonly heard: Set<(secret: string) => void>
  asking?: Promise<Lease>
}

const accounts = new Map<string, Account>()
/** A lease that ends sooner is prolonged or replaced. */
const RESERVE_MILLISECONDS = 60_000
const END_MILLISECONDS = 20_000

function accountOf(loan: Loan): Account {
  const key = JSON.stringify([loan.engine, loan.role, loan.roleArn, loan.ttl])
  const account = accounts.get(key) ?? { leases: [], users: 0, heard: new Set() }
  accounts.set(key, account)
  return account
}

/** The keys that hold now. Builds that ask at once wait for one answer; none of them ends it for the others. */
export function lend(loan: Loan): Promise<Lease> {
  const account = accountOf(loan)
  account.asking ??= current(loan, account).finally(() => {
    account.asking = undefined
  })
  return account.asking
}

async function current(loan: Loan, account: Account): Promise<Lease> {
  const lease = account.leases.at(-1)
  if (lease && !endsSoon(lease)) return lease
  const context = contextOf()
  if (lease?.renewable && (await prolonged(lease, context))) return lease
  const next = await borrowed(loan, context)
  account.leases.push(next)
  for (const hear of account.heard) tell(next, hear)
  atEnd(giveAllBack)
  return next
}

const contextOf = (signal = new AbortController().signal): Context => ({ environment: process.env, signal })
const endsSoon = ({ expiration }: Lease) => expiration !== undefined && expiration.getTime() - Date.now() < RESERVE_MILLISECONDS
const endOf = (seconds: unknown) =>
  typeof seconds === 'number' && seconds > 0 ? new Date(Date.now() + seconds * 1000) : undefined

function tell({ accessKeyId, secretAccessKey, sessionToken }: Lease, hear: (secret: string) => void): void {
  for (const secret of [accessKeyId, secretAccessKey, sessionToken]) if (secret) hear(secret)
}

async function borrowed({ engine, role, roleArn, ttl }: Loan, context: Context): Promise<Lease> {
  const query = new URLSearchParams({ ...(roleArn && { role_arn: roleArn }), ...(ttl && { ttl }) })
  const path = `/v1/${pathOf(engine)}/creds/${pathOf(role)}${query.size > 0 ? `?${query}` : ''}`
  const answer = await get(vaultOf(context.environment), path, context)
  const { data, ...body } = bodyOf(answer.text)
  if (answer.status !== 200 || !isObject(data)) throw refusal(`role ${role} of the secrets engine ${engine}`, answer)
  const text = (name: string) => (typeof data[name] === 'string' && data[name] !== '' ? String(data[name]) : undefined)
  const [accessKeyId, secretAccessKey] = [text('access_key'), text('secret_key')]
  if (!accessKeyId || !secretAccessKey)
    throw new Failure('failed', `Vault lends no keys of AWS for role ${role}: is ${engine} the path of an AWS secrets engine?`)
  return {
    id: String(body.lease_id ?? ''),
    accessKeyId,
    secretAccessKey,
    sessionToken: text('session_token') ?? text('security_token'),
    lentAt: new Date(),
    renewable: body.renewable === true,
    expiration: endOf(body.lease_duration),
  }
}

/** False: it cannot be, or not for long enough; another one is taken then. */
async function prolonged(lease: Lease, context: Context): Promise<boolean> {
  const answer = await put(vaultOf(context.environment), '/v1/sys/leases/renew', { lease_id: lease.id }, context)
  if (answer.status !== 200) return false
  lease.expiration = endOf(bodyOf(answer.text).lease_duration)
  return !endsSoon(lease)
}

/** Gone already is success. False: Vault does not let this token do it, and ends the lease at its time or with the token. */
async function returned(id: string, context: Context): Promise<boolean> {
  if (id === '') return true
  const answer = await put(vaultOf(context.environment), '/v1/sys/leases/revoke', { lease_id: id }, context)
  if (answer.status === 403) return false
  if (answer.status >= 300) throw refusal(`lease ${id}`, answer)
  return true
}

/** What no build held: of data sources, and of what is done when the build has ended. Nobody hears of what cannot be: it ends by itself. */
async function giveAllBack(): Promise<void> {
  const all = [...accounts.values()].flatMap(({ leases }) => leases.splice(0))
  await Promise.allSettled(all.map(({ id }) => returned(id, contextOf(AbortSignal.timeout(END_MILLISECONDS)))))
}

export interface Hearing {
  secret(text: string): void
  say(text: string): void
}

/**
 * A lease that a build holds. When the reply is lost nobody knows its ID: Vault tells it only to those who may list all leases, and ends it
 * at its time.
 */
export const awsLease = (loan?: Loan, hearing?: Hearing): ResourceKind<Loan> => ({
  name: 'vault.aws-lease',
  place: {},
  async create(request) {
    const account = accountOf(request)
    account.users++
    if (hearing) account.heard.add(hearing.secret)
    const lease = await lend(request)
    if (hearing) tell(lease, hearing.secret)
    return lease.id
  },
  find: async () => [],
  async release(id, signal) {
    const account = loan && accountOf(loan)
    if (account && --account.users > 0) return
    // In the process that took it, with all that came after it.
    const ids = new Set([id, ...(account?.leases.splice(0).map(lease => lease.id) ?? [])])
    const context = contextOf(signal)
    for (const one of ids)
      if (!(await returned(one, context)))
        hearing?.say(`Vault does not let its token revoke the lease ${one} (sys/leases/revoke); it ends at its time.`)
  },
})

function refusal(what: string, { status, text }: Answer): Failure {
  const { errors = [] } = bodyOf(text) as Values
  const evidence = [errors].flat().join('\n') || undefined
  const advice =
    status === 403
      ? 'Check VAULT_TOKEN, its policies, and VAULT_NAMESPACE.'
      : status === 404
        ? 'Check name and engine_name in vault_aws_engine.'
        : undefined
  return new Failure('failed', `Vault answered with status ${status} for ${what}`, { advice, evidence })
}
