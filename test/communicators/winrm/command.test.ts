/** Commands: what they put out as they put it out, how they end, and that they are stopped. Against a WinRM service that is no Windows. */
import { Readable } from 'node:stream'
import { ConnectionLost } from '../../../src/model/communicator'
import { type Interference, startWinrm, type WinrmHost } from '../../helpers/winrm/host'
import type { SoapRequest } from '../../helpers/winrm/soap'
import { open, run } from './open'

let host: WinrmHost
let interfere: (request: SoapRequest) => Interference | undefined = () => undefined
beforeAll(async () => {
  host = await startWinrm({
    interfere: request => interfere(request),
    maxTimeout: 300,
    answers: [
      { pattern: /^slow/, stdout: 'begun\n', delay: 1200, exitCode: 0 },
      { pattern: /^long/, stdout: 'begun\n', delay: 60_000 },
      { pattern: /^loud/, stdout: Buffer.alloc(3_000_000, 'x') },
      { pattern: /^negative/, exitCode: 0xc0000005 },
    ],
  })
})
beforeEach(() => {
  interfere = () => undefined
})
afterEach(() => expect(host.openShells()).toBe(0))
afterAll(() => host.stop())

const since = (from: number) => host.requests.slice(from).map(({ action }) => action)

test('output comes while the command still runs, and the wait goes on when there is none', async () => {
  const { communicator } = await open(host)
  const began = performance.now()
  let first = 0
  const { status } = await communicator.run('slow', {
    onStdout: () => {
      first ||= performance.now() - began
    },
  })
  expect(status).toBe(0)
  expect(first).toBeLessThan(1000)
  expect(performance.now() - began).toBeGreaterThan(1100)
  await communicator.close()
})

test('each command has a shell of its own, which is gone with it', async () => {
  const { communicator } = await open(host)
  const before = host.requests.length
  expect((await run(communicator, 'set NAME=a & echo %NAME%b')).status).toBe(0)
  expect(since(before)).toEqual(['Create', 'Command', 'Receive', 'Delete'])
  const [create, command] = host.requests.slice(before)
  expect(create?.options).toMatchObject({ WINRS_CODEPAGE: '65001', WINRS_NOPROFILE: 'FALSE' })
  expect(command?.options).toMatchObject({ WINRS_CONSOLEMODE_STDIN: 'TRUE', WINRS_SKIP_CMD_SHELL: 'FALSE' })
  await communicator.close()
})

test.each(['echo "a & b" <c>', "echo ümlaut 'x'", 'echo %OS%'])('%s arrives as it was written', async line => {
  const { communicator } = await open(host, { winrm_use_ntlm: true })
  await run(communicator, line)
  expect(host.windows.commands.at(-1)).toBe(line)
  await communicator.close()
})

test('a character that XML has no way to say', async () => {
  const { communicator } = await open(host)
  await expect(communicator.run('echo \u0007')).rejects.toThrow(/cannot carry the character U\+0007/)
  await communicator.close()
})

test('status codes of Windows, and of programs that do not exist', async () => {
  const { communicator } = await open(host)
  expect((await run(communicator, 'exit 7')).status).toBe(7)
  expect((await run(communicator, 'negative')).status).toBe(0xc0000005)
  expect(await run(communicator, 'nonsense')).toMatchObject({ status: 9009, stderr: expect.stringContaining('not recognized') })
  await communicator.close()
})

/** Writes the lines that it reads, in capitals. */
const capitals = `powershell -EncodedCommand ${Buffer.from('process { [Console]::Out.WriteLine($_.ToUpper()) }', 'utf16le').toString('base64')}`

test('input reaches the command and ends', async () => {
  const { communicator } = await open(host)
  expect(await run(communicator, capitals, Buffer.from('a\r\nb\r\n'))).toMatchObject({ status: 0, stdout: 'A\r\nB\r\n' })
  await communicator.close()
})

test('a stream of input that fails fails the command', async () => {
  const { communicator } = await open(host)
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('a\r\n')
      throw new Error('the disk is gone')
    })(),
  )
  await expect(communicator.run(capitals, { stdin: broken })).rejects.toThrow('the disk is gone')
  await communicator.close()
})

test('a slow reader holds the output back', async () => {
  const { communicator } = await open(host)
  let size = 0
  let atOnce = 0
  let most = 0
  const { status } = await communicator.run('loud', {
    onStdout: async chunk => {
      atOnce += chunk.length
      most = Math.max(most, atOnce)
      await new Promise(resolve => setTimeout(resolve, 20))
      atOnce -= chunk.length
      size += chunk.length
    },
  })
  expect(status).toBe(0)
  expect(size).toBe(3_000_000)
  expect(most).toBeLessThan(600_000)
  await communicator.close()
})

test('one that is stopped is told so by Ctrl-C, and its shell is deleted', async () => {
  const { communicator } = await open(host)
  const interruption = new AbortController()
  const before = host.requests.length
  const running = communicator.run('long', {
    signal: interruption.signal,
    onStdout: () => interruption.abort(new Error('stopped by hand')),
  })
  await expect(running).rejects.toThrow('stopped by hand')
  expect(since(before).filter(action => action === 'Signal').length).toBeGreaterThan(0)
  expect(since(before).at(-1)).toBe('Delete')
  await communicator.close()
})

test('a connection that breaks does not end the command', async () => {
  const { communicator } = await open(host)
  let receives = 0
  interfere = ({ action }) => (action === 'Receive' && ++receives === 2 ? 'cut' : undefined)
  expect(await run(communicator, 'slow')).toEqual({ status: 0, stdout: 'begun\n', stderr: '' })
  expect(receives).toBeGreaterThan(2)
  await communicator.close()
})

test('a machine that starts anew: nobody can say how the command ended, and it is not guessed', async () => {
  const { communicator } = await open(host)
  const running = communicator.run('long', { onStdout: () => void host.windows.shutDown(0, true) })
  await expect(running).rejects.toThrow(ConnectionLost)
  expect((await run(communicator, 'exit 3')).status).toBe(3)
  await communicator.close()
})

test('several commands at the same time', async () => {
  const { communicator } = await open(host, { winrm_use_ntlm: true })
  const ended = await Promise.all([1, 2, 3, 4].map(code => run(communicator, `exit ${code}`)))
  expect(ended.map(({ status }) => status)).toEqual([1, 2, 3, 4])
  await communicator.close()
})

test('after close nothing more is run', async () => {
  const { communicator } = await open(host)
  await communicator.close()
  await expect(communicator.run('hostname')).rejects.toThrow(ConnectionLost)
})
