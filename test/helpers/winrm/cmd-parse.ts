/** How cmd.exe takes a line apart: variables first, then operators, quotes and carets. */
import type { Variables } from './environment'

export interface Redirection {
  readonly from: 0 | 1 | 2
  /** A path, or the number of another stream. */
  readonly to: string | 1 | 2
  readonly append: boolean
}

export type CmdNode =
  | { readonly kind: 'simple'; readonly text: string; readonly redirections: readonly Redirection[] }
  | { readonly kind: 'group'; readonly inner: CmdNode; readonly redirections: readonly Redirection[] }
  | { readonly kind: '&' | '&&' | '||' | '|'; readonly left: CmdNode; readonly right: CmdNode }

/** `%NAME%`, which on a command line stays as it is when there is no such variable, and in a batch file goes away. */
export function expand(line: string, variables: Variables, batch?: readonly string[]): string {
  const given = batch
    ? line.replace(/%~?([0-9*])/g, (_, which: string) =>
        which === '*' ? batch.slice(1).join(' ') : (batch[Number(which)] ?? ''),
      )
    : line
  return given.replace(/%([^%=\n]+?)(?::([^=%]+)=([^%]*))?%|%%/g, (all, name?: string, what?: string, by?: string) => {
    if (name === undefined) return batch ? '%' : all
    const value = variables.get(name)
    if (value === undefined) return batch ? '' : all
    return what === undefined ? value : value.replaceAll(what, by ?? '')
  })
}

export function parseCmd(text: string): CmdNode {
  const parser = new Parser(text)
  return parser.sequence()
}

class Parser {
  private at = 0
  constructor(private readonly text: string) {}

  /** `a & b`, where `&&`, `||` and `|` bind closer. */
  sequence(): CmdNode {
    let left = this.conditional()
    while (this.takes('&')) left = this.ended() ? left : { kind: '&', left, right: this.conditional() }
    return left
  }

  private conditional(): CmdNode {
    let left = this.pipe()
    for (;;) {
      const kind = this.takes('&&') ? '&&' : this.takes('||') ? '||' : undefined
      if (!kind) return left
      left = { kind, left, right: this.pipe() }
    }
  }

  private pipe(): CmdNode {
    let left = this.command()
    while (!this.text.startsWith('||', this.at) && this.takes('|')) left = { kind: '|', left, right: this.command() }
    return left
  }

  private command(): CmdNode {
    this.skipSpace()
    if (this.text[this.at] === '@') this.at++
    if (this.text[this.at] === '(') {
      this.at++
      const inner = this.sequence()
      this.skipSpace()
      if (this.text[this.at] !== ')') throw new Error('the syntax of the command is incorrect.')
      this.at++
      const { text, redirections } = this.words()
      if (text.trim() !== '') throw new Error(`${text.trim()} was unexpected at this time.`)
      return { kind: 'group', inner, redirections }
    }
    return { kind: 'simple', ...this.words() }
  }

  /** Up to the next operator; quotes stay, as every program takes its own arguments apart. */
  private words(): { text: string; redirections: Redirection[] } {
    const redirections: Redirection[] = []
    let text = ''
    let quoted = false
    for (; this.at < this.text.length; this.at++) {
      const char = this.text[this.at]!
      if (char === '"') quoted = !quoted
      if (quoted || char === '"') text += char
      else if (char === '^') text += this.text[++this.at] ?? ''
      else if (char === '&' || char === '|' || char === ')') break
      else if (char === '>' || char === '<') text = this.redirection(text, redirections)
      else text += char
    }
    return { text, redirections }
  }

  /** Leaves the place at its last character. */
  private redirection(text: string, redirections: Redirection[]): string {
    const digit = /(?:^|[\s"])([012])$/.exec(text)
    const input = this.text[this.at] === '<'
    const append = this.text[this.at + 1] === '>'
    this.at += append ? 2 : 1
    const from = digit ? (Number(digit[1]) as 0 | 1 | 2) : input ? 0 : 1
    const rest = this.text.slice(this.at)
    const [whole = '', other, quoted, plain] = /^\s*(?:&([12])|"([^"]*)"|([^\s&|<>()]+))/.exec(rest) ?? []
    if (whole === '') throw new Error('The syntax of the command is incorrect.')
    this.at += whole.length - 1
    redirections.push({ from, to: other ? (Number(other) as 1 | 2) : (quoted ?? plain)!, append })
    return digit ? text.slice(0, -1) : text
  }

  private takes(operator: string): boolean {
    this.skipSpace()
    if (!this.text.startsWith(operator, this.at)) return false
    if (operator === '&' && this.text[this.at + 1] === '&') return false
    this.at += operator.length
    return true
  }

  private ended(): boolean {
    this.skipSpace()
    return this.at >= this.text.length || this.text[this.at] === ')'
  }

  private skipSpace(): void {
    while (/[\s,;]/.test(this.text[this.at] ?? '')) this.at++
  }
}

/** A program's arguments as the C runtime takes them apart. */
export function argumentsOf(line: string): string[] {
  const words: string[] = []
  let word: string | undefined
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const slashes = /^\\*/.exec(line.slice(at))![0].length
    if (slashes > 0 && line[at + slashes] === '"') {
      word = (word ?? '') + '\\'.repeat(slashes >> 1)
      at += slashes
      if (slashes % 2) word += '"'
      else quoted = !quoted
    } else if (line[at] === '"') {
      if (quoted && line[at + 1] === '"') {
        word = `${word ?? ''}"`
        at++
      } else quoted = !quoted
      word ??= ''
    } else if (!quoted && /\s/.test(line[at]!)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + line[at]
  }
  if (word !== undefined) words.push(word)
  return words
}
