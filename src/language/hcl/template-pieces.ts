/** The flat pieces of a template become a tree: white space taken away first, then `if` and `for` paired with their ends. */

import { countGraphemes } from '../graphemes'
import type { Range } from '../source'
import { between } from '../span'
import { Value } from '../values/value'
import type { Cursor } from './cursor'
import { Conditional } from './expressions/conditional'
import { For } from './expressions/for'
import { Literal } from './expressions/literal'
import type { Node } from './expressions/node'
import { Template, TemplateFor } from './expressions/template'
import { LEADING_SPACE, trimSpaceEnd, trimSpaceStart } from './space'

interface Sequence {
  readonly range: Range
  readonly trimBefore: boolean
  readonly trimAfter: boolean
}
interface If extends Sequence {
  readonly kind: 'if'
  readonly condition: Node
}
interface ForClause extends Sequence {
  readonly kind: 'for'
  readonly keyName?: string
  readonly valueName: string
  readonly collection: Node
}
export type Piece =
  | { readonly kind: 'text'; text: string; readonly range: Range }
  | ({ readonly kind: 'value'; readonly node: Node } & Sequence)
  | If
  | ForClause
  | (Sequence & { readonly kind: 'else' })
  | (Sequence & { readonly kind: 'endif' })
  | (Sequence & { readonly kind: 'endfor' })

/** `~` takes away the white space next to it, line breaks too, but only of the one literal token there. */
export function applyStripMarkers(pieces: readonly Piece[]): void {
  pieces.forEach((piece, i) => {
    if (piece.kind === 'text') return
    if (piece.trimBefore) strip(pieces[i - 1], trimSpaceEnd)
    if (piece.trimAfter) strip(pieces[i + 1], trimSpaceStart)
  })
}

function strip(piece: Piece | undefined, trim: (text: string) => string): void {
  if (piece?.kind === 'text') piece.text = trim(piece.text)
}

/**
 * `<<-` takes the smallest indentation away from all lines but blank ones. Strip markers have worked before: a line whose break they
 * took is no line of its own any more. Text that comes from values is left alone.
 */
export function removeIndentation(pieces: readonly Piece[]): void {
  const startsLine = pieces.map((_, i) => {
    const before = pieces[i - 1]
    return i === 0 || (before?.kind === 'text' && before.text.endsWith('\n'))
  })
  let least = Number.POSITIVE_INFINITY
  pieces.forEach((piece, i) => {
    if (!startsLine[i]) return
    if (piece.kind !== 'text') least = 0
    else if (!isBlankLine(piece.text)) least = Math.min(least, countGraphemes(indentationOf(piece.text)))
  })
  pieces.forEach((piece, i) => {
    if (startsLine[i] && piece.kind === 'text' && !isBlankLine(piece.text)) piece.text = outdent(piece.text, least)
  })
}

const indentationOf = (text: string): string => LEADING_SPACE.exec(text)?.[0].replace(/\r?\n$/, '') ?? ''
const isBlankLine = (text: string): boolean => text.endsWith('\n') && trimSpaceStart(text) === ''

function outdent(text: string, width: number): string {
  const indentation = indentationOf(text)
  return [...indentation].slice(width).join('') + text.slice(indentation.length)
}

type Piecemeal = (string | Node)[]

/** `end` is where the template ends, for what is missing there. */
export function buildTemplate(cursor: Cursor, pieces: readonly Piece[], range: Range, end: Range): Node {
  const [only] = pieces
  if (pieces.length === 1 && only?.kind === 'text') return new Literal(Value.string(only.text), range)
  return templateOf(new Builder(cursor, pieces, end).all(), range)
}

class Builder {
  private index = 0

  constructor(
    private readonly cursor: Cursor,
    private readonly pieces: readonly Piece[],
    private readonly end: Range,
  ) {}

  all(): Piecemeal {
    const built = this.until(undefined)
    const stray = this.pieces[this.index]
    if (stray) this.unexpected(stray, 'The control directives within this template are unbalanced.')
    return built
  }

  /** Up to a directive that the opener must deal with. Adjacent texts are joined. */
  private until(opener: If | ForClause | undefined): Piecemeal {
    const built: Piecemeal = []
    for (let piece = this.pieces[this.index]; piece; piece = this.pieces[this.index]) {
      if (piece.kind === 'else' || piece.kind === 'endif' || piece.kind === 'endfor') return built
      this.index++
      if (piece.kind === 'text') {
        if (typeof built[built.length - 1] === 'string') built.push(`${built.pop()}${piece.text}`)
        else if (piece.text !== '') built.push(piece.text)
      } else if (piece.kind === 'value') built.push(piece.node)
      else built.push(this.nested(piece))
    }
    if (!opener) return built
    const { line, column } = opener.range.start
    const detail = `The "${opener.kind}" at line ${line}, column ${column} needs an "end${opener.kind}".`
    return this.cursor.fail('Unexpected end of template', detail, this.end, between(opener.range, this.end))
  }

  private nested(piece: If | ForClause): Node {
    this.cursor.enter()
    const node = piece.kind === 'if' ? this.conditional(piece) : this.loop(piece)
    this.cursor.leave()
    return node
  }

  private conditional(opener: If): Node {
    const whenTrue = this.until(opener)
    const hasElse = this.pieces[this.index]?.kind === 'else'
    if (hasElse) this.index++
    const whenFalse = hasElse ? this.until(opener) : []
    const end = this.pieces[this.index++]!
    const { line, column } = opener.range.start
    if (end.kind === 'else') this.unexpected(end, `The "if" at line ${line}, column ${column} already has an "else".`)
    if (end.kind !== 'endif')
      this.unexpected(end, `The "if" at line ${line}, column ${column} must be closed with "endif" first.`)
    const range = between(opener.range, end.range)
    return new Conditional(opener.condition, templateOf(whenTrue, range), templateOf(whenFalse, range), range)
  }

  private loop(opener: ForClause): Node {
    const body = this.until(opener)
    const end = this.pieces[this.index++]!
    const { line, column } = opener.range.start
    if (end.kind !== 'endfor')
      this.unexpected(end, `The "for" at line ${line}, column ${column} must be closed with "endfor" first.`)
    const range = between(opener.range, end.range)
    const { keyName, valueName, collection } = opener
    return new TemplateFor(
      new For({ keyName, valueName, collection, value: templateOf(body, range), group: false }, range, opener.range),
      range,
    )
  }

  private unexpected(piece: Piece, detail: string): never {
    return this.cursor.fail(`Unexpected ${piece.kind} directive`, detail, piece.range)
  }
}

function templateOf(pieces: Piecemeal, range: Range): Node {
  return pieces.every(piece => typeof piece === 'string')
    ? new Literal(Value.string(pieces.join('')), range)
    : new Template(pieces, range)
}
