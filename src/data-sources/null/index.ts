/** The data source `null`: hands its input on, for trying things out. */
import { text } from '../../language/options/spec'
import { STRING } from '../../language/values/type'
import type { DataSource } from '../../model/plugin'

const options = { input: text('Any text.', { required: true }) } as const

export const nullData: DataSource<typeof options> = {
  type: 'null',
  summary: 'Hands its input on as its output.',
  options,
  outputs: { output: { type: STRING, doc: 'The input.' } },
  read: async ({ input }) => ({ output: input }),
}
