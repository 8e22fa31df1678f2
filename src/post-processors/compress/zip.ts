/** A zip archive as Packer writes it: paths as the artifact has them, no times. */
import { posix } from 'node:path'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { contentOf, type Input } from './input'

/** A file's time in an archive has no zone and begins here. */
const NO_TIME = new Date(1980, 0, 1)

export function zip(inputs: readonly Input[], level: number): AsyncIterable<Buffer> {
  const archive = new ZipFile()
  const options = { mtime: NO_TIME, forceDosTimestamp: true, ...(level >= 0 && { compressionLevel: level }) }
  for (const input of inputs) {
    const name = posix.normalize(input.path).replace(/^(\.{0,2}\/)+/, '')
    const { mode, size } = input.stats
    // Opened when its turn comes: an artifact may have more files than a process may have open.
    archive.addReadStreamLazy(name, { ...options, mode, size }, give => give(null, Readable.from(contentOf(input))))
  }
  archive.end()
  const output = archive.outputStream as Readable
  archive.on('error', error => output.destroy(error as Error))
  return output
}
