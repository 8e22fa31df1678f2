/** Opens communicators to test servers and keeps what they said. */
import { ssh } from '../../src/communicators/ssh'
import type { Communicator, Reach } from '../../src/model/communicator'
import { type CommunicatorOptions, communicatorOptions } from '../../src/model/communicator-options'
import { withDefaults } from './defaults'
import type { Sshd } from './sshd'

export interface Opened {
  readonly communicator: Communicator
  readonly said: string[]
}

/** Keys and host key of the server unless `reach` says otherwise; `hear` is told what is said when it is said. */
export async function open(
  server: Pick<Sshd, 'port' | 'username'> & Partial<Sshd>,
  reach: Partial<Reach> = {},
  options: Partial<CommunicatorOptions> = {},
  signal = new AbortController().signal,
  hear: (text: string) => void = () => undefined,
): Promise<Opened> {
  const said: string[] = []
  const tell = (text: string) => {
    said.push(text)
    hear(text)
  }
  const communicator = await ssh.connect(
    {
      host: '127.0.0.1',
      port: server.port,
      username: server.username,
      privateKey: server.privateKey,
      hostKeys: server.hostKey ? [server.hostKey] : [],
      ...reach,
    },
    withDefaults(communicatorOptions, options),
    { signal, say: tell, warn: tell, progress: tell },
  )
  return { communicator, said }
}

/** The Failure that opening ends with. */
export const failure = (...args: Parameters<typeof open>): Promise<Error & { details: { advice?: string; evidence?: string } }> =>
  open(...args).then(
    async ({ communicator }) => {
      await communicator.close()
      throw new Error('it did connect')
    },
    error => error,
  )

export async function outputOf(communicator: Communicator, command: string): Promise<string> {
  const chunks: Uint8Array[] = []
  await communicator.run(command, { onStdout: chunk => chunks.push(chunk) })
  return Buffer.concat(chunks).toString()
}
