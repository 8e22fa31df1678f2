/** Options as a plugin receives them when a template sets only a few. */
import { parseDuration } from '../../src/language/duration'
import type { OptionsOf, OptionsSpec } from '../../src/language/options/spec'

/** `given` in the plugin's own terms: durations in milliseconds. */
export function withDefaults<S extends OptionsSpec>(spec: S, given: Partial<OptionsOf<S>>): OptionsOf<S> {
  const defaults = Object.entries(spec).map(([name, { settings }]) => {
    const value = settings.default
    return [name, typeof value === 'string' && /^-?\d+(ms|s|m|h)$/.test(value) ? parseDuration(value) : value]
  })
  return { ...Object.fromEntries(defaults), ...given } as OptionsOf<S>
}
