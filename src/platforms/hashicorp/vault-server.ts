/** Where Vault is and as whom it is asked, by the environment alone, and what its answers look like. */
import { Failure } from '../../model/failure'
import { type Context, flag, type Server } from './server'

/** An agent is asked instead of the server where there is one; it may hold the token itself. */
export function vaultOf(environment: Context['environment']): Server {
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

export type Values = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Empty for what is no JSON object. */
export function bodyOf(text: string): Values {
  try {
    const body: unknown = JSON.parse(text)
    return isObject(body) ? body : {}
  } catch {
    return {}
  }
}
