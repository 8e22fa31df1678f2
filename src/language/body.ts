/** One body for both syntaxes: HCL and JSON yield it, and nothing above asks which it was. */
import type { Checked } from './diagnostic'
import type { EvalContext } from './eval-context'
import type { Range } from './source'
import type { Value } from './values/value'

export interface Expression {
  readonly range: Range
  /** Unknown (dynamic) when it cannot be evaluated; the diagnostics then say why. Never throws. */
  evaluate(context: EvalContext): Checked<Value>
  /** The root traversals it reads, e.g. `var.region`, `local.tags["a"]`; names bound by `for` are left out. */
  variables(): readonly Traversal[]
}

/** An absolute traversal: `var.image["id"]` is root `var` with steps attr image, index "id". */
export interface Traversal {
  readonly root: string
  readonly steps: readonly TraversalStep[]
  readonly range: Range
}

export type TraversalStep =
  | { readonly kind: 'attribute'; readonly name: string; readonly range: Range }
  | { readonly kind: 'index'; readonly key: Value; readonly range: Range }

export interface Attribute {
  readonly name: string
  readonly expression: Expression
  readonly range: Range
  readonly nameRange: Range
}

export interface Block {
  readonly type: string
  readonly labels: readonly string[]
  readonly body: Body
  readonly typeRange: Range
  readonly labelRanges: readonly Range[]
  /** From the type to the last label: what a diagnostic about the block as a whole underlines. */
  readonly definitionRange: Range
  /** Its header has a mistake, which was said: there may be labels too few or too many. */
  readonly isDamaged?: boolean
}

export interface BodySchema {
  readonly attributes: readonly { readonly name: string; readonly required?: boolean }[]
  readonly blocks: readonly { readonly type: string; readonly labels: readonly string[] }[]
}

export interface BodyContent {
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly blocks: readonly Block[]
  readonly missingItemRange: Range
}

export interface Body {
  /** Everything must match the schema; what does not is an error with "did you mean". */
  content(schema: BodySchema): Checked<BodyContent>
  /** Like `content`, but what the schema does not name is left in `remain`. */
  partialContent(schema: BodySchema): Checked<BodyContent & { readonly remain: Body }>
  /** All attributes; a block is an error. For bodies whose names are the author's: `locals`, `variables`. */
  justAttributes(): Checked<ReadonlyMap<string, Attribute>>
  /** Blocks of whatever type, for bodies that nobody has a schema for. What may be an argument too is one: in JSON there are none. */
  justBlocks(): Checked<readonly Block[]>
  readonly missingItemRange: Range
}
