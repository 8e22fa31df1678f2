import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDisk, diskInfo } from '../../../src/platforms/qemu/qemu-img'
import { debianOwner, identity } from '../../../src/sandbox/machines/base-image/debian'
import { givenImage, parseChecksum } from '../../../src/sandbox/machines/base-image/given'
import { aptSources } from '../../../src/sandbox/machines/base-image/mirrors'
import { type ImageRecord, ImageStore } from '../../../src/sandbox/machines/base-image/store'
import { describeWith } from '../../helpers/tools'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-images-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const signal = new AbortController().signal
const record = (more: Partial<ImageRecord> = {}): ImageRecord => ({
  ...identity(new Date('2026-02-03T04:05:06Z')),
  recipe: 'r1',
  ...more,
})

describe('the store of base images', () => {
  const store = () => new ImageStore(join(folder, 'images'))
  const filled =
    (more: Partial<ImageRecord> = {}) =>
    async (at: string) => {
      writeFileSync(join(at, 'disk.qcow2'), 'disk')
      return record(more)
    }

  test('gives back what was added, newest first', async () => {
    const added = await store().add(filled())
    await store().add(filled({ recipe: 'r2', creationDate: '2027-01-01T00:00:00.000Z' }))
    expect(existsSync(added.disk)).toBe(true)
    expect((await store().list()).map(image => image.recipe)).toEqual(['r2', 'r1'])
  })

  test('keeps nothing of an image whose making fails', async () => {
    const failing = async (at: string): Promise<ImageRecord> => {
      writeFileSync(join(at, 'disk.qcow2'), 'half')
      throw new Error('no space')
    }
    await expect(store().add(failing)).rejects.toThrow('no space')
    expect(readdirSync(join(folder, 'images'))).toEqual([])
    expect(await store().list()).toEqual([])
  })

  test('does not take what a killed process left for an image, and sweeps it away', async () => {
    const half = join(folder, 'images', 'making-12345678')
    mkdirSync(half, { recursive: true })
    writeFileSync(join(half, 'disk.qcow2'), 'half')
    writeFileSync(join(half, 'image.json'), JSON.stringify(record()))
    const dead = { pid: 1, started: 'never', host: (await import('node:os')).hostname(), boot: 'another boot' }
    writeFileSync(join(half, 'maker.json'), JSON.stringify(dead))
    expect(await store().list()).toEqual([])
    await store().sweep()
    expect(existsSync(half)).toBe(false)
  })

  test('leaves alone what a living process makes, and what has only just begun', async () => {
    const making = store().add(async at => {
      const begun = join(folder, 'images', 'making-just')
      mkdirSync(begun)
      await store().sweep()
      expect([existsSync(at), existsSync(begun)]).toEqual([true, true])
      utimesSync(begun, 0, 0)
      await store().sweep()
      expect(existsSync(begun)).toBe(false)
      return filled()(at)
    })
    await making
  })

  test.each([
    ['without a disk', 'image.json', JSON.stringify(record())],
    ['with a spoiled description', 'image.json', '{'],
  ])('passes over a folder %s', async (_what, name, text) => {
    mkdirSync(join(folder, 'images', 'x'), { recursive: true })
    writeFileSync(join(folder, 'images', 'x', name), text)
    expect(await store().list()).toEqual([])
  })
})

test("the name, owner and root device are Debian's", () => {
  const image = identity(new Date('2026-02-03T04:05:06Z'))
  expect(image.name).toBe('debian-12-amd64-20260203-0405')
  expect(image).toMatchObject({ ownerId: debianOwner, rootDeviceName: '/dev/xvda', architecture: 'x86_64', sizeGiB: 8 })
})

describe('a checksum', () => {
  const sha256 = 'a'.repeat(64)
  test.each([
    [`sha256:${sha256}`, 'sha256', sha256],
    [`SHA512=${'B'.repeat(128)} `, 'sha512', 'b'.repeat(128)],
  ])('%s', (text, algorithm, digest) => expect(parseChecksum(text)).toEqual({ algorithm, digest }))
  test.each(['', sha256, 'md5:abc', `sha256:${sha256}0`, `sha512:${sha256}`])('refuses "%s"', text =>
    expect(() => parseChecksum(text)).toThrow(/is not a checksum/),
  )
})

