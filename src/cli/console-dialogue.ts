/** The console with a person at it: a prompt, history on the arrow keys, and lines that go on while brackets are open. */
import { createInterface } from 'node:readline'
import { isUnfinished } from './console-session'

const PROMPT = '> '
const CONTINUED = '. '

export interface Terminal {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
}

/**
 * `answer` says false when it is enough, and is asked one line after the other. Resolves at that, at the end of the input, and at
 * Ctrl-C on an empty line, in each case when the last answer was given; rejects when one could not be.
 */
export function converse({ input, output }: Terminal, answer: (text: string) => Promise<boolean>): Promise<void> {
  const lines = createInterface({ input, output, prompt: PROMPT, historySize: 1000, removeHistoryDuplicates: true })
  let open = ''
  let turn = Promise.resolve()
  let enough = false
  const ask = () => {
    lines.setPrompt(open === '' ? PROMPT : CONTINUED)
    lines.prompt()
  }
  const take = async (text: string) => {
    if (enough) return
    enough = !(await answer(text))
    if (enough) lines.close()
    else ask()
  }
  lines.on('line', line => {
    const text = open === '' ? line : `${open}\n${line}`
    open = isUnfinished(text) ? text : ''
    if (open !== '') return ask()
    turn = turn.then(() => take(text))
    // Told at the end, which comes now.
    turn.catch(() => lines.close())
  })
  lines.on('SIGINT', () => {
    if (open === '' && lines.line === '') return lines.close()
    open = ''
    lines.write(null, { ctrl: true, name: 'e' })
    lines.write(null, { ctrl: true, name: 'u' })
    ask()
  })
  ask()
  return new Promise(done => lines.once('close', () => done(turn)))
}
