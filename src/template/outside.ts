/**
 * What is asked of the outside while a template is read: data sources, and what functions look up elsewhere. Each is asked once,
 * however often the template is evaluated, and only when the caller allows it.
 */
import { type Checked, type Diagnostic, hasErrors } from '../language/diagnostic'
import type { Lookup, Lookups } from '../language/functions'
import { UNKNOWN_TEXT } from '../language/options/decode'
import { fromPlain } from '../language/options/plain'
import { convert } from '../language/values/convert'
import type { Value } from '../language/values/value'
import { Failure } from '../model/failure'
import type { Decoded } from '../model/plan'
import type { DataContext, Plugins } from '../model/plugin'
import { type DataBlock, outputType, unread } from './data-blocks'
import type { Findings } from './diagnostics'

export interface OutsideRequest {
  readonly plugins: Plugins
  readonly environment: DataContext['environment']
  /** False, the default: nothing is asked, and all of it is unknown. */
  readonly askOutside?: boolean
  readonly signal?: AbortSignal
}

/** Loads again with what was looked up meanwhile, until nothing more is asked for. A template with mistakes asks for nothing. */
export async function untilAnswered<T extends { readonly findings: Findings }>(
  outside: Outside,
  load: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const loaded = await load()
    const { syntax, meaning } = loaded.findings
    if (hasErrors([...syntax, ...meaning]) || !(await outside.fetchWanted())) return loaded
  }
}

export class Outside {
  private readonly answers = new Map<string, string | Error>()
  private readonly wanted = new Map<string, Lookup>()
  private readonly read = new Map<string, Promise<Checked<Value>>>()
  private readonly known = new Set<string>()
  private readonly kinds = new Set<Lookup['kind']>()
  private readonly context: DataContext
  private hasPassedOver = false

  constructor(private readonly request: OutsideRequest) {
    const { environment, signal = new AbortController().signal } = request
    this.context = { environment, signal, secret: text => this.known.add(text) }
  }

  get asks(): boolean {
    return this.request.askOutside === true
  }

  /** Something was wanted and not asked, because the caller does not allow it. */
  get unasked(): boolean {
    return !this.asks && (this.hasPassedOver || this.wanted.size > 0)
  }

  /** What functions look up, answered or not. */
  get lookedUp(): ReadonlySet<Lookup['kind']> {
    return this.kinds
  }

  /** Texts that were learnt and must not be shown. */
  get secrets(): Iterable<string> {
    return this.known
  }

  /** Undefined for what was not fetched yet, which is remembered. */
  readonly lookUp: Lookups = lookup => {
    const source = this.request.plugins.lookups?.[lookup.kind]
    if (!source) throw new Error(`no access to ${lookup.kind} is set up here`)
    this.kinds.add(lookup.kind)
    const key = JSON.stringify(lookup)
    const answer = this.answers.get(key)
    if (answer instanceof Error) throw answer
    if (answer === undefined && !key.includes(UNKNOWN_TEXT)) this.wanted.set(key, lookup)
    return answer
  }

  /** True when something was learnt: the template is to be evaluated anew. `signal` ends this asking alone; it is rejected then. */
  async fetchWanted(signal?: AbortSignal): Promise<boolean> {
    if (!this.asks || this.wanted.size === 0) return false
    const wanted = [...this.wanted]
    this.wanted.clear()
    const context = signal ? { ...this.context, signal: AbortSignal.any([this.context.signal, signal]) } : this.context
    await Promise.all(wanted.map(async ([key, lookup]) => this.answers.set(key, await this.answerTo(lookup, context))))
    return true
  }

  private async answerTo(lookup: Lookup, context: DataContext): Promise<string | Error> {
    try {
      const text = await this.request.plugins.lookups![lookup.kind]!(lookup, context)
      this.known.add(text)
      return text
    } catch (error) {
      context.signal.throwIfAborted()
      return new Error(sentenceOf(error).replace(/\.$/, ''))
    }
  }

  /** `options` are wholly known. */
  async readData(block: DataBlock, options: Decoded): Promise<Checked<Value>> {
    if (!this.asks) {
      this.hasPassedOver = true
      return { value: unread(block), diagnostics: [] }
    }
    const key = JSON.stringify([block.type, block.name])
    const reading = this.read.get(key) ?? this.ask(block, options)
    this.read.set(key, reading)
    return reading
  }

  private async ask(block: DataBlock, options: Decoded): Promise<Checked<Value>> {
    const { plugin, type, name, range } = block
    try {
      const outputs = await plugin!.read(options.value as never, this.context)
      return { value: convert(fromPlain(outputs), outputType(plugin!)), diagnostics: [] }
    } catch (error) {
      this.context.signal.throwIfAborted()
      const detail = `"${type}" "${name}": ${sentenceOf(error)}`
      const diagnostic: Diagnostic = { severity: 'error', summary: 'Data source not read', detail, subject: range }
      return { value: unread(block), diagnostics: [diagnostic] }
    }
  }
}

/** A Failure is an expected answer; anything else is a fault of ours. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Failure)) throw error
  const { advice, evidence } = error.details
  return [`${error.message.replace(/\.$/, '')}.`, advice, evidence && `\n${evidence}`].filter(Boolean).join(' ')
}
