/** Files as lines for the PowerShell of a machine, and back: nothing is held but a piece of one file. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, win32 } from 'node:path'
import type { Readable } from 'node:stream'

/** Bytes of a line, before base64. A multiple of 3, so that base64 wastes nothing. */
const LINE_BYTES = 3 * 16_384

const line = (word: string, value: string) => Buffer.from(`${word} ${value}\r\n`)
const named = (word: string, text: string) => line(word, Buffer.from(text).toString('base64'))

export const removeLine = (path: string): Buffer => named('remove', path)
export const askLine = (what: 'file' | 'folder', path: string): Buffer => named(what, path)

/** `onBytes` hears how many were read. */
export async function* fileLines(
  content: Uint8Array | Readable,
  path: string,
  onBytes: (count: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  yield named('file', path)
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    const bytes = Buffer.from(chunk as Uint8Array)
    hash.update(bytes)
    for (let at = 0; at < bytes.length; at += LINE_BYTES)
      yield line('data', bytes.subarray(at, at + LINE_BYTES).toString('base64'))
    onBytes(bytes.length)
  }
  yield line('end', hash.digest('hex').toUpperCase())
}

export const fileContent = (path: string): Readable => createReadStream(path, { highWaterMark: LINE_BYTES })

export interface Entry {
  /** Relative, with backslashes. */
  readonly name: string
  readonly path: string
  /** Bytes; undefined of a folder. */
  readonly size?: number
}

/** All below the folder, each folder before what is in it. Links are followed: Windows has none of this kind. */
export async function listFolder(folder: string): Promise<Entry[]> {
  const entries: Entry[] = []
  const walk = async (place: string, prefix: string, above: readonly string[]): Promise<void> => {
    const real = await realpath(place)
    if (above.includes(real)) throw new Error(`${place} is a link that leads back into a folder that holds it`)
    for (const child of (await readdir(place)).sort()) {
      const path = join(place, child)
      const found = await stat(path)
      const name = prefix + child
      if (found.isFile()) entries.push({ name, path, size: found.size })
      if (!found.isDirectory()) continue
      entries.push({ name, path })
      await walk(path, `${name}\\`, [...above, real])
    }
  }
  await walk(folder, '', [])
  return entries
}

export async function* folderLines(
  entries: readonly Entry[],
  remote: string,
  onBytes: (count: number) => void,
): AsyncGenerator<Buffer> {
  yield named('folder', remote)
  for (const { name, path, size } of entries)
    if (size === undefined) yield named('folder', win32.join(remote, name))
    else yield* fileLines(fileContent(path), win32.join(remote, name), onBytes)
}

/** Makes here what a machine sends as lines. The machine is not trusted: nothing lands outside of `target`. */
export class LineReader {
  readonly #target: string
  readonly #onBytes: (count: number) => void
  #open = ''
  #file: FileHandle | undefined
  #path = ''
  #hash = createHash('sha256')
  /** What the machine could not do. */
  failure: string | undefined
  /** It has said that this was all. */
  isDone = false

  /** `target`: of one file its own path, of a folder that of the folder. */
  constructor(target: string, onBytes: (count: number) => void = () => undefined) {
    this.#target = target
    this.#onBytes = onBytes
  }

  async write(chunk: Uint8Array): Promise<void> {
    const lines = (this.#open + Buffer.from(chunk).toString('latin1')).split(/\r?\n/)
    this.#open = lines.pop() ?? ''
    for (const text of lines) await this.#take(text)
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
  }

  async #take(text: string): Promise<void> {
    const [word, value = ''] = text.split(' ')
    const told = () => Buffer.from(value, 'base64').toString()
    switch (word) {
      case 'folder':
        await mkdir(this.#placeOf(told()), { recursive: true })
        return
      case 'file':
        this.#path = this.#placeOf(told())
        await mkdir(dirname(this.#path), { recursive: true })
        this.#file = await open(this.#path, 'w')
        this.#hash = createHash('sha256')
        return
      case 'data':
        return this.#append(Buffer.from(value, 'base64'))
      case 'end':
        await this.close()
        if (this.#hash.digest('hex').toUpperCase() !== value)
          throw new Error(`what arrived at ${this.#path} is not what was sent`)
        return
      case 'failed':
        this.failure = told()
        return
      case 'done':
        this.isDone = true
    }
  }

  async #append(bytes: Buffer): Promise<void> {
    this.#hash.update(bytes)
    await this.#file?.write(bytes)
    this.#onBytes(bytes.length)
  }

  #placeOf(name: string): string {
    const parts = name.split(/[\\/]/).filter(part => part !== '' && part !== '.')
    if (parts.includes('..')) throw new Error(`the machine names a place outside of the folder: ${name}`)
    return join(this.#target, ...parts)
  }
}
