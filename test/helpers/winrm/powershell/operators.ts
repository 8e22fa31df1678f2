/** PowerShell's operators: what stands left decides how what stands right is taken. */
import { bundled, list, number, PowershellError, text, truth, type Value } from './values'

type Operator = (left: Value, right: Value) => Value

const same: Operator = (left, right) => {
  if (typeof left === 'string') return left.toLowerCase() === text(right).toLowerCase()
  if (left === null || right === null) return left === right
  if (typeof left === 'boolean') return left === truth(right)
  if (typeof left === 'number') return left === number(right)
  return left === right
}
const order = (left: Value, right: Value): number => {
  if (typeof left !== 'string') return number(left) - number(right)
  return left.toLowerCase() < text(right).toLowerCase() ? -1 : left.toLowerCase() === text(right).toLowerCase() ? 0 : 1
}
/** Of a list those for which it holds. */
const each =
  (holds: (left: Value, right: Value) => boolean): Operator =>
  (left, right) =>
    Array.isArray(left) ? left.filter(item => holds(item, right)) : holds(left, right)

export const pattern = (value: Value, flags = 'i'): RegExp => new RegExp(text(value).replace(/\(\?<(\w+)>/g, '(?<$1>'), flags)
export const wildcard = (value: Value): RegExp =>
  new RegExp(
    `^${text(value)
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '[sS]*')
      .replaceAll('?', '.')}$`,
    'i',
  )

export const operators: Readonly<Record<string, Operator>> = {
  '+': (left, right) => {
    if (Array.isArray(left) || left instanceof Buffer) return [...list(left), ...list(right)]
    if (typeof left === 'string') return left + text(right)
    return left === null ? right : number(left) + number(right)
  },
  '-': (left, right) => number(left) - number(right),
  '*': (left, right) => (typeof left === 'string' ? left.repeat(number(right)) : number(left) * number(right)),
  '/': (left, right) => number(left) / number(right),
  '%': (left, right) => number(left) % number(right),
  '..': (left, right) => {
    const [from, to] = [number(left), number(right)]
    return Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => (to > from ? from + step : from - step))
  },
  '-eq': each((a, b) => same(a, b) === true),
  '-ne': each((a, b) => same(a, b) !== true),
  '-lt': each((a, b) => order(a, b) < 0),
  '-le': each((a, b) => order(a, b) <= 0),
  '-gt': each((a, b) => order(a, b) > 0),
  '-ge': each((a, b) => order(a, b) >= 0),
  '-like': each((a, b) => wildcard(b).test(text(a))),
  '-notlike': each((a, b) => !wildcard(b).test(text(a))),
  '-match': each((a, b) => pattern(b).test(text(a))),
  '-notmatch': each((a, b) => !pattern(b).test(text(a))),
  '-contains': (left, right) => list(left).some(item => same(item, right)),
  '-notcontains': (left, right) => !list(left).some(item => same(item, right)),
  '-in': (left, right) => list(right).some(item => same(item, left)),
  '-notin': (left, right) => !list(right).some(item => same(item, left)),
  '-and': (left, right) => truth(left) && truth(right),
  '-or': (left, right) => truth(left) || truth(right),
  '-xor': (left, right) => truth(left) !== truth(right),
  '-band': (left, right) => number(left) & number(right),
  '-bor': (left, right) => number(left) | number(right),
  '-bxor': (left, right) => number(left) ^ number(right),
  '-join': (left, right) => list(left).map(text).join(text(right)),
  '-split': (left, right) => text(left).split(pattern(right)),
  '-replace': (left, right) => {
    const [what = '', by = ''] = list(right)
    const replaced = (item: Value) => text(item).replace(pattern(what, 'gi'), text(by))
    return Array.isArray(left) ? left.map(replaced) : replaced(left)
  },
  '-f': (left, right) => format(text(left), list(right)),
  '-as': left => left,
}

/** `{0}`, `{0:x2}`, `{0:D3}`. */
function format(template: string, values: readonly Value[]): string {
  return template.replace(
    /\{\{|\}\}|\{(\d+)(?:,-?\d+)?(?::([a-z])(\d*))?\}/gi,
    (all, at: string | undefined, kind?: string, width = '0') => {
      if (at === undefined) return all[0]!
      if (Number(at) >= values.length)
        throw new PowershellError(
          'Error formatting a string: Index (zero based) must be greater than or equal to zero and less than the size of the argument list..',
        )
      const value = values[Number(at)]!
      if (!kind) return text(value)
      const digits = /x/i.test(kind) ? number(value).toString(16) : String(number(value))
      return (kind === 'X' ? digits.toUpperCase() : digits).padStart(Number(width), '0')
    },
  )
}

export function unary(operator: string, value: Value): Value {
  if (operator === '!' || operator === '-not') return !truth(value)
  if (operator === '-') return -number(value)
  if (operator === '+') return number(value)
  if (operator === ',') return [value]
  if (operator === '-join') return list(value).map(text).join('')
  if (operator === '-split') return bundled(text(value).trim().split(/\s+/))
  throw new SyntaxError(`the pretended PowerShell does not know the operator ${operator}`)
}
