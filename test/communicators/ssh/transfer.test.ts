/** Files and folders over SSH, also to servers that lack what is usual, and over links that break. */
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { linkProxy } from '../../helpers/link-proxy'
import { type Opened, open, outputOf } from '../../helpers/open-ssh'
import { type Sshd, type SshdSettings, startSshd } from '../../helpers/sshd'
import { describeWith, programPath } from '../../helpers/tools'

const MEGABYTE = 1 << 20

let server: Sshd
let opened: Opened
let place: string

function group(name: string, settings: SshdSettings, tests: () => void): void {
  describeWith(['sshd'], `transfers over SSH: ${name}`, () => {
    beforeAll(async () => {
      place = mkdtempSync(join(tmpdir(), 'ingot-transfer-'))
      server = await startSshd(settings)
      opened = await open(server)
    })
    afterAll(async () => {
      await opened.communicator.close()
      await server.stop()
      rmSync(place, { recursive: true, force: true })
    })
    tests()
  })
}

const kinds: readonly (readonly [string, SshdSettings])[] = [
  ['an ordinary server', {}],
  ['a server without SFTP', { sftp: false }],
  ['a server that allows one channel only', { config: ['MaxSessions 1'] }],
  ['a server that changes keys all the time', { config: ['RekeyLimit 1M'] }],
  [
    'a server with RSA by SHA-2 only',
    { config: ['PubkeyAcceptedAlgorithms rsa-sha2-512,ssh-ed25519', 'HostKeyAlgorithms rsa-sha2-256'], hostKeyType: 'rsa' },
  ],
  ['a server that speaks before log-in', { config: ['Banner /etc/passwd'] }],
]

for (const [name, settings] of kinds) {
  group(name, settings, () => {
    test.each([
      ['empty', 0],
      ['a byte', 1],
      ['small', 70_000],
      ['several pieces', 3 * MEGABYTE + 17],
    ])('a file: %s', async (kind, size) => {
      const local = join(place, 'local')
      const remote = join(place, `remote ${kind}'s`)
      writeFileSync(local, randomBytes(size))
      chmodSync(local, 0o751)
      await opened.communicator.uploadFile(local, remote)
      expect(readFileSync(remote).equals(readFileSync(local))).toBe(true)
      expect(statSync(remote).mode & 0o7777).toBe(0o751)
      const back = join(place, 'back')
      await opened.communicator.downloadFile(remote, back)
      expect(readFileSync(back).equals(readFileSync(local))).toBe(true)
    })

    test('content: bytes, a stream, a mode, over a longer file', async () => {
      const remote = join(place, 'content')
      await opened.communicator.upload(Buffer.from('a longer text than the next'), remote)
      expect(statSync(remote).mode & 0o777).toBe(0o644)
      await opened.communicator.upload(Buffer.from('#!/bin/sh\necho ran'), remote, { mode: 0o755 })
      expect(await outputOf(opened.communicator, remote)).toBe('ran\n')
      await opened.communicator.upload(Readable.from(['from ', 'a stream']), remote, { mode: 0o600 })
      expect(readFileSync(remote, 'utf8')).toBe('from a stream')
      expect(statSync(remote).mode & 0o777).toBe(0o600)
    })

    test('a folder there and back', async () => {
      const local = makeTree(join(place, 'tree'))
      const remote = join(place, 'there', 'deep')
      await opened.communicator.uploadFolder(local, remote)
      expectSameTree(local, remote)
      await opened.communicator.downloadFolder(remote, join(place, 'again'))
      expectSameTree(local, join(place, 'again'))
    })

    test('where nobody may write', async () => {
      await expect(opened.communicator.uploadFile(__filename, '/proc/nowhere/x')).rejects.toThrow(
        /upload to \/proc\/nowhere\/x failed/,
      )
      await expect(opened.communicator.downloadFile('/nowhere/x', join(place, 'x'))).rejects.toThrow(
        /download of \/nowhere\/x failed/,
      )
    })
  })
}

