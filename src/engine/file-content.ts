/** What is in a file or a folder of this machine, wherever it lies. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readlinkSync, readSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { compareUtf8 } from '../language/values/utf8'

/** A text: there is no such file, so it stays what it is. */
export type Content = string | FileContent | FolderContent

interface FileContent {
  readonly content: string
  /** Git keeps no more of a mode than this. */
  readonly runs: boolean
}

interface FolderContent {
  readonly folder: readonly unknown[]
}

export function contentOf(path: string): Content {
  const found = path === '' ? undefined : statSync(resolve(path), { throwIfNoEntry: false })
  if (found?.isFile()) return { content: hashOf(path), runs: (found.mode & 0o111) !== 0 }
  return found?.isDirectory() ? { folder: tree(resolve(path), []) } : path
}

const PIECE = 1 << 20

/** In pieces: images of disks are larger than memory, and than what Node reads at once (2 GiB). */
function hashOf(path: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(PIECE)
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const count = readSync(file, buffer)
      if (count === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, count))
    }
  } finally {
    closeSync(file)
  }
}

/** Links are both: where they lead, when that is a place in the folder, and what is there. `above`: the folders around, by their real paths. */
function tree(folder: string, above: readonly string[]): readonly unknown[] {
  const here = realpathSync(folder)
  if (above.includes(here)) return []
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => compareUtf8(a.name, b.name))
    .map(entry => {
      const path = join(folder, entry.name)
      const found = statSync(path, { throwIfNoEntry: false })
      const link = entry.isSymbolicLink() ? readlinkSync(path) : undefined
      const content = found?.isDirectory() ? tree(path, [...above, here]) : found?.isFile() ? contentOf(path) : undefined
      return [entry.name, content, link !== undefined && (content === undefined || !isAbsolute(link)) ? link : undefined]
    })
}
