/** Which archive a name or a format asks for, as Packer reads it. */

export interface Format {
  readonly archive?: 'tar' | 'zip'
  readonly compression?: 'gzip' | 'bgzf'
}

/** Packer can write these; nothing that comes with Node can. */
const FOREIGN = ['lz4', 'xz', 'bz2', 'bzip2']
const COMPRESSIONS = { gz: 'gzip', bgzf: 'bgzf' } as const

/** Throws Error with a sentence for what is not built in. `name` is a file's name without its folder, or a format. */
export function formatOf(name: string): Format {
  const [last = '', second] = name.split('.').reverse()
  if (FOREIGN.includes(last))
    throw new Error(
      `${last} is not built in; there are tar, tar.gz, tar.bgzf, zip, gz and bgzf, and shell-local can call ${last}`,
    )
  if (last === 'zip') return { archive: 'zip' }
  if (last === 'tar') return { archive: 'tar' }
  const compression = Object.hasOwn(COMPRESSIONS, last) ? COMPRESSIONS[last as keyof typeof COMPRESSIONS] : undefined
  if (!compression) return { archive: 'tar', compression: 'gzip' }
  return { compression, ...(second === 'tar' && { archive: 'tar' }) }
}
