/** `report.json`: the report as it stands, for machines. */
import { writeAtomically } from '../lib/atomic-file'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'

export class ReportFile implements Sink {
  readonly name = 'report'

  constructor(private readonly path: string) {}

  handle(): void {}

  async finish(report: Report): Promise<readonly WrittenFile[]> {
    const written = { what: 'report', path: this.path }
    await writeAtomically(this.path, `${JSON.stringify({ ...report, files: [...report.files, written] }, null, 2)}\n`)
    return [written]
  }
}
