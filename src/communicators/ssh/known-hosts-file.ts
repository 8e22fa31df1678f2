/** Files of known hosts: the format is that of sshd(8), SSH_KNOWN_HOSTS FILE FORMAT. */
import { createHmac } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileErrorReason } from '../../lib/file-error'

export interface Entry {
  readonly marker?: string
  readonly type: string
  readonly key: string
  readonly where: string
}

export async function note(file: string, line: string): Promise<undefined> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const before = await readFile(file, 'utf8').catch(() => '')
  await appendFile(file, before === '' || before.endsWith('\n') ? line : `\n${line}`, { mode: 0o600 })
}

interface Line {
  readonly text: string
  readonly where: string
}

/** A file that is not there has none; one that cannot be read is told, as nothing in it counts then. */
export async function linesOf(file: string, say: (text: string) => void): Promise<readonly Line[]> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') say(`${file} does not count, as it cannot be read: ${fileErrorReason(error)}`)
    return ''
  })
  return content.split(/\r?\n/).map((text, index) => ({ text, where: `${file}:${index + 1}` }))
}

/** What a line says of a machine, by its name as it would stand there: with its port, unless that is 22. */
export const entryFor =
  (name: string) =>
  ({ text, where }: Line): readonly Entry[] => {
    const words = text.trim().split(/\s+/)
    const marker = words[0]?.startsWith('@') ? words.shift() : undefined
    const [hosts, type, key] = words
    if (!hosts || hosts.startsWith('#') || !type || !key || !matches(hosts, name)) return []
    return [{ ...(marker && { marker }), type, key, where }]
  }

/** Patterns separated by commas, `!` in front refuses; or one hashed name, `|1|salt|hash`. */
function matches(hosts: string, name: string): boolean {
  if (hosts.startsWith('|1|')) {
    const [, , salt = '', hash] = hosts.split('|')
    return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash
  }
  const patterns = hosts.toLowerCase().split(',')
  const takes = (pattern: string) => wildcard(pattern).test(name)
  if (patterns.some(pattern => pattern.startsWith('!') && takes(pattern.slice(1)))) return false
  return patterns.some(pattern => !pattern.startsWith('!') && takes(pattern))
}

export const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )
