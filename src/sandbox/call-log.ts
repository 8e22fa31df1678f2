/** Every call as a line of JSON: what benchmarks count and tests compare. Key material and user data stay out. */
import { createWriteStream } from 'node:fs'
import type { CallRecord } from './ec2/endpoint'
import type { Parameter, ParameterTree } from './ec2/protocol/form'

export interface CallLog {
  write(record: CallRecord, started: Date): void
  close(): Promise<void>
}

const secret = /^(UserData|PublicKeyMaterial|SecurityToken)$/

export function callLog(file: string | undefined): CallLog {
  if (file === undefined) return { write: () => undefined, close: async () => undefined }
  const stream = createWriteStream(file, { flags: 'a' })
  // A log that cannot be written must not stop what it watches.
  stream.on('error', () => undefined)
  return {
    write({ request, reply, code }, started) {
      const { region, service, action, parameters = {} } = request ?? {}
      const milliseconds = Date.now() - started.getTime()
      const line = {
        time: started,
        region,
        service,
        action,
        parameters: flat(parameters),
        status: reply.status,
        code,
        milliseconds,
        requestId: reply.requestId,
      }
      stream.write(`${JSON.stringify(line)}\n`)
    },
    close: () => new Promise(resolve => stream.end(resolve)),
  }
}

/** The names as they were on the wire. */
function flat(tree: ParameterTree, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]) => Object.entries(entry(`${prefix}${name}`, name, value))),
  )
}

const entry = (path: string, name: string, value: Parameter): Record<string, string> =>
  secret.test(name) ? { [path]: '(hidden)' } : typeof value === 'string' ? { [path]: value } : flat(value, `${path}.`)
