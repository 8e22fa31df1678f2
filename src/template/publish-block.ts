/** `publish` blocks of `*.ingot.hcl`: where others are told of an image that passed. */
import type { Block } from '../language/body'
import { Collector } from '../language/collector'
import type { Checked } from '../language/diagnostic'
import type { EvalContext } from '../language/eval-context'
import { decodeOptions } from '../language/options/decode'
import { text, texts } from '../language/options/spec'
import type { PlannedPublication } from '../model/plan'

export const publishOptions = {
  ssm_parameter: text(
    'Name of a parameter of AWS Systems Manager that holds the ID of the newest image, in every region that has one; launch templates follow it with `resolve:ssm:NAME`.',
    {
      required: true,
      check: name =>
        /^\/?[\w.-]+(\/[\w.-]+){0,14}$/.test(name) && !/^\/?(aws|ssm)/i.test(name)
          ? undefined
          : 'names consist of letters, digits and ._- between slashes, and do not begin with aws or ssm',
    },
  ),
  only: texts('The sources whose images are published there, as `type.name`. Default: all.'),
  except: texts('The sources whose images are not published there, as `type.name`.'),
} as const

interface Publication extends PlannedPublication {
  readonly only?: readonly string[]
  readonly except?: readonly string[]
}

export function readPublication(block: Block, context: EvalContext): Checked<Publication> {
  const findings = new Collector()
  const { ssm_parameter, only, except } = findings.take(decodeOptions(publishOptions, block.body, { context })).value
  if (only && except)
    findings.error("Both 'only' and 'except'", "Only one of 'only' and 'except' may be set.", block.definitionRange)
  return findings.done({ ssmParameter: ssm_parameter, only, except })
}
