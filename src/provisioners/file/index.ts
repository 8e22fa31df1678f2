/** The provisioner `file`: brings files to the machine, or from it. */
import { statSync } from 'node:fs'
import type { Problem, Provisioner } from '../../model/plugin'
import { type FileOptions, fileOptions, sourcesOf } from './options'

export const file: Provisioner<typeof fileOptions> = {
  type: 'file',
  summary: 'Uploads files and folders to the machine, or downloads them from it.',
  options: fileOptions,
  check,
  provision: async (...how) => (await import('./provision')).provision(...how),
}

function check(options: FileOptions): Problem[] {
  const sources = sourcesOf(options)
  if (options.content !== undefined) {
    if (sources.length > 0) return [{ option: 'content', summary: 'Only one of content and source can be set' }]
    if (options.direction === 'download') return [{ option: 'content', summary: 'content can only be uploaded' }]
    if (options.destination.endsWith('/'))
      return [{ option: 'destination', summary: 'With content the destination has to name a file' }]
    return []
  }
  if (sources.length === 0) return [{ summary: 'One of source, sources and content has to be set' }]
  if (options.direction === 'download' || options.generated) return []
  return sources.flatMap(path => {
    const problem = missing(path)
    return problem ? [{ option: path === options.source ? 'source' : 'sources', summary: problem }] : []
  })
}

function missing(path: string): string | undefined {
  try {
    statSync(path)
    return undefined
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file or folder' : (error as Error).message
    return `The source ${path} cannot be used: ${why}. If the build makes it, set generated = true`
  }
}
