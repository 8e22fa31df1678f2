/** The manifest file, byte for byte as Go's encoder writes it. */
import { readFile } from 'node:fs/promises'
import { writeAtomically } from '../../lib/atomic-file'
import { Failure } from '../../model/failure'

export interface Manifest {
  readonly builds: readonly Entry[]
  readonly last_run_uuid: string
}

/** In the order in which the keys are written. */
export interface Entry {
  readonly name: string
  readonly builder_type: string
  /** Seconds since the epoch. */
  readonly build_time?: number
  readonly files: readonly ManifestFile[] | null
  readonly artifact_id: string
  readonly packer_run_uuid: string
  readonly custom_data: Readonly<Record<string, string>> | null
}

export interface ManifestFile {
  readonly name: string
  readonly size: number
}

export async function readManifest(path: string): Promise<Manifest> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new Failure('failed', `The manifest ${path} cannot be read: ${error.message}`, { cause: error })
  })
  if (text.trim() === '') return { builds: [], last_run_uuid: '' }
  try {
    const { builds, last_run_uuid } = JSON.parse(text) as Partial<Manifest>
    if (builds !== undefined && builds !== null && !Array.isArray(builds)) throw new Error('"builds" is not a list')
    return { builds: builds ?? [], last_run_uuid: last_run_uuid ?? '' }
  } catch (cause) {
    throw new Failure('failed', `${path} is not a manifest that could be added to: ${(cause as Error).message}`, {
      advice: 'Move it away, or let the manifest post-processor write to another output.',
      cause,
    })
  }
}

export const writeManifest = (path: string, manifest: Manifest): Promise<void> => writeAtomically(path, manifestText(manifest))

/** Two spaces, no line end at the end, and the characters escaped that could do harm inside HTML. */
export const manifestText = (manifest: Manifest): string =>
  JSON.stringify(manifest, null, 2).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
