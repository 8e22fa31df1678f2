/** Runs a provisioner as the engine would, and keeps what it said and put out. */
import type { Communicator } from '../../src/model/communicator'
import type { ProvisionContext } from '../../src/model/plugin'

export interface Provisioned {
  readonly context: ProvisionContext
  /** `stdout: text` and `stderr: text`, in order. */
  readonly output: string[]
  readonly said: string[]
  /** What stdout had, line by line. */
  stdout(): string
}

export function provisionContext(communicator: Communicator, overrides: Partial<ProvisionContext> = {}): Provisioned {
  const output: string[] = []
  const said: string[] = []
  const tell = (text: string) => void said.push(text)
  const context: ProvisionContext = {
    run: { id: 'run-1', uuid: 'uuid-1', startedAt: '2030-01-01T00:00:00Z', template: '.', force: false },
    build: { name: 'bn.null.x', sourceName: 'x', sourceType: 'null' },
    communicator,
    signal: new AbortController().signal,
    values: { ID: 'Null', Host: '127.0.0.1', PackerHTTPAddr: '<unknown>' },
    // The few templates that these options have, without the language's own renderer.
    render: (text, data = {}) => text.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (_, name: string) => String(data[name])),
    output: (stream, text) => void output.push(`${stream}: ${text}`),
    say: tell,
    warn: tell,
    progress: tell,
    ...overrides,
  }
  const stdout = () =>
    output
      .filter(line => line.startsWith('stdout: '))
      .map(line => line.slice(8))
      .join('\n')
  return { context, output, said, stdout }
}
