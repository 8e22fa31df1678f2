/** What is asked of a remote shell of Windows, as SOAP envelopes ([MS-WSMV] 3.1.4; WS-Management is DMTF's DSP0226). */
import { randomUUID } from 'node:crypto'

const SHELL = 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell'
const TRANSFER = 'http://schemas.xmlsoap.org/ws/2004/09/transfer'
const NAMESPACES = [
  'xmlns:s="http://www.w3.org/2003/05/soap-envelope"',
  'xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"',
  'xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"',
  'xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"',
  `xmlns:rsp="${SHELL}"`,
].join(' ')
const ANONYMOUS = 'http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous'

/** Bytes; what a new Windows takes and gives at most. */
export const LARGEST_ENVELOPE = 512_000

export interface Ask {
  readonly action: string
  readonly body: string
  readonly shellId?: string
  readonly options?: Readonly<Record<string, string>>
}

/** `seconds` after which the machine has to answer, be it that there is nothing to tell. */
export function envelope(url: URL, { action, body, shellId, options = {} }: Ask, seconds: number): string {
  const set = Object.entries(options).map(([name, value]) => `<w:Option Name="${name}">${escaped(value)}</w:Option>`)
  const header = [
    `<a:To>${escaped(url.href)}</a:To>`,
    `<a:ReplyTo><a:Address s:mustUnderstand="true">${ANONYMOUS}</a:Address></a:ReplyTo>`,
    `<a:Action s:mustUnderstand="true">${action}</a:Action>`,
    `<a:MessageID>uuid:${randomUUID().toUpperCase()}</a:MessageID>`,
    `<w:ResourceURI s:mustUnderstand="true">${SHELL}/cmd</w:ResourceURI>`,
    `<w:MaxEnvelopeSize s:mustUnderstand="true">${LARGEST_ENVELOPE}</w:MaxEnvelopeSize>`,
    `<w:OperationTimeout>PT${seconds}S</w:OperationTimeout>`,
    '<w:Locale xml:lang="en-US" s:mustUnderstand="false"/><p:DataLocale xml:lang="en-US" s:mustUnderstand="false"/>',
    shellId ? `<w:SelectorSet><w:Selector Name="ShellId">${escaped(shellId)}</w:Selector></w:SelectorSet>` : '',
    set.length > 0 ? `<w:OptionSet>${set.join('')}</w:OptionSet>` : '',
  ]
  return `<s:Envelope ${NAMESPACES}><s:Header>${header.join('')}</s:Header><s:Body>${body}</s:Body></s:Envelope>`
}

/** Code page 65001 is UTF-8. A profile is loaded, as somebody who logs in would have it. */
export const createShell = (): Ask => ({
  action: `${TRANSFER}/Create`,
  body: '<rsp:Shell><rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>',
  options: { WINRS_NOPROFILE: 'FALSE', WINRS_CODEPAGE: '65001' },
})

export const deleteShell = (shellId: string): Ask => ({ action: `${TRANSFER}/Delete`, body: '', shellId })

/** By cmd.exe. Its input is a console, on which nobody types, or a pipe that `sendInput` fills. */
export const startCommand = (shellId: string, command: string, hasInput: boolean): Ask => ({
  action: `${SHELL}/Command`,
  body: `<rsp:CommandLine><rsp:Command>${escaped(command)}</rsp:Command></rsp:CommandLine>`,
  shellId,
  options: { WINRS_CONSOLEMODE_STDIN: hasInput ? 'FALSE' : 'TRUE', WINRS_SKIP_CMD_SHELL: 'FALSE' },
})

/** Answered as soon as there is something. */
export const receiveOutput = (shellId: string, commandId: string): Ask => ({
  action: `${SHELL}/Receive`,
  body: `<rsp:Receive><rsp:DesiredStream CommandId="${escaped(commandId)}">stdout stderr</rsp:DesiredStream></rsp:Receive>`,
  shellId,
  options: { WSMAN_CMDSHELL_OPTION_KEEPALIVE: 'TRUE' },
})

export const sendInput = (shellId: string, commandId: string, bytes: Buffer, isLast: boolean): Ask => ({
  action: `${SHELL}/Send`,
  body: `<rsp:Send><rsp:Stream Name="stdin" CommandId="${escaped(commandId)}"${isLast ? ' End="true"' : ''}>${bytes.toString('base64')}</rsp:Stream></rsp:Send>`,
  shellId,
})

export const signalCommand = (shellId: string, commandId: string, code: 'ctrl_c' | 'terminate'): Ask => ({
  action: `${SHELL}/Signal`,
  body: `<rsp:Signal CommandId="${escaped(commandId)}"><rsp:Code>${SHELL}/signal/${code}</rsp:Code></rsp:Signal>`,
  shellId,
})

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** Throws for what XML 1.0 has no way to say. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.exec(text)?.[0]
  if (control !== undefined)
    throw new Error(`WinRM cannot carry the character U+${control.charCodeAt(0).toString(16).padStart(4, '0')} in a command`)
  return text.replace(/[&<>"\r]/g, found => REFERENCES[found] ?? found)
}
