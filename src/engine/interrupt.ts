/**
 * What ends a run before its time: signals, and mistakes of ours that nobody caught. CI hosts send two or three signals seconds
 * apart, so only the first one changes anything: it aborts the run, and clean-up begins. Later ones are answered with how far
 * the clean-up is.
 */

import { setMaxListeners } from 'node:events'
import { Failure } from '../model/failure'

export interface Interrupt {
  readonly signal: AbortSignal
  /** Called for every signal after the first. */
  onRepeat(listener: () => void): void
}

export class Interrupted extends Failure {
  constructor(readonly by: NodeJS.Signals) {
    super('interrupted', `interrupted by ${by}`)
  }
}

/** A signal interrupts a run; anything else that aborts it is a failure. */
export const outcomeOfAbort = ({ reason }: AbortSignal): 'interrupted' | 'failed' =>
  reason instanceof Interrupted ? 'interrupted' : 'failed'

type Emitter = Pick<NodeJS.Process, 'on' | 'off'>

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Takes them over until `stop`; the process no longer dies from them. The reason of the abort is an Interrupted or the error. */
export function watchSignals(emitter: Emitter = process): Interrupt & { stop(): void } {
  const controller = new AbortController()
  // Every wait of every build listens; that is no leak, of which Node would warn.
  setMaxListeners(0, controller.signal)
  const listeners: (() => void)[] = []
  // Dying of it would leave everything running that the run answers for.
  const crashed = (error: Error) => controller.abort(error)
  // Nothing is under way any more, and nobody has called `stop`: whoever is waited for will never answer.
  const stalled = () => controller.abort(new Error('a mistake of ingot: what the run waits for can no longer come'))
  const heard = (name: NodeJS.Signals) => {
    if (!controller.signal.aborted) controller.abort(new Interrupted(name))
    else for (const listener of listeners) listener()
  }
  for (const name of SIGNALS) emitter.on(name, heard)
  emitter.on('uncaughtException', crashed)
  emitter.on('beforeExit', stalled)
  return {
    signal: controller.signal,
    onRepeat: listener => listeners.push(listener),
    stop: () => {
      for (const name of SIGNALS) emitter.off(name, heard)
      emitter.off('uncaughtException', crashed)
      emitter.off('beforeExit', stalled)
    },
  }
}