group('paths', {}, () => {
  test('~ is the home folder, and variables are those of the machine', async () => {
    const name = `.ingot-test-${process.pid}`
    const home = (await outputOf(opened.communicator, 'printf %s "$HOME"')).trim()
    await opened.communicator.upload(Buffer.from('home'), `~/${name}`)
    expect(readFileSync(join(home, name), 'utf8')).toBe('home')
    await opened.communicator.upload(Buffer.from('variable'), `$HOME/${name}`)
    expect(readFileSync(join(home, name), 'utf8')).toBe('variable')
    rmSync(join(home, name))
  })

  test('files of the system that have no size', async () => {
    const local = join(place, 'version')
    await opened.communicator.downloadFile('/proc/version', local)
    expect(readFileSync(local, 'utf8')).toBe(readFileSync('/proc/version', 'utf8'))
  })

  test.each([
    ['a file that is one hole', []],
    ['holes before, between and after', [5 * MEGABYTE, 9 * MEGABYTE + 77]],
    ['a hole before', [40 * MEGABYTE - 10]],
  ])('sparse: %s', async (_, positions) => {
    const [local, remote] = [join(place, 'sparse'), join(place, 'sparse-there')]
    const file = openSync(local, 'w')
    for (const position of positions) writeSync(file, 'something', position)
    ftruncateSync(file, 40 * MEGABYTE)
    closeSync(file)
    // What was there before must not show through the holes.
    writeFileSync(remote, Buffer.alloc(50 * MEGABYTE, 'x'))
    await opened.communicator.uploadFile(local, remote)
    expect(digest(remote)).toBe(digest(local))
    expect(statSync(remote).blocks * 512).toBeLessThan(4 * MEGABYTE)
  })

  test('an existing folder keeps its mode, and gets what is new', async () => {
    const remote = join(place, 'sticky')
    mkdirSync(join(remote, 'folder'), { recursive: true })
    chmodSync(remote, 0o1777)
    chmodSync(join(remote, 'folder'), 0o2770)
    const local = makeTree(join(place, 'tree'))
    await opened.communicator.uploadFolder(local, remote)
    expect(statSync(remote).mode & 0o7777).toBe(0o1777)
    expect(statSync(join(remote, 'folder')).mode & 0o7777).toBe(0o2770)
    expect(existsSync(join(remote, 'folder', 'script.sh'))).toBe(true)
  })

  test('links inside the folder stay links, those that lead out are followed', async () => {
    const local = join(place, 'links')
    mkdirSync(local)
    writeFileSync(join(local, 'file'), 'inside')
    writeFileSync(join(place, 'outside'), 'outside')
    symlinkSync('file', join(local, 'near'))
    symlinkSync(join(place, 'outside'), join(local, 'far'))
    const remote = join(place, 'links-there')
    await opened.communicator.uploadFolder(local, remote)
    expect(readlinkSync(join(remote, 'near'))).toBe('file')
    expect(lstatSync(join(remote, 'far')).isFile()).toBe(true)
    expect(readFileSync(join(remote, 'far'), 'utf8')).toBe('outside')
  })
})

