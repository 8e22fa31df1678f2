/** What an expression can see: variables and functions, in a chain of scopes (a `for` or `dynamic` adds a child). */
import type { LanguageFunction } from './functions/function'
import type { Value } from './values/value'

export interface EvalContext {
  readonly parent?: EvalContext
  readonly variables?: ReadonlyMap<string, Value>
  readonly functions?: ReadonlyMap<string, LanguageFunction>
}
