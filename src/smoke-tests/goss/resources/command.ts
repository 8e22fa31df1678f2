/** Commands: their exit status and what they put out. */
import { quote } from '../../../lib/posix-quote'
import type { ResourceKind } from '../resource'
import { seconds } from '../time-limit'
import { Lines } from '../values'

const DEFAULT_MILLISECONDS = 10_000

const RUN = `{ { sh -c "$1" 3>&-; echo $? >"$2".code; } 2>&3 | cat >"$2".stdout; } 3>&1 | cat >"$2".stderr; mv "$2".code "$2".status`

export const command: ResourceKind = {
  type: 'command',
  label: 'Command',
  target: 'exec',
  attributes: ['exit-status', 'stdout', 'stderr'],
  required: 'exit-status',
  whole: ['exit-status'],
  ignoresEmpty: ['stdout', 'stderr'],
  settings: { timeout: 'number' },
  // Pipes end with the last process that holds them, in the background too; the status counts when they have ended in time.
  ask: ({ target, settings }) =>
    `own_locale
limit ${seconds(settings.timeout, DEFAULT_MILLISECONDS)} sh -c '${RUN}' sh ${quote(target)} "$o"`,
  find: (attribute, answer, { settings }) => {
    const status = answer.text('status')
    if (status === undefined) throw new Error(`it did not end within ${settings.timeout || DEFAULT_MILLISECONDS} ms`)
    return attribute === 'exit-status' ? Number(status) : new Lines(answer.text(attribute) ?? '')
  },
}
