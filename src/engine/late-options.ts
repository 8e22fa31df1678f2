/** Options that were only previewed in the plan, decoded with what the build knows now. */
import { hasErrors } from '../language/diagnostic'
import { Failure } from '../model/failure'
import type { LateOptions } from '../model/plan'
import type { BuildRun } from './build-run'

export function resolved(build: BuildRun, options: LateOptions, whose: string): Readonly<Record<string, unknown>> {
  const { value, diagnostics } = options.resolve(build.values)
  if (hasErrors(diagnostics))
    throw new Failure('invalid', `The options of ${whose} are not valid with this build's values`, { diagnostics })
  for (const diagnostic of diagnostics) build.emit({ type: 'diagnostic', diagnostic })
  return value.value
}
