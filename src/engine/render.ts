/** Packer's `{{ }}` in options that plugins render themselves, once the values exist. */
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { interpolate } from '../language/options/interpolation'
import { Failure } from '../model/failure'
import type { Render } from './options'

/** `packerVersion` is what `{{packer_version}}` answers. */
export const renderer =
  (packerVersion: string): Render =>
  (text, data, { run, build, values }) => {
    const facts = {
      buildName: build.sourceName,
      buildType: build.sourceType,
      folder: folderOf(run.template),
      workingDirectory: process.cwd(),
      packerVersion,
      startedAt: new Date(run.startedAt),
      values,
    }
    try {
      return interpolate(text, facts, data)
    } catch (cause) {
      throw new Failure('invalid', `A template in the options of ${build.name} cannot be rendered: ${(cause as Error).message}`, {
        cause,
      })
    }
  }

/** A template is a folder or a file in one. */
function folderOf(template: string): string {
  const path = resolve(template)
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false ? dirname(path) : path
}
