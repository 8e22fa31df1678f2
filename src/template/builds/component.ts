/** From the block of a source, provisioner or post-processor to its options: plugin found, decoded, rendered, checked. */
import type { Body } from '../../language/body'
import { Collector } from '../../language/collector'
import { type Checked, type Diagnostic, hasErrors } from '../../language/diagnostic'
import { didYouMean } from '../../language/did-you-mean'
import type { EvalContext } from '../../language/eval-context'
import { decodeOptions, UNKNOWN_TEXT } from '../../language/options/decode'
import { checkInterpolation, type InterpolationFacts, interpolate } from '../../language/options/interpolation'
import type { OptionsSpec } from '../../language/options/spec'
import type { Range } from '../../language/source'
import { between, settled } from '../../language/span'
import type { CommunicatorOptions } from '../../model/communicator-options'
import type { BuildValues, Decoded, LateOptions } from '../../model/plan'
import type { Problem } from '../../model/plugin'
import { insteadOf, isCore, pluginOf } from '../known-plugins'
import type { RequiredPlugin } from '../packer-block'
import type { Secrets } from '../sensitive'

/** What source, provisioner and post-processor plugins have in common. */
export interface Component {
  readonly type: string
  readonly options: OptionsSpec
  check?(options: never, communicator?: CommunicatorOptions): readonly Problem[]
}

/** How options are read: in the native language, or with the weak rules of legacy JSON. */
export interface Reading {
  readonly weak?: boolean
  readonly secrets: Secrets
  /** Legacy: user variables are known now, whatever the build is still to tell. */
  readonly renderLate?: (text: string) => string
  /** Told when the value of an option is not known yet. */
  readonly onUnknown?: () => void
}

/** Undefined, with a message that names what there is, when it is not built in. */
export function findComponent<T>(
  kind: string,
  type: string,
  builtIn: Readonly<Record<string, T>>,
  required: readonly RequiredPlugin[],
  range: Range,
  context: Range,
): Checked<T | undefined> {
  const findings = new Collector()
  if (Object.hasOwn(builtIn, type)) return findings.done(builtIn[type])
  const names = Object.keys(builtIn).sort()
  const hint = didYouMean(type, names)
  const plugin = required.find(({ name }) => type === name || type.startsWith(`${name}-`)) ?? pluginOf(type)
  const instead = insteadOf(type)
  const origin = instead
    ? ` ${instead}`
    : plugin
      ? ` It belongs to the plugin "${plugin.source}", and plugins of Packer cannot be loaded.`
      : isCore(type)
        ? ' Packer has it built in, ingot not yet.'
        : ''
  findings.error(
    `Unknown ${kind} type`,
    `No ${kind} "${type}" is built in.${hint || origin} Built in are: ${names.join(', ') || 'none'}.`,
    range,
    { context },
  )
  return findings.done(undefined)
}

/** `spec` is the plugin's own, with what else may stand in the body. */
export function decodeComponent(
  spec: OptionsSpec,
  body: Body,
  context: EvalContext,
  facts: InterpolationFacts,
  reading: Reading,
): Checked<Decoded> {
  return decodeOptions(spec, body, {
    context,
    render: text => interpolate(text, facts),
    weak: reading.weak,
    renderLate: text => {
      checkInterpolation(text, facts)
      return reading.renderLate?.(text) ?? text
    },
    redact: reading.secrets.redact,
    onSensitive: value => reading.secrets.addValue(value),
    onUnknown: reading.onUnknown,
  })
}

/** The plugin's own rules, asked only of options that are right one by one. `unknown`: some value waits for a data source. */
export function checkComponent(
  component: Component,
  decoded: Checked<Decoded>,
  range: Range,
  body: Body,
  unknown = false,
  communicator?: CommunicatorOptions,
): readonly Diagnostic[] {
  if (hasErrors(decoded.diagnostics) || !component.check || (unknown && lacksValues(component, decoded.value))) return []
  const problems = component.check(decoded.value.value as never, communicator)
  // What complains of a file <unknown> is asked again when the true name is known.
  const known = problems.filter(({ summary, detail = '' }) => !`${summary} ${detail}`.includes(UNKNOWN_TEXT))
  return known.map(({ option, severity, summary, detail }) => ({
    severity: severity ?? 'error',
    summary,
    detail,
    subject: (option === undefined ? undefined : decoded.value.rangeOf(option)) ?? range,
    context: range,
    within: settled(between(range, body.missingItemRange)),
  }))
}

/** An option that is set and still undefined looks to a rule as if it were not set. */
const lacksValues = ({ options }: Component, { value, rangeOf }: Decoded): boolean =>
  Object.keys(options).some(name => value[name] === undefined && rangeOf(name) !== undefined)

/** `decode` without values is the preview. What that one warned of is not said again. */
export function lateOptions(decode: (values: BuildValues | undefined) => Checked<Decoded>): Checked<LateOptions> {
  const preview = decode(undefined)
  const told = new Set(preview.diagnostics.map(keyOf))
  const late: LateOptions = {
    preview: preview.value,
    resolve: values => {
      const { value, diagnostics } = decode(values)
      return { value, diagnostics: diagnostics.filter(each => each.severity === 'error' || !told.has(keyOf(each))) }
    },
    toJSON: () => preview.value.toJSON(),
  }
  return { value: Object.freeze(late), diagnostics: preview.diagnostics }
}

const keyOf = ({ summary, detail, subject }: Diagnostic): string => JSON.stringify([summary, detail, subject])
