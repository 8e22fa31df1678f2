/** A machine whose port answers is running, whatever the API says yet: it tells seconds later, and every question is a call. */
import { connect } from 'node:net'
import type { Instance } from '@aws-sdk/client-ec2'
import { delay } from '../../lib/abort'

/** Milliseconds for one attempt, and between two. */
const ATTEMPT_MILLISECONDS = 1000
const PAUSE_MILLISECONDS = 300

interface Watch {
  readonly signal: AbortSignal
  onLook(instance: Instance): void
}

/** Resolves when `untilRunning` does, or as soon as the port at the machine's public address answers. */
export async function untilItAnswers(
  port: number,
  untilRunning: (watch: Watch) => Promise<Instance>,
  signal: AbortSignal,
): Promise<Instance> {
  const over = new AbortController()
  const both = AbortSignal.any([signal, over.signal])
  let tried: string | undefined
  try {
    return await new Promise<Instance>((resolve, reject) => {
      const onLook = (machine: Instance) => {
        const host = machine.PublicIpAddress
        if (!host || host === tried) return
        tried = host
        untilAnswers(host, port, both).then(
          () => resolve(machine),
          () => undefined,
        )
      }
      untilRunning({ signal: both, onLook }).then(resolve, reject)
    })
  } finally {
    over.abort()
  }
}

async function untilAnswers(host: string, port: number, signal: AbortSignal): Promise<void> {
  while (!(await answers(host, port))) await delay(PAUSE_MILLISECONDS, signal)
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port })
    const end = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.setTimeout(ATTEMPT_MILLISECONDS, () => end(false))
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}
