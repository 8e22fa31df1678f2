/** `report.json` of a run's folder, and `ingot-report.json` beside the images' variables: the report as it stands, for machines. */
import { writeAtomically } from '../lib/atomic-file'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'

export interface ReportWishes {
  /** What did not pass, or made no images, leaves the former file as it is. */
  readonly onlyPassed?: boolean
  /** What the report's list of files calls it; `report`. */
  readonly what?: 'report' | 'run-report'
}

export class ReportFile implements Sink {
  readonly name = 'report'

  constructor(
    private readonly path: string,
    private readonly wishes: ReportWishes = {},
  ) {}

  handle(): void {}

  async finish(report: Report): Promise<readonly WrittenFile[]> {
    const isFruitful = report.outcome === 'done' && report.builds.some(build => build.images.length > 0)
    if (this.wishes.onlyPassed && !isFruitful) return []
    const written = { what: this.wishes.what ?? 'report', path: this.path }
    await writeAtomically(this.path, `${JSON.stringify({ ...report, files: [...report.files, written] }, null, 2)}\n`)
    return [written]
  }
}
