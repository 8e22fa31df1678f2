/** The services of AWS besides EC2 that a bake asks, as far as it listens to their answers; and what was asked, as IAM names it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface AwsServices {
  readonly endpoint: string
  /** `iam:CreateRole`, in order. */
  readonly calls: string[]
  stop(): Promise<void>
}

type Answer = (input: Readonly<Record<'Name' | 'Value' | 'SecretId' | 'KeyId', string>>) => object

/** `secrets` and `parameters` by name. */
export async function awsServices(
  secrets: Readonly<Record<string, string>>,
  parameters: Map<string, string>,
): Promise<AwsServices> {
  const calls: string[] = []
  const versions = new Map<string, number>()
  const answers: Readonly<Record<string, Answer>> = {
    'secretsmanager:GetSecretValue': ({ SecretId }) => ({ Name: SecretId, SecretString: secrets[SecretId], VersionId: 'v' }),
    'ssm:GetParameter': ({ Name }) =>
      parameters.has(Name)
        ? {
            Parameter: {
              Name,
              Value: parameters.get(Name),
              Version: versions.get(Name) ?? 1,
              Type: 'String',
              ARN: `arn:${Name}`,
            },
          }
        : { __type: 'ParameterNotFound' },
    'ssm:PutParameter': ({ Name, Value }) => {
      parameters.set(Name, Value)
      versions.set(Name, (versions.get(Name) ?? 1) + 1)
      return { Version: versions.get(Name) }
    },
    'ssm:LabelParameterVersion': () => ({}),
    'kms:DescribeKey': ({ KeyId }) => ({ KeyMetadata: { KeyId, KeyState: 'Enabled', KeySpec: 'SYMMETRIC_DEFAULT' } }),
    'servicequotas:GetServiceQuota': () => ({ Quota: { QuotaName: 'vCPUs', Value: 64 } }),
  }
  const server = createServer(async (incoming, outgoing) => {
    const [, service = ''] = /\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/.exec(String(incoming.headers.authorization)) ?? []
    const body = await text(incoming)
    const target = incoming.headers['x-amz-target']
    const action = target ? String(target).split('.')[1]! : (new URLSearchParams(body).get('Action') ?? '')
    calls.push(`${service}:${action}`)
    if (!target) return outgoing.writeHead(200, { 'content-type': 'text/xml' }).end(iamAnswer(action))
    const answer = answers[`${service}:${action}`]?.(JSON.parse(body)) ?? { __type: 'UnknownOperationException' }
    outgoing.writeHead('__type' in answer ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
    outgoing.end(JSON.stringify(answer))
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    async stop() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

/** IAM says yes to everything, and its one profile has the role that was put into it. */
function iamAnswer(action: string): string {
  const profile = '<InstanceProfile><Roles><member><RoleName>r</RoleName></member></Roles></InstanceProfile>'
  return `<${action}Response><${action}Result>${action === 'GetInstanceProfile' ? profile : ''}</${action}Result></${action}Response>`
}
