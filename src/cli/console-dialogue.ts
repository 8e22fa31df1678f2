/** The console with a person at it: a prompt, history on the arrow keys, and lines that go on while brackets are open. */
import { createInterface } from 'node:readline'
import { isUnfinished } from './console-session'

const PROMPT = '> '
const CONTINUED = '. '

export interface Terminal {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
}

/** `answer` returns false when it is enough. Resolves at that, at the end of the input, and at Ctrl-C on an empty line. */
export function converse({ input, output }: Terminal, answer: (text: string) => boolean): Promise<void> {
  const lines = createInterface({ input, output, prompt: PROMPT, historySize: 1000, removeHistoryDuplicates: true })
  let open = ''
  const ask = () => {
    lines.setPrompt(open === '' ? PROMPT : CONTINUED)
    lines.prompt()
  }
  lines.on('line', line => {
    const text = open === '' ? line : `${open}\n${line}`
    open = isUnfinished(text) ? text : ''
    if (open === '' && !answer(text)) lines.close()
    else ask()
  })
  lines.on('SIGINT', () => {
    if (open === '' && lines.line === '') return lines.close()
    open = ''
    lines.write(null, { ctrl: true, name: 'e' })
    lines.write(null, { ctrl: true, name: 'u' })
    ask()
  })
  ask()
  return new Promise(done => lines.once('close', done))
}
