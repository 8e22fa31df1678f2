/** From a body to what a plugin receives: evaluated, converted, rendered, checked, with the range of every option kept. */
import type { Attribute, Block, Body } from '../body'
import { Collector } from '../collector'
import { contentOf } from '../content'
import { type Checked, hasErrors } from '../diagnostic'
import type { EvalContext } from '../eval-context'
import type { Range } from '../source'
import { convert } from '../values/convert'
import { DYNAMIC } from '../values/type'
import { Value } from '../values/value'
import { fromPlain, mapStrings, toPlain } from './plain'
import { printable } from './printable'
import type { Option, OptionsOf, OptionsSpec } from './spec'
import { convertWeakly } from './weak'

/** Stands for what only the running build knows, as in Packer. */
export const UNKNOWN_TEXT = '<unknown>'

/** Options as a plugin receives them, with where each stands in the template. Printing leaves out what is sensitive. */
export interface DecodedOptions<O> {
  readonly value: O
  /** Of an option that the template sets; nested ones as `filter.owners` and `rule.0.port`. Inside a value: of the whole. */
  rangeOf(option: string): Range | undefined
  toJSON(): unknown
}

export interface DecodeSettings {
  readonly context: EvalContext
  /** The second interpolation layer, for every string but those of `late` options. Throws Error with a sentence. */
  readonly render?: (text: string, option: string) => string
  /** For the strings of `late` options: what can be said of them already. */
  readonly renderLate?: (text: string) => string
  /** Legacy JSON: strings are rendered first and then converted by weak rules. */
  readonly weak?: boolean
  /** Covers sensitive texts when the options are printed. */
  readonly redact?: (text: string) => string
  /** Gets the value of every sensitive option. */
  readonly onSensitive?: (value: Value) => void
  /** Told of every option whose value is not, or not wholly, known. */
  readonly onUnknown?: () => void
}

/** Never throws; options that could not be decoded are undefined in the result, and a diagnostic says why. */
export function decodeOptions<S extends OptionsSpec>(
  spec: S,
  body: Body,
  settings: DecodeSettings,
): Checked<DecodedOptions<OptionsOf<S>>> {
  const decoder = new Decoder(settings)
  const value = decoder.body(spec, body, '') as OptionsOf<S>
  const redact = settings.redact ?? (text => text)
  return decoder.findings.done({
    value,
    rangeOf: option => nearest(decoder.ranges, option),
    toJSON: () => printable(spec, value, redact),
  })
}

function nearest(ranges: ReadonlyMap<string, Range>, option: string): Range | undefined {
  for (let path = option; path !== ''; path = path.slice(0, Math.max(path.lastIndexOf('.'), 0))) {
    const range = ranges.get(path)
    if (range) return range
  }
  return undefined
}

class Decoder {
  readonly findings = new Collector()
  readonly ranges = new Map<string, Range>()

  constructor(private readonly settings: DecodeSettings) {}

  body(spec: OptionsSpec, body: Body, prefix: string): Readonly<Record<string, unknown>> {
    const options = Object.entries(spec)
    const content = this.findings.take(
      contentOf(body, {
        attributes: options
          .filter(([, option]) => option.form === 'attribute')
          .map(([name, option]) => ({ name, required: option.settings.required === true })),
        blocks: options.filter(([, option]) => option.form !== 'attribute').map(([type]) => ({ type, labels: [] })),
      }),
    )
    const decoded = options.map(([name, option]): [string, unknown] => {
      const path = prefix + name
      if (option.form === 'attribute') return [name, this.attribute(option, content.attributes.get(name), path)]
      return [
        name,
        this.nested(
          option,
          content.blocks.filter(block => block.type === name),
          path,
          content.missingItemRange,
        ),
      ]
    })
    return Object.freeze(Object.fromEntries(decoded))
  }

  private attribute(option: Option<unknown>, attribute: Attribute | undefined, path: string): unknown {
    if (!attribute) return this.defaultOf(option)
    this.ranges.set(path, attribute.expression.range)
    const evaluated = attribute.expression.evaluate(this.settings.context)
    this.findings.take(evaluated)
    if (hasErrors(evaluated.diagnostics)) return undefined
    try {
      const value = this.converted(option, evaluated.value, path)
      if (isUnset(value)) {
        if (option.settings.required) this.error('Missing required argument', `"${attribute.name}" must not be empty.`, attribute)
        return this.defaultOf(option)
      }
      return this.usable(option, attribute.name, attribute.expression.range) ? this.read(option, value) : undefined
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const reason = option.settings.sensitive ? 'its value, which is sensitive, does not fit' : error.message
      this.error('Invalid value', `Inappropriate value for "${attribute.name}": ${endSentence(reason)}`, attribute)
      return undefined
    }
  }

