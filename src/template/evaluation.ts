/** Locals and data sources, each after what it needs and wherever it stands: both may read both. */
import type { Traversal } from '../language/body'
import { Collector } from '../language/collector'
import { type Checked, type Diagnostic, hasErrors } from '../language/diagnostic'
import { didYouMean } from '../language/did-you-mean'
import type { EvalContext } from '../language/eval-context'
import { Value } from '../language/values/value'
import { type DataBlock, unread } from './data-blocks'
import { inOrder } from './dependencies'
import type { Local } from './locals'

export interface Evaluated {
  readonly locals: ReadonlyMap<string, Value>
  /** `data`: by type, by name. */
  readonly data: Value
}

/** Never rejects for what is wrong with the block; an unread one is an unknown value. */
export type ReadData = (block: DataBlock, context: EvalContext) => Promise<Checked<Value>>

/** `outer` holds all but `local` and `data`. What cannot be evaluated is unknown, so that what reads it is not blamed too. */
export const evaluate = (
  locals: ReadonlyMap<string, Local>,
  data: readonly DataBlock[],
  outer: EvalContext,
  read: ReadData,
): Promise<Checked<Evaluated>> => new Evaluation(locals, data, outer, read).run()

type Node = Local | DataBlock
const NONE: readonly Node[] = []

const isLocal = (node: Node): node is Local => 'expression' in node
const labelOf = (node: Node): string => (isLocal(node) ? `local.${node.name}` : `data.${node.type}.${node.name}`)

class Evaluation {
  private readonly findings = new Collector()
  private readonly locals: Map<string, Value>
  private readonly data: Map<DataBlock, Value>
  /** Of data sources, told in the order of the template. */
  private readonly said = new Map<DataBlock, readonly Diagnostic[]>()
  private readonly references = new Map<Node, readonly Traversal[]>()
  private readonly needs = new Map<Node, readonly Node[]>()
  private readonly underWay = new Map<DataBlock, Promise<void>>()
  private dataObject: Value | undefined
  /** For what reads neither. */
  private readonly bare: EvalContext

  constructor(
    private readonly declared: ReadonlyMap<string, Local>,
    private readonly blocks: readonly DataBlock[],
    private readonly outer: EvalContext,
    private readonly read: ReadData,
  ) {
    this.locals = new Map([...declared.keys()].map(name => [name, Value.unknown()]))
    this.data = new Map(blocks.map(block => [block, unread(block)]))
    this.bare = { parent: outer, variables: new Map([['local', Value.object([])]]) }
    for (const node of [...blocks, ...declared.values()]) {
      const all = isLocal(node) ? node.expression.variables() : node.references
      const references = all.filter(({ root }) => root === 'local' || root === 'data')
      this.references.set(node, references)
      this.needs.set(node, this.needed(node, references))
    }
  }

  /** Data sources come first and start as soon as what they need is there; only who needs one waits for it. */
  async run(): Promise<Checked<Evaluated>> {
    const needsOf = (node: Node) => this.needs.get(node)!
    const { order, cycles } = inOrder<Node>([...this.blocks, ...this.declared.values()], needsOf)
    for (const cycle of cycles) this.findings.add(circle(cycle))
    for (const node of order) {
      for (const needed of needsOf(node)) if (!isLocal(needed)) await this.underWay.get(needed)
      if (isLocal(node)) this.evaluateLocal(node)
      else this.startReading(node)
    }
    await Promise.all(this.underWay.values())
    for (const block of this.blocks) this.findings.addAll(this.said.get(block) ?? [])
    return this.findings.done({ locals: this.locals, data: this.allData() })
  }

  private evaluateLocal(local: Local): void {
    const result = local.expression.evaluate(this.contextOf(local))
    if (hasErrors(result.diagnostics)) this.findings.addAll(this.undeclared(local, result))
    else {
      this.findings.take(result)
      this.locals.set(local.name, result.value)
    }
  }

  private startReading(block: DataBlock): void {
    const reading = this.read(block, this.contextOf(block)).then(({ value, diagnostics }) => {
      this.said.set(block, diagnostics)
      this.data.set(block, value)
      this.dataObject = undefined
    })
    // Whoever needs it first hears of an interruption; the others must not count as unheard.
    reading.catch(() => {})
    this.underWay.set(block, reading)
  }

  /** Only what it reads, so that a context is as small as the expression. */
  private contextOf(node: Node): EvalContext {
    if (this.references.get(node)!.length === 0) return this.bare
    const seen = this.needs.get(node)!.filter(isLocal)
    const variables = new Map([['local', Value.object(seen.map(({ name }): [string, Value] => [name, this.locals.get(name)!]))]])
    if (this.references.get(node)!.some(({ root }) => root === 'data')) variables.set('data', this.allData())
    return { parent: this.outer, variables }
  }

  private allData(): Value {
    if (this.dataObject) return this.dataObject
    const types = new Map<string, [string, Value][]>()
    for (const [{ type, name }, value] of this.data) types.set(type, [...(types.get(type) ?? []), [name, value]])
    this.dataObject = Value.object([...types].map(([type, named]) => [type, Value.object(named)]))
    return this.dataObject
  }

  /** `local` or `data` as a whole needs all others. */
  private needed(node: Node, references: readonly Traversal[]): readonly Node[] {
    if (references.length === 0) return NONE
    const others = references.flatMap((reference): readonly Node[] => {
      const [first, second] = namesOf(reference)
      if (reference.root === 'data')
        return this.blocks.filter(({ type, name }) => type === (first ?? type) && name === (second ?? name))
      if (first === undefined) return [...this.declared.values()]
      const local = this.declared.get(first)
      return local ? [local] : NONE
    })
    const whole = references.some(reference => namesOf(reference)[reference.root === 'data' ? 1 : 0] === undefined)
    return [...new Set(whole ? others.filter(other => other !== node) : others)]
  }

  /** The evaluator knows only what the expression reads; here all that is declared is known, for a better message. */
  private undeclared(local: Local, { diagnostics }: Checked<Value>): readonly Diagnostic[] {
    const findings = new Collector()
    for (const reference of this.references.get(local)!) {
      const [first, second] = namesOf(reference)
      if (first === undefined) continue
      if (reference.root === 'local' && !this.declared.has(first))
        findings.error(
          'Undefined local',
          `There is no local "${first}".${didYouMean(first, this.declared.keys())}`,
          reference.steps[0]!.range,
          { missing: [first] },
        )
      if (reference.root !== 'data' || second === undefined) continue
      const names = this.blocks.filter(({ type }) => type === first).map(({ name }) => name)
      if (!names.includes(second))
        findings.error(
          'Undefined data source',
          `There is no data source "${first}" "${second}".${didYouMean(second, names)}`,
          reference.steps[1]!.range,
          { missing: [first, second] },
        )
    }
    return findings.diagnostics.length > 0 ? findings.diagnostics : diagnostics
  }
}

function circle(cycle: readonly Node[]): Diagnostic {
  const way = cycle.map(labelOf).join(' needs ')
  return {
    severity: 'error',
    summary: cycle.every(isLocal) ? 'Circular local definition' : 'Circular definition',
    detail: `${way}. None of them can be evaluated; break the circle.`,
    subject: cycle[0]!.range,
  }
}

/** The first two names of `local.a.b` or `data.a.b`, as far as they are constant. */
function namesOf({ steps }: Traversal): readonly (string | undefined)[] {
  return steps.slice(0, 2).map(step => {
    if (step.kind === 'attribute') return step.name
    return step.key.state === 'known' && step.key.type.kind === 'string' ? step.key.asString() : undefined
  })
}
