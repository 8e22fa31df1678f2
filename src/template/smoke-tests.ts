/** `smoke_test` blocks of `*.ingot.hcl`: what is asked of a fresh machine from the candidate image. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Block } from '../language/body'
import { Collector } from '../language/collector'
import { type Checked, hasErrors } from '../language/diagnostic'
import type { EvalContext } from '../language/eval-context'
import { decodeOptions } from '../language/options/decode'
import { duration } from '../language/options/duration-option'
import { textMap, texts } from '../language/options/spec'
import type { PlannedSmokeTest } from '../model/plan'

export const smokeTestOptions = {
  scripts: texts(
    'Script files of this machine, relative to the template folder; each is run on the fresh machine and passes with exit status 0.',
    {
      default: [],
    },
  ),
  inline: texts('Commands that are run as one script, which stops at the first that fails.', { default: [] }),
  environment: textMap('Environment variables of scripts and commands.', { default: {} }),
  timeout: duration('How long the whole test may take, once the machine is reached.', { default: '5m' }),
  only: texts('The sources whose images are tested, as `type.name`. Default: all.'),
  except: texts('The sources whose images are not tested, as `type.name`.'),
} as const

export interface SmokeTest extends PlannedSmokeTest {
  readonly only?: readonly string[]
  readonly except?: readonly string[]
}

/** `folder` is where relative paths begin. */
export function readSmokeTest(block: Block, context: EvalContext, folder: string): Checked<SmokeTest> {
  const findings = new Collector()
  const decoded = findings.take(decodeOptions(smokeTestOptions, block.body, { context }))
  const { scripts, inline, environment, timeout, only, except } = decoded.value
  const given = scripts ?? []
  const files = given.map(file => resolve(folder, file))
  for (const [i, file] of files.entries())
    if (!isFile(file))
      findings.error(
        'Script not found',
        `There is no file "${given[i]}" in the template's folder.`,
        decoded.rangeOf('scripts') ?? block.definitionRange,
      )
  const range = block.definitionRange
  if (files.length === 0 && (inline ?? []).length === 0 && !hasErrors(findings.diagnostics))
    findings.error('Empty smoke test', 'A smoke test needs scripts or inline commands to run.', range)
  if (only && except)
    findings.error("Both 'only' and 'except'", "Only one of 'only' and 'except' may be set.", decoded.rangeOf('except') ?? range)
  const test = {
    name: block.labels[0] ?? '',
    scripts: files,
    inline: inline ?? [],
    environment: environment ?? {},
    timeout,
    only,
    except,
    range,
  }
  return findings.done(test)
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
