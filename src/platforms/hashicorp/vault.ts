/** The function vault: one value of a secret, of either version of Vault's KV engine. */
import type { Lookup } from '../../language/functions'
import { Failure } from '../../model/failure'
import type { LookupSource } from '../../model/plugin'
import { type Answer, get, pathOf } from './server'
import { bodyOf, isObject, type Values, vaultOf } from './vault-server'

export const vaultValue: LookupSource = async (lookup, context) => {
  const { path, key } = lookup as Extract<Lookup, { kind: 'vault' }>
  const answer = await get(vaultOf(context.environment), `/v1/${pathOf(path)}`, context)
  const values = valuesOf(path, answer)
  const value = values[key]
  if (value !== undefined && value !== null) return typeof value === 'string' ? value : JSON.stringify(value)
  throw new Failure('failed', `The secret ${path} in Vault has no value "${key}"`, {
    advice: `It has: ${Object.keys(values).join(', ') || 'none'}.`,
  })
}

/** Version 2 wraps the values together with what it knows of them. */
function valuesOf(path: string, answer: Answer): Values {
  const body = bodyOf(answer.text)
  const data = isObject(body.data) ? body.data : undefined
  if (answer.status === 200 && data) return isObject(data.data) && isObject(data.metadata) ? data.data : data
  throw refusal(path, answer.status, body, data)
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
