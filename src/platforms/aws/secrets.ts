/** Texts that AWS keeps for an account: secrets (Secrets Manager) and parameters (Systems Manager). Their clients are loaded with the first question. */
import type { GetSecretValueResponse } from '@aws-sdk/client-secrets-manager'
import type { Parameter } from '@aws-sdk/client-ssm'
import { Failure } from '../../model/failure'
import type { Access } from './access'
import { clientConfig } from './client-config'
import { explain } from './errors'
import { whileUnknown } from './lent-keys'

export interface SecretRequest {
  readonly name: string
  readonly versionId?: string
  readonly versionStage?: string
}

export function readSecret(access: Access, request: SecretRequest, signal: AbortSignal): Promise<GetSecretValueResponse> {
  const { name: SecretId, versionId: VersionId, versionStage: VersionStage } = request
  return answered(access, 'GetSecretValue', 'secretsmanager', signal, async config => {
    const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
    const command = new GetSecretValueCommand({ SecretId, VersionId, VersionStage })
    return new SecretsManagerClient(config).send(command, { abortSignal: signal })
  })
}

/** `decrypt` is for parameters that are encrypted; others are what they are. */
export async function readParameter(access: Access, name: string, decrypt: boolean, signal: AbortSignal): Promise<Parameter> {
  const { Parameter: found } = await answered(access, 'GetParameter', 'ssm', signal, async config => {
    const { GetParameterCommand, SSMClient } = await import('@aws-sdk/client-ssm')
    return new SSMClient(config).send(new GetParameterCommand({ Name: name, WithDecryption: decrypt }), { abortSignal: signal })
  })
  if (!found) throw new Failure('failed', `AWS answered without the parameter ${name}`)
  return found
}

type Parameters = typeof import('@aws-sdk/client-ssm')

/** For questions about parameters other than their value. */
export const withParameters = <T>(
  access: Access,
  action: string,
  signal: AbortSignal,
  ask: (client: InstanceType<Parameters['SSMClient']>, sdk: Parameters) => Promise<T>,
): Promise<T> =>
  answered(access, action, 'ssm', signal, async config => {
    const sdk = await import('@aws-sdk/client-ssm')
    return ask(new sdk.SSMClient(config), sdk)
  })

/** What the clients of all services understand. The endpoint is left to the SDK, which reads AWS_ENDPOINT_URL and its kin: custom_endpoint_ec2 is EC2's alone. */
type Config = Pick<Awaited<ReturnType<typeof clientConfig>>, 'region' | 'profile' | 'credentials'>

/** `service` as IAM policies name it. Rejects with AwsError. */
export async function answered<T>(
  access: Access,
  action: string,
  service: string,
  signal: AbortSignal,
  ask: (config: Config) => Promise<T>,
): Promise<T> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  return whileUnknown(access, signal, async () => {
    signal.throwIfAborted()
    try {
      const { endpoint: _, ...config } = await clientConfig(access)
      return await ask(config as Config)
    } catch (error) {
      if (signal.aborted) throw signal.reason
      throw explain(error, action, { region: access.region }, service)
    }
  })
}

/** One of the values of a secret that is a JSON object: the named one or, as Packer has it, the first. A plain text is one value. */
export function secretText(name: string, answer: GetSecretValueResponse, key: string | undefined): string {
  const whole = wholeSecret(answer)
  const values = secretValues(whole)
  if (!key) return values?.values().next().value ?? whole
  const value = values?.get(key)
  if (value !== undefined) return value
  throw new Failure('failed', `The secret ${name} has no value "${key}"`, {
    advice: values ? `It has: ${[...values.keys()].join(', ')}.` : 'It is a plain text, not a JSON object: leave the key out.',
  })
}

export const wholeSecret = ({ SecretString, SecretBinary }: GetSecretValueResponse): string =>
  SecretString ?? Buffer.from(SecretBinary ?? []).toString()

/** Undefined when the text is no JSON object. What is not a text is JSON again. */
export function secretValues(text: string): ReadonlyMap<string, string> | undefined {
  try {
    const data: unknown = JSON.parse(text)
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined
    return new Map(Object.entries(data).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]))
  } catch {
    return undefined
  }
}