describeWith(['qemu-img'], 'an image that is given', () => {
  let server: Server
  let address = ''
  let status = 200
  let disk = Buffer.alloc(0)
  const checksum = () => `sha256:${createHash('sha256').update(disk).digest('hex')}`
  const store = () => new ImageStore(join(folder, 'images'))
  const give = (source: string, sum = checksum()) => givenImage({ source, checksum: sum }, store(), () => undefined, signal)

  beforeEach(async () => {
    await createDisk(join(folder, 'cloud.qcow2'), 3 * 2 ** 30)
    disk = (await import('node:fs')).readFileSync(join(folder, 'cloud.qcow2'))
    status = 200
    server = createServer((_request, reply) => reply.writeHead(status, { 'content-length': disk.length }).end(disk))
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/images/debian-12-genericcloud-amd64.qcow2`
  })
  afterEach(() => server.close())

  test('is fetched, checked and kept under the name of its file', async () => {
    const image = await give(address)
    expect(image).toMatchObject({ name: 'debian-12-genericcloud-amd64', sizeGiB: 3, ownerId: debianOwner })
    expect(await diskInfo(image.disk)).toMatchObject({ format: 'qcow2', virtualSize: 3 * 2 ** 30 })
    expect(readdirSync(join(image.disk, '..')).sort()).toEqual(['disk.qcow2', 'image.json'])
  })

  test('may be a file, and is taken from the cache the second time', async () => {
    const { disk: first } = await give(join(folder, 'cloud.qcow2'))
    rmSync(join(folder, 'cloud.qcow2'))
    expect((await give(join(folder, 'cloud.qcow2'))).disk).toBe(first)
  })

  test('one that is known keeps nothing of its former name and owner, and what has that name stays', async () => {
    const source = join(folder, 'cloud.qcow2')
    const sum = checksum()
    const named = (more: object) => givenImage({ source, checksum: sum, ...more }, store(), () => undefined, signal)
    const first = await named({})
    rmSync(source)
    expect(await named({ ownerId: '111122223333' })).toEqual({ ...first, ownerId: '111122223333' })
    const second = await named({ name: 'company-base', ownerId: '111122223333' })
    expect(second).toMatchObject({ name: 'company-base', ownerId: '111122223333', sizeGiB: 3 })
    expect(await named({ name: 'company-base' })).toMatchObject({ disk: second.disk, ownerId: debianOwner })
    expect((await store().list()).map(({ name }) => name).sort()).toEqual(['cloud', 'company-base'])
  })

  test.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'another checksum',
      () => give(address, `sha256:${'0'.repeat(64)}`),
      /has sha256 [0-9a-f]{64}, not 0{64} as its checksum says/,
    ],
    ['no such file', () => give('/no/such.qcow2'), /\/no\/such\.qcow2 cannot be read: ENOENT/],
    ['nobody at the address', () => give('http://127.0.0.1:1/x.qcow2'), /http:\/\/127\.0\.0\.1:1\/x\.qcow2 cannot be fetched/],
    [
      'an error of the server',
      () => {
        status = 404
        return give(address)
      },
      /the server answers 404 Not Found/,
    ],
  ])('refuses %s and keeps nothing', async (_what, attempt, expected) => {
    await expect(attempt()).rejects.toThrow(expected)
    expect(readdirSync(join(folder, 'images'))).toEqual([])
  })
})

describe('where packages come from', () => {
  const signed = 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]'
  const host = (files: Record<string, string>) => {
    mkdirSync(join(folder, 'apt', 'sources.list.d'), { recursive: true })
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'apt', name), text)
    return join(folder, 'apt')
  }
  const publicOnes = [
    `${signed} http://deb.debian.org/debian bookworm main`,
    `${signed} http://deb.debian.org/debian bookworm-updates main`,
    `${signed} http://deb.debian.org/debian-security bookworm-security main`,
  ]

  test.each<[string, Record<string, string>, string[]]>([
    ['a host that has no list', {}, publicOnes],
    ['another distribution', { 'sources.list': 'deb http://archive.ubuntu.com/ubuntu noble main universe\n' }, publicOnes],
    [
      "this release, in apt's old form, with options, comments and other people's packages",
      {
        'sources.list':
          '# deb http://old/ bookworm main\ndeb [arch=amd64 signed-by=/x] http://mirror/debian bookworm main contrib\ndeb-src http://mirror/debian bookworm main\ndeb http://mirror/debian bookworm-security main\n',
        'sources.list.d/node.list': 'deb https://deb.nodesource.com/node_20.x nodistro main\n',
      },
      [`${signed} http://mirror/debian bookworm main`, `${signed} http://mirror/debian bookworm-security main`],
    ],
    [
      'this release, in the new form',
      {
        'sources.list.d/debian.sources':
          'Types: deb deb-src\n# http://comment/\nURIs: http://mirror/debian\nSuites: bookworm bookworm-updates bookworm-backports\nComponents: main\n\nTypes: deb\nURIs: http://off/debian\nSuites: bookworm\nComponents: main\nEnabled: no\n',
      },
      [`${signed} http://mirror/debian bookworm main`, `${signed} http://mirror/debian bookworm-updates main`],
    ],
    ['a later release', { 'sources.list': 'deb http://mirror/debian trixie main\n' }, publicOnes],
  ])('%s', async (_what, files, expected) => expect(await aptSources({}, host(files))).toEqual(expected))

  test('a mirror that is asked for goes before all', async () =>
    expect(await aptSources({ INGOT_DEBIAN_MIRROR: 'http://mine/debian' }, host({}))).toEqual([
      `${signed} http://mine/debian bookworm main`,
    ]))
})
