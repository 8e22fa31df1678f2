/** What all expressions of the native syntax share, and how the variables in one are found without recursion. */
import type { Expression, Traversal } from '../../body'
import type { Checked } from '../../diagnostic'
import type { EvalContext } from '../../eval-context'
import type { Range } from '../../source'
import type { StaticCall, StaticItem, StaticShape } from '../../static'
import type { Value } from '../../values/value'

/** A part of an expression, mostly just a node; inside it the `bound` names are those of a `for`. */
export interface Part {
  readonly node: Node
  readonly bound?: readonly string[]
}

export abstract class Node implements Expression, StaticShape, Part {
  constructor(readonly range: Range) {}

  get node(): Node {
    return this
  }

  abstract evaluate(context: EvalContext): Checked<Value>

  /** The parts directly below. */
  parts(): readonly Part[] {
    return []
  }

  /** The traversal this is, when it is nothing else; `true`, `false` and `null` count as names. */
  asTraversal(): Traversal | undefined {
    return undefined
  }

  /** The items, when it is written as `[a, b]`. */
  asList(): readonly Expression[] | undefined {
    return undefined
  }

  /** The items, when it is written as `{ a = b }`. */
  asMap(): readonly StaticItem[] | undefined {
    return undefined
  }

  /** The function and its arguments, when it is written as a call. */
  asCall(): StaticCall | undefined {
    return undefined
  }

  /** Whether it reads a variable itself. */
  get isReference(): boolean {
    return false
  }

  variables(): readonly Traversal[] {
    const found: Traversal[] = []
    const open: { readonly node: Node; readonly bound?: ReadonlySet<string> }[] = [this]
    for (let entry = open.pop(); entry; entry = open.pop()) {
      const { node, bound } = entry
      const traversal = node.isReference ? node.asTraversal() : undefined
      if (traversal && !bound?.has(traversal.root)) found.push(traversal)
      const parts = node.parts()
      for (let i = parts.length - 1; i >= 0; i--) {
        const part = parts[i]!
        if (part.bound) open.push({ node: part.node, bound: new Set([...(bound ?? []), ...part.bound]) })
        else open.push(bound ? { node: part.node, bound } : part.node)
      }
    }
    return found
  }
}
