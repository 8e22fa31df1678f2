/** Writes expressions at random, mostly sensible ones: the same for the same seed. */

export type Random = () => number

/** Mulberry32: small and good enough to choose with. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Kind = 'number' | 'bool' | 'string' | 'sequence' | 'map'
const KINDS: readonly Kind[] = ['number', 'bool', 'string', 'sequence', 'map']

const LEAVES: Record<Kind, readonly string[]> = {
  number: ['0', '1', '2', '3.5', '10', '1e3', '0.1', '007', '12345678901234567890', '"1"', 'null'],
  bool: ['true', 'false', 'true', 'false', '"true"'],
  string: ['""', '"a"', '" b "', '"\\u00e9"', '"key"', '"$${"', '"%%{$"', '1', 'true'],
  sequence: [
    '[]',
    '[1, 2, 3]',
    '["a", "b"]',
    '[[1], [2, 3]]',
    '[{a = 1}, {a = "x"}]',
    'toset(["b", "a"])',
    'tolist([1, 2])',
    '[null]',
  ],
  map: ['{}', '{a = 1}', '{a = 1, b = "x"}', '{a = {b = [1]}}', 'tomap({a = 1, key = 2})', '{key = null}'],
}
const TEXTS = ['', 'a', ' b ', 'é', '1', '$.', '%-', '$${', 'x  ', '  y', '\\n', '\\"', '\\\\', '\\u00e9', '😀', '$$ ']

/** One in twelve parts is of another kind than its place wants. */
export function randomExpression(random: Random, depth: number, names: readonly string[] = []): string {
  return new Writer(random, names).any(depth)
}

class Writer {
  constructor(
    private readonly random: Random,
    private readonly names: readonly string[],
  ) {}

  any(depth: number): string {
    return this.write(this.pick(KINDS), depth)
  }

  private pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)]!
  }

  private within(name: string): Writer {
    return new Writer(this.random, [...this.names, name])
  }

  private write(wanted: Kind, depth: number): string {
    const kind = this.random() < 1 / 12 ? this.pick(KINDS) : wanted
    if (depth <= 0) return this.names.length > 0 && this.random() < 0.4 ? this.pick(this.names) : this.pick(LEAVES[kind])
    if (this.random() < 1 / 8) return this.common(kind, depth - 1)
    return this[kind](depth - 1)
  }

  /** What can be of every kind. */
  private common(kind: Kind, d: number): string {
    return this.pick([
      () => `(${this.write(kind, d)})`,
      () => `${this.write('bool', d)} ? ${this.write(kind, d)} : ${this.write(kind, d)}`,
      () => `[${this.write(kind, d)}, ${this.write(kind, d)}][${this.pick(['0', '1', '"1"', this.write('number', d)])}]`,
      () => `{a = ${this.write(kind, d)}, "b" : ${this.any(d)}}.${this.pick(['a', 'a', 'b'])}`,
      () => `"\${${this.write(kind, d)}}"`,
    ])()
  }

  private number(d: number): string {
    return this.pick([
      () => `${this.write('number', d)} ${this.pick(['+', '-', '*', '/', '%'])} ${this.write('number', d)}`,
      () => `-${this.write('number', d)}`,
      () => `max(${this.write('number', d)}, ${this.write('sequence', d)}...)`,
      () => `(${this.write('sequence', d)})[${this.write('number', 0)}]`,
    ])()
  }

  private bool(d: number): string {
    return this.pick([
      () => `${this.write('number', d)} ${this.pick(['<', '>', '<=', '>='])} ${this.write('number', d)}`,
      () => `${this.any(d)} ${this.pick(['==', '!='])} ${this.any(d)}`,
      () => `${this.write('bool', d)} ${this.pick(['&&', '||'])} ${this.write('bool', d)}`,
      () => `!${this.write('bool', d)}`,
    ])()
  }

  private string(d: number): string {
    const text = () => this.pick(TEXTS)
    const strip = () => this.pick(['', '', '~'])
    const name = this.pick(['x', 'y'])
    return this.pick([
      () => `"${text()}\${${strip()} ${this.write('string', d)} ${strip()}}${text()}"`,
      () =>
        `"%{ if ${this.write('bool', d)} ${strip()}}${text()}%{${strip()} else ${strip()}}${text()}%{${strip()} endif }${text()}"`,
      () =>
        `"%{ for ${name} in ${this.write('sequence', d)} ${strip()}}${text()}\${${this.within(name).write('string', d)}}%{ endfor }"`,
      () => `upper(${this.write('string', d)})`,
      () => `jsonencode(${this.any(d)})`,
    ])()
  }

  private sequence(d: number): string {
    const name = this.pick(['x', 'y'])
    const inner = this.within(name)
    const from = () => this.write(this.pick(['sequence', 'map']), d)
    return this.pick([
      () => `[${this.any(d)}, ${this.any(d)}${this.pick(['', ','])}]`,
      () => `[for ${name} in ${from()}: ${inner.any(d)}]`,
      () => `[for k, ${name} in ${from()}: [k, ${inner.any(d)}] if ${inner.write('bool', d)}]`,
      () => `(${from()})${this.pick(['[*]', '.*', '[*].a', '.*.a', '[*][0]', '.*.0', '[*].a[0]', '.*.a[0]'])}`,
      () => `${this.pick(['tolist', 'toset'])}(${this.write('sequence', d)})`,
      () => `${this.pick(['keys', 'values'])}(${this.write('map', d)})`,
      () => `concat(${this.write('sequence', d)}, ${this.write('sequence', d)})`,
    ])()
  }

  private map(d: number): string {
    const name = this.pick(['x', 'y'])
    const inner = this.within(name)
    return this.pick([
      () => `{${this.pick(['a', 'b', '"c"'])} = ${this.any(d)}, (${this.write('string', d)}) : ${this.any(d)}}`,
      () => `{for k, ${name} in ${this.write(this.pick(['sequence', 'map']), d)}: k => ${inner.any(d)}${this.pick(['', '...'])}}`,
      () => `{for ${name} in ${this.write('sequence', d)}: ${inner.write('string', d)} => ${inner.any(d)}...}`,
      () => `tomap(${this.write('map', d)})`,
      () => `merge(${this.write('map', d)}, ${this.write('map', d)})`,
    ])()
  }
}
