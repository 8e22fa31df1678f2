/** What a PowerShell script is made of, as far as it is known here. */

export type Expr =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  /** A string with things in it. */
  | { readonly kind: 'text'; readonly parts: readonly (string | Expr)[] }
  | { readonly kind: 'variable'; readonly scope: string; readonly name: string }
  | { readonly kind: 'type'; readonly name: string }
  | {
      readonly kind: 'member'
      readonly of: Expr
      readonly name: string
      readonly isStatic: boolean
      readonly args?: readonly Expr[]
    }
  | { readonly kind: 'index'; readonly of: Expr; readonly at: Expr }
  | { readonly kind: 'array'; readonly body: readonly Statement[] }
  | { readonly kind: 'list'; readonly items: readonly Expr[] }
  | { readonly kind: 'hash'; readonly entries: readonly (readonly [Expr, Statement])[] }
  | { readonly kind: 'paren'; readonly body: readonly Statement[] }
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'cast'; readonly type: string; readonly of: Expr }
  | { readonly kind: 'unary'; readonly operator: string; readonly of: Expr }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expr; readonly right: Expr }

export interface Block {
  readonly parameters: readonly { readonly name: string; readonly fallback?: Expr }[]
  readonly body: readonly Statement[]
  /** Around the body, which is run for every item of the input then. */
  readonly begin?: readonly Statement[]
  readonly process?: readonly Statement[]
  readonly end?: readonly Statement[]
}

export interface Argument {
  /** Without its dash, in lower case. */
  readonly parameter?: string
  readonly value?: Expr
}

export interface Redirect {
  readonly from: string
  /** Absent: into the output. */
  readonly to?: Expr
  readonly append: boolean
}

export interface Command {
  readonly kind: 'command'
  readonly invoke: '' | '&' | '.'
  readonly name: Expr
  readonly args: readonly Argument[]
  readonly redirects: readonly Redirect[]
  /** As it stands in the script. */
  readonly source: string
}

export interface Pipeline {
  readonly kind: 'pipeline'
  readonly parts: readonly (
    | Command
    | { readonly kind: 'expression'; readonly expr: Expr; readonly redirects: readonly Redirect[] }
  )[]
}

export type Statement =
  | Pipeline
  | { readonly kind: 'assign'; readonly target: Expr; readonly operator: string; readonly value: Statement }
  | { readonly kind: 'if'; readonly branches: readonly { readonly when?: Statement; readonly body: readonly Statement[] }[] }
  | {
      readonly kind: 'while'
      readonly when: Statement
      readonly body: readonly Statement[]
      readonly first: boolean
      readonly until: boolean
    }
  | {
      readonly kind: 'for'
      readonly start?: Statement
      readonly when?: Statement
      readonly step?: Statement
      readonly body: readonly Statement[]
    }
  | { readonly kind: 'foreach'; readonly variable: string; readonly over: Statement; readonly body: readonly Statement[] }
  | {
      readonly kind: 'try'
      readonly body: readonly Statement[]
      readonly caught?: readonly Statement[]
      readonly last?: readonly Statement[]
    }
  | { readonly kind: 'function'; readonly name: string; readonly block: Block }
  | { readonly kind: 'leave'; readonly how: 'return' | 'throw' | 'exit' | 'break' | 'continue'; readonly value?: Statement }
  | {
      readonly kind: 'switch'
      readonly over: Statement
      readonly cases: readonly { readonly when?: Expr; readonly body: readonly Statement[] }[]
    }
  | { readonly kind: 'trap' }
