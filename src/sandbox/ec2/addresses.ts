/** A loopback address for every instance, unlike any other's, also those of sandboxes that other processes run. */

import { randomInt } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'

/** A UDP port that is held on an address for as long as an instance has it; nothing is ever sent there. */
const leasePort = 8383

export class Addresses {
  private readonly leases = new Map<string, Socket>()

  /** `wanted` if it is free, otherwise any free address of 127.83.0.0/16. */
  async lease(wanted?: string): Promise<string> {
    if (wanted !== undefined && (await this.take(wanted))) return wanted
    for (let attempt = 0; attempt < 1000; attempt++) {
      const address = `127.83.${randomInt(0, 256)}.${randomInt(1, 255)}`
      if (await this.take(address)) return address
    }
    throw new Error('no free address in 127.83.0.0/16 could be bound; are loopback addresses other than 127.0.0.1 allowed here?')
  }

  release(address: string): void {
    this.leases.get(address)?.close()
    this.leases.delete(address)
  }

  releaseAll(): void {
    for (const address of [...this.leases.keys()]) this.release(address)
  }

  private async take(address: string): Promise<boolean> {
    if (this.leases.has(address)) return false
    const socket = createSocket('udp4').unref()
    this.leases.set(address, socket)
    try {
      socket.bind({ port: leasePort, address, exclusive: true })
      await once(socket, 'listening')
      return true
    } catch {
      this.release(address)
      return false
    }
  }
}
