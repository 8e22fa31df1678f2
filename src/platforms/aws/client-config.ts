/** What the SDK's client is made from: who asks, how often, how patiently. */
import type { EC2ClientConfig } from '@aws-sdk/client-ec2'
import type { Access, Role } from './access'
import { agents } from './agents'
import { explain } from './errors'
import { providerOf } from './lent-keys'

type Credentials = EC2ClientConfig['credentials']

export async function clientConfig(access: Access): Promise<EC2ClientConfig> {
  const way = await agents(access.insecureTls)
  return {
    region: access.region,
    endpoint: access.endpoint,
    profile: access.profile,
    credentials: access.role ? await assume(access, access.role, way) : ownKeys(access),
    ...forCredentials(access, way),
    // Adaptive: once a region throttles, this client slows down for all builds that share it.
    retryMode: access.urgent ? 'standard' : 'adaptive',
    maxAttempts: access.maxAttempts ?? 10,
    customUserAgent: 'ingot',
    // A connection that hangs is given up, so that the retry can go another way.
    requestHandler: {
      ...(access.urgent
        ? { connectionTimeout: 1000, requestTimeout: 1500 }
        : { connectionTimeout: 10_000, requestTimeout: 120_000 }),
      throwOnRequestTimeout: true,
      // Also one on which an answer began and does not end.
      socketTimeout: 120_000,
      ...way,
    },
  }
}

const ownKeys = ({ keys, loan }: Access): Credentials => (loan ? providerOf(loan) : keys)

/** The SDK hands its whole configuration to the providers of credentials, though its types do not say so. */
const forCredentials = ({ credentialsFile, mfaCode }: Access, way: object): object => ({
  ...(Object.keys(way).length > 0 && { clientConfig: { requestHandler: way } }),
  ...(credentialsFile && { filepath: credentialsFile }),
  ...(mfaCode && { mfaCodeProvider: async () => mfaCode }),
})

/** The SDK asks again by itself when what this returns is about to expire. */
async function assume(access: Access, role: Role, way: object): Promise<Credentials> {
  const [{ AssumeRoleCommand, STSClient }, { defaultProvider }] = await Promise.all([
    import('@aws-sdk/nested-clients/sts'),
    import('@aws-sdk/credential-provider-node'),
  ])
  const { region, profile } = access
  const sts = new STSClient({
    region,
    profile,
    credentials: ownKeys(access),
    // Unlike other clients, a nested one does not know by itself where credentials are to be found.
    credentialDefaultProvider: defaultProvider,
    requestHandler: way,
    ...forCredentials(access, way),
  })
  return async () => {
    const request = sts.send(
      new AssumeRoleCommand({
        RoleArn: role.arn,
        RoleSessionName: role.sessionName ?? `ingot-${Date.now()}`,
        ExternalId: role.externalId,
        DurationSeconds: role.durationSeconds,
        Policy: role.policy,
        PolicyArns: role.policyArns?.map(arn => ({ arn })),
        Tags: role.tags && Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
        TransitiveTagKeys: role.transitiveTagKeys && [...role.transitiveTagKeys],
      }),
    )
    const { Credentials: given } = await request.catch(error => {
      throw explain(error, 'AssumeRole', { region: access.region }, 'sts')
    })
    return {
      accessKeyId: given?.AccessKeyId ?? '',
      secretAccessKey: given?.SecretAccessKey ?? '',
      sessionToken: given?.SessionToken,
      expiration: given?.Expiration,
    }
  }
}
