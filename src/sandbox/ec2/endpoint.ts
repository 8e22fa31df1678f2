/** One request in, one reply out: the protocol around the actions, and the only place through which every call passes. */
import { randomUUID } from 'node:crypto'
import { actions } from './actions/index'
import { CutConnection, type Faults } from './behaviour/faults'
import type { Cloud } from './cloud'
import { diskFailure } from './contents'
import { Ec2Error } from './protocol/error'
import { type QueryRequest, readQuery } from './protocol/form'
import { document } from './protocol/xml'
import { isSts, sts } from './sts'

export interface HttpRequest {
  readonly authorization?: string
  readonly form: URLSearchParams
}

export interface HttpReply {
  readonly status: number
  readonly requestId: string
  readonly body: string
  /** Of the content; XML by default. */
  readonly type?: string
}

/** What was asked and answered, for a log of calls. */
export interface CallRecord {
  readonly request?: QueryRequest
  readonly reply: HttpReply
  readonly code?: string
  /** The caller never sees the reply: its connection is cut. */
  readonly cut?: boolean
}

const apiVersion = '2016-11-15'
const namespace = `http://ec2.amazonaws.com/doc/${apiVersion}/`

export async function handle(cloud: Cloud, { form, authorization }: HttpRequest, faults: Faults): Promise<CallRecord> {
  const requestId = randomUUID()
  let request: QueryRequest | undefined
  try {
    request = readQuery(form, authorization)
    const asked = request
    return { request, reply: await faults.around(asked, () => answer(cloud, asked, requestId)) }
  } catch (error) {
    if (!(error instanceof Ec2Error) && !(error instanceof CutConnection)) cloud.options.report(String((error as Error).stack))
    const failure = diskFailure(error, 'The request could not be carried out')
    return { request, code: failure.code, reply: refusal(failure, request, requestId), cut: error instanceof CutConnection }
  }
}

async function answer(cloud: Cloud, request: QueryRequest, requestId: string): Promise<HttpReply> {
  if (isSts(request)) return { status: 200, requestId, body: sts(request, requestId) }
  const { action: name, parameters } = request
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new Ec2Error('InvalidAction', `The action ${name} is not valid for this web service.`)
  const content = await action.run({ cloud, region: cloud.region(request.region), action: name, parameters })
  if (!/^(Describe|Get)/.test(name)) await cloud.save()
  return { status: 200, requestId, body: document(`${name}Response`, namespace, { requestId, ...content }) }
}

export function refusal({ code, message, status }: Ec2Error, request: QueryRequest | undefined, requestId: string): HttpReply {
  const body =
    request && isSts(request)
      ? document('ErrorResponse', 'https://sts.amazonaws.com/doc/2011-06-15/', {
          Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message },
          RequestId: requestId,
        })
      : document('Response', undefined, { Errors: { Error: { Code: code, Message: message } }, RequestID: requestId })
  return { status, requestId, body }
}
