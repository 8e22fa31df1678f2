/** A cloud image that the user gives instead, as a file or an address: fetched, checked against its checksum, kept. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { convertDisk, diskInfo } from '../../../platforms/qemu/qemu-img'
import type { BaseImage, Report } from '../machine-kind'
import { debianOwner } from './debian'
import type { ImageRecord, ImageStore } from './store'

export interface GivenImage {
  /** A path, or an http(s) address. */
  readonly source: string
  /** `sha256:HEX` or `sha512:HEX`, of the file as it is fetched. */
  readonly checksum: string
  /** Default: the file's name without its ending. */
  readonly name?: string
  /** Account that owns it in the sandbox. Default: Debian's. */
  readonly ownerId?: string
}

/** Throws a sentence when the checksum is not one, does not fit, or the file is no disk image. */
export async function givenImage(given: GivenImage, store: ImageStore, report: Report, signal: AbortSignal): Promise<BaseImage> {
  const { algorithm, digest } = parseChecksum(given.checksum)
  const recipe = digest.slice(0, 12)
  const name = given.name ?? nameOf(given.source)
  const ownerId = given.ownerId ?? debianOwner
  const known = (await store.list()).filter(image => image.recipe === recipe)
  const same = known.find(image => image.name === name)
  if (same) return { ...same, ownerId }
  const [twin] = known
  if (twin) return store.add(folder => renamed(twin, store.disk(folder), { name, ownerId, recipe }))
  return store.add(async folder => {
    const file = join(folder, 'given')
    const found = await fetchInto(given.source, file, algorithm, report, signal)
    if (found !== digest) {
      throw new Error(
        `${given.source} has ${algorithm} ${found}, not ${digest} as its checksum says: another version, or spoiled on its way`,
      )
    }
    report('base image: unpacking')
    await convertDisk(file, store.disk(folder), { to: 'qcow2', signal })
    const { virtualSize } = await diskInfo(store.disk(folder))
    await rm(file)
    return {
      name,
      ownerId,
      description: `From ${given.source}`,
      architecture: 'x86_64',
      rootDeviceName: '/dev/xvda',
      sizeGiB: Math.ceil(virtualSize / 2 ** 30),
      creationDate: new Date().toISOString(),
      recipe,
    }
  })
}

const nameOf = (source: string): string =>
  basename(new URL(source, 'file:///').pathname).replace(/\.(?:qcow2|raw|img|vmdk|vhd)$/, '')

/** The same disk under another name, beside the first: what was launched from that one still finds it. */
async function renamed(
  { disk, ...image }: BaseImage,
  target: string,
  identity: { readonly name: string; readonly ownerId: string; readonly recipe: string },
): Promise<ImageRecord> {
  await link(disk, target)
  return { ...image, ...identity }
}

export function parseChecksum(text: string): { algorithm: 'sha256' | 'sha512'; digest: string } {
  const match = /^(sha256|sha512)[:=]([0-9a-f]+)$/i.exec(text.trim())
  const algorithm = match?.[1]?.toLowerCase()
  const digest = match?.[2]?.toLowerCase() ?? ''
  if (algorithm === 'sha256' && digest.length === 64) return { algorithm, digest }
  if (algorithm === 'sha512' && digest.length === 128) return { algorithm, digest }
  throw new Error(`"${text}" is not a checksum. Write sha256: or sha512: and its digits, as the image's publisher lists them.`)
}

async function fetchInto(
  source: string,
  target: string,
  algorithm: string,
  report: Report,
  signal: AbortSignal,
): Promise<string> {
  const { stream, size } = /^https?:\/\//.test(source) ? await download(source, signal) : await local(source)
  const hash = createHash(algorithm)
  let done = 0
  let said = Date.now()
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      done += chunk.length
      if (Date.now() - said > 3000) {
        said = Date.now()
        report(`base image: ${mebibytes(done)}${size ? ` of ${mebibytes(size)}` : ''} fetched`)
      }
      next(undefined, chunk)
    },
  })
  await pipeline(stream, watch, createWriteStream(target), { signal })
  return hash.digest('hex')
}

async function download(source: string, signal: AbortSignal) {
  const reply = await fetch(source, { signal }).catch(error => {
    signal.throwIfAborted()
    throw new Error(`${source} cannot be fetched: ${(error.cause as Error | undefined)?.message ?? error.message}`)
  })
  if (!reply.ok || !reply.body)
    throw new Error(`${source} cannot be fetched: the server answers ${reply.status} ${reply.statusText}`)
  return {
    stream: Readable.fromWeb(reply.body as Parameters<typeof Readable.fromWeb>[0]),
    size: Number(reply.headers.get('content-length')) || undefined,
  }
}

async function local(source: string) {
  const { size } = await stat(source).catch(error => {
    throw new Error(`${source} cannot be read: ${(error as Error).message}`)
  })
  return { stream: createReadStream(source), size }
}

const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`
