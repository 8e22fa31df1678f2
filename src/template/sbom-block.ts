/** The `sbom` block of `*.ingot.hcl`: whether a list of what is installed is written beside each image. */
import type { Block } from '../language/body'
import { Collector } from '../language/collector'
import type { Checked } from '../language/diagnostic'
import type { EvalContext } from '../language/eval-context'
import { decodeOptions } from '../language/options/decode'
import { flag } from '../language/options/spec'

export const sbomOptions = {
  enabled: flag('Ask a machine what is installed in the image, and write it as CycloneDX.', { default: true }),
} as const

/** True where there is no block. */
export function readSbomBlock([block, second]: readonly Block[], context: EvalContext): Checked<boolean> {
  const findings = new Collector()
  if (second) findings.error('Two sbom blocks', 'Only one sbom block may stand in the *.ingot.hcl files.', second.definitionRange)
  const given = block && findings.take(decodeOptions(sbomOptions, block.body, { context })).value
  return findings.done(given?.enabled ?? true)
}
