/** Evaluates the text of an expression with the functions that the conformance tables use. */
import type { Diagnostic } from '../../src/language/diagnostic'
import { FunctionError, type LanguageFunction } from '../../src/language/functions/function'
import { listFunctions } from '../../src/language/functions/library/lists'
import { mapFunctions } from '../../src/language/functions/library/maps'
import { numberFunctions } from '../../src/language/functions/library/numbers'
import { textFunctions } from '../../src/language/functions/library/text'
import { parseExpression } from '../../src/language/hcl'
import { convert } from '../../src/language/values/convert'
import { toJson } from '../../src/language/values/json'
import { BOOL, DYNAMIC, listOf, mapOf, NUMBER, STRING, setOf, type Type } from '../../src/language/values/type'
import { Value } from '../../src/language/values/value'

/** Terraform has these where Packer has `convert`. */
const conversion = (name: string, type: Type): LanguageFunction => ({
  name,
  parameters: [{ name: 'v', type: DYNAMIC, allowNull: true, allowUnknown: true, allowDynamic: true }],
  resultType: () => type,
  call: ([value]) => {
    try {
      return convert(value!, type)
    } catch (error) {
      throw new FunctionError((error as Error).message, 0)
    }
  },
})

export const conversions = [
  conversion('tostring', STRING),
  conversion('tonumber', NUMBER),
  conversion('tobool', BOOL),
  conversion('tolist', listOf(DYNAMIC)),
  conversion('toset', setOf(DYNAMIC)),
  conversion('tomap', mapOf(DYNAMIC)),
]

const length: LanguageFunction = {
  name: 'length',
  parameters: [{ name: 'value', type: STRING }],
  resultType: () => NUMBER,
  call: ([text]) => textFunctions.find(({ name }) => name === 'strlen')!.call([text!]),
}

const jsonencode: LanguageFunction = {
  name: 'jsonencode',
  parameters: [{ name: 'val', type: DYNAMIC, allowNull: true }],
  resultType: () => STRING,
  call: ([value]) => {
    try {
      return Value.string(toJson(value!))
    } catch (error) {
      throw new FunctionError((error as Error).message)
    }
  },
}

const library = [jsonencode, ...conversions, ...listFunctions, ...mapFunctions, ...numberFunctions, ...textFunctions]
export const functions: ReadonlyMap<string, LanguageFunction> = new Map([length, ...library].map(fn => [fn.name, fn]))

export interface Evaluated {
  /** As JSON, when there was no mistake. */
  readonly value?: string
  readonly summaries?: readonly string[]
}

export function evaluateText(text: string, variables: ReadonlyMap<string, Value> = new Map()): Evaluated {
  const { value, diagnostics } = evaluate(text, variables)
  return diagnostics.length > 0 ? { summaries: diagnostics.map(({ summary }) => summary) } : { value: jsonOf(value) }
}

export function evaluate(
  text: string,
  variables: ReadonlyMap<string, Value> = new Map(),
): { value: Value; diagnostics: readonly Diagnostic[] } {
  const parsed = parseExpression(text, 'test.hcl')
  if (parsed.diagnostics.length > 0) return { value: Value.unknown(), diagnostics: parsed.diagnostics }
  return parsed.value.evaluate({ variables, functions })
}

function jsonOf(value: Value): string {
  if (!value.isWhollyKnown) return 'unknown'
  try {
    return toJson(value)
  } catch (error) {
    return (error as Error).message
  }
}
