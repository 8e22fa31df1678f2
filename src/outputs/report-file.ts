/** `report.json` of a run's folder, and `ingot-report.json` beside the images' variables: the report as it stands, for machines. */
import { writeAtomically } from '../lib/atomic-file'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'

export class ReportFile implements Sink {
  readonly name = 'report'

  /** `onlyPassed`: what did not pass, or made no images, leaves the former file as it is. */
  constructor(
    private readonly path: string,
    private readonly onlyPassed = false,
  ) {}

  handle(): void {}

  async finish(report: Report): Promise<readonly WrittenFile[]> {
    const isFruitful = report.outcome === 'done' && report.builds.some(build => build.images.length > 0)
    if (this.onlyPassed && !isFruitful) return []
    const written = { what: 'report', path: this.path }
    await writeAtomically(this.path, `${JSON.stringify({ ...report, files: [...report.files, written] }, null, 2)}\n`)
    return [written]
  }
}
