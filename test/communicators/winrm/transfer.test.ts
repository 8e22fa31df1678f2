/** Files to a machine and from it, against a WinRM service that is no Windows: its PowerShell is an interpreter of the test. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Communicator } from '../../../src/model/communicator'
import type { WinrmHost } from '../../helpers/winrm/host'
import { type Interference, startWinrm } from '../../helpers/winrm/host'
import type { SoapRequest } from '../../helpers/winrm/soap'
import { open } from './open'

const folder = mkdtempSync(join(tmpdir(), 'ingot-winrm-'))
let host: WinrmHost
let communicator: Communicator
let interfere: (request: SoapRequest) => Interference | undefined = () => undefined
beforeAll(async () => {
  host = await startWinrm({ interfere: request => interfere(request) })
  communicator = (await open(host, { winrm_use_ntlm: true })).communicator
})
beforeEach(() => {
  interfere = () => undefined
})
afterEach(() => expect(host.openShells()).toBe(0))
afterAll(async () => {
  await communicator.close()
  await host.stop()
  rmSync(folder, { recursive: true })
})

const local = (name: string, content: string | Uint8Array = '') => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

test.each([
  ['a small one', Buffer.from('hello\r\n')],
  ['an empty one', Buffer.alloc(0)],
  ['all bytes', Buffer.from(Array.from({ length: 256 }, (_, index) => index))],
  ['of more than one envelope', randomBytes(700_001)],
])('a file there and back: %s', async (_, content) => {
  await communicator.upload(content, 'C:\\Temp\\über uns\\a file.bin')
  expect(host.windows.files.read('C:\\Temp\\über uns\\a file.bin')?.equals(content)).toBe(true)
  await communicator.downloadFile('c:/temp/über uns/a file.bin', join(folder, 'back'))
  expect(readFileSync(join(folder, 'back')).equals(content)).toBe(true)
})

test('a variable in a path stands for what it is over there; other signs stand for themselves', async () => {
  await communicator.uploadFile(local('a', 'A'), '$env:TEMP\\a')
  await communicator.uploadFile(local('a', 'A'), "${env:TEMP}/$(b) %TEMP% 'c'")
  const temp = host.windows.variables.TEMP
  expect(host.windows.files.read(`${temp}\\a`)?.toString()).toBe('A')
  expect(host.windows.files.read(`${temp}\\$(b) %TEMP% 'c'`)?.toString()).toBe('A')
})

test('content whose length nobody knows', async () => {
  const chunks = async function* () {
    yield Buffer.from('one ')
    yield Buffer.from('two')
  }
  await communicator.upload(Readable.from(chunks()), 'C:\\Temp\\two')
  expect(host.windows.files.read('C:\\Temp\\two')?.toString()).toBe('one two')
})

test('a folder there and back, with one PowerShell each way', async () => {
  const source = join(folder, 'source')
  mkdirSync(join(source, 'inner', 'empty'), { recursive: true })
  writeFileSync(join(source, 'b.txt'), 'B')
  writeFileSync(join(source, 'inner', 'größe.txt'), 'G')
  writeFileSync(join(source, 'inner', 'none'), '')
  symlinkSync('b.txt', join(source, 'link'))
  const before = host.windows.commands.length
  const seen: number[] = []
  await communicator.uploadFolder(source, 'C:\\Data', { onProgress: done => void seen.push(done) })
  await communicator.downloadFolder('C:/Data', join(folder, 'target'))
  expect(host.windows.commands.length - before).toBe(2)
  expect(readdirSync(join(folder, 'target'), { recursive: true }).sort()).toEqual(
    ['b.txt', 'inner', 'inner/empty', 'inner/größe.txt', 'inner/none', 'link'].sort(),
  )
  expect(readFileSync(join(folder, 'target', 'inner', 'größe.txt'), 'utf8')).toBe('G')
  expect(readFileSync(join(folder, 'target', 'link'), 'utf8')).toBe('B')
  expect(seen.at(-1)).toBe(3)
})

test('a folder that leads back into itself', async () => {
  const source = join(folder, 'ring')
  mkdirSync(source)
  symlinkSync('.', join(source, 'again'))
  await expect(communicator.uploadFolder(source, 'C:\\Ring')).rejects.toThrow(/leads back into a folder that holds it/)
})

test('a file is taken away, and one that is not there is fine', async () => {
  await communicator.upload(Buffer.from('x'), 'C:\\Temp\\gone')
  await communicator.remove('C:\\Temp\\gone')
  expect(host.windows.files.read('C:\\Temp\\gone')).toBeUndefined()
  await communicator.remove('C:\\Temp\\gone')
})

test.each<[string, () => Promise<unknown>, RegExp]>([
  [
    'no such file there',
    () => communicator.downloadFile('C:\\none', join(folder, 'none')),
    /^download of C:\\none failed: Could not find/,
  ],
  [
    'no such file here',
    () => communicator.uploadFile(join(folder, 'missing'), 'C:\\x'),
    /missing on this machine: there is no such file/,
  ],
  [
    'a folder is in the way',
    () => communicator.upload(Buffer.from('x'), 'C:\\Windows\\Temp'),
    /^upload to C:\\Windows\\Temp failed: Access to the path/,
  ],
])('%s', async (_, work, wanted) => {
  await expect(work()).rejects.toThrow(wanted)
})

test('a connection that breaks in the middle: the file is sent again', async () => {
  const content = randomBytes(900_000)
  let sends = 0
  interfere = ({ action }) => (action === 'Send' && ++sends === 2 ? 'cut' : undefined)
  await communicator.upload(content, 'C:\\Temp\\broken')
  expect(host.windows.files.read('C:\\Temp\\broken')?.equals(content)).toBe(true)
  expect(sends).toBeGreaterThan(4)
})

test('what did not arrive as it was sent is noticed', async () => {
  interfere = request => {
    if (request.action !== 'Send') return undefined
    const stream = request.body.children[0]?.children[0]
    if (!stream) return undefined
    const text = Buffer.from(stream.text, 'base64').toString('latin1')
    const changed = text.replace(/data [A-Za-z]/, found => `data ${found.endsWith('A') ? 'B' : 'A'}`)
    Object.assign(stream, { text: Buffer.from(changed, 'latin1').toString('base64') })
    return undefined
  }
  await expect(communicator.upload(Buffer.from('content'), 'C:\\Temp\\changed')).rejects.toThrow(/is not what was sent/)
})

test('a transfer that is interrupted ends at once, over there too', async () => {
  const interruption = new AbortController()
  const endless = Readable.from(
    (async function* () {
      yield Buffer.alloc(400_000)
      await new Promise(resolve => setTimeout(resolve, 60_000).unref())
    })(),
  )
  setTimeout(() => interruption.abort(new Error('stopped by hand')), 500)
  await expect(communicator.upload(endless, 'C:\\Temp\\endless', { signal: interruption.signal })).rejects.toThrow(
    'stopped by hand',
  )
})
