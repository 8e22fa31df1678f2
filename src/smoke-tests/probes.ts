/** Questions over the network from this machine, asked again until they pass or their patience is at its end. */
import { connect } from 'node:net'
import { delay } from '../lib/abort'
import { duration } from '../lib/duration-text'
import type { PlannedProbe } from '../model/plan'
import { askHttp } from './http-probe'
import { type Finding, since } from './result'

export async function askProbe(probe: PlannedProbe, host: string, signal: AbortSignal): Promise<Finding> {
  const began = performance.now()
  for (let tries = 1; ; tries++) {
    const failure = await attempt(probe, host, signal)
    if (failure === undefined) return { name: probe.name, outcome: 'passed', milliseconds: since(began) }
    signal.throwIfAborted()
    if (since(began) + probe.sleep > probe.retryTimeout) {
      const often = tries > 1 ? ` (tried ${tries} times in ${duration(since(began))})` : ''
      return { name: probe.name, outcome: 'failed', milliseconds: since(began), detail: `${failure}${often}` }
    }
    await delay(probe.sleep, signal)
  }
}

/** Undefined: it passed. */
async function attempt(probe: PlannedProbe, host: string, signal: AbortSignal): Promise<string | undefined> {
  const limit = AbortSignal.timeout(probe.timeout)
  const bounded = AbortSignal.any([signal, limit])
  try {
    if (probe.http) return await askHttp(probe.http, probe.port, host, bounded)
    await connection(host, probe.port, bounded)
    return undefined
  } catch (error) {
    return limit.aborted ? `no answer within ${duration(probe.timeout)}` : reasonOf(error)
  }
}

/** Happy eyeballs report all their failures in one. */
export const reasonOf = (error: unknown): string =>
  error instanceof AggregateError ? error.errors.map(each => (each as Error).message).join('; ') : (error as Error).message

function connection(host: string, port: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, signal })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.destroy()
      resolve()
    })
  })
}
