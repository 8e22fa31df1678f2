/** Remote shells: what Create, Command, Send, Receive, Signal and Delete do (MS-WSMV 3.1.4). */
import { randomUUID } from 'node:crypto'
import { RemoteProcess } from './process'
import { CMD_SHELL, envelope, faults, ns, SoapFault, type SoapRequest } from './soap'
import { child, escapeXml } from './xml'

export interface ShellSettings {
  /** Windows' MaxShellsPerUser. */
  readonly maxShells: number
  /** Windows' MaxConcurrentOperationsPerUser: commands that nobody has signalled to end count, ended or not. */
  readonly maxOperations: number
  /** Windows' MaxTimeoutms: milliseconds that a request may wait at most, whatever it asks for. */
  readonly maxTimeout: number
  /** Starts it; what it puts out is in the shell's code page. */
  readonly start: (process: RemoteProcess, codePage: number) => void
}

export interface Shell {
  readonly id: string
  readonly codePage: number
  readonly options: Readonly<Record<string, string>>
  readonly environment: Readonly<Record<string, string>>
  readonly commands: Map<string, RemoteProcess>
}

const TERMINATE = `${ns.rsp}/signal/terminate`
const INTERRUPT = [`${ns.rsp}/signal/ctrl_c`, `${ns.rsp}/signal/ctrl_break`]
const TRANSFER = ns.x
/** Of an answer besides its streams. */
const ROOM = 4000

export class Shells {
  readonly open = new Map<string, Shell>()

  constructor(private readonly settings: ShellSettings) {}

  /** The whole answer. Throws a SoapFault. */
  async answer(request: SoapRequest): Promise<string> {
    const body = await this.bodyOf(request)
    const base = ['Create', 'Delete'].includes(request.action) ? TRANSFER : ns.rsp
    return envelope(`${base}/${request.action}Response`, request.messageId, body)
  }

  /** As when the machine goes down. */
  drop(): void {
    for (const shell of this.open.values()) for (const command of shell.commands.values()) command.stop()
    this.open.clear()
  }

  private bodyOf(request: SoapRequest): string | Promise<string> {
    if (request.resourceUri !== CMD_SHELL) throw unsupported(`the resource URI ${request.resourceUri} is not served`)
    if (request.action === 'Create') return this.create(request)
    const shell = this.open.get(request.shellId ?? '')
    if (!shell) throw new SoapFault(faults.noShell)
    if (request.action === 'Command') return this.command(shell, request)
    if (request.action === 'Send') return send(shell, request)
    if (request.action === 'Receive') return this.receive(shell, request)
    if (request.action === 'Signal') return signal(shell, request)
    if (request.action === 'Delete') return this.delete(shell)
    throw unsupported(`the action ${request.action} is not served`)
  }

  private create(request: SoapRequest): string {
    const { maxShells } = this.settings
    if (this.open.size >= maxShells) throw new SoapFault(faults.maxShells(maxShells))
    const wanted = child(request.body, ns.rsp, 'Shell')
    if (!wanted) throw new SoapFault(faults.malformed)
    const id = randomUUID().toUpperCase()
    const variables = child(wanted, ns.rsp, 'Environment')?.children ?? []
    this.open.set(id, {
      id,
      codePage: Number(request.options.WINRS_CODEPAGE ?? 437),
      options: request.options,
      environment: Object.fromEntries(variables.map(variable => [variable.attributes.Name!, variable.text])),
      commands: new Map(),
    })
    return (
      `<x:ResourceCreated><a:Address>https://127.0.0.1/wsman</a:Address><a:ReferenceParameters><w:ResourceURI>${CMD_SHELL}</w:ResourceURI>` +
      `<w:SelectorSet><w:Selector Name="ShellId">${id}</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>` +
      `<rsp:Shell><rsp:ShellId>${id}</rsp:ShellId><rsp:ResourceUri>${CMD_SHELL}</rsp:ResourceUri><rsp:Owner>TEST-HOST\\user</rsp:Owner>` +
      '<rsp:ClientIP>127.0.0.1</rsp:ClientIP><rsp:IdleTimeOut>PT7200.000S</rsp:IdleTimeOut><rsp:InputStreams>stdin</rsp:InputStreams>' +
      '<rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>'
    )
  }

