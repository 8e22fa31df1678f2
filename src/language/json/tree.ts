/** JSON as it is written: repeated names stay, numbers are exact, and everything knows its place. */
import type { Range } from '../source'
import type { BigFloat } from '../values/big-float'

export type JsonNode =
  | {
      readonly kind: 'object'
      readonly members: readonly JsonMember[]
      readonly range: Range
      readonly openRange: Range
      readonly closeRange: Range
    }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[]; readonly range: Range; readonly openRange: Range }
  | { readonly kind: 'string'; readonly text: string; readonly range: Range }
  | { readonly kind: 'number'; readonly number: BigFloat; readonly text: string; readonly range: Range }
  | { readonly kind: 'bool'; readonly value: boolean; readonly range: Range }
  | { readonly kind: 'null'; readonly range: Range }

export interface JsonMember {
  readonly name: string
  readonly nameRange: Range
  readonly value: JsonNode
}

export const describeKind = ({ kind }: JsonNode): string =>
  kind === 'null' ? 'null' : kind === 'bool' ? 'a boolean' : kind[0] === 'a' || kind[0] === 'o' ? `an ${kind}` : `a ${kind}`
