/** Adds what a build yielded to the manifest. */
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Artifact } from '../../model/artifact'
import type { PostProcessContext } from '../../model/plugin'
import { type Entry, type ManifestFile, readManifest, writeManifest } from './file'
import { locked } from './lock'
import type { ManifestOptions } from './options'

export async function process(options: ManifestOptions, artifact: Artifact, context: PostProcessContext): Promise<Artifact> {
  const entry = await entryFor(options, artifact, context)
  const path = resolve(options.output)
  await locked(path, context.signal, async () => {
    const before = await readManifest(path)
    // With -force an older run's entries go; those of this run's other builds stay.
    const kept = context.run.force && before.last_run_uuid !== context.run.uuid ? [] : before.builds
    await writeManifest(path, { builds: [...kept, entry], last_run_uuid: context.run.uuid })
  })
  context.wrote('manifest', path)
  return artifact
}

async function entryFor(options: ManifestOptions, artifact: Artifact, { run, build }: PostProcessContext): Promise<Entry> {
  return {
    name: build.sourceName,
    builder_type: build.sourceType,
    ...(!options.strip_time && { build_time: Math.floor(Date.now() / 1000) }),
    files: artifact.files.length > 0 ? await Promise.all(artifact.files.map(path => fileEntry(path, options.strip_path))) : null,
    artifact_id: artifact.id,
    packer_run_uuid: run.uuid,
    custom_data: options.custom_data ? sorted(options.custom_data) : null,
  }
}

/** A file that is gone is listed with size 0, as Packer does. */
async function fileEntry(path: string, strip: boolean): Promise<ManifestFile> {
  const size = await stat(path).then(
    stats => stats.size,
    () => 0,
  )
  return { name: strip ? basename(path) : path, size }
}

const sorted = (map: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
