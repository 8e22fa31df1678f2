/** `images.auto.tfvars.json`: the images that passed, typed, for Terraform. One variable block fits it, see docs. */
import { writeAtomically } from '../lib/atomic-file'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'

export class Tfvars implements Sink {
  readonly name = 'Terraform variables'

  constructor(private readonly path: string) {}

  handle(): void {}

  /** Only when everything passed; else the file of the last good run stays as it is. */
  async finish(report: Report): Promise<readonly WrittenFile[]> {
    const text = tfvarsText(report)
    if (report.outcome !== 'done' || text === undefined) return []
    await writeAtomically(this.path, text)
    return [{ what: 'tfvars', path: this.path }]
  }
}

export function tfvarsText(report: Report): string | undefined {
  const variables = tfvarsOf(report)
  return variables && `${JSON.stringify(variables, null, 2)}\n`
}

/** Build → region → image, sorted, so that the same images give the same bytes. Undefined when there are no images. */
export function tfvarsOf(report: Report): { readonly images: object } | undefined {
  const builds = report.builds.filter(build => build.images.length > 0).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  if (builds.length === 0) return undefined
  const images = Object.fromEntries(
    builds.map(build => {
      const regions = build.images.toSorted((a, b) => (a.region < b.region ? -1 : 1))
      return [
        build.name,
        Object.fromEntries(
          regions.map(({ id, name, region, sourceId, fingerprint }) => [
            region,
            { id, name, region, source_id: sourceId ?? null, ...(fingerprint && { fingerprint }) },
          ]),
        ),
      ]
    }),
  )
  return { images }
}
