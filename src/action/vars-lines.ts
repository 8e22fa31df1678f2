/** The input `vars`: `name=value` lines, and blocks for values of several lines, as the runner's own files have them. */
import { Failure } from '../model/failure'

export interface Assignment {
  readonly name: string
  readonly text: string
}

/**
 * `name=value` takes all behind the first `=` as it stands. `name<<END` takes the lines down to one that is `END`, without the
 * last line break. Whichever of `=` and `<<` comes first decides. Throws Failure `invalid`, which never shows a value.
 */
export function assignments(text: string): Assignment[] {
  const lines = text.split(/\r?\n/)
  const found: Assignment[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').trimStart()
    if (line.trim() === '') continue
    const [, name, sign, rest = ''] = /^([^=\s<]+)\s*(=|<<(?=.*\S))(.*)$/s.exec(line) ?? []
    if (name === undefined) throw notAnAssignment(i)
    if (sign === '=') {
      found.push({ name, text: rest })
      continue
    }
    const end = lines.findIndex((candidate, at) => at > i && candidate.trim() === rest.trim())
    if (end < 0) throw unterminated(name, rest.trim())
    found.push({ name, text: lines.slice(i + 1, end).join('\n') })
    i = end
  }
  return found
}

/** The line itself may hold a secret, so the error does not show it. */
const notAnAssignment = (index: number): Failure =>
  new Failure('invalid', `Line ${index + 1} of the input vars is not name=value`, {
    advice: 'Write one variable a line. A value of several lines goes between `name<<END` and `END`.',
  })

const unterminated = (name: string, end: string): Failure =>
  new Failure('invalid', `In the input vars the value of ${name} does not end`, {
    advice: `It began with ${name}<<${end}: write a line that is only ${end} behind it.`,
  })
