/** moto's server, unmodified: an AWS of other people, with all services that ingot asks. */
import { type ChildProcess, spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { programPath } from './tools'

export interface Moto {
  readonly endpoint: string
  stop(): void
}

export async function startMoto(): Promise<Moto> {
  const port = await freePort()
  const options = { stdio: 'ignore', detached: true } as const
  const server: ChildProcess = spawn(programPath('moto_server')!, ['-H', '127.0.0.1', '-p', String(port)], options)
  const endpoint = `http://127.0.0.1:${port}`
  // pyenv's shim is a shell that starts the server: the whole group must go.
  const stop = () => process.kill(-server.pid!, 'SIGKILL')
  for (let left = 300; left > 0; left--) {
    if (await answers(endpoint)) return { endpoint, stop }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  stop()
  throw new Error('moto_server did not start')
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