group('broken links', {}, () => {
  test.each([
    ['upload', 14 * MEGABYTE],
    ['upload', 9 * MEGABYTE],
  ])(
    'an %s goes on where it was when the link is cut every %d bytes',
    async (_direction, cutAfter) => {
      const local = join(place, 'large')
      writeFileSync(local, randomBytes(48 * MEGABYTE))
      const proxy = await linkProxy(server.port, { cutAfter })
      const { communicator } = await open(server, { port: proxy.port })
      await communicator.uploadFile(local, join(place, 'large-there'))
      expect(proxy.connections()).toBeGreaterThan(3)
      expect(digest(join(place, 'large-there'))).toBe(digest(local))
      await communicator.close()
      await proxy.stop()
    },
    60000,
  )

  test('a folder goes on with what is missing, also in the middle of a large file', async () => {
    const local = makeTree(join(place, 'goes-on'))
    for (let count = 0; count < 60; count++) writeFileSync(join(local, `part ${count}`), randomBytes(300_000))
    writeFileSync(join(local, 'large'), randomBytes(20 * MEGABYTE))
    utimesSync(join(local, 'large'), 1_000_000_000, 1_000_000_000)
    chmodSync(join(local, 'folder'), 0o750)
    const proxy = await linkProxy(server.port, { cutAfter: 9 * MEGABYTE })
    const { communicator } = await open(server, { port: proxy.port })
    await communicator.uploadFolder(local, join(place, 'went-on'))
    expectSameTree(local, join(place, 'went-on'))
    expect(statSync(join(place, 'went-on', 'large')).mtimeMs).toBe(1_000_000_000_000)
    // 38 MB at 7 to 9 MB each; from the start again it would never end.
    expect(proxy.connections()).toBeGreaterThan(3)
    expect(proxy.connections()).toBeLessThan(12)
    await communicator.close()
    await proxy.stop()
  }, 60000)

  test.each([
    ['nothing is fetched twice', () => undefined, 12],
    ['what was changed meanwhile begins again', (file: string) => writeFileSync(file, randomBytes(300_000)), 20],
  ])(
    'a folder that comes goes on where it was, in the middle of a large file too: %s',
    async (_name, meanwhile, most) => {
      const there = makeTree(mkdtempSync(join(place, 'fetched-')))
      for (let count = 10; count < 70; count++) writeFileSync(join(there, `part ${count}`), randomBytes(300_000))
      writeFileSync(join(there, 'large'), randomBytes(20 * MEGABYTE))
      const proxy = await linkProxy(server.port, { cutAfterDown: 7 * MEGABYTE })
      const { communicator } = await open(server, { port: proxy.port })
      const here = join(mkdtempSync(join(place, 'fetched-here-')), 'folder')
      let changed = false
      const onProgress = (done: number) => {
        if (changed || done < 20 * MEGABYTE) return
        changed = true
        meanwhile(join(there, 'part 20'))
      }
      await communicator.downloadFolder(there, here, { onProgress })
      expect(changed).toBe(true)
      expectSameTree(there, here)
      // 38 MB at 7 MB each; from the start again it would never end.
      expect(proxy.connections()).toBeGreaterThan(5)
      expect(proxy.connections()).toBeLessThan(most)
      await communicator.close()
      await proxy.stop()
    },
    120000,
  )

  test('a folder that came in parts which do not fit is found out', async () => {
    const local = join(place, 'spoilt')
    mkdirSync(local)
    for (let count = 0; count < 40; count++) writeFileSync(join(local, `part-${count + 10}`), randomBytes(500_000))
    const proxy = await linkProxy(server.port, { cutAfter: 12 * MEGABYTE })
    const { communicator } = await open(server, { port: proxy.port })
    let spoilt = false
    const onProgress = (done: number) => {
      if (spoilt || done < 15 * MEGABYTE) return
      spoilt = true
      writeFileSync(join(place, 'spoilt-there', 'part-10'), 'spoilt')
    }
    await expect(communicator.uploadFolder(local, join(place, 'spoilt-there'), { onProgress })).rejects.toThrow(
      /part-10 there is not what was sent/,
    )
    await communicator.close()
    await proxy.stop()
  }, 60000)

  test('parts that do not make the same file are found out', async () => {
    const [local, there] = [join(place, 'parts'), join(place, 'parts-there')]
    writeFileSync(local, randomBytes(40 * MEGABYTE))
    const proxy = await linkProxy(server.port, { cutAfter: 15 * MEGABYTE })
    const { communicator } = await open(server, { port: proxy.port })
    let spoilt = false
    const onProgress = (done: number) => {
      if (spoilt || done < 20 * MEGABYTE) return
      spoilt = true
      const file = openSync(there, 'r+')
      writeSync(file, Buffer.alloc(4096), 0, 4096, 0)
      closeSync(file)
    }
    await expect(communicator.uploadFile(local, there, { onProgress })).rejects.toThrow(
      /what arrived in parts is not what was sent/,
    )
    await communicator.close()
    await proxy.stop()
  }, 60000)

  test('one that never gets further fails, and says so', async () => {
    const proxy = await linkProxy(server.port, { cutAfter: 300_000 })
    const { communicator } = await open(server, { port: proxy.port })
    await expect(communicator.uploadFolder(makeLarge(join(place, 'much')), join(place, 'much-there'))).rejects.toThrow(
      /upload to .*much-there broke off: the SSH connection is lost/,
    )
    await communicator.close()
    await proxy.stop()
  }, 60000)

  test('an interrupted upload ends with the reason of the interruption', async () => {
    const proxy = await linkProxy(server.port, { delay: 100 })
    const { communicator } = await open(server, { port: proxy.port })
    const controller = new AbortController()
    const uploading = communicator.uploadFile(`${makeLarge(join(place, 'much2'))}/file`, join(place, 'cut-off'), {
      signal: controller.signal,
      onProgress: done => done > 0 && controller.abort(new Error('enough')),
    })
    await expect(uploading).rejects.toThrow('enough')
    await communicator.close()
    await proxy.stop()
  })
})

