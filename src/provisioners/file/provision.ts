/** Brings each source to its destination, by the rules that scp's far side gave Packer's users. */
import { mkdir, stat } from 'node:fs/promises'
import { basename, dirname, join, posix } from 'node:path'
import { quote } from '../../lib/posix-quote'
import { Failure } from '../../model/failure'
import type { ProvisionContext } from '../../model/plugin'
import { type FileOptions, sourcesOf } from './options'
import { transferProgress } from './progress'

export async function provision(options: FileOptions, context: ProvisionContext): Promise<void> {
  const { destination, content } = options
  if (content !== undefined) {
    context.say(`Writing ${destination}`)
    await context.communicator.upload(Buffer.from(content), destination, { signal: context.signal })
    return
  }
  for (const source of sourcesOf(options)) {
    if (options.direction === 'upload') await upload(source, destination, context)
    else await download(source, destination, context)
  }
}

async function upload(source: string, destination: string, context: ProvisionContext): Promise<void> {
  const { communicator } = context
  const stats = await stat(source).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file or folder' : error.message
    throw new Failure('failed', `The source ${source} cannot be uploaded: ${why}`)
  })
  const progress = transferProgress(basename(source), context)
  if (!stats.isDirectory()) {
    const target = destination.endsWith('/') ? posix.join(destination, basename(source)) : destination
    context.say(`Uploading ${source} to ${target}`)
    return communicator.uploadFile(source, target, progress)
  }
  const target = await folderTarget(source, destination, context)
  context.say(`Uploading ${source} to ${target}`)
  await communicator.uploadFolder(source, target, progress)
}

/** A folder without a slash at its end goes into the destination when that exists, and becomes it when not. */
async function folderTarget(source: string, destination: string, { communicator, signal }: ProvisionContext): Promise<string> {
  if (source.endsWith('/')) return destination
  const { status } = await communicator.run(`test -d ${wordOf(destination)}`, { signal })
  return status === 0 ? posix.join(destination, basename(source)) : destination
}

async function download(source: string, destination: string, context: ProvisionContext): Promise<void> {
  if (/[*?[]/.test(source)) {
    for (const path of await matching(source, context)) await downloadOne(path, join(destination, posix.basename(path)), context)
    return
  }
  const whole = source.endsWith('/')
  const target = whole || destination.endsWith('/') ? join(destination, posix.basename(source)) : destination
  await downloadOne(source, target, context)
}

async function downloadOne(source: string, target: string, context: ProvisionContext): Promise<void> {
  context.say(`Downloading ${source} to ${target}`)
  await mkdir(dirname(target), { recursive: true })
  const progress = transferProgress(posix.basename(source), context)
  if (source.endsWith('/')) await context.communicator.downloadFolder(source, target, progress)
  else await context.communicator.downloadFile(source, target, progress)
}

/** What the machine's shell finds, folders with a slash at their end. */
async function matching(pattern: string, { communicator, signal }: ProvisionContext): Promise<string[]> {
  const chunks: Uint8Array[] = []
  // The first is what a login shell may print before.
  const script = `printf 'found\\0'; for f in ${pattern.replace(/[^\w@%+=:,./*?[\]~-]/g, '\\$&')}; do if [ -d "$f" ]; then printf '%s/\\0' "$f"; elif [ -e "$f" ]; then printf '%s\\0' "$f"; fi; done`
  await communicator.run(`exec sh -c ${quote(script)}`, { signal, onStdout: chunk => chunks.push(chunk) })
  const found = Buffer.concat(chunks).toString().split('\0').slice(1).filter(Boolean)
  if (found.length === 0) throw new Failure('failed', `Nothing on the machine matches ${pattern}`)
  return found
}

/** One word of the machine's shell, in which `~/` is the home folder. */
const wordOf = (path: string): string => (path.startsWith('~/') ? `~/${quote(path.slice(2))}` : quote(path))
