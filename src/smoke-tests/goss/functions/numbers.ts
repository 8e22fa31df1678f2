/** Sprig's functions of numbers; those that end in `f` and those that round have a fraction. */
import { floatOf } from '../yaml'
import { number, whole } from './values'

const fold =
  (step: (a: number, b: number) => number) =>
  (first: unknown, ...rest: unknown[]) =>
    floatOf(rest.reduce<number>((so, value) => step(so, number(value)), number(first)))

export const numbers = {
  int: whole,
  int64: whole,
  atoi: whole,
  float64: (value: unknown) => floatOf(number(value)),
  toDecimal: (value: unknown) => Number.parseInt(String(value), 8) || 0,
  add: (...values: unknown[]) => values.reduce<number>((sum, value) => sum + whole(value), 0),
  add1: (value: unknown) => whole(value) + 1,
  sub: (a: unknown, b: unknown) => whole(a) - whole(b),
  mul: (...values: unknown[]) => values.reduce<number>((product, value) => product * whole(value), 1),
  div: (a: unknown, b: unknown) => Math.trunc(divided(whole(a), whole(b))),
  mod: (a: unknown, b: unknown) => whole(a) % divisor(whole(b)),
  max: (...values: unknown[]) => Math.max(...values.map(whole)),
  biggest: (...values: unknown[]) => Math.max(...values.map(whole)),
  min: (...values: unknown[]) => Math.min(...values.map(whole)),
  addf: fold((a, b) => a + b),
  subf: fold((a, b) => a - b),
  mulf: fold((a, b) => a * b),
  divf: fold((a, b) => a / b),
  maxf: fold(Math.max),
  minf: fold(Math.min),
  floor: (value: unknown) => floatOf(Math.floor(number(value))),
  ceil: (value: unknown) => floatOf(Math.ceil(number(value))),
  round: (value: unknown, digits: number) => floatOf(Math.round(number(value) * 10 ** digits) / 10 ** digits),
  until: (count: unknown) => steps(0, whole(count), whole(count) < 0 ? -1 : 1),
  untilStep: steps,
  seq: (...ends: number[]) => {
    const [from, by, to] = ends.length === 1 ? [1, ends[0]! < 1 ? -1 : 1, ends[0]!] : [ends[0]!, ends[1]!, ends.at(-1)!]
    const step = ends.length === 2 ? (to < from ? -1 : 1) : by
    return steps(from, to + Math.sign(step), step).join(' ')
  },
} as const

function steps(from: number, to: number, step: number): readonly number[] {
  if (step === 0) return []
  return Array.from({ length: Math.max(Math.ceil((to - from) / step), 0) }, (_, i) => from + i * step)
}

const divided = (a: number, b: number): number => a / divisor(b)

function divisor(value: number): number {
  if (value === 0) throw new Error('integer divide by zero')
  return value
}
