/** Outputs of the Action, set once everything has passed; an image that did not pass is never among them. */
import { setOutput } from '@actions/core'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'

export class ActionOutputs implements Sink {
  readonly name = 'outputs of the Action'

  handle(): void {}

  async finish(report: Report): Promise<readonly WrittenFile[]> {
    if (report.outcome !== 'done') return []
    const images = report.builds.flatMap(build => build.images)
    setOutput('image-id', images.length === 1 ? images[0]?.id : '')
    setOutput('image-ids', JSON.stringify(imageIds(report)))
    for (const { what, path } of report.files) {
      if (what === 'manifest') setOutput('manifest', path)
      if (what === 'tfvars') setOutput('tfvars-file', path)
    }
    return []
  }
}

const imageIds = (report: Report): Record<string, Record<string, string>> =>
  Object.fromEntries(
    report.builds
      .filter(build => build.images.length > 0)
      .map(build => [build.name, Object.fromEntries(build.images.map(image => [image.region, image.id]))]),
  )