  private command(shell: Shell, request: SoapRequest): string {
    const { maxOperations } = this.settings
    const held = [...this.open.values()].reduce((sum, { commands }) => sum + commands.size, 0)
    if (held >= maxOperations) throw new SoapFault(faults.maxOperations(maxOperations))
    const line = child(request.body, ns.rsp, 'CommandLine')
    const command = child(line, ns.rsp, 'Command')
    if (!line || !command) throw new SoapFault(faults.malformed)
    const words = line.children.filter(({ name }) => name === 'Command' || name === 'Arguments').map(({ text }) => text)
    const id = line.attributes.CommandId ?? randomUUID().toUpperCase()
    const process = new RemoteProcess(words.join(' '), shell.environment)
    shell.commands.set(id, process)
    this.settings.start(process, shell.codePage)
    return `<rsp:CommandResponse><rsp:CommandId>${escapeXml(id)}</rsp:CommandId></rsp:CommandResponse>`
  }

  private async receive(shell: Shell, request: SoapRequest): Promise<string> {
    const wanted = child(child(request.body, ns.rsp, 'Receive'), ns.rsp, 'DesiredStream')
    const id = wanted?.attributes.CommandId ?? ''
    const process = shell.commands.get(id)
    if (!wanted || !process) throw new SoapFault(faults.noShell)
    const end = Date.now() + Math.min(request.operationTimeout, this.settings.maxTimeout)
    while (!process.hasOutput && process.exitCode === undefined) {
      const left = end - Date.now()
      if (left <= 0) throw new SoapFault(faults.timedOut)
      await process.change(left)
      if (shell.commands.get(id) !== process) throw new SoapFault(faults.aborted)
    }
    const pieces = process.take(Math.floor(((request.maxEnvelopeSize - ROOM) * 3) / 4))
    return `<rsp:ReceiveResponse>${streams(id, pieces)}${stateOf(id, process)}</rsp:ReceiveResponse>`
  }

  private delete(shell: Shell): string {
    this.open.delete(shell.id)
    for (const command of shell.commands.values()) command.stop()
    shell.commands.clear()
    return ''
  }
}

const streams = (id: string, pieces: readonly { readonly stream: string; readonly bytes: Buffer }[]): string =>
  pieces
    .map(
      ({ stream, bytes }) => `<rsp:Stream Name="${stream}" CommandId="${escapeXml(id)}">${bytes.toString('base64')}</rsp:Stream>`,
    )
    .join('')

/** The end is told when all output is out. */
function stateOf(id: string, process: RemoteProcess): string {
  const command = escapeXml(id)
  if (process.exitCode === undefined || process.hasOutput)
    return `<rsp:CommandState CommandId="${command}" State="${ns.rsp}/CommandState/Running"></rsp:CommandState>`
  return (
    `<rsp:Stream Name="stdout" CommandId="${command}" End="true"></rsp:Stream><rsp:Stream Name="stderr" CommandId="${command}" End="true"></rsp:Stream>` +
    `<rsp:CommandState CommandId="${command}" State="${ns.rsp}/CommandState/Done"><rsp:ExitCode>${process.exitCode}</rsp:ExitCode></rsp:CommandState>`
  )
}

function send(shell: Shell, request: SoapRequest): string {
  const given = child(request.body, ns.rsp, 'Send')
  for (const stream of given?.children ?? []) {
    const process = shell.commands.get(stream.attributes.CommandId ?? '')
    if (!process) throw new SoapFault(faults.noShell)
    process.feed(Buffer.from(stream.text, 'base64'), /^(true|1)$/i.test(stream.attributes.End ?? ''))
  }
  return '<rsp:SendResponse/>'
}

function signal(shell: Shell, request: SoapRequest): string {
  const given = child(request.body, ns.rsp, 'Signal')
  const id = given?.attributes.CommandId ?? ''
  const process = shell.commands.get(id)
  const code = child(given, ns.rsp, 'Code')?.text.trim() ?? ''
  if (!process) throw new SoapFault(faults.noShell)
  if (code !== TERMINATE && !INTERRUPT.includes(code)) throw unsupported(`the signal ${code} is not known`)
  if (code === TERMINATE) shell.commands.delete(id)
  process.stop()
  return '<rsp:SignalResponse/>'
}

const unsupported = (what: string) =>
  new SoapFault({
    subcode: 'w:UnsupportedFeature',
    code: 2150858752,
    message: `The WS-Management service cannot process the request: ${what}. `,
    sender: true,
  })
