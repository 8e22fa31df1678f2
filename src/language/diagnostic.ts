/** Diagnostics are values: collected, never thrown, so that one run names every independent mistake. */
import type { Range } from './source'

export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  /** A short sentence without a period: what kind of mistake this is. */
  readonly summary: string
  /** What is wrong here and what to do about it. Never holds a sensitive value. */
  readonly detail?: string
  /** The text to underline. */
  readonly subject?: Range
  /** The larger construct to show around the subject. */
  readonly context?: Range
  /** What could not be read because of it: names that are declared there are not to be missed elsewhere. */
  readonly lost?: Range
  /** All of what breaks a rule as a whole: a mistake of syntax in there may be why. */
  readonly within?: Range
  /** What is not there, by its labels; the last of them is its own name. */
  readonly missing?: readonly string[]
  /** A name that is close enough to another to be read as it. */
  readonly slip?: Slip
}

export interface Slip {
  readonly written: string
  readonly meant: string
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some(d => d.severity === 'error')

/** A value with what was found on the way to it. `value` is the best partial result when there are errors. */
export interface Checked<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}
