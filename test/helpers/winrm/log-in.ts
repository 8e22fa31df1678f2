/** Who is speaking: Basic on every request, NTLM once for a connection, as http.sys does it. */
import type { IncomingMessage } from 'node:http'
import { type Account, NtlmServer, type Seals, typeOf } from './ntlm'

export type Scheme = 'basic' | 'ntlm'

/** What a connection has come to. */
export interface Session {
  pending?: NtlmServer
  seals?: Seals
  loggedIn?: Scheme
}

/** The values of WWW-Authenticate that go with the status 401; none: go on. */
export function logIn(
  request: IncomingMessage,
  session: Session,
  schemes: readonly Scheme[],
  account: Account,
): readonly string[] {
  const offered = schemes.map(scheme => (scheme === 'basic' ? 'Basic realm="WSMAN"' : 'Negotiate'))
  const [scheme = '', given = ''] = (request.headers.authorization ?? '').split(' ')
  if (scheme === '') return session.loggedIn === 'ntlm' ? [] : offered
  if (/^basic$/i.test(scheme) && schemes.includes('basic')) {
    const right = Buffer.from(given, 'base64').toString() === `${account.username}:${account.password}`
    if (right) session.loggedIn = 'basic'
    return right ? [] : offered
  }
  if (/^(negotiate|ntlm)$/i.test(scheme) && schemes.includes('ntlm'))
    return negotiate(scheme, Buffer.from(given, 'base64'), session, account) ?? offered
  return offered
}

/** Undefined when the token is not right. */
function negotiate(scheme: string, token: Buffer, session: Session, account: Account): readonly string[] | undefined {
  if (typeOf(token) === 1) {
    session.pending = new NtlmServer(account)
    const challenge = session.pending.negotiate(token)
    return challenge && [`${scheme} ${challenge.toString('base64')}`]
  }
  const seals = session.pending?.authenticate(token)
  session.pending = undefined
  if (!seals) return undefined
  session.seals = seals
  session.loggedIn = 'ntlm'
  return []
}
