/** Text with values in it. */
import { Collector } from '../../collector'
import type { Checked } from '../../diagnostic'
import type { EvalContext } from '../../eval-context'
import type { Range } from '../../source'
import { convert } from '../../values/convert'
import { STRING } from '../../values/type'
import { Value } from '../../values/value'
import { messageOf } from './messages'
import { Node } from './node'

export class Template extends Node {
  constructor(
    readonly pieces: readonly (string | Node)[],
    range: Range,
  ) {
    super(range)
  }

  evaluate(context: EvalContext): Checked<Value> {
    const found = new Collector()
    let whole: string | undefined = ''
    for (const piece of this.pieces) {
      const text = typeof piece === 'string' ? piece : this.textOf(piece, context, found)
      whole = whole === undefined || text === undefined ? undefined : whole + text
    }
    return found.done(whole === undefined ? Value.unknown(STRING, true) : Value.string(whole))
  }

  private textOf(node: Node, context: EvalContext, found: Collector): string | undefined {
    const value = found.take(node.evaluate(context))
    if (value.isNull) return this.fail(node, 'The expression result is null, which has no place in a string.', found)
    try {
      const text = convert(value, STRING)
      return text.isKnown ? text.asString() : undefined
    } catch (error) {
      return this.fail(node, `This value has no place in a string: ${messageOf(error)}.`, found)
    }
  }

  private fail(node: Node, detail: string, found: Collector): undefined {
    found.error('Invalid template interpolation value', detail, node.range, { context: this.range })
  }

  override parts() {
    return this.pieces.filter(piece => typeof piece !== 'string')
  }
}

/** `%{ for }`: the texts of all rounds in a row. */
export class TemplateFor extends Node {
  constructor(
    private readonly rounds: Node,
    range: Range,
  ) {
    super(range)
  }

  evaluate(context: EvalContext): Checked<Value> {
    const found = new Collector()
    const rounds = found.take(this.rounds.evaluate(context))
    if (!rounds.isKnown || !rounds.isWhollyKnown) return found.done(Value.unknown(STRING, true))
    return found.done(
      Value.string(
        rounds
          .elements()
          .map(text => text.asString())
          .join(''),
      ),
    )
  }

  override parts() {
    return [this.rounds]
  }
}
