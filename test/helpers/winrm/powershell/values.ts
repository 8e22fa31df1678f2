/** What expressions of PowerShell are worth, and how one becomes another. */
import type { Block } from './syntax'

export type Value = string | number | boolean | null | Buffer | Value[] | Hash | Thing | ScriptBlock

/** `@{ }`: names that differ by case alone are one. */
export class Hash {
  private readonly entries = new Map<string, readonly [string, Value]>()
  get(name: string): Value {
    return this.entries.get(name.toLowerCase())?.[1] ?? null
  }
  set(name: string, value: Value): void {
    this.entries.set(name.toLowerCase(), [name, value])
  }
  keys(): string[] {
    return [...this.entries.values()].map(([name]) => name)
  }
}

export class ScriptBlock {
  constructor(readonly block: Block) {}
}

type Method = (...args: Value[]) => Value | undefined | Promise<Value | undefined>

/** An object of .NET or COM: members by their name in lower case. */
export class Thing {
  constructor(
    readonly type: string,
    readonly members: Readonly<Record<string, Value | (() => Value) | undefined>> = {},
    readonly methods: Readonly<Record<string, Method>> = {},
    readonly own: Record<string, Value> = {},
  ) {}
}

/** An error that `catch` sees, or that ends the script. */
export class PowershellError extends Error {
  constructor(
    message: string,
    readonly category = 'RuntimeException',
  ) {
    super(message)
  }
}

export function truth(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 1 || (value.length === 1 && truth(value[0]!))
  if (value instanceof Buffer) return value.length > 0
  return Boolean(value)
}

export function text(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (Array.isArray(value)) return value.map(text).join(' ')
  if (value instanceof Buffer) return [...value].join(' ')
  if (value instanceof Hash) return 'System.Collections.Hashtable'
  if (value instanceof ScriptBlock) return ''
  if (value instanceof Thing) return 'tostring' in value.members ? text(read(value.members.tostring)) : value.type
  return String(value)
}

const read = (member: Value | (() => Value) | undefined): Value => (typeof member === 'function' ? member() : (member ?? null))

export function number(value: Value): number {
  const result = value === null ? 0 : Number(typeof value === 'string' ? value.trim() : value)
  if (Number.isNaN(result))
    throw new PowershellError(
      `Cannot convert value "${text(value)}" to type "System.Int32". Error: "Input string was not in a correct format."`,
    )
  return result
}

export function list(value: Value): Value[] {
  if (value instanceof Buffer) return [...value]
  return Array.isArray(value) ? value : value === null ? [] : [value]
}

export function bytes(value: Value): Buffer {
  if (value instanceof Buffer) return value
  if (Array.isArray(value)) return Buffer.from(value.map(number))
  throw new PowershellError('Cannot convert value to type "System.Byte[]".')
}

/** None is null, one is itself. */
export const bundled = (values: readonly Value[]): Value =>
  values.length === 0 ? null : values.length === 1 ? values[0]! : [...values]

/** An own member first, then one of the type. */
export function memberOf(of: Value, name: string): Value {
  const wanted = name.toLowerCase()
  if (of instanceof Hash) return wanted === 'count' ? of.keys().length : wanted === 'keys' ? of.keys() : of.get(name)
  if (of instanceof Thing) return of.own[wanted] ?? read(of.members[wanted])
  if (wanted === 'length' || wanted === 'count') {
    if (typeof of === 'string' && wanted === 'length') return of.length
    return of instanceof Buffer || Array.isArray(of) ? of.length : of === null ? 0 : 1
  }
  if (Array.isArray(of)) return bundled(of.map(item => memberOf(item, name)).filter(value => value !== null))
  return null
}
