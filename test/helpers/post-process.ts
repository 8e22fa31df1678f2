/** Runs a post-processor as the engine would, in a folder of its own. */
import type { Artifact } from '../../src/model/artifact'
import type { PostProcessContext } from '../../src/model/plugin'

export interface PostProcessed {
  readonly context: PostProcessContext
  readonly said: string[]
}

export function postProcessContext(overrides: Partial<PostProcessContext> = {}): PostProcessed {
  const said: string[] = []
  const context: PostProcessContext = {
    run: { id: 'r', uuid: 'u', startedAt: '2030-01-01T00:00:00Z', template: '.', force: false },
    build: { name: 'file.f', sourceName: 'f', sourceType: 'file' },
    signal: new AbortController().signal,
    values: {},
    render: (text, data = {}) => text.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (_, name: string) => String(data[name])),
    output: (stream, text) => void said.push(`${stream}: ${text}`),
    wrote: (what, path) => void said.push(`${what} ${path}`),
    say: text => void said.push(text),
    warn: text => void said.push(`warning: ${text}`),
    ...overrides,
  }
  return { context, said }
}

export const artifactOf = (...files: readonly string[]): Artifact => ({
  builderId: 'packer.file',
  id: 'File',
  description: `Stored file: ${files.join(', ')}`,
  files,
  images: [],
})
