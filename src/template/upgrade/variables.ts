/** User variables become variables; those whose default is made of others become a local too, so that `-var` still wins. */
import type { UserVariable } from '../legacy/user-variables'
import { blockOf, comment, identifierFor, quoted, stringOf } from './hcl-text'
import { type Names, translate } from './texts'

interface Known {
  readonly name: string
  /** `var.x` or `local.x`. */
  readonly reference: string
  readonly isLate: boolean
  readonly declared?: UserVariable
}

const COMPUTED = new Set(['env'])

export class UpgradedVariables implements Names {
  private readonly known = new Map<string, Known>()
  private readonly moments = new Map<string, string>()
  private readonly fromEnvironment = new Map<string, string>()
  private readonly taken = new Set<string>()
  private readonly locals = new Set<string>()
  /** Names that texts use and nobody declares: empty, as in JSON. */
  private readonly undeclared: string[] = []

  constructor(
    declared: readonly UserVariable[],
    private readonly sensitive: ReadonlySet<string>,
  ) {
    for (const variable of declared) this.add(variable.name, variable)
    for (const variable of declared) this.classify(variable)
    this.spreadLateness()
  }

  variable(name: string): string {
    if (!this.known.has(name)) {
      this.undeclared.push(name)
      this.add(name)
    }
    return this.known.get(name)!.reference
  }

  isLate(name: string): boolean {
    return this.known.get(name)?.isLate ?? false
  }

  environment(name: string): string {
    const before = this.fromEnvironment.get(name)
    const variable = before ?? this.unique(`env_${name}`)
    this.fromEnvironment.set(name, variable)
    return `var.${variable}`
  }

  moment(code: string): string {
    const word = code === '"{{timestamp}}"' ? 'timestamp' : code.startsWith('legacy_isotime') ? 'isotime' : 'strftime'
    const local = this.moments.get(code) ?? identifierFor(word, this.locals)
    this.locals.add(local)
    this.moments.set(code, local)
    return `local.${local}`
  }

  /** All blocks, once every text has been translated. */
  blocks(): { variables: string; locals: string } {
    const [variables, locals]: [string[], string[]] = [[], []]
    for (const [jsonName, { name, reference, declared }] of this.known) {
      const text = declared?.default
      const { pieces } = translate(text ?? '', { kind: reference.startsWith('local.') ? 'local' : 'default' }, this)
      const isLocal = reference.startsWith('local.')
      const value = declared && text === undefined ? undefined : isLocal ? 'null' : stringOf(pieces)
      variables.push(this.variableBlock(name, declared, value, this.sensitive.has(jsonName)))
      if (isLocal) locals.push(this.localBlock(name, declared!, stringOf(pieces)))
    }
    const environment = [...this.fromEnvironment].map(([key, name]) =>
      blockOf('variable', [name], `type = string\ndefault = env(${quoted(key)})\n`),
    )
    const moments = [...this.moments].map(([code, name]) => `${name} = ${code}\n`).join('')
    const fixed = moments && `${comment('One moment for all of the run.')}locals {\n${moments}}\n`
    return { variables: [...variables, ...environment].join('\n'), locals: [fixed, ...locals].filter(Boolean).join('\n') }
  }

  private variableBlock(name: string, declared: UserVariable | undefined, value: string | undefined, sensitive: boolean): string {
    const hidden = sensitive ? 'sensitive = true\n' : ''
    const note = declared
      ? name === declared.name
        ? ''
        : comment(`In JSON its name was ${JSON.stringify(declared.name)}.`)
      : comment('The JSON template used this variable without declaring it.')
    const given = value === undefined ? '' : `default = ${value}\n`
    return note + blockOf('variable', [name], `type = string\n${given}${hidden}`)
  }

  private localBlock(name: string, declared: UserVariable, text: string): string {
    const expression = `var.${name} != null ? var.${name} : ${text}`
    if (!this.sensitive.has(declared.name)) return `locals {\n${name} = ${expression}\n}\n`
    return blockOf('local', [name], `expression = ${expression}\nsensitive = true\n`)
  }

  private add(name: string, declared?: UserVariable): void {
    const own = this.unique(name)
    const isLate = declared?.default?.includes('{{') ?? false
    this.known.set(name, { name: own, reference: `var.${own}`, isLate, declared })
  }

  private unique(name: string): string {
    const unique = identifierFor(name, this.taken)
    this.taken.add(unique)
    return unique
  }

  /** A default may only call `env`; whatever else it calls makes it a local. */
  private classify({ name, default: text = '' }: UserVariable): void {
    const known = this.known.get(name)!
    const { pieces, calls } = translate(text, { kind: 'default' }, this)
    const isLocal = [...calls].some(call => !COMPUTED.has(call))
    if (isLocal) this.locals.add(known.name)
    const isLate = calls.has('timestamp') || pieces.some(piece => 'text' in piece && piece.text.includes('{{'))
    this.known.set(name, { ...known, isLate, reference: `${isLocal ? 'local' : 'var'}.${known.name}` })
  }

  /** What is made of a late variable is late. */
  private spreadLateness(): void {
    for (let changed = true; changed; ) {
      changed = false
      for (const [name, known] of this.known) {
        if (known.isLate || !known.declared) continue
        const used = [...(known.declared.default ?? '').matchAll(/user\s+(?:`([^`]*)`|"([^"]*)")/g)]
        if (!used.some(([, raw, cooked]) => this.isLate(raw ?? cooked ?? ''))) continue
        this.known.set(name, { ...known, isLate: true })
        changed = true
      }
    }
  }
}
