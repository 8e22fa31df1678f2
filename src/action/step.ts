/** What every command of the Action is given. */
import type { Interrupt } from '../engine/interrupt'
import type { Inputs } from './inputs'

export interface Step {
  readonly inputs: Inputs
  readonly interrupt: Interrupt
  /** For journals and whatever else this step keeps. */
  readonly folder: string
}
