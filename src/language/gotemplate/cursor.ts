/** Where the parser stands among the tokens, and how it complains about them. */
import { Lexer, type Token } from './lexer'

export class Cursor {
  private readonly lexer: Lexer
  protected readonly tokens: readonly Token[]
  protected at = 0

  constructor(
    protected readonly source: string,
    name: string,
  ) {
    this.lexer = new Lexer(source, name)
    this.tokens = this.lexer.all()
  }

  protected closing(context: string): void {
    this.skipSpace()
    const token = this.tokens[this.at++]!
    if (token.kind !== 'close') throw this.unexpected(token, context)
  }

  protected peek(): Token {
    const token = this.tokens[this.at]!
    return token.kind === 'space' ? this.tokens[this.at + 1]! : token
  }

  protected skipSpace(): void {
    if (this.tokens[this.at]!.kind === 'space') this.at++
  }

  protected unexpected(token: Token, context: string): Error {
    if (token.failure) return token.failure
    const quoted =
      token.kind === 'keyword' || token.kind === 'dot' || token.kind === 'nil'
        ? `<${token.text}>`
        : token.kind === 'end'
          ? 'EOF'
          : JSON.stringify(token.text.slice(0, 10)) + (token.text.length > 10 ? '...' : '')
    return this.fail(`unexpected ${quoted} in ${context}`, token)
  }
  protected fail(message: string, token: Token): Error {
    return this.failAt(message, token.offset)
  }
  protected failAt(message: string, offset: number): Error {
    return this.lexer.fail(message, offset)
  }
}
