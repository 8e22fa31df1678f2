/** The four calls of Session Manager, the websocket that two of them lead to, and the key of a session that is encrypted. */
import type { StartSessionCommandInput } from '@aws-sdk/client-ssm'
import type { Access } from '../access'
import { agents } from '../agents'
import { answered } from '../secrets'
import { DATA_KEY_BYTES, type DataKey } from './cipher'
import type { Opening } from './line'

type Ssm = typeof import('@aws-sdk/client-ssm')
type Client = InstanceType<Ssm['SSMClient']>

export interface Started extends Opening {
  readonly id: string
}

/** `action` as IAM names it. Rejects with AwsError. */
const ask = <T>(
  access: Access,
  action: string,
  signal: AbortSignal,
  question: (client: Client, sdk: Ssm) => Promise<T>,
): Promise<T> =>
  answered(access, action, 'ssm', signal, async config => {
    const sdk = await import('@aws-sdk/client-ssm')
    return question(new sdk.SSMClient(config), sdk)
  })

export async function startSession(access: Access, input: StartSessionCommandInput, signal: AbortSignal): Promise<Started> {
  const { SessionId, StreamUrl, TokenValue } = await ask(access, 'StartSession', signal, (client, { StartSessionCommand }) =>
    client.send(new StartSessionCommand(input), { abortSignal: signal }),
  )
  if (!SessionId || !StreamUrl || !TokenValue) throw new Error("the endpoint's reply has no SessionId, StreamUrl or TokenValue")
  return { id: SessionId, streamUrl: StreamUrl, token: TokenValue }
}

/** Undefined: it has ended. */
export async function resumeSession(access: Access, id: string, signal: AbortSignal): Promise<Opening | undefined> {
  const { StreamUrl, TokenValue } = await ask(access, 'ResumeSession', signal, (client, { ResumeSessionCommand }) =>
    client.send(new ResumeSessionCommand({ SessionId: id }), { abortSignal: signal }),
  )
  return StreamUrl && TokenValue ? { streamUrl: StreamUrl, token: TokenValue } : undefined
}

/** Ended already is success, as AWS has it. */
export async function terminateSession(access: Access, id: string, signal: AbortSignal): Promise<void> {
  await ask(access, 'TerminateSession', signal, (client, { TerminateSessionCommand }) =>
    client.send(new TerminateSessionCommand({ SessionId: id }), { abortSignal: signal }),
  )
}

/** IDs of the sessions of a machine that were started for this reason and go on. */
export async function activeSessions(access: Access, target: string, reason: string, signal: AbortSignal): Promise<string[]> {
  const { Sessions = [] } = await ask(access, 'DescribeSessions', signal, (client, { DescribeSessionsCommand }) =>
    client.send(new DescribeSessionsCommand({ State: 'Active', Filters: [{ key: 'Target', value: target }] }), {
      abortSignal: signal,
    }),
  )
  return Sessions.filter(session => session.Reason === reason).flatMap(({ SessionId }) => SessionId ?? [])
}

/** Bound to this session with this machine: nothing else can be read with it. `challenge` of the agent, if it has one. Rejects with AwsError. */
export async function dataKey(
  access: Access,
  KeyId: string,
  { session, target, challenge }: { readonly session: string; readonly target: string; readonly challenge?: string },
  signal: AbortSignal,
): Promise<DataKey> {
  const context = { 'aws:ssm:SessionId': session, 'aws:ssm:TargetId': target }
  const EncryptionContext = challenge ? { ...context, 'aws:ssm:RandomChallenge': challenge } : context
  const { Plaintext, CiphertextBlob } = await answered(access, 'GenerateDataKey', 'kms', signal, async config => {
    const { GenerateDataKeyCommand, KMSClient } = await import('@aws-sdk/client-kms')
    const command = new GenerateDataKeyCommand({ KeyId, NumberOfBytes: DATA_KEY_BYTES, EncryptionContext })
    return new KMSClient(config).send(command, { abortSignal: signal })
  })
  if (!Plaintext || !CiphertextBlob) throw new Error("KMS's reply has no Plaintext or CiphertextBlob")
  return { plaintext: Plaintext, ciphertext: CiphertextBlob }
}

/** `ws` and not the client of `undici`, which calls itself experimental: it goes by the agents of the SDK, so through the same proxy. */
export async function webSockets(access: Access) {
  const [{ WebSocket }, way] = await Promise.all([import('ws'), agents(access.insecureTls)])
  const { httpAgent, httpsAgent } = way as { httpAgent?: import('node:http').Agent; httpsAgent?: import('node:https').Agent }
  return (url: string) =>
    new WebSocket(url, {
      agent: url.startsWith('wss:') ? httpsAgent : httpAgent,
      handshakeTimeout: 10_000,
      perMessageDeflate: false,
    })
}
