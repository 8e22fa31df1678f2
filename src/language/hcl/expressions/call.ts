/** `upper(x)`, `max(list...)`, `namespace::name()`. */
import { Collector } from '../../collector'
import type { Checked } from '../../diagnostic'
import { didYouMean } from '../../did-you-mean'
import type { EvalContext } from '../../eval-context'
import { callConverted, convertArgument } from '../../functions/call'
import { FunctionError, type LanguageFunction } from '../../functions/function'
import type { Range } from '../../source'
import { Value } from '../../values/value'
import { Literal } from './literal'
import { Node } from './node'
import { scopesOf } from './traversal'

export class Call extends Node {
  constructor(
    readonly name: string,
    readonly args: readonly Node[],
    /** The last argument is a sequence that stands for the rest of the arguments. */
    readonly expand: boolean,
    range: Range,
    readonly nameRange: Range,
    private readonly closeRange: Range,
  ) {
    super(range)
  }

  evaluate(context: EvalContext): Checked<Value> {
    const found = new Collector()
    const fn = this.find(context, found)
    const args = fn && this.expanded(context, found)
    if (!args || !this.fits(fn, args.length, found)) return found.done(Value.unknown())
    if (fn.special) return found.done(found.take(fn.special(args, context)))
    const values = args.map(arg => found.take(arg.evaluate(context)))
    if (found.diagnostics.length > 0) return found.done(Value.unknown())
    for (let i = 0; i < values.length; i++)
      try {
        values[i] = convertArgument(fn, values[i]!, i)
      } catch (error) {
        this.explain(error, fn, args, found)
      }
    if (found.diagnostics.length > 0) return found.done(Value.unknown())
    try {
      return found.done(callConverted(fn, values))
    } catch (error) {
      this.explain(error, fn, args, found)
      return found.done(Value.unknown())
    }
  }

  private find(context: EvalContext, found: Collector): LanguageFunction | undefined {
    for (let scope: EvalContext | undefined = context; scope; scope = scope.parent) {
      const fn = scope.functions?.get(this.name)
      if (fn) return fn
    }
    const known = [...scopesOf(context)].flatMap(({ functions }) => functions ?? [])
    const names = known.flatMap(functions => [...functions.keys()])
    const detail = `There is no function named "${this.name}".${didYouMean(this.name, names)}`
    if (known.length > 0) found.error('Call to unknown function', detail, this.nameRange, { context: this.range })
    else found.error('Function calls not allowed', 'Functions may not be called here.', this.nameRange, { context: this.range })
    return undefined
  }

  /** The arguments with the last one spread out; undefined when its elements are unknown. */
  private expanded(context: EvalContext, found: Collector): readonly Node[] | undefined {
    const last = this.args[this.args.length - 1]
    if (!this.expand || !last) return this.args
    const value = found.take(last.evaluate(context))
    const wrong = (detail: string) => found.error('Invalid expanding argument value', detail, last.range, { context: this.range })
    if (value.isNull) wrong('The expanding argument (indicated by ...) must not be null.')
    else if (['list', 'set', 'tuple'].includes(value.type.kind)) {
      if (!value.isKnown) return undefined
      return [...this.args.slice(0, -1), ...value.elements().map(element => new Literal(element, last.range))]
    } else if (value.type.kind !== 'dynamic') wrong('The expanding argument (indicated by ...) must be a list, a tuple or a set.')
    return undefined
  }

  private fits({ name, parameters, variadic, special }: LanguageFunction, count: number, found: Collector): boolean {
    if (special && parameters.length === 0) return true
    const missing = parameters[count]
    if (missing) {
      const detail = `Function "${name}" expects ${variadic ? 'at least ' : ''}${parameters.length} argument(s). Missing value for "${missing.name}".`
      found.error('Not enough function arguments', detail, this.closeRange, { context: this.range })
    } else if (count > parameters.length && !variadic) {
      const subject = this.args[Math.min(parameters.length, this.args.length - 1)]!.range
      const detail = `Function "${name}" expects only ${parameters.length} argument(s).`
      found.error('Too many function arguments', detail, subject, { context: this.range })
    }
    return found.diagnostics.length === 0
  }

  private explain(error: unknown, fn: LanguageFunction, args: readonly Node[], found: Collector): void {
    if (!(error instanceof FunctionError)) throw error
    const { message, argument } = error
    const parameter = argument === undefined ? undefined : (fn.parameters[argument] ?? fn.variadic)
    if (argument === undefined || !parameter)
      found.error('Error in function call', `Call to function "${this.name}" failed: ${message}.`, this.range)
    else {
      const subject = args[argument]?.range ?? this.range
      found.error('Invalid function argument', `Invalid value for "${parameter.name}" parameter: ${message}.`, subject, {
        context: this.range,
      })
    }
  }

  override asCall() {
    return this.expand ? undefined : { name: this.name, nameRange: this.nameRange, args: this.args, range: this.range }
  }

  override parts() {
    return this.args
  }
}
