/**
 * Signals from the system. CI hosts send two or three of them seconds apart, so only the first one changes anything: it aborts
 * the run, and clean-up begins. Later ones are answered with how far the clean-up is.
 */

export interface Interrupt {
  readonly signal: AbortSignal
  /** Called for every signal after the first. */
  onRepeat(listener: () => void): void
}

export class Interrupted extends Error {
  constructor(readonly by: NodeJS.Signals) {
    super(`interrupted by ${by}`)
    this.name = 'Interrupted'
  }
}

type Emitter = Pick<NodeJS.Process, 'on' | 'off'>

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Takes the signals over until `stop`; the process no longer dies from them. */
export function watchSignals(emitter: Emitter = process): Interrupt & { stop(): void } {
  const controller = new AbortController()
  const listeners: (() => void)[] = []
  const heard = (name: NodeJS.Signals) => {
    if (!controller.signal.aborted) controller.abort(new Interrupted(name))
    else for (const listener of listeners) listener()
  }
  for (const name of SIGNALS) emitter.on(name, heard)
  return {
    signal: controller.signal,
    onRepeat: listener => listeners.push(listener),
    stop: () => {
      for (const name of SIGNALS) emitter.off(name, heard)
    },
  }
}
