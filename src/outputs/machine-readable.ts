/** Packer's -machine-readable format: `timestamp,target,type,data…`, which scripts around Packer read. */
import type { Event } from '../model/event'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'
import { artifactLine, closingLines, FINISHED, NO_ARTIFACTS, SOME_FAILED, type UiLine, uiLines } from './ui-lines'

export class MachineReadable implements Sink {
  readonly name = 'machine-readable'

  constructor(private readonly write: (text: string) => void) {}

  handle(event: Event): void {
    for (const line of uiLines(event)) this.ui(line, event.at)
  }

  /** Packer's order: the waiting, the errors, the artifacts, each beside the line for people. */
  async finish(report: Report): Promise<readonly WrittenFile[]> {
    const failed = report.builds.filter(build => build.error)
    this.ui(closingLines(report)[0]!)
    if (failed.length > 0) {
      this.row('', 'error-count', String(failed.length))
      this.ui({ kind: 'error', text: SOME_FAILED })
    }
    for (const { name, error } of failed) {
      this.row(name, 'error', error?.message ?? '')
      this.ui({ kind: 'error', text: `--> ${name}: ${error?.message}` })
    }
    const fruitful = report.builds.filter(build => build.artifacts.length > 0)
    this.ui({ kind: 'say', text: fruitful.length > 0 ? FINISHED : NO_ARTIFACTS })
    for (const build of fruitful) this.artifacts(build)
    return []
  }

  private artifacts({ name, artifacts }: Report['builds'][number]): void {
    this.row(name, 'artifact-count', String(artifacts.length))
    for (const [index, artifact] of artifacts.entries()) {
      const row = (...data: string[]) => this.row(name, 'artifact', String(index), ...data)
      row('builder-id', artifact.builderId)
      row('id', artifact.id)
      row('string', artifact.description)
      row('files-count', String(artifact.files.length))
      for (const [position, file] of artifact.files.entries()) row('file', String(position), file)
      row('end')
      this.ui(artifactLine(name, artifact))
    }
  }

  private ui({ kind, text }: UiLine, at = Date.now()): void {
    this.line(at, '', 'ui', kind === 'warning' ? 'error' : kind, text)
  }

  private row(target: string, type: string, ...data: string[]): void {
    this.line(Date.now(), target, type, ...data)
  }

  private line(at: number, ...fields: string[]): void {
    this.write(machineLine(at, ...fields))
  }
}

/** `at` in milliseconds; fields are target, type and data. */
export const machineLine = (at: number, ...fields: string[]): string =>
  `${[String(Math.floor(at / 1000)), ...fields.map(escaped)].join(',')}\n`

const escaped = (text: string): string => text.replaceAll(',', '%!(PACKER_COMMA)').replaceAll('\r', '\\r').replaceAll('\n', '\\n')
