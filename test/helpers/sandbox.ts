/** A sandbox over memory machines in a folder of its own, and the real AWS client to talk to it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EC2Client } from '@aws-sdk/client-ec2'
import { type Sandbox, type SandboxOptions, serve } from '../../src/sandbox'
import { type MemoryMachines, memoryMachines } from './memory-machines'

export interface TestSandbox extends Sandbox {
  readonly kind: MemoryMachines
  readonly stateFolder: string
  readonly lines: string[]
  client(region?: string): EC2Client
  /** Closes it, and the clients; the folder stays for a second life when `keep` is set. */
  end(keep?: boolean): Promise<void>
}

export async function testSandbox(options: Partial<SandboxOptions> & { kind?: MemoryMachines } = {}): Promise<TestSandbox> {
  const kind = options.kind ?? memoryMachines()
  const stateFolder = options.stateFolder ?? mkdtempSync(join(tmpdir(), 'ingot-sandbox-'))
  const lines: string[] = []
  const clients: EC2Client[] = []
  const sandbox = await serve({
    report: line => void lines.push(line),
    signal: new AbortController().signal,
    ...options,
    kind,
    stateFolder,
  })
  return {
    ...sandbox,
    kind,
    stateFolder,
    lines,
    client(region = 'us-east-1') {
      const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
      const client = new EC2Client({ region, endpoint: sandbox.endpoint, credentials, maxAttempts: 1 })
      clients.push(client)
      return client
    },
    async end(keep = false) {
      for (const client of clients) client.destroy()
      await sandbox.close(0.2)
      if (!keep) rmSync(stateFolder, { recursive: true, force: true })
    },
  }
}

/** Asks again until it holds; the reason it never did is the last error. */
export async function eventually<T>(ask: () => Promise<T>, holds: (answer: T) => boolean, seconds = 10): Promise<T> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (holds(answer)) return answer
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(answer)} after ${seconds} s`)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
