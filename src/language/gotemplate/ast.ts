/** The tree of a Go template. `source` is how Go prints a node in its messages. */

interface At {
  readonly offset: number
  readonly source: string
}

export type Argument =
  | ({ readonly kind: 'literal'; readonly value: unknown } & At)
  | ({ readonly kind: 'nil' | 'dot' } & At)
  /** `.a.b`, `$x.a.b` or `(pipeline).a`. */
  | ({ readonly kind: 'field'; readonly path: readonly string[] } & At)
  | ({ readonly kind: 'variable'; readonly name: string; readonly path: readonly string[] } & At)
  | ({ readonly kind: 'chain'; readonly base: Argument; readonly path: readonly string[] } & At)
  | ({ readonly kind: 'function'; readonly name: string } & At)
  | ({ readonly kind: 'pipeline'; readonly pipeline: Pipeline } & At)

export interface Command extends At {
  readonly words: readonly Argument[]
}

export interface Pipeline extends At {
  readonly variables: readonly string[]
  /** `=` instead of `:=`. */
  readonly assigns: boolean
  readonly commands: readonly Command[]
}

export type Block = readonly Node[]

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipeline: Pipeline }
  | {
      readonly kind: 'if' | 'with' | 'range'
      readonly pipeline: Pipeline
      readonly body: Block
      readonly otherwise?: Block
    }
  | ({ readonly kind: 'template'; readonly name: string; readonly pipeline?: Pipeline } & At)
  | { readonly kind: 'break' | 'continue' }
