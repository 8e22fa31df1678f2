/** What provisioners and post-processors have beside their plugin's own options: names, conditions, times. */

import type { Attribute, BodyContent } from '../../language/body'
import { Collector } from '../../language/collector'
import { type Checked, type Diagnostic, hasErrors } from '../../language/diagnostic'
import { parseDuration } from '../../language/duration'
import type { EvalContext } from '../../language/eval-context'
import { mapStrings } from '../../language/options/plain'
import { convertWeakly } from '../../language/options/weak'
import type { Range } from '../../language/source'
import { convert } from '../../language/values/convert'
import { BOOL, listOf, NUMBER, STRING, type Type } from '../../language/values/type'
import type { Value } from '../../language/values/value'
import { listed } from '../../lib/listed'
import { elementRange } from '../places'

/** Reads the attributes of one content, each as the type it must have. */
export class MetaReader {
  readonly findings = new Collector()

  constructor(
    private readonly content: BodyContent,
    private readonly context: EvalContext,
    /** Legacy templates: the second interpolation layer reaches these too, and types are weak. */
    private readonly render?: (text: string) => string,
  ) {}

  text(name: string): string | undefined {
    return this.value(name, STRING)?.asString()
  }
  texts(name: string): readonly string[] | undefined {
    return this.value(name, listOf(STRING))
      ?.elements()
      .map(each => each.asString())
  }
  flag(name: string): boolean | undefined {
    return this.value(name, BOOL)?.asBool()
  }
  /** Milliseconds. */
  duration(name: string): number | undefined {
    return this.parse(name, STRING, value => parseDuration(value.asString()))
  }
  /** How often; below zero is never, as in Packer. */
  count(name: string): number | undefined {
    return this.parse(name, NUMBER, value => {
      const count = value.asNumber().toDouble()
      if (!Number.isInteger(count)) throw new Error('it must be a whole number')
      return Math.max(count, 0)
    })
  }
  /** Of the value, or of one of its elements. */
  rangeOf(name: string, element?: number): Range | undefined {
    const expression = this.content.attributes.get(name)?.expression
    return expression && element !== undefined ? elementRange(expression, element) : expression?.range
  }

  private parse<T>(name: string, type: Type, read: (value: Value) => T): T | undefined {
    const value = this.value(name, type)
    if (value === undefined) return undefined
    try {
      return read(value)
    } catch (error) {
      this.findings.add(wrong(this.content.attributes.get(name)!, (error as Error).message))
      return undefined
    }
  }

  private converted(value: Value, type: Type): Value {
    return this.render ? convertWeakly(mapStrings(value, this.render), type) : convert(value, type)
  }

  /** Undefined when absent, null, wrong or not known. */
  private value(name: string, type?: Type): Value | undefined {
    const attribute = this.content.attributes.get(name)
    if (!attribute) return undefined
    const evaluated = attribute.expression.evaluate(this.context)
    this.findings.take(evaluated)
    if (hasErrors(evaluated.diagnostics) || evaluated.value.state !== 'known') return undefined
    try {
      const value = type ? this.converted(evaluated.value, type) : evaluated.value
      return value.isWhollyKnown ? value : undefined
    } catch (error) {
      if (!(error instanceof Error)) throw error
      this.findings.add(wrong(attribute, error.message))
      return undefined
    }
  }
}

const wrong = ({ name, expression, range }: Attribute, reason: string) => ({
  severity: 'error' as const,
  summary: 'Invalid value',
  detail: `Inappropriate value for "${name}": ${reason}.`,
  subject: expression.range,
  context: range,
})

/** `only` and `except` name sources exactly: `type.name`. */
export interface Condition {
  readonly only?: readonly string[]
  readonly except?: readonly string[]
}

/** A name that fits no source is a mistake in a legacy template, as in Packer, and worth a warning in others. */
export function readCondition(
  meta: MetaReader,
  sources: readonly string[],
  severity: Diagnostic['severity'],
  range: Range,
): Checked<Condition> {
  const findings = new Collector()
  const [only, except] = [meta.texts('only'), meta.texts('except')]
  if (only && except && only.length > 0 && except.length > 0)
    findings.error("Both 'only' and 'except'", "Only one of 'only' and 'except' may be set.", meta.rangeOf('except') ?? range, {
      context: range,
    })
  const look = (option: string, names: readonly string[] = []) => {
    for (const [i, name] of names.entries())
      if (!sources.includes(name))
        findings.add({
          severity,
          summary: 'No such source',
          detail: `"${name}" is no source of this build, so the condition never applies to it. The sources are: ${listed(sources)}.`,
          subject: meta.rangeOf(option, i) ?? range,
          context: range,
        })
  }
  look('only', only)
  look('except', except)
  return findings.done({ only, except })
}

export function appliesTo({ only, except }: Condition, source: string): boolean {
  if (only && only.length > 0) return only.includes(source)
  return !except?.includes(source)
}