/** The server's first tar begins late: the next connection stands before it has unpacked anything. */
const slowTar = mkdtempSync(join(tmpdir(), 'ingot-slow-tar-'))
const tar = programPath('tar')
writeFileSync(
  join(slowTar, 'tar'),
  `#!/bin/sh
[ "$1" = -x ] && mkdir ${slowTar}/once 2> /dev/null && sleep 1
exec ${tar} "$@"
`,
  { mode: 0o755 },
)
afterAll(() => rmSync(slowTar, { recursive: true, force: true }))

group('broken links, a slow tar', { config: [`SetEnv SHLVL=9 PATH=${slowTar}:${process.env.PATH}`] }, () => {
  test('a folder goes on only when the tar that lost its connection has ended', async () => {
    const local = join(place, 'slowly')
    mkdirSync(local)
    writeFileSync(join(local, 'first'), randomBytes(30_000))
    writeFileSync(join(local, 'second'), randomBytes(1_500_000))
    const proxy = await linkProxy(server.port, { cutAfter: MEGABYTE, cuts: 1, linger: 300 })
    const { communicator } = await open(server, { port: proxy.port })
    await communicator.uploadFolder(local, join(place, 'slowly-there'))
    expectSameTree(local, join(place, 'slowly-there'))
    expect(proxy.connections()).toBe(2)
    await communicator.close()
    await proxy.stop()
  }, 60000)
})

function makeTree(folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'folder', 'empty'), { recursive: true })
  writeFileSync(join(folder, 'folder', 'script.sh'), '#!/bin/sh\n', { mode: 0o755 })
  writeFileSync(join(folder, 'folder', "it's ünï ☃ $x"), 'odd name')
  writeFileSync(join(folder, 'empty file'), '')
  writeFileSync(join(folder, 'read only'), 'x', { mode: 0o444 })
  const long = join(folder, 'a'.repeat(120), 'b'.repeat(120))
  mkdirSync(long, { recursive: true })
  writeFileSync(join(long, 'c'.repeat(200)), 'long name')
  writeFileSync(join(folder, 'big'), randomBytes(700_001))
  symlinkSync('folder/script.sh', join(folder, 'link'))
  symlinkSync('nowhere', join(folder, 'dangling'))
  utimesSync(join(folder, 'empty file'), 1_000_000_000, 1_000_000_000)
  return folder
}

function makeLarge(folder: string): string {
  mkdirSync(folder)
  writeFileSync(join(folder, 'file'), randomBytes(8 * MEGABYTE))
  return folder
}

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Names, kinds, modes, targets and content; times too where tar carries them. */
function expectSameTree(expected: string, actual: string): void {
  const list = (folder: string) =>
    execFileSync(
      'find',
      ['.', '-mindepth', '1', '(', '-type', 'l', '-printf', '%p l %l\\n', '-o', '-printf', '%p %y %m\\n', ')'],
      { cwd: folder },
    )
      .toString()
      .split('\n')
      .sort()
  expect(list(actual)).toEqual(list(expected))
  execFileSync('diff', ['-r', '--no-dereference', expected, actual])
}
