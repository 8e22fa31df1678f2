/** Outputs of the Action, told once; a test holds action.yml to this. An image that did not pass is never among them. */
import { resolve } from 'node:path'
import { setOutput } from '@actions/core'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'
import { fromWorkspace } from './workspace'

export const outputs = {
  'image-id': 'ID of the image, when exactly one was made; else empty.',
  'image-ids': 'IDs of all images as JSON: {"build": {"region": "id"}}.',
  'image-names': 'Names of all images as JSON: {"build": {"region": "name"}}.',
  fingerprint: 'Of what the image was made of, when exactly one was made; else empty.',
  manifest: "Path of Packer's manifest, when the template has that post-processor.",
  'tfvars-file': 'Path of the images as Terraform variables.',
  changed: 'true when a new image was published, false when none was.',
  skipped: 'true when skip-unchanged found every image, so that nothing was baked.',
  sbom: 'Paths of what is installed in each image (CycloneDX), one a line.',
  junit: 'Path of the smoke tests as JUnit XML, also of a failed run.',
  report: 'Path of the report (JSON), also of a failed run; command: merge takes it.',
  plan: 'Path of the plan (JSON), of command: plan.',
  matrix: 'Of command: plan, for `strategy: { matrix: }`: {"include": [{"key": …, "only": …}]}.',
} as const

export type OutputName = keyof typeof outputs

export const output = (name: OutputName, value: string): void => setOutput(name, value)

export const outputPath = (name: OutputName, path: string): void => output(name, forOthers(path))

/** Relative to the workspace, where other steps start, or absolute when it lies outside. */
const forOthers = (path: string): string => fromWorkspace(path) ?? resolve(path)

/** By what the report calls the file. */
const FILES: Readonly<Record<string, OutputName>> = {
  manifest: 'manifest',
  tfvars: 'tfvars-file',
  report: 'report',
  junit: 'junit',
}
/** Told of a failed run too. */
const ALWAYS: readonly OutputName[] = ['report', 'junit']

export class ActionOutputs implements Sink {
  readonly name = 'outputs of the Action'

  handle(): void {}

  async finish(report: Report): Promise<readonly WrittenFile[]> {
    const passed = report.outcome === 'done'
    for (const { what, path } of report.files) {
      const name = Object.hasOwn(FILES, what) ? FILES[what] : undefined
      if (name && (passed || ALWAYS.includes(name))) outputPath(name, path)
    }
    if (!passed) return []
    const fruitful = report.builds.filter(build => build.images.length > 0)
    output('changed', String(fruitful.some(build => !build.unchanged)))
    output('skipped', String(fruitful.length > 0 && fruitful.every(build => build.unchanged)))
    output('sbom', report.files.flatMap(({ what, path }) => (what === 'sbom' ? forOthers(path) : [])).join('\n'))
    const images = report.builds.flatMap(build => build.images)
    output('image-id', images.length === 1 ? (images[0]?.id ?? '') : '')
    output('fingerprint', images.length === 1 ? (images[0]?.fingerprint ?? '') : '')
    output('image-ids', JSON.stringify(byRegion(report, 'id')))
    output('image-names', JSON.stringify(byRegion(report, 'name')))
    return []
  }
}

const byRegion = (report: Report, what: 'id' | 'name'): Record<string, Record<string, string>> =>
  Object.fromEntries(
    report.builds
      .filter(build => build.images.length > 0)
      .map(build => [build.name, Object.fromEntries(build.images.map(image => [image.region, image[what]]))]),
  )
