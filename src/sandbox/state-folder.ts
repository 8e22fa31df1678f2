/** Where a sandbox keeps what it knows: `state.json` beside the contents of volumes and snapshots and the machines' folders. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { SavedState, Storage } from './ec2/cloud'

/** `$XDG_CACHE_HOME/ingot/sandbox`, by default below `~/.cache`. */
export const defaultStateFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ingot', 'sandbox')

const contents = ['volumes', 'snapshots', 'instances'] as const

export class StateFolder implements Storage {
  readonly path: string

  constructor(path: string) {
    this.path = resolve(path)
  }

  readonly volume = (id: string) => join(this.path, 'volumes', id)
  readonly snapshot = (id: string) => join(this.path, 'snapshots', id)
  readonly instance = (id: string) => join(this.path, 'instances', id)

  /** Throws with a sentence when the folder cannot be made or written. */
  async prepare(): Promise<void> {
    try {
      for (const name of contents) await mkdir(join(this.path, name), { recursive: true })
      await writeFile(join(this.path, '.writable'), '')
      await rm(join(this.path, '.writable'))
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      const why =
        code === 'ENOSPC' ? 'the disk is full' : code === 'EACCES' || code === 'EROFS' ? 'it may not be written' : message
      throw new Error(`The state folder ${this.path} cannot be used: ${why}. Choose another one or free it.`)
    }
  }

  async stored() {
    const folders = await Promise.all((['volumes', 'snapshots'] as const).map(name => this.listed(name)))
    return folders.flat()
  }

  /** IDs of instances that have a folder. */
  async instanceFolders(): Promise<readonly string[]> {
    return (await this.listed('instances')).map(({ name }) => name)
  }

  private async listed(folder: (typeof contents)[number]) {
    const names = await readdir(join(this.path, folder))
    return names.map(name => ({ name, path: join(this.path, folder, name) }))
  }

  async removeInstance(id: string): Promise<void> {
    await rm(this.instance(id), { recursive: true, force: true })
  }

  async load(): Promise<SavedState | undefined> {
    const file = join(this.path, 'state.json')
    let text: string
    try {
      text = await readFile(file, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
    try {
      const state = JSON.parse(text) as SavedState
      if (state.version === 1) return state
    } catch {}
    throw new Error(`${file} is not the state of a sandbox of this version. "ingot sandbox reset" empties the folder.`)
  }

  /** Whole or not at all: a new file takes the old one's place. */
  async save(state: SavedState): Promise<void> {
    const file = join(this.path, 'state.json')
    await writeFile(`${file}.new`, JSON.stringify(state))
    await rename(`${file}.new`, file)
  }

  /** Removes everything but the lock. */
  async empty(): Promise<void> {
    for (const name of [...contents, 'state.json', 'state.json.new'])
      await rm(join(this.path, name), { recursive: true, force: true })
  }
}
