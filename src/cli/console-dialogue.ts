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
 * Ctrl-C on an empty line, in each case when the last answer was given; rejects when one could not be. Ctrl-C while an answer is
 * awaited gives it up, and what was typed ahead with it.
 */
export function converse(
  { input, output }: Terminal,
  answer: (text: string, signal: AbortSignal) => Promise<boolean>,
): Promise<void> {
  const lines = createInterface({ input, output, prompt: PROMPT, historySize: 1000, removeHistoryDuplicates: true })
  let open = ''
  /** Ctrl-C begins a new one. */
  let round = 0
  let turn = Promise.resolve()
  let enough = false
  let asking: AbortController | undefined
  const ask = () => {
    lines.setPrompt(open === '' ? PROMPT : CONTINUED)
    lines.prompt()
  }
  const take = async (text: string, typedIn: number) => {
    if (enough || typedIn !== round) return
    asking = new AbortController()
    enough = !(await orGivenUp(answer(text, asking.signal), asking.signal))
    asking = undefined
    if (enough) lines.close()
    else ask()
  }
  lines.on('line', line => {
    const text = open === '' ? line : `${open}\n${line}`
    open = isUnfinished(text) ? text : ''
    if (open !== '') return ask()
    const typedIn = round
    turn = turn.then(() => take(text, typedIn))
    // Told at the end, which comes now.
    turn.catch(() => lines.close())
  })
  lines.on('SIGINT', () => {
    if (asking) {
      round++
      output.write('\n')
      return asking.abort()
    }
    if (open === '' && lines.line === '') return lines.close()
    open = ''
    lines.write(null, { ctrl: true, name: 'e' })
    lines.write(null, { ctrl: true, name: 'u' })
    ask()
  })
  ask()
  return new Promise(done => lines.once('close', () => done(turn)))
}

/** The answer, or that there is more to ask: whoever answers may be slow to notice that nobody waits any more. */
function orGivenUp(answer: Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(true), { once: true })
    answer.then(resolve, reject)
  })
}
