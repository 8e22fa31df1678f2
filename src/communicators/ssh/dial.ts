/** The straight way to a port. Others are in socks.ts and bastion.ts. */
import { connect as connectTcp, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Early } from './early'

/** A fresh stream to the SSH server; rejects with the socket's error or an Obstacle. */
export type Dial = (signal: AbortSignal) => Promise<Duplex>

export interface Way {
  readonly dial: Dial
  /** Gives up what the way itself holds open. */
  close?(): unknown
}

/** SYN packets to a firewall are lost in silence; the kernel repeats them after 1, 3 and 7 s, so that longer gains little. */
export const DIAL_MILLISECONDS = 10_000

/** `idle`: milliseconds without a byte after which the link counts as broken; undefined for never. */
export const straight = (host: string, port: number, idle?: number, early?: Early): Way => ({
  dial: signal => dialTcp(begun(host, port, early), idle, signal),
})

export const begun = (host: string, port: number, early?: Early): Socket => early?.take(host, port) ?? connectTcp({ host, port })

/** The signal ends the dialling only: given to the socket it would end the connection with whatever came after. */
export const dialTcp = (socket: Socket, idle: number | undefined, signal: AbortSignal): Promise<Socket> =>
  new Promise<Socket>((resolve, reject) => {
    const giveUp = () => socket.destroy(signal.reason)
    const timer = setTimeout(() => socket.destroy(timedOut()), DIAL_MILLISECONDS)
    const settle = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
    }
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
    socket.once('error', reject).once('close', settle)
    const connected = () => {
      settle()
      // Requests are small and answers are waited for: holding packets back would cost 40 ms each.
      socket.setNoDelay(true)
      gather(socket)
      if (idle) socket.setTimeout(idle, () => socket.destroy(timedOut()))
      resolve(socket)
    }
    if (socket.connecting) socket.once('connect', connected)
    else connected()
  })

/**
 * ssh2 hands over each packet in three parts. All that is written in one turn of the event loop goes out by one call, in as few
 * segments as hold it.
 */
function gather(socket: Socket): void {
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean
  const release = () => socket.uncork()
  socket.write = (...args: unknown[]) => {
    if (socket.writableCorked === 0) {
      socket.cork()
      process.nextTick(release)
    }
    return write(...args)
  }
}

const timedOut = (): Error => Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })
