/** Requests and answers of WS-Management as Windows writes them (MS-WSMV). */
import { randomUUID } from 'node:crypto'
import { child, type Element, escapeXml, parseXml } from './xml'

export const ns = {
  s: 'http://www.w3.org/2003/05/soap-envelope',
  a: 'http://schemas.xmlsoap.org/ws/2004/08/addressing',
  x: 'http://schemas.xmlsoap.org/ws/2004/09/transfer',
  w: 'http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd',
  rsp: 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell',
  p: 'http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd',
  wsmid: 'http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd',
} as const

export const CMD_SHELL = `${ns.rsp}/cmd`

export interface SoapRequest {
  /** The last word of its URI: Create, Command, Send, Receive, Signal, Delete, Identify. */
  readonly action: string
  readonly messageId: string
  readonly resourceUri: string
  readonly shellId?: string
  /** By name, from the header's option set. */
  readonly options: Readonly<Record<string, string>>
  /** Milliseconds. */
  readonly operationTimeout: number
  /** Bytes that the answer may have. */
  readonly maxEnvelopeSize: number
  readonly body: Element
}

export interface Fault {
  /** `w:TimedOut` or the like. */
  readonly subcode: string
  /** Windows' own number for it. */
  readonly code: number
  readonly message: string
  /** `Receiver` unless the request is to blame. */
  readonly sender?: boolean
}

export class SoapFault extends Error {
  constructor(readonly fault: Fault) {
    super(fault.message)
  }
}

export const faults = {
  timedOut: {
    subcode: 'w:TimedOut',
    code: 2150858793,
    message: 'The WS-Management service cannot complete the operation within the time specified in OperationTimeout.  ',
  },
  noShell: {
    subcode: 'w:InvalidSelectors',
    code: 2150858843,
    message:
      'The request for the Windows Remote Shell with ShellId failed because the shell was not found on the server. Possible causes are: the specified ShellId is incorrect or the shell no longer exists on the server. Provide the correct ShellId or create a new shell and retry the operation. ',
    sender: true,
  },
  malformed: {
    subcode: 'w:SchemaValidationError',
    code: 2150858817,
    message: 'The WS-Management service cannot process the request because the XML is invalid. ',
    sender: true,
  },
  maxShells: (most: number) => ({
    subcode: 'w:QuotaLimit',
    code: 2150859173,
    message: `The WS-Management service cannot process the request. This user is allowed a maximum number of ${most} concurrent shells, which has been exceeded. Close existing shells or raise the quota for this user. `,
    sender: true,
  }),
  maxOperations: (most: number) => ({
    subcode: 'w:QuotaLimit',
    code: 2150859174,
    message: `The WS-Management service cannot process the request. This user is allowed a maximum number of ${most} concurrent operations, which has been exceeded. Close existing operations for this user, or raise the quota for this user. `,
    sender: true,
  }),
  aborted: {
    subcode: 'w:InternalError',
    code: 995,
    message: 'The I/O operation has been aborted because of either a thread exit or an application request. ',
  },
} satisfies Record<string, Fault | ((most: number) => Fault)>

/** Throws a fault where Windows would refuse the envelope. */
export function readRequest(text: string): SoapRequest {
  const envelope = parseXml(text)
  const body = child(envelope, ns.s, 'Body')
  if (!envelope || envelope.namespace !== ns.s || !body) throw new SoapFault(faults.malformed)
  if (child(body, ns.wsmid, 'Identify'))
    return { action: 'Identify', messageId: '', resourceUri: '', options: {}, operationTimeout: 0, maxEnvelopeSize: 0, body }
  const header = child(envelope, ns.s, 'Header')
  const textOf = (namespace: string, name: string) => child(header, namespace, name)?.text.trim()
  const need = (namespace: string, name: string) => textOf(namespace, name) ?? missing(name)
  need(ns.a, 'To')
  if (!child(child(header, ns.a, 'ReplyTo'), ns.a, 'Address')) missing('ReplyTo')
  const options = child(header, ns.w, 'OptionSet')?.children ?? []
  const selectors = child(header, ns.w, 'SelectorSet')?.children ?? []
  return {
    action: need(ns.a, 'Action').split('/').at(-1)!,
    messageId: need(ns.a, 'MessageID'),
    resourceUri: need(ns.w, 'ResourceURI'),
    shellId: selectors.find(selector => selector.attributes.Name === 'ShellId')?.text.trim(),
    options: Object.fromEntries(options.map(option => [option.attributes.Name ?? '', option.text])),
    operationTimeout: durationOf(textOf(ns.w, 'OperationTimeout')) ?? 60_000,
    maxEnvelopeSize: Number(textOf(ns.w, 'MaxEnvelopeSize') ?? 153_600),
    body,
  }
}

function missing(name: string): never {
  throw new SoapFault({
    subcode: 'a:MessageInformationHeaderRequired',
    code: 2150858770,
    message: `The WS-Management service cannot process the request. The ${name} header is missing. `,
    sender: true,
  })
}

/** `PT1M30.5S` in milliseconds. */
function durationOf(text: string | undefined): number | undefined {
  const match = text?.match(/^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/)
  if (!match) return undefined
  const [days, hours, minutes, seconds] = match.slice(1).map(part => Number(part ?? 0)) as [number, number, number, number]
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}

const prefixes = Object.entries(ns)
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('')

export function envelope(action: string, relatesTo: string, body: string): string {
  const relates = relatesTo ? `<a:RelatesTo>${escapeXml(relatesTo)}</a:RelatesTo>` : ''
  return (
    `<s:Envelope xml:lang="en-US"${prefixes}><s:Header><a:Action>${action}</a:Action><a:MessageID>uuid:${randomUUID().toUpperCase()}</a:MessageID>` +
    `<a:To>${ns.a}/role/anonymous</a:To>${relates}</s:Header><s:Body>${body}</s:Body></s:Envelope>`
  )
}

export function faultEnvelope({ subcode, code, message, sender }: Fault, relatesTo: string): string {
  const text = escapeXml(message)
  return envelope(
    'http://schemas.dmtf.org/wbem/wsman/1/wsman/fault',
    relatesTo,
    `<s:Fault><s:Code><s:Value>s:${sender ? 'Sender' : 'Receiver'}</s:Value><s:Subcode><s:Value>${subcode}</s:Value></s:Subcode></s:Code>` +
      `<s:Reason><s:Text xml:lang="en-US">${text}</s:Text></s:Reason><s:Detail>` +
      `<f:WSManFault xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault" Code="${code}" Machine="TEST-HOST"><f:Message>${text}</f:Message></f:WSManFault>` +
      '</s:Detail></s:Fault>',
  )
}
