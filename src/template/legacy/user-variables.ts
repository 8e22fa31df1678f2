/** User variables of a legacy template: given, defaulted, and rendered, since they may be made of each other. */
import { Collector } from '../../language/collector'
import type { Checked } from '../../language/diagnostic'
import { type InterpolationFacts, interpolate } from '../../language/options/interpolation'
import type { Range } from '../../language/source'
import { compareUtf8 } from '../../language/values/utf8'

export interface UserVariable {
  readonly name: string
  /** Undefined: the template demands a value. */
  readonly default: string | undefined
  readonly range: Range
}

/**
 * What is given beats the template's default; names that the template does not declare are accepted, as in Packer.
 * `facts` tell of the environment too. A given text that does not render is taken as it is.
 */
export function resolveUserVariables(
  declared: readonly UserVariable[],
  given: ReadonlyMap<string, string>,
  facts: InterpolationFacts,
  tolerateUnset = false,
): Checked<ReadonlyMap<string, string>> {
  const findings = new Collector()
  const texts = new Map(given)
  for (const { name, default: text, range } of declared) {
    if (texts.has(name)) continue
    if (text !== undefined) texts.set(name, text)
    else if (!tolerateUnset) {
      const detail = `Variable "${name}" is required, because its default is null. Set it with -var ${name}=… or in a -var-file.`
      findings.error(`Unset variable "${name}"`, detail, range)
    }
  }
  const { rendered, failures } = renderAll(texts, given, facts)
  const ranges = new Map(declared.map(({ name, range }) => [name, range]))
  for (const [name, reason] of failures)
    findings.add({
      severity: 'error',
      summary: 'Variable not rendered',
      detail: `"${name}": ${reason}.`,
      subject: ranges.get(name),
    })
  return findings.done(new Map([...texts].map(([name, text]) => [name, rendered.get(name) ?? text])))
}

/** Round after round, until nothing more can be rendered with what is already known. */
function renderAll(texts: ReadonlyMap<string, string>, given: ReadonlyMap<string, string>, facts: InterpolationFacts) {
  const rendered = new Map<string, string>()
  const user = (name: string): string => {
    const value = rendered.get(name)
    if (value === undefined)
      throw new Error(texts.has(name) ? `variable "${name}" itself needs others` : `there is no variable "${name}"`)
    return value
  }
  const round = (waiting: readonly string[]) => {
    const failures = new Map<string, string>()
    for (const name of waiting)
      try {
        rendered.set(name, renderVariable(texts.get(name)!, { ...facts, user }))
      } catch (error) {
        failures.set(name, (error as Error).message)
      }
    return failures
  }
  let waiting: readonly string[] = [...texts.keys()].sort(compareUtf8)
  for (;;) {
    const failures = round(waiting)
    const left = [...failures.keys()]
    const literal = left.length === waiting.length ? left.find(name => given.has(name)) : undefined
    if (literal !== undefined) rendered.set(literal, texts.get(literal)!)
    else if (left.length === waiting.length) return { rendered, failures }
    waiting = left.filter(name => name !== literal)
  }
}

const FIELD = /\{\{-?\s*\.[\w.]*\s*-?\}\}/g

/** Fields wait for the component that knows them. */
function renderVariable(text: string, facts: InterpolationFacts): string {
  const fields = text.match(FIELD) ?? []
  const pieces = text.split(FIELD).map(piece => interpolate(piece, facts))
  return pieces.map((piece, i) => piece + (fields[i] ?? '')).join('')
}
