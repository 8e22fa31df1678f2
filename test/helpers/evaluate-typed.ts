/** Evaluates expressions for comparison with Terraform: all of Packer's functions, Terraform's conversions, and `U`, which is unknown. */
import { standardFunctions } from '../../src/language/functions'
import { parseExpression } from '../../src/language/hcl'
import { typeText } from '../../src/language/values/type-text'
import { Value } from '../../src/language/values/value'
import { conversions } from './evaluate'

const functions = new Map([...standardFunctions({ directory: '/' }), ...conversions.map(fn => [fn.name, fn] as const)])
const variables = new Map([['U', Value.unknown()]])

export interface Evaluated {
  readonly verdict: 'a value' | 'an error'
  /** As Terraform's `type()` writes it, without white space. */
  readonly type?: string
  readonly problem?: string
}

export function evaluateTyped(text: string): Evaluated {
  const parsed = parseExpression(text, 'test.hcl')
  const { value, diagnostics } = parsed.value.evaluate({ variables, functions })
  const problem = [...parsed.diagnostics, ...diagnostics].map(({ summary, detail }) => `${summary}: ${detail}`).join('\n')
  if (problem !== '') return { verdict: 'an error', problem }
  const type = typeText(value.type).replaceAll('any', 'dynamic')
  return { verdict: 'a value', type: type.replaceAll('=', ':').replace(/\s/g, '') }
}
