/** Base images in the cache: each a folder that is moved into place when it is whole; what a dead process began is swept away. */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { currentProcess, type ProcessIdentity, stateOf } from '../../../lib/process-identity'
import type { BaseImage } from '../machine-kind'

const description = 'image.json'
const making = 'making-'

/** What is kept beside the disk. */
export type ImageRecord = Omit<BaseImage, 'disk'> & { readonly recipe: string }

export class ImageStore {
  constructor(private readonly folder: string) {}

  readonly disk = (folder: string) => join(folder, 'disk.qcow2')

  /** Every whole image, newest first. */
  async list(): Promise<(BaseImage & { readonly recipe: string })[]> {
    const names = await readdir(this.folder).catch(() => [])
    const images = await Promise.all(
      names.filter(name => !name.startsWith(making)).map(name => this.read(join(this.folder, name))),
    )
    return images.flat().sort((a, b) => b.creationDate.localeCompare(a.creationDate))
  }

  private async read(folder: string) {
    try {
      const record = JSON.parse(await readFile(join(folder, description), 'utf8')) as ImageRecord
      await stat(this.disk(folder))
      return [{ ...record, disk: this.disk(folder) }]
    } catch {
      return []
    }
  }

  /** `make` writes the disk into the folder that it is given and says what it is. Nothing is kept when it fails. */
  async add(make: (folder: string) => Promise<ImageRecord>): Promise<BaseImage> {
    await mkdir(this.folder, { recursive: true })
    await this.sweep()
    const workshop = join(this.folder, `${making}${randomBytes(4).toString('hex')}`)
    await mkdir(workshop)
    try {
      await writeFile(join(workshop, 'maker.json'), JSON.stringify(currentProcess()))
      const record = await make(workshop)
      await writeFile(join(workshop, description), `${JSON.stringify(record, undefined, 2)}\n`)
      await rm(join(workshop, 'maker.json'))
      const place = join(this.folder, `${record.name}-${record.recipe}`)
      await rename(workshop, place)
      return { ...record, disk: this.disk(place) }
    } finally {
      await rm(workshop, { recursive: true, force: true })
    }
  }

  /** Removes what processes that are dead left half made. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name)
      if (name.startsWith(making) && !(await inTheMaking(path))) await rm(path, { recursive: true, force: true })
    }
  }
}

async function inTheMaking(folder: string): Promise<boolean> {
  try {
    return stateOf(JSON.parse(await readFile(join(folder, 'maker.json'), 'utf8')) as ProcessIdentity) !== 'dead'
  } catch {
    // Its first moment, perhaps: the folder is there and the file not yet.
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: 0 }))
    return Date.now() - mtimeMs < 60_000
  }
}
