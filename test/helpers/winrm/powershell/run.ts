/** Runs a parsed script: scopes, pipelines, errors. What is not known ends in an error that says so. */
import { absolute } from '../files'
import { print } from '../io'
import type { Programs } from '../programs'
import { aliases, type Cmdlet, cmdlets, type Given } from './cmdlets'
import { call, Exit, makers, type Surroundings, staticMembers, statics } from './dotnet'
import { operators, unary } from './operators'
import { parseScript } from './parse'
import { stringMethods } from './strings'
import type { Argument, Block, Command, Expr, Pipeline, Statement } from './syntax'
import {
  bundled,
  bytes,
  Hash,
  list,
  memberOf,
  number,
  PowershellError,
  ScriptBlock,
  Thing,
  text,
  truth,
  type Value,
} from './values'

type Out = (value: Value) => void

class Leave extends Error {
  constructor(
    readonly how: 'return' | 'break' | 'continue',
    readonly out: readonly Value[] = [],
  ) {
    super(how)
  }
}

export interface Scope {
  readonly values: Map<string, Value>
  readonly outer?: Scope
}

export class Interpreter {
  readonly global: Scope = {
    values: new Map<string, Value>([
      ['progresspreference', 'Continue'],
      ['erroractionpreference', 'Continue'],
      ['true', true],
      ['false', false],
      ['null', null],
      ['pid', 4711],
      ['lastexitcode', null],
      ['?', true],
      ['home', 'C:\\Users\\Administrator'],
      ['pshome', 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0'],
    ]),
  }
  readonly around: Surroundings
  private readonly functions = new Map<string, Block>()

  constructor(
    given: Omit<Surroundings, 'callWith'>,
    readonly programs: Programs,
    /** How errors are told. */
    readonly complain: (error: PowershellError) => void,
  ) {
    this.around = { ...given, callWith: (block, args) => this.callWith(block, args) }
  }

  async script(source: string, out: Out, scope = this.global): Promise<void> {
    await this.all(parseScript(source).body, scope, out)
  }

  /** A script whose blocks take the process's input line by line, as it comes. */
  async start(source: string, out: Out): Promise<void> {
    const { body, begin = [], process, end = [] } = parseScript(source)
    await this.all([...body, ...begin], this.global, out)
    if (process) {
      const lines = staticMembers.console!.in!(this.around)
      for (let line = await call(lines, 'readline'); line !== null && line !== undefined; line = await call(lines, 'readline')) {
        this.global.values.set('_', line)
        await this.all(process, this.global, out)
      }
    }
    await this.all(end, this.global, out)
  }

  async all(statements: readonly Statement[], scope: Scope, out: Out): Promise<void> {
    for (const statement of statements) {
      this.around.io.signal.throwIfAborted()
      await this.statement(statement, scope, out)
    }
  }

  private async statement(statement: Statement, scope: Scope, out: Out): Promise<void> {
    switch (statement.kind) {
      case 'pipeline':
        return this.pipeline(statement, scope, out)
      case 'assign':
        return void (await this.assign(statement.target, statement.operator, await this.valueOf(statement.value, scope), scope))
      case 'if':
        for (const { when, body } of statement.branches)
          if (!when || truth(await this.valueOf(when, scope))) return this.all(body, scope, out)
        return
      case 'while':
        for (
          let first = statement.first;
          first || truth(await this.valueOf(statement.when, scope)) !== statement.until;
          first = false
        )
          if (await this.turn(statement.body, scope, out)) return
        return
      case 'for':
        if (statement.start) await this.valueOf(statement.start, scope)
        for (
          ;
          !statement.when || truth(await this.valueOf(statement.when, scope));
          statement.step && (await this.valueOf(statement.step, scope))
        )
          if (await this.turn(statement.body, scope, out)) return
        return
      case 'foreach':
        for (const value of list(await this.valueOf(statement.over, scope))) {
          scope.values.set(statement.variable.toLowerCase(), value)
          if (await this.turn(statement.body, scope, out)) return
        }
        return
      case 'try':
        return this.try(statement, scope, out)
      case 'function':
        return void this.functions.set(statement.name.toLowerCase().replace(/^global:/, ''), statement.block)
      case 'leave':
        return this.leave(statement.how, statement.value && (await this.valueOf(statement.value, scope)), out)
      case 'switch':
        return this.switch(statement, scope, out)
      case 'trap':
        return
    }
  }

  private async switch(statement: Statement & { kind: 'switch' }, scope: Scope, out: Out): Promise<void> {
    const value = await this.valueOf(statement.over, scope)
    let matched = false
    for (const { when, body } of statement.cases) {
      if (when ? operators['-eq']!(value, await this.value(when, scope)) !== true : matched) continue
      matched = true
      if (await this.turn(body, scope, out)) return
    }
  }

  /** True: the loop is left. */
  private async turn(body: readonly Statement[], scope: Scope, out: Out): Promise<boolean> {
    try {
      await this.all(body, scope, out)
    } catch (error) {
      if (!(error instanceof Leave) || error.how === 'return') throw error
      return error.how === 'break'
    }
    return false
  }

  private async try(statement: Statement & { kind: 'try' }, scope: Scope, out: Out): Promise<void> {
    try {
      await this.all(statement.body, scope, out)
    } catch (error) {
      if (!(error instanceof PowershellError) || !statement.caught) throw error
      scope.values.set('_', errorThing(error))
      await this.all(statement.caught, scope, out)
    } finally {
      if (statement.last) await this.all(statement.last, scope, out)
    }
  }

  private leave(how: string, value: Value | undefined, out: Out): never {
    if (how === 'exit') throw new Exit(number(value ?? 0))
    if (how === 'throw')
      throw new PowershellError(
        value instanceof Thing && value.own.message ? text(value.own.message) : text(value ?? 'ScriptHalted'),
      )
    if (how === 'return') {
      for (const item of value === undefined ? [] : list(value)) out(item)
      throw new Leave('return')
    }
    throw new Leave(how as 'break' | 'continue')
  }

  /** All that a statement puts out. */
  async valueOf(statement: Statement, scope: Scope): Promise<Value> {
    if (statement.kind === 'assign')
      return this.assign(statement.target, statement.operator, await this.valueOf(statement.value, scope), scope)
    if (statement.kind === 'pipeline' && statement.parts.length === 1 && statement.parts[0]!.kind === 'expression')
      return this.value(statement.parts[0]!.expr, scope)
    return bundled(await this.gathered([statement], scope))
  }

  private async gathered(statements: readonly Statement[], scope: Scope): Promise<Value[]> {
    const found: Value[] = []
    await this.all(statements, scope, value => void found.push(value))
    return found
  }

  private async pipeline({ parts }: Pipeline, scope: Scope, out: Out): Promise<void> {
    let input: Value[] | undefined
    for (const [at, part] of parts.entries()) {
      const last = at === parts.length - 1
      const found: Value[] = []
      const to: Out = last ? out : value => void found.push(value)
      if (part.kind === 'command') await this.command(part, input, scope, to)
      else {
        if (part.expr.kind === 'unary' && /^(post)?(\+\+|--)$/.test(part.expr.operator)) await this.value(part.expr, scope)
        else {
          const value = await this.value(part.expr, scope)
          const quiet = part.redirects.some(({ to: target }) => target?.kind === 'variable')
          for (const item of value === null || quiet ? [] : value instanceof Buffer && last ? [value] : list(value)) to(item)
        }
        this.global.values.set('?', true)
      }
      input = found
    }
  }

  private async command(command: Command, input: Value[] | undefined, scope: Scope, out: Out): Promise<void> {
    const { around } = this
    const caught: Value[] = []
    const muted = command.redirects.some(({ from, to }) => (from === '2' || from === '*') && to?.kind === 'variable')
    const silenced = command.redirects.some(({ from, to }) => (from === '1' || from === '*') && to?.kind === 'variable')
    const file = command.redirects.find(({ from, to }) => from === '1' && to && to.kind !== 'variable')
    const sink: Out = silenced ? () => undefined : file ? value => void caught.push(value) : out
    try {
      await this.invoke(command, input, scope, sink, muted)
    } finally {
      if (file) {
        const path = absolute(text(await this.value(file.to!, scope)), around.io.place.folder)
        const content = Buffer.from(`\uFEFF${caught.map(value => `${text(value)}\r\n`).join('')}`, 'utf16le')
        around.files.write(path, file.append ? Buffer.concat([around.files.read(path) ?? Buffer.alloc(0), content]) : content)
      }
    }
  }

  private async invoke(command: Command, input: Value[] | undefined, scope: Scope, out: Out, muted: boolean): Promise<void> {
    const target = await this.value(command.name, scope)
    if (target instanceof ScriptBlock)
      return this.block(target.block, command.args, input, command.invoke === '.' ? scope : inner(scope), out)
    const name = text(target)
    const own = this.functions.get(name.toLowerCase())
    if (own) return this.block(own, command.args, input, inner(scope), out)
    const known = aliases[name.toLowerCase()] ?? name.toLowerCase()
    const cmdlet = cmdlets[known]
    if (cmdlet && !this.programs.machine.answerFor(command.source)) return this.cmdlet(cmdlet, command, input, scope, out, muted)
    const path = absolute(name, this.around.io.place.folder)
    if (/\.ps1$/i.test(name)) {
      const content = this.around.files.read(path)
      if (!content) throw notRecognized(name)
      return this.scriptFile(content, command.args, command.invoke === '.' ? scope : inner(scope), out)
    }
    return this.native(command, name, scope, out, muted)
  }

  private async scriptFile(content: Buffer, args: readonly Argument[], scope: Scope, out: Out): Promise<void> {
    const code = parseScript(textOfScript(content))
    try {
      await this.block(code, args, undefined, scope, out)
      this.global.values.set('?', true)
    } catch (error) {
      // `exit` in a script that another one runs ends that script alone.
      if (!(error instanceof Exit)) throw error
      this.global.values.set('lastexitcode', error.status)
      this.global.values.set('?', error.status === 0)
    }
  }

  private async block(
    block: Block,
    args: readonly Argument[],
    input: Value[] | undefined,
    scope: Scope,
    out: Out,
  ): Promise<void> {
    const given = await this.given(args, input, scope.outer ?? scope, false)
    const free = [...given.values]
    for (const { name, fallback } of block.parameters) {
      const named = given.named[name.toLowerCase()]
      const value = named ?? free.shift() ?? (fallback ? await this.value(fallback, scope) : null)
      scope.values.set(name.toLowerCase(), value)
    }
    scope.values.set('args', free)
    if (input) scope.values.set('input', input)
    try {
      await this.all(block.body, scope, out)
    } catch (error) {
      if (!(error instanceof Leave) || error.how !== 'return') throw error
    }
  }

  /** As a delegate. */
  async callWith(block: ScriptBlock, args: readonly Value[]): Promise<Value> {
    const scope = inner(this.global)
    for (const [at, { name }] of block.block.parameters.entries()) scope.values.set(name.toLowerCase(), args[at] ?? null)
    return bundled(await this.gathered(block.block.body, scope))
  }

  async callBlock(block: ScriptBlock, item: Value, scope: Scope, out: Out): Promise<void> {
    scope.values.set('_', item)
    await this.all(block.block.body, scope, out)
  }

  private async cmdlet(
    cmdlet: Cmdlet,
    command: Command,
    input: Value[] | undefined,
    scope: Scope,
    out: Out,
    muted: boolean,
  ): Promise<void> {
    const given = await this.given(command.args, input, scope, true)
    try {
      await cmdlet(given, { interpreter: this, scope, out })
      this.global.values.set('?', true)
    } catch (error) {
      if (!(error instanceof PowershellError)) throw error
      this.global.values.set('?', false)
      const action = text(
        given.named.erroraction ?? lookUp('erroractionpreference', scope)?.values.get('erroractionpreference') ?? 'Continue',
      ).toLowerCase()
      if (action === 'stop') throw error
      if (!muted && !['silentlycontinue', 'ignore', '0'].includes(action)) this.complain(error)
    }
  }

  private async given(args: readonly Argument[], input: Value[] | undefined, scope: Scope, switches: boolean): Promise<Given> {
    const named: Record<string, Value> = {}
    const values: Value[] = []
    for (let at = 0; at < args.length; at++) {
      const { parameter, value } = args[at]!
      const next = args[at + 1]
      if (!parameter) values.push(await this.value(value!, scope))
      else if (value) named[parameter] = await this.value(value, scope)
      else if (next?.value && !next.parameter && !(switches && SWITCHES.test(parameter))) {
        named[parameter] = await this.value(next.value, scope)
        at++
      } else named[parameter] = true
    }
    return { named, values, input: input ?? [], piped: input !== undefined }
  }

  private async native(command: Command, name: string, scope: Scope, out: Out, muted: boolean): Promise<void> {
    const words: string[] = []
    for (const { parameter, value } of command.args) {
      if (parameter) words.push(`-${parameter}${value ? ':' : ''}`)
      if (value) words.push(...list(await this.value(value, scope)).map(text))
    }
    const line = [name, ...words.map(word => (/[\s"]|^$/.test(word) ? `"${word.replaceAll('"', '\\"')}"` : word))].join(' ')
    const { io } = this.around
    let held = ''
    const inner = {
      ...io,
      write: (stream: 'stdout' | 'stderr', data: Uint8Array) => {
        if (stream === 'stderr') return muted ? undefined : io.write(stream, data)
        held += Buffer.from(data).toString()
      },
    }
    const status = await this.programs.fromPowershell(name, command.source, line, inner)
    if (status === undefined) throw notRecognized(name)
    for (const row of held.replace(/\r?\n$/, '').split(/\r?\n/)) if (held !== '') out(row)
    this.global.values.set('lastexitcode', status)
    this.global.values.set('?', status === 0)
  }

  private async assign(target: Expr, operator: string, value: Value, scope: Scope): Promise<Value> {
    const result = operator === '=' ? value : operators[operator[0]!]!(await this.value(target, scope), value)
    if (target.kind === 'cast') return this.assign(target.of, '=', cast(target.type, result), scope)
    if (target.kind === 'variable') {
      if (target.scope === 'env') {
        this.around.io.variables.set(target.name, text(result))
        return result
      }
      const place = target.scope === 'global' || target.scope === 'script' ? this.global : scope
      place.values.set(target.name.toLowerCase(), result)
    } else if (target.kind === 'member') {
      const of = target.of.kind === 'type' ? undefined : await this.value(target.of, scope)
      if (of instanceof Hash) of.set(target.name, result)
      else if (of instanceof Thing) of.own[target.name.toLowerCase()] = result
    } else if (target.kind === 'index') {
      const of = await this.value(target.of, scope)
      const at = await this.value(target.at, scope)
      if (of instanceof Hash) of.set(text(at), result)
      else if (Array.isArray(of)) of[number(at)] = result
      else if (of instanceof Buffer) of[number(at)] = number(result)
    } else if (target.kind === 'list') {
      const items = list(result)
      for (const [at, one] of target.items.entries())
        await this.assign(one, '=', at === target.items.length - 1 ? bundled(items.slice(at)) : (items[at] ?? null), scope)
    } else throw new SyntaxError('the pretended PowerShell cannot assign to that')
    return result
  }

  async value(expr: Expr, scope: Scope): Promise<Value> {
    switch (expr.kind) {
      case 'constant':
        return expr.value
      case 'text': {
        const parts: string[] = []
        for (const part of expr.parts) parts.push(typeof part === 'string' ? part : text(await this.value(part, scope)))
        return parts.join('')
      }
      case 'variable':
        return this.variable(expr.scope, expr.name, scope)
      case 'type':
        return new Thing(`[${expr.name}]`)
      case 'paren':
        return expr.body.length === 1 ? this.valueOf(expr.body[0]!, scope) : bundled(await this.gathered(expr.body, scope))
      case 'array':
        return this.gathered(expr.body, scope)
      case 'list': {
        const items: Value[] = []
        for (const item of expr.items) items.push(await this.value(item, scope))
        return items
      }
      case 'hash': {
        const hash = new Hash()
        for (const [key, value] of expr.entries) hash.set(text(await this.value(key, scope)), await this.valueOf(value, scope))
        return hash
      }
      case 'block':
        return new ScriptBlock(expr.block)
      case 'cast':
        return cast(expr.type, await this.value(expr.of, scope))
      case 'unary':
        return this.unary(expr, scope)
      case 'binary':
        return this.binary(expr, scope)
      case 'index':
        return indexed(await this.value(expr.of, scope), await this.value(expr.at, scope))
      case 'member':
        return this.member(expr, scope)
    }
  }

  private variable(scopeName: string, name: string, scope: Scope): Value {
    if (scopeName === 'env') return this.around.io.variables.get(name) ?? null
    const place =
      scopeName === 'global' || scopeName === 'script' ? this.global : (lookUp(name.toLowerCase(), scope) ?? this.global)
    return place.values.get(name.toLowerCase()) ?? null
  }

  private async unary(expr: Expr & { kind: 'unary' }, scope: Scope): Promise<Value> {
    const value = await this.value(expr.of, scope)
    const step = /^(post)?(\+\+|--)$/.exec(expr.operator)
    if (!step) return unary(expr.operator, value)
    const next = number(value) + (step[2] === '++' ? 1 : -1)
    await this.assign(expr.of, '=', next, scope)
    return step[1] ? value : next
  }

  private async binary({ operator, left, right }: Expr & { kind: 'binary' }, scope: Scope): Promise<Value> {
    const first = await this.value(left, scope)
    if (operator === '-and' && !truth(first)) return false
    if (operator === '-or' && truth(first)) return true
    const known = operators[operator]
    if (!known) throw new SyntaxError(`the pretended PowerShell does not know the operator ${operator}`)
    return known(first, await this.value(right, scope))
  }

  private async member(expr: Expr & { kind: 'member' }, scope: Scope): Promise<Value> {
    const name = expr.name.toLowerCase()
    const args: Value[] = []
    for (const arg of expr.args ?? []) args.push(await this.value(arg, scope))
    if (expr.isStatic && expr.of.kind === 'type') return this.ofType(expr.of.name, name, expr.args && args)
    const of = await this.value(expr.of, scope)
    if (!expr.args) return memberOf(of, name)
    if (of === null) throw new PowershellError('You cannot call a method on a null-valued expression.')
    const method = of instanceof Thing ? of.methods[name] : stringMethods[name]?.bind(undefined, of)
    if (name === 'tostring' && !method) return text(of)
    if (!method)
      throw new PowershellError(
        `Method invocation failed because [${of instanceof Thing ? of.type : typeof of}] does not contain a method named '${expr.name}'.`,
      )
    return (await wrapped(() => method(...args))) ?? null
  }

  private async ofType(type: string, name: string, args: Value[] | undefined): Promise<Value> {
    const plain = type.replace(/^system\./, '')
    if (!args) {
      const member = staticMembers[plain]?.[name]
      // Enumerations are worth their names.
      return member ? member(this.around) : name
    }
    const method = name === 'new' ? makers[plain] : statics[plain]?.[name]
    if (!method) throw new SyntaxError(`the pretended PowerShell does not know [${type}]::${name}()`)
    return (await wrapped(() => method(this.around, ...args))) ?? null
  }

  /** Of a process that ends: what nobody caught is told. */
  print(value: Value): void {
    for (const line of value instanceof Buffer ? [...value] : Array.isArray(value) ? value : [value])
      print(this.around.io, 'stdout', `${text(line)}\r\n`)
  }
}

/** What .NET refuses is an error that scripts can catch. */
async function wrapped<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) throw new PowershellError(error.message)
    throw error
  }
}

const SWITCHES = /^(force|recurse|passthru|nonewline|wait|verbose|leaf|raw|asplaintext|whatif|useb|usebasicparsing|append|all)$/

export const inner = (outer: Scope): Scope => ({ values: new Map(), outer })

export function lookUp(name: string, scope: Scope): Scope | undefined {
  for (let place: Scope | undefined = scope; place; place = place.outer) if (place.values.has(name)) return place
  return undefined
}

export function textOfScript(content: Buffer): string {
  const text16 = content[0] === 0xff && content[1] === 0xfe
  const utf8 = content[0] === 0xef && content[1] === 0xbb
  // Windows PowerShell takes a script without a mark for one in the system's own code page.
  return content.toString(text16 ? 'utf16le' : utf8 ? 'utf8' : 'latin1').replace(/^\uFEFF/, '')
}

const notRecognized = (name: string) =>
  new PowershellError(
    `The term '${name}' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
    'CommandNotFoundException',
  )

const errorThing = (error: PowershellError): Thing => {
  const exception: Thing = new Thing(
    'System.Management.Automation.RuntimeException',
    { message: error.message, tostring: error.message },
    { getbaseexception: () => exception },
  )
  return new Thing(
    'System.Management.Automation.ErrorRecord',
    { exception, tostring: error.message },
    {},
    { message: error.message },
  )
}

function indexed(of: Value, at: Value): Value {
  if (of instanceof Hash) return of.get(text(at))
  if (Array.isArray(at)) return at.map(one => indexed(of, one))
  const items = typeof of === 'string' ? [...of] : list(of)
  const index = number(at)
  return items[index < 0 ? items.length + index : index] ?? null
}

function cast(type: string, value: Value): Value {
  const plain = type.replace(/^system\./, '')
  if (/^(int|int32|int64|long|double|uint32|byte)$/.test(plain)) return Math.round(number(value))
  if (plain === 'string') return text(value)
  if (plain === 'bool' || plain === 'boolean' || plain === 'switch') return truth(value)
  if (plain === 'byte[]') return Buffer.from(value instanceof Buffer ? value : bytes(list(value)))
  if (plain === 'void') return null
  if (plain === 'xml') return new Thing('System.Xml.XmlDocument', { outerxml: text(value) })
  if (plain === 'char') return typeof value === 'number' ? String.fromCharCode(value) : text(value)
  if (/\[\]$/.test(plain) || plain === 'array') return list(value)
  return value
}
