/** Decoded options as data that may be shown: sensitive ones are covered, unset ones left out. */
import { Value } from '../values/value'
import { toPlain } from './plain'
import type { OptionsSpec } from './spec'

export const SENSITIVE_TEXT = '<sensitive>'

export function printable(spec: OptionsSpec, options: unknown, redact: (text: string) => string): unknown {
  const given = options as Readonly<Record<string, unknown>>
  const entries = Object.entries(spec).flatMap(([name, option]): [string, unknown][] => {
    const value = given[name]
    if (value === undefined) return []
    if (option.settings.sensitive) return [[name, SENSITIVE_TEXT]]
    if (!option.options) return [[name, redacted(value, redact)]]
    const inner = option.options
    return [[name, Array.isArray(value) ? value.map(each => printable(inner, each, redact)) : printable(inner, value, redact)]]
  })
  return Object.fromEntries(entries)
}

/** The same data with every text, keys too, passed through `redact`. */
export function redacted(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (value instanceof Value) return redacted(toPlain(value), redact)
  if (Array.isArray(value)) return value.map(each => redacted(each, redact))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [redact(key), redacted(each, redact)]))
  return value
}
