/** The function consul_key: one entry of Consul's KV store. */
import { readFileSync } from 'node:fs'
import type { Lookup } from '../../language/functions'
import { Failure } from '../../model/failure'
import type { LookupSource } from '../../model/plugin'
import { type Answer, type Context, flag, get, pathOf, type Server } from './server'

export const consulValue: LookupSource = async (lookup, context) => {
  const { key } = lookup as Extract<Lookup, { kind: 'consul' }>
  const { CONSUL_NAMESPACE, CONSUL_PARTITION } = context.environment
  const query = new URLSearchParams({ raw: 'true' })
  if (CONSUL_NAMESPACE) query.set('ns', CONSUL_NAMESPACE)
  if (CONSUL_PARTITION) query.set('partition', CONSUL_PARTITION)
  const answer = await get(serverOf(context.environment), `/v1/kv/${pathOf(key)}?${query}`, context)
  if (answer.status === 200) return answer.text
  throw refusal(key, answer)
}

function serverOf(environment: Context['environment']): Server {
  const { CONSUL_HTTP_ADDR, CONSUL_HTTP_AUTH, CONSUL_HTTP_SSL, CONSUL_HTTP_SSL_VERIFY } = environment
  const address = CONSUL_HTTP_ADDR || '127.0.0.1:8500'
  const scheme = flag(CONSUL_HTTP_SSL) ? 'https' : 'http'
  return {
    name: 'Consul',
    address: address.includes('://') ? address : `${scheme}://${address}`,
    addressFrom: 'CONSUL_HTTP_ADDR',
    headers: {
      'x-consul-token': tokenOf(environment),
      authorization: CONSUL_HTTP_AUTH ? `Basic ${Buffer.from(CONSUL_HTTP_AUTH).toString('base64')}` : undefined,
    },
    verify: flag(CONSUL_HTTP_SSL_VERIFY) !== false,
  }
}

/** A file with it wins over the token itself. */
function tokenOf({ CONSUL_HTTP_TOKEN, CONSUL_HTTP_TOKEN_FILE }: Context['environment']): string | undefined {
  if (!CONSUL_HTTP_TOKEN_FILE) return CONSUL_HTTP_TOKEN || undefined
  try {
    return readFileSync(CONSUL_HTTP_TOKEN_FILE, 'utf8').trim() || undefined
  } catch (cause) {
    throw new Failure('invalid', `The file of CONSUL_HTTP_TOKEN_FILE cannot be read: ${(cause as Error).message}`, { cause })
  }
}

function refusal(key: string, { status, text }: Answer): Failure {
  if (status === 404) return new Failure('failed', `There is no key ${key} in Consul`)
  const evidence = text.trim().slice(0, 500) || undefined
  if (status === 403)
    return new Failure('failed', `Consul denies access to the key ${key}`, {
      advice: 'Check CONSUL_HTTP_TOKEN and its policies.',
      evidence,
    })
  return new Failure('failed', `Consul answered with status ${status} for the key ${key}`, { evidence })
}
