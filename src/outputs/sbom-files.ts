/** `<build>.cdx.json`: what is installed in each image that passed, for scanners, and for the next run to say what has changed. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from '../lib/atomic-file'
import type { Event } from '../model/event'
import { Failure } from '../model/failure'
import type { InstalledPackage } from '../model/inventory'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'
import { cyclonedxText } from './cyclonedx'
import { packageOfPurl } from './purl'

type Inventoried = Extract<Event, { type: 'inventory' }>

export class SbomFiles implements Sink {
  readonly name = 'SBOM'
  private readonly inventories = new Map<string, Inventoried>()

  constructor(private readonly folder: string) {}

  handle(event: Event): void {
    if (event.type === 'inventory') this.inventories.set(event.build, event)
  }

  /** Only when everything passed, and of builds whose images this run published; else the files of the last good run stay. */
  async finish(report: Report): Promise<readonly WrittenFile[]> {
    if (report.outcome !== 'done') return []
    const files: WrittenFile[] = []
    for (const build of report.builds) {
      const known = this.inventories.get(build.name)
      if (!known || build.images.length === 0) continue
      const path = join(this.folder, sbomName(build.name))
      const { inventory, machine } = known
      await writeAtomically(path, cyclonedxText({ run: report.run, build, inventory, machine }))
      files.push({ what: 'sbom', path })
    }
    return files
  }
}

/** Names of builds may hold anything; two of them never share a file. */
export function sbomName(build: string): string {
  const plain = build
    .replace(/[^\w.-]/g, '_')
    .replace(/^\./, '_')
    .slice(0, 100)
  const mark = plain === build ? '' : `-${createHash('sha256').update(build).digest('hex').slice(0, 8)}`
  return `${plain}${mark}.cdx.json`
}

/**
 * What was installed in the last images of these builds. `given` is a CycloneDX file, or a folder of such as a former run wrote them; of those
 * that are not there nothing is known. Throws Failure `invalid` when one cannot be read as such.
 */
export async function previousPackages(
  given: string,
  builds: readonly string[],
): Promise<ReadonlyMap<string, readonly InstalledPackage[]>> {
  const found = await stat(given).catch(() => undefined)
  const known = new Map<string, readonly InstalledPackage[]>()
  if (found?.isFile() && builds.length > 1)
    throw new Failure('invalid', `${given} is one file, and there are ${builds.length} builds`, {
      advice: 'Name the folder in which a former run wrote the files of all of them.',
    })
  for (const build of found ? builds : []) {
    const path = found?.isFile() ? given : join(given, sbomName(build))
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text !== undefined) known.set(build, packagesIn(text, path))
  }
  return known
}

function packagesIn(text: string, path: string): readonly InstalledPackage[] {
  try {
    const { bomFormat, components } = JSON.parse(text) as { bomFormat?: unknown; components?: readonly { purl?: unknown }[] }
    if (bomFormat === 'CycloneDX' && Array.isArray(components))
      return components.flatMap(({ purl }) => (typeof purl === 'string' ? (packageOfPurl(purl) ?? []) : []))
  } catch {}
  throw new Failure('invalid', `${path} is no SBOM: it should be CycloneDX as JSON`, {
    advice: 'It tells what has changed since the last image. Remove it, or name another one with -previous-sbom.',
  })
}
