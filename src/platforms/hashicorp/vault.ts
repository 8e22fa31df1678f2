/** The function vault: one value of a secret, of either version of Vault's KV engine. */
import type { Lookup } from '../../language/functions'
import { Failure } from '../../model/failure'
import type { LookupSource } from '../../model/plugin'
import { type Answer, type Context, flag, get, pathOf, type Server } from './server'

export const vaultValue: LookupSource = async (lookup, context) => {
  const { path, key } = lookup as Extract<Lookup, { kind: 'vault' }>
  const answer = await get(serverOf(context.environment), `/v1/${pathOf(path)}`, context)
  const values = valuesOf(path, answer)
  const value = values[key]
  if (value !== undefined && value !== null) return typeof value === 'string' ? value : JSON.stringify(value)
  throw new Failure('failed', `The secret ${path} in Vault has no value "${key}"`, {
    advice: `It has: ${Object.keys(values).join(', ') || 'none'}.`,
  })
}

/** An agent is asked instead of the server where there is one; it may hold the token itself. */
function serverOf(environment: Context['environment']): Server {
  const { VAULT_ADDR, VAULT_AGENT_ADDR, VAULT_TOKEN, VAULT_NAMESPACE, VAULT_SKIP_VERIFY } = environment
  if (!VAULT_TOKEN && !VAULT_AGENT_ADDR)
    throw new Failure('invalid', 'Vault cannot be asked without a token', {
      advice: 'Set VAULT_TOKEN, and VAULT_ADDR to where Vault is.',
    })
  return {
    name: 'Vault',
    address: VAULT_AGENT_ADDR || VAULT_ADDR || 'https://127.0.0.1:8200',
    addressFrom: VAULT_AGENT_ADDR ? 'VAULT_AGENT_ADDR' : 'VAULT_ADDR',
    headers: {
      'x-vault-request': 'true',
      'x-vault-token': VAULT_TOKEN || undefined,
      'x-vault-namespace': VAULT_NAMESPACE || undefined,
    },
    verify: flag(VAULT_SKIP_VERIFY) !== true,
  }
}

type Values = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Version 2 wraps the values together with what it knows of them. */
function valuesOf(path: string, answer: Answer): Values {
  const body = bodyOf(answer.text)
  const data = isObject(body.data) ? body.data : undefined
  if (answer.status === 200 && data) return isObject(data.data) && isObject(data.metadata) ? data.data : data
  throw refusal(path, answer.status, body, data)
}

function bodyOf(text: string): Values {
  try {
    const body: unknown = JSON.parse(text)
    return isObject(body) ? body : {}
  } catch {
    return {}
  }
}

function refusal(path: string, status: number, body: Values, data: Values | undefined): Failure {
  const said = [body.errors, body.warnings].flat().filter(each => typeof each === 'string')
  const evidence = said.join('\n') || undefined
  if (status === 404 && data?.metadata)
    return new Failure('failed', `The secret ${path} was deleted from Vault`, { advice: 'Vault keeps older versions of it.' })
  if (status === 404)
    return new Failure('failed', `There is no secret ${path} in Vault`, {
      advice: 'A path in a KV engine of version 2 has /data/ behind the name of the engine, as in secret/data/hello.',
      evidence,
    })
  if (status === 403)
    return new Failure('failed', `Vault denies access to ${path}`, {
      advice: 'Check VAULT_TOKEN, its policies, and VAULT_NAMESPACE.',
      evidence,
    })
  return new Failure('failed', `Vault answered with status ${status} for ${path}`, {
    advice: status === 503 ? 'It is sealed or not ready.' : undefined,
    evidence,
  })
}
