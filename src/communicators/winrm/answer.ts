/** What the machine says in its envelopes. */
import { XMLParser } from 'fast-xml-parser'

/** A refusal of WS-Management. */
export class Fault extends Error {
  constructor(
    /** The code of Windows, as a decimal number (WSManFault), or empty. */
    readonly code: string,
    /** WS-Management's own word: `TimedOut`, `AccessDenied`, `InvalidSelectors` … */
    readonly kind: string,
    message: string,
  ) {
    super(message)
  }
}

/** Nothing was to be told within the time: ask again. */
export const isTimeOver = ({ code, kind }: Fault): boolean => kind === 'TimedOut' || code === '2150858793'

interface Node {
  readonly [name: string]: unknown
}

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  alwaysCreateTextNode: true,
  parseTagValue: false,
  isArray: name => name === 'Stream' || name === 'Selector',
})

const child = (node: unknown, ...names: readonly string[]): Node | undefined =>
  names.reduce<Node | undefined>((found, name) => found?.[name] as Node | undefined, node as Node | undefined)

const textOf = (node: Node | undefined): string => String(node?.['#'] ?? '')

/** The body of an envelope; throws the Fault that stands in it. */
export function bodyOf(bytes: Buffer): Node {
  const body = child(parser.parse(bytes), 'Envelope', 'Body') ?? {}
  const fault = child(body, 'Fault')
  if (fault) throw faultOf(fault)
  return body
}

function faultOf(fault: Node): Fault {
  const told = child(fault, 'Detail', 'WSManFault')
  const code = String(told?.['@Code'] ?? '')
  const kind = textOf(child(fault, 'Code', 'Subcode', 'Value')).replace(/^.*:/, '')
  const reason = textOf(child(fault, 'Reason', 'Text'))
  const message = reason || textOf(child(told, 'Message')) || kind || 'it does not say why'
  return new Fault(code, kind, message.replace(/\s+/g, ' ').trim())
}

export function shellIdIn(body: Node): string {
  const selectors = (child(body, 'ResourceCreated', 'ReferenceParameters', 'SelectorSet')?.Selector ?? []) as readonly Node[]
  const named = selectors.find(selector => selector['@Name'] === 'ShellId')
  return textOf(named ?? child(body, 'Shell', 'ShellId'))
}

export const commandIdIn = (body: Node): string => textOf(child(body, 'CommandResponse', 'CommandId'))

export interface Output {
  readonly chunks: readonly { readonly stream: 'stdout' | 'stderr'; readonly bytes: Buffer }[]
  readonly isDone: boolean
  /** Undefined: the machine tells none. */
  readonly exitCode?: number
}

export function outputIn(body: Node): Output {
  const received = child(body, 'ReceiveResponse')
  const streams = (received?.Stream ?? []) as readonly Node[]
  const state = child(received, 'CommandState')
  const code = textOf(child(state, 'ExitCode'))
  return {
    chunks: streams.flatMap(stream => {
      const bytes = Buffer.from(textOf(stream), 'base64')
      return bytes.length > 0 ? [{ stream: stream['@Name'] === 'stderr' ? 'stderr' : 'stdout', bytes }] : []
    }),
    isDone: String(state?.['@State'] ?? '').endsWith('/Done'),
    exitCode: /^-?\d+$/.test(code) ? Number(code) : undefined,
  }
}
