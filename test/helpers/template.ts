/** Loads a template that a test writes down as texts; its folder is removed again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../../src/language/diagnostic'
import { type Loaded, type LoadInput, loadPlan } from '../../src/template/load-plan'
import { plugins } from './plugins'

export type Files = Readonly<Record<string, string>>

/** `path` is below the folder; the folder itself by default. Relative paths of the input start there too. */
export async function load(files: Files | string, input: Partial<LoadInput> = {}): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-template-'))
  try {
    for (const [name, text] of Object.entries(typeof files === 'string' ? { 't.pkr.hcl': files } : files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return await loadPlan({ path: '.', environment: {}, plugins, workingDirectory: folder, ...input })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** `error 3:5 Summary: detail`, as far as there is a place. */
export const shown = ({ severity, subject, summary, detail }: Diagnostic): string =>
  `${severity} ${subject ? `${subject.start.line}:${subject.start.column} ` : ''}${summary}${detail ? `: ${detail}` : ''}`

export const NULL_BUILD = `
source "null" "x" {
  communicator = "none"
}
build {
  sources = ["null.x"]
}
`
