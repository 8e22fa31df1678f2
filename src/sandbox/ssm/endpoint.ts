/** AWS Systems Manager, as far as it is Session Manager, and of KMS what sessions need: JSON in, JSON out. */
import { randomUUID } from 'node:crypto'
import { CutConnection, type Faults } from '../ec2/behaviour/faults'
import { accountId, type Cloud } from '../ec2/cloud'
import type { CallRecord, HttpReply } from '../ec2/endpoint'
import { Ec2Error } from '../ec2/protocol/error'
import { identityIn, type Parameter, type ParameterTree, type QueryRequest } from '../ec2/protocol/form'
import type { EncryptionContext } from './data-keys'
import type { Session, Sessions } from './sessions'

export interface SsmRequest {
  /** Of the header x-amz-target: `AmazonSSM.StartSession`. */
  readonly target: string
  readonly body: string
  readonly authorization?: string
  /** Where the sandbox itself is: `127.0.0.1:8500`. */
  readonly host: string
}

type Input = Readonly<Record<string, unknown>>
type Action = (
  sessions: Sessions,
  input: Input,
  call: { readonly cloud: Cloud; readonly region: string; readonly host: string },
) => object

const DOCUMENT = 'AWS-StartPortForwardingSession'

const actions: Readonly<Record<string, Action>> = {
  StartSession(sessions, { Target, DocumentName, Parameters, Reason = '' }, { cloud, region, host }) {
    if (DocumentName !== DOCUMENT) throw new Ec2Error('InvalidDocument', `The sandbox has sessions of ${DOCUMENT} only.`)
    const [port] = (Parameters as { portNumber?: string[] } | undefined)?.portNumber ?? ['80']
    if (!/^\d{1,5}$/.test(port ?? '')) throw invalid(`portNumber ${port} is not a port`)
    if (String(Reason).length > 256) throw invalid('Reason has 256 characters at most')
    return opening(sessions.start(cloud.region(region), String(Target), port ?? '', DOCUMENT, String(Reason)), host)
  },
  ResumeSession(sessions, { SessionId }, { host }) {
    const session = sessions.resume(String(SessionId))
    return session ? opening(session, host) : { SessionId, StreamUrl: '', TokenValue: '' }
  },
  TerminateSession(sessions, { SessionId }) {
    sessions.close(String(SessionId))
    return { SessionId }
  },
  DescribeSessions(sessions, { State, Filters = [] }, { region }) {
    if (State !== 'Active' && State !== 'History') throw invalid('State is Active or History')
    const filters = Filters as readonly { key: string; value: string }[]
    const odd = filters.find(({ key }) => key !== 'Target' && key !== 'SessionId')
    if (odd) throw invalid(`The sandbox knows no filter ${odd.key}`)
    const matches = (session: Session) =>
      filters.every(({ key, value }) => (key === 'Target' ? session.target : session.id) === value)
    return { Sessions: sessions.list(region, State).filter(matches).map(view) }
  },
}

const keys: Readonly<Record<string, Action>> = {
  GenerateDataKey(sessions, { KeyId, NumberOfBytes, EncryptionContext = {} }) {
    const { plaintext, blob } = sessions.keys.generate(
      String(KeyId),
      Number(NumberOfBytes),
      EncryptionContext as EncryptionContext,
    )
    return { KeyId, Plaintext: plaintext.toString('base64'), CiphertextBlob: blob.toString('base64') }
  },
}

/** By the word before the dot in the header. */
const services: Readonly<Record<string, { readonly name: string; readonly version: string; readonly actions: typeof actions }>> =
  {
    AmazonSSM: { name: 'ssm', version: '2014-11-06', actions },
    TrentService: { name: 'kms', version: '2014-11-01', actions: keys },
  }

const invalid = (message: string) => new Ec2Error('ValidationException', message)

const opening = ({ id, token }: Session, host: string) => ({
  SessionId: id,
  TokenValue: token,
  StreamUrl: `ws://${host}/v1/data-channel/${id}?role=publish_subscribe`,
})

const view = ({ id, target, reason, documentName, startDate, endDate }: Session) => ({
  SessionId: id,
  Target: target,
  Status: endDate ? 'Terminated' : 'Connected',
  StartDate: startDate.getTime() / 1000,
  ...(endDate && { EndDate: endDate.getTime() / 1000 }),
  DocumentName: documentName,
  Owner: `arn:aws:iam::${accountId}:user/sandbox`,
  Reason: reason,
})

export async function handleSsm(cloud: Cloud, sessions: Sessions, given: SsmRequest, faults: Faults): Promise<CallRecord> {
  const requestId = randomUUID()
  const { accessKeyId, region } = identityIn(given.authorization ?? '')
  const [prefix = '', name = ''] = given.target.split('.')
  const service = Object.hasOwn(services, prefix) ? services[prefix] : undefined
  const { name: serviceName = prefix, version = '' } = service ?? {}
  const request: QueryRequest = { action: name, version, region, service: serviceName, accessKeyId, parameters: {} }
  const reply = (status: number, body: object): HttpReply => ({
    status,
    requestId,
    body: JSON.stringify(body),
    type: 'application/x-amz-json-1.1',
  })
  try {
    const input = JSON.parse(given.body || '{}') as Input
    Object.assign(request.parameters, tree(input))
    const action = service && Object.hasOwn(service.actions, name) ? service.actions[name] : undefined
    if (!action) throw new Ec2Error('UnknownOperationException', `The sandbox has no ${given.target}`)
    const { host } = given
    return {
      request,
      reply: await faults.around(request, async () => reply(200, action(sessions, input, { cloud, region, host }))),
    }
  } catch (error) {
    if (error instanceof CutConnection) return { request, reply: reply(500, {}), cut: true }
    if (!(error instanceof Ec2Error)) throw error
    return { request, code: error.code, reply: reply(error.status, { __type: error.code, message: error.message }) }
  }
}

/** For the log of calls. */
const tree = (input: object): ParameterTree =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]): [string, Parameter] => [
      name,
      typeof value === 'object' && value !== null ? tree(value) : String(value),
    ]),
  )
