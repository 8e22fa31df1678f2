/** How long EC2 takes for what happens behind a call. A machine that takes longer by itself takes longer; none is faster. */
import { setTimeout as sleep } from 'node:timers/promises'

export type Transition = 'running' | 'stopped' | 'terminated' | 'image' | 'snapshot' | 'copy' | 'fast-launch'

/**
 * Resolves when the transition may complete at the earliest, or at `signal`; rejects with the reason when it is to fail.
 * `progress` hears how far it is, 0 to 1.
 */
export type Pace = (transition: Transition, signal?: AbortSignal, progress?: (fraction: number) => void) => Promise<void>

/** As fast as the machines themselves. */
export const noDelay: Pace = async () => undefined

/** Seconds; typical of a small Linux instance with an 8 GiB volume in 2021 to 2024 (ec2-boot-bench and bakes' logs). */
const typical: Readonly<Record<Transition, number>> = {
  running: 6,
  stopped: 25,
  terminated: 35,
  image: 90,
  snapshot: 75,
  copy: 240,
  // One machine after the other runs sysprep.
  'fast-launch': 1800,
}

export const likeAws: Pace = async (transition, signal, progress) => {
  const steps = 20
  for (let step = 1; step <= steps && !signal?.aborted; step++) {
    await sleep((typical[transition] * 1000) / steps, undefined, { signal, ref: false }).catch(() => undefined)
    progress?.(step / steps)
  }
}
