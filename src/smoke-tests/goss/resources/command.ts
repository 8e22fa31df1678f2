/** Commands: their exit status and what they put out. */
import { quote } from '../../../lib/posix-quote'
import type { ResourceKind } from '../resource'
import { seconds } from '../time-limit'
import { Lines } from '../values'

const DEFAULT_MILLISECONDS = 10_000

export const command: ResourceKind = {
  type: 'command',
  label: 'Command',
  target: 'exec',
  attributes: ['exit-status', 'stdout', 'stderr'],
  required: 'exit-status',
  ignoresEmpty: ['stdout', 'stderr'],
  settings: { timeout: 'number' },
  // The status is written by the shell around it: without one its time was over.
  ask: ({ target, settings }) =>
    `limit ${seconds(settings.timeout, DEFAULT_MILLISECONDS)} sh -c 'sh -c "$1" >"$2".stdout 2>"$2".stderr; echo $? >"$2".status' sh ${quote(target)} "$o"`,
  find: (attribute, answer, { settings }) => {
    const status = answer.text('status')
    if (status === undefined) throw new Error(`it did not end within ${settings.timeout || DEFAULT_MILLISECONDS} ms`)
    return attribute === 'exit-status' ? Number(status) : new Lines(answer.text(attribute) ?? '')
  },
}
