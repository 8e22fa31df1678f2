import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Qmp } from '../../../src/platforms/qemu/qmp'

/** A socket that speaks as qemu does, one reply per command, in the pieces it is told to. */
class FakeQemu {
  readonly folder = mkdtempSync(join(tmpdir(), 'ingot-qmp-'))
  readonly path = join(this.folder, 'qmp')
  readonly commands: { execute: string; arguments?: unknown; id: number }[] = []
  client: Socket | undefined
  private readonly server: Server

  constructor(private readonly reply: (execute: string) => Record<string, unknown> | undefined) {
    this.server = createServer(client => {
      this.client = client
      client.write('{"QMP": {"version": {}, "capabilities": []}}\r\n')
      let text = ''
      client.on('data', chunk => {
        text += String(chunk)
        for (const line of text.split('\n').slice(0, -1)) this.answer(client, line)
        text = text.slice(text.lastIndexOf('\n') + 1)
      })
    })
  }

  private answer(client: Socket, line: string): void {
    const command = JSON.parse(line)
    this.commands.push(command)
    const reply = this.reply(command.execute)
    if (!reply) return
    const bytes = `${JSON.stringify({ ...reply, id: command.id })}\r\n`
    for (const piece of bytes.match(/[\s\S]{1,7}/g) ?? []) client.write(piece)
  }

  listen = () => new Promise<void>(done => this.server.listen(this.path, done))

  close(): void {
    this.client?.destroy()
    this.server.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

describe('QMP', () => {
  let qemu: FakeQemu
  const start = async (reply: (execute: string) => Record<string, unknown> | undefined) => {
    qemu = new FakeQemu(reply)
    await qemu.listen()
    return Qmp.connect(qemu.path)
  }
  afterEach(() => qemu.close())

  test('negotiates, then sends commands with their arguments', async () => {
    const qmp = await start(execute => ({ return: execute === 'query-status' ? { status: 'running' } : {} }))
    expect(await qmp.execute('query-status')).toEqual({ status: 'running' })
    await qmp.execute('blockdev-del', { 'node-name': 'x' })
    expect(qemu.commands.map(({ execute, arguments: args }) => [execute, args])).toEqual([
      ['qmp_capabilities', undefined],
      ['query-status', undefined],
      ['blockdev-del', { 'node-name': 'x' }],
    ])
    qmp.close()
  })

  test('answers reach those who asked, whatever their order', async () => {
    const qmp = await start(execute => (execute === 'qmp_capabilities' ? { return: {} } : undefined))
    const [first, second] = [qmp.execute('a'), qmp.execute('b')]
    await new Promise(done => setTimeout(done, 50))
    const [a, b] = qemu.commands.slice(1)
    qemu.client?.write(`${JSON.stringify({ return: 2, id: b!.id })}\n${JSON.stringify({ return: 1, id: a!.id })}\n`)
    expect(await Promise.all([first, second])).toEqual([1, 2])
    qmp.close()
  })

  test('an error has the command and the words of qemu', async () => {
    const qmp = await start(execute =>
      execute === 'qmp_capabilities' ? { return: {} } : { error: { class: 'GenericError', desc: 'No such node' } },
    )
    await expect(qmp.execute('blockdev-del')).rejects.toThrow('blockdev-del: No such node')
    qmp.close()
  })

  test('text of the human monitor comes back without its line end', async () => {
    const qmp = await start(execute => ({
      return: execute === 'human-monitor-command' ? 'could not set up host forwarding\r\n' : {},
    }))
    expect(await qmp.human('hostfwd_add x')).toBe('could not set up host forwarding')
    qmp.close()
  })

  test('events reach their listener until it is taken away', async () => {
    const qmp = await start(() => ({ return: {} }))
    const seen: string[] = []
    const forget = qmp.onEvent(({ event }) => seen.push(event))
    qemu.client?.write('{"event": "SHUTDOWN", "data": {"guest": true}}\n')
    await qmp.execute('query-status')
    forget()
    qemu.client?.write('{"event": "RESET"}\n')
    await qmp.execute('query-status')
    expect(seen).toEqual(['SHUTDOWN'])
    qmp.close()
  })

  test('what waits is rejected when qemu goes, and what comes later too', async () => {
    const qmp = await start(execute => (execute === 'qmp_capabilities' ? { return: {} } : undefined))
    let ended = false
    qmp.onEvent(
      () => undefined,
      () => (ended = true),
    )
    const waiting = qmp.execute('system_powerdown')
    setTimeout(() => qemu.client?.destroy(), 20)
    await expect(waiting).rejects.toThrow('system_powerdown: qemu has ended')
    await expect(qmp.execute('quit')).rejects.toThrow('qemu has ended')
    expect(ended).toBe(true)
  })
})