  /** Throws Error with the reason when the value is of another type, or cannot be rendered. */
  private converted(option: Option<unknown>, given: Value, path: string): Value {
    const { render, renderLate, weak } = this.settings
    const change = option.settings.late ? renderLate : render && ((text: string) => render(text, path))
    const rendered = (value: Value) => (change ? mapStrings(value, text => (text.includes('{{') ? change(text) : text)) : value)
    return weak ? convertWeakly(rendered(given), option.type) : rendered(convert(given, option.type))
  }

  /** Throws Error with the reason when the value does not do. */
  private read(option: Option<unknown>, value: Value): unknown {
    if (!value.isWhollyKnown) {
      this.settings.onUnknown?.()
      return value.type.kind === 'string' ? UNKNOWN_TEXT : undefined
    }
    if (option.settings.sensitive) this.settings.onSensitive?.(value)
    try {
      this.verify(option, value)
      return deepFreeze(option.read(value))
    } catch (error) {
      // Only the running build knows the true value; it is decoded again then.
      if (mentionsUnknown(value)) return undefined
      throw error
    }
  }

  /** `oneOf` and `check` speak of the value as the author writes it. */
  private verify(option: Option<unknown>, value: Value): void {
    const written = option.type === DYNAMIC ? value : toPlain(value)
    const { oneOf, check } = option.settings
    if (oneOf && !oneOf.includes(written))
      throw new Error(`${JSON.stringify(written)} is not one of ${oneOf.map(each => JSON.stringify(each)).join(', ')}`)
    const objection = check?.(written)
    if (objection) throw new Error(objection)
  }

  private nested(option: Option<unknown>, blocks: readonly Block[], path: string, missing: Range): unknown {
    const spec = option.options ?? {}
    const [first, second] = blocks
    const name = path.slice(path.lastIndexOf('.') + 1)
    if (!first) {
      if (option.settings.required)
        this.findings.error('Missing block', `A "${name}" block is required here.`, missing, { missing: [name] })
      return option.form === 'blocks' ? Object.freeze([]) : undefined
    }
    if (!this.usable(option, name, first.definitionRange)) return option.form === 'blocks' ? Object.freeze([]) : undefined
    this.ranges.set(path, first.definitionRange)
    if (option.form === 'blocks') return Object.freeze(blocks.map((block, i) => this.block(spec, block, `${path}.${i}`)))
    if (second) this.findings.error('Duplicate block', `Only one "${name}" block may stand here.`, second.definitionRange)
    return this.block(spec, first, path)
  }

  private block(spec: OptionsSpec, block: Block, path: string): unknown {
    this.ranges.set(path, block.definitionRange)
    return this.body(spec, block.body, `${path}.`)
  }

  private usable(option: Option<unknown>, name: string, range: Range): boolean {
    const { deprecated, unsupported } = option.settings
    if (deprecated)
      this.findings.add({
        severity: 'warning',
        summary: 'Deprecated option',
        detail: `"${name}": ${endSentence(deprecated)}`,
        subject: range,
      })
    if (unsupported) this.findings.error('Unsupported option', `"${name}": ${endSentence(unsupported)}`, range)
    return !unsupported
  }

  private defaultOf(option: Option<unknown>): unknown {
    const given = option.settings.default
    return given === undefined ? undefined : deepFreeze(option.read(convert(fromPlain(given), option.type)))
  }

  private error(summary: string, detail: string, { expression, range }: Attribute): void {
    this.findings.error(summary, detail, expression.range, { context: range })
  }
}

/** Packer's components cannot tell an empty text from none, and templates pass empty variables on, relying on it. */
const isUnset = (value: Value): boolean =>
  value.isNull || (value.isKnown && value.type.kind === 'string' && value.asString() === '')

const endSentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)

const mentionsUnknown = (value: Value): boolean => JSON.stringify(toPlain(value) ?? '').includes(UNKNOWN_TEXT)

function deepFreeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Value || Object.isFrozen(value)) return value
  for (const each of Object.values(value)) deepFreeze(each)
  return Object.freeze(value)
}
