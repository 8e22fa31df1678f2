/** Writes HCL files at random, laid out badly: every space that may be there is there or not. */
import { scan } from '../../src/language/hcl/scanner'
import type { Token } from '../../src/language/hcl/token'
import { START } from '../../src/language/source-text'
import { type Random, randomExpression } from './random-expression'

export function randomSource(random: Random, statements = 12): string {
  return disorder(random, randomBody(random, statements, 2))
}

export function randomBody(random: Random, statements: number, depth: number): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const expression = () => randomExpression(random, pick([0, 0, 1, 2]), ['var.a', 'local.list[0].b', 'x.y'])
  const value = () =>
    pick([
      expression,
      expression,
      () => `[\n${expression()},\n${expression()}, # c\n]`,
      () => `{\na = ${expression()}\n"b" = ${expression()} # d\n\ncccc = [{\nd = 1\n}, {\ne = 2\n}]\n}`,
      () => `<<${pick(['', '-'])}EOT\n  text ${pick(['', '${ var.x }', '%{ if a }b%{ endif }'])}\n\tmore\n  EOT`,
      () => `f({\na = 1\n}, [\n2])`,
      () => `(\n${expression()}\n+ 2)`,
      () => `[for x in y : x if x != ${pick(['null', '-1', '"q"'])}]`,
      () => `a ? {\nb = 1\n} : {\nc = 2\n}`,
    ])()
  const comment = () => pick(['', '', ' # note', ' // note', ' /* note */'])
  let count = 0
  const statement = (): string =>
    pick([
      () => `${pick(['a', 'name', 'long_name', 'é'])}${count++} = ${value()}\n`,
      () => `${pick(['a', 'name'])}${count++} = ${expression()}${comment()}\n`,
      () => pick(['\n', '# alone\n', '/* alone */\n', '\n\n', '// alone\n']),
      () => (depth > 0 ? `block "l" "m" {${comment()}\n${randomBody(random, 4, depth - 1)}}${comment()}\n` : ''),
      () => (depth > 0 ? `one { a = ${expression()} }\n` : 'empty {}\n'),
    ])()
  return Array.from({ length: statements }, statement).join('')
}

const isWord = (token: Token): boolean => ['identifier', 'number', 'openHeredoc'].includes(token.kind)

/** Other spaces between the same tokens; those inside of strings stay. */
function disorder(random: Random, text: string): string {
  const tokens = scan(text, '', START)
  return tokens
    .map((token, i) => {
      const before = tokens[i - 1]
      const gap = before ? token.range.start.byte - before.range.end.byte : 0
      const isFixed =
        !before ||
        ['literal', 'closeHeredoc', 'closeQuote', 'sequenceEnd', 'newline', 'endOfFile'].includes(token.kind) ||
        before.kind === 'literal'
      if (isFixed && token.kind !== 'sequenceEnd') return token.text
      const isGlued =
        before && isWord(before) && (isWord(token) || token.kind === '-' || token.kind === '...' || token.kind === '.')
      const isSplit = gap > 0 && before && !['identifier', 'number'].includes(token.kind) && !isWord(before)
      const least = gap > 0 && isGlued ? 1 : isSplit && /[-!<>=&|:.%$/*]$/.test(before.text) ? 1 : 0
      const spaces = gap === 0 && before?.kind !== 'newline' ? 0 : Math.max(least, Math.floor(random() * 4))
      return (random() < 0.1 && spaces > 0 ? '\t' : ' '.repeat(spaces)) + token.text
    })
    .join('')
}
