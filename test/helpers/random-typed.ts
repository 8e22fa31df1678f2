/** Writes expressions of every type at random, with calls, nulls and `U`, of which nothing is known; one part in 25 is of a wrong type. */
import type { Random } from './random-expression'

const KINDS = ['number', 'bool', 'string', 'list', 'map', 'set', 'tuple', 'object'] as const
type Kind = (typeof KINDS)[number]

// biome-ignore format: a table
const LEAVES: Record<Kind, readonly string[]> = {
  number: ['0', '1', '2', '3.5', '-1', '1e3', '12345678901234567890', '"1"', 'null', 'tonumber(U)', 'tonumber(null)', '1e-7'],
  bool: ['true', 'false', '"true"', 'tobool(U)', 'null', 'tobool(null)'],
  string: ['""', '"a"', '"Hello World"', '"e\\u0301x"', '"a,b,c"', '" x "', '1', 'tostring(U)', 'null', '"2020-01-01T00:00:00Z"', '"10.0.0.0/8"'],
  list: ['tolist([1,2,3])', 'tolist(["b","a",""])', 'tolist([])', 'tolist([tostring(U),"x"])', 'tolist([[1],[2,3]])', 'tolist(["a",null])', 'tolist(U)', 'tolist(null)'],
  set: ['toset(["b","a"])', 'toset([1,2])', 'toset([])', 'toset([tostring(U)])', 'toset(U)', 'toset([[1],[2]])'],
  map: ['tomap({a=1,key=2})', 'tomap({})', 'tomap({a="x",b=null})', 'tomap({a=tostring(U)})', 'tomap(U)', 'tomap({a=[1],b=[2]})'],
  tuple: ['[]', '[1,2,3]', '["a","b"]', '[1,"a",true]', '[null]', '[U]', '[[1],[2,[3]]]', '[{a=1},{a="x"}]', '[tostring(U),"b"]', 'null'],
  object: ['{}', '{a=1}', '{a=1,b="x"}', '{a={b=[1]}}', '{a=U}', '{key=null}', '{a=[1,2]}', 'null'],
}

/**
 * Forms of each kind; a letter in braces is a part: n(umber), b(ool), s(tring), l(ist), t(uple or list), q (list, set or tuple),
 * m(ap or object), c (anything to iterate over), x (anything).
 */
// biome-ignore format: a table
const FORMS: Record<Kind | 'any', readonly string[]> = {
  any: ['({b} ? {x} : {x})', '[{x}, {x}][{n}]', '{a = {x}, b = {x}}.a', '"${{x}}"', 'try({x}, {x})', 'coalesce({x}, {x})'],
  number: ['({n} + {n})', '({n} - {n})', '({n} * {n})', '({n} / {n})', '({n} % {n})', '-{n}', 'max({n}, {n})', 'min({q}...)', 'length({q})', 'length({m})', 'abs({n})', 'ceil({n})', 'floor({n})', 'signum({n})', 'parseint({s}, 16)', 'sum({q})', 'index({t}, {x})', '{t}[{n}]'],
  bool: ['({n} < {n})', '({n} >= {n})', '({x} == {x})', '({x} != {x})', '!{b}', 'contains({q}, {x})', 'alltrue({t})', 'anytrue([{b}, {b}])', 'startswith({s}, {s})', 'strcontains({s}, {s})', 'can({x})'],
  string: ['"a${{s}}b"', '"%{ if {b} ~} x %{ else }${{s}}%{ endif }"', '"%{ for k, v in {c} }${k};%{ endfor }"', 'upper({s})', 'title({s})', 'strrev({s})', 'substr({s}, {n}, {n})', 'join({s}, {q})', 'replace({s}, "a", {s})', 'trim({s}, {s})', 'chomp({s})', 'indent(2, {s})', 'format("%s|%5v", {s}, {n})', 'jsonencode({x})', 'base64encode({s})', 'md5({s})', 'timeadd({s}, "1h")', 'element({t}, 1)', 'regex("[a-z]+", {s})', 'cidrhost({s}, {n})', 'tostring({x})'],
  list: ['tolist({q})', 'sort({q})', 'distinct({t})', 'compact({q})', 'split({s}, {s})', 'keys({m})', 'values({m})', 'reverse({t})', 'concat({t}, {t})', 'slice({t}, 0, {n})', 'chunklist({l}, 2)', 'range({n})', 'formatlist("%s-%s", {q}, {s})', 'regexall("[a-z]", {s})', 'coalescelist({t}, {t})', 'flatten({t})', 'setproduct({q}, {q})', '{l}[*].a', '{q}.*.a'],
  tuple: ['[{x}, {x}]', '[for v in {c} : v]', '[for k, v in {c} : [k, v] if k != "a"]', 'flatten({q})', '{x}[*]', 'reverse({t})', 'concat({t}, {t})', 'values({m})', 'slice({t}, 0, 1)'],
  set: ['toset({q})', 'setunion({q}, {q})', 'setintersection({q}, {q})', 'toset([{x}, {x}])'],
  map: ['tomap({m})', 'merge({m}, {m})', 'zipmap({q}, {t})', 'tomap({a = {x}, b = {x}})'],
  object: ['{a = {x}, b = {x}}', '{for k, v in {c} : k => v}', '{for k, v in {c} : v => k...}', 'merge({m}, {m})', 'zipmap(["a", "b"], {t})'],
}

// biome-ignore format: a table
const PARTS: Record<string, readonly Kind[]> = {
  n: ['number'], b: ['bool'], s: ['string'], l: ['list'], t: ['list', 'tuple'], q: ['list', 'set', 'tuple'], m: ['map', 'object'],
  c: ['list', 'set', 'tuple', 'map', 'object'], x: KINDS,
}

export function randomTyped(random: Random, depth: number, wanted: readonly Kind[] = KINDS): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const kind = pick(random() < 1 / 25 ? KINDS : wanted)
  if (random() < 1 / 40) return 'U'
  if (depth <= 0) return pick(LEAVES[kind])
  const form = pick(FORMS[random() < 1 / 8 ? 'any' : kind])
  return form.replace(/\{([nbsltqmcx])\}/g, (_, part: string) => randomTyped(random, depth - 1, PARTS[part]))
}
