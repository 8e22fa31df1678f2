/**
 * Expressions looked at as they are written, not as what they evaluate to: types, references and lists of references.
 * Both syntaxes have these shapes; in JSON the text of a string is read as an expression.
 */
import type { Expression, Traversal } from './body'
import type { Range } from './source'

export interface StaticItem {
  readonly key: Expression
  readonly value: Expression
}

export interface StaticCall {
  readonly name: string
  readonly nameRange: Range
  readonly args: readonly Expression[]
  readonly range: Range
}

/** What the expressions of both syntaxes can tell. */
export interface StaticShape {
  asTraversal(): Traversal | undefined
  asList(): readonly Expression[] | undefined
  asMap(): readonly StaticItem[] | undefined
  asCall(): StaticCall | undefined
}

const shapeOf = (expression: Expression): Partial<StaticShape> => expression as Expression & Partial<StaticShape>

/** `source.null.example`, for expressions that are nothing but a reference. */
export const asTraversal = (expression: Expression): Traversal | undefined => shapeOf(expression).asTraversal?.()

/** A single bare word; `true`, `false` and `null` are some too. */
export function asKeyword(expression: Expression): string | undefined {
  const traversal = asTraversal(expression)
  return traversal?.steps.length === 0 ? traversal.root : undefined
}

/** The items of `[a, b]`. */
export const asList = (expression: Expression): readonly Expression[] | undefined => shapeOf(expression).asList?.()

/** The items of `{ a = b }`, in the order they are written. */
export const asMap = (expression: Expression): readonly StaticItem[] | undefined => shapeOf(expression).asMap?.()

/** The call of a function, without an expanded last argument. */
export const asCall = (expression: Expression): StaticCall | undefined => shapeOf(expression).asCall?.()
