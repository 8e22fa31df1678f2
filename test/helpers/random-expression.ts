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

type Writer = (depth: number) => string

export function randomExpression(random: Random, depth: number, names: readonly string[] = []): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const any: Writer = d => randomExpression(random, d - 1, names)
  const within = (d: number, name: string) => randomExpression(random, d - 1, [...names, name])
  const word = () => pick(['a', 'b', 'c', 'key'])
  const text = () => pick(['', 'a', ' b ', 'é', '1', 'true', '$.', '%-', '$${', 'x y', '\\n', '\\"', '\\u00e9', '😀', '$$ '])
  const leaf: Writer = () =>
    pick([
      () => pick(['0', '1', '2', '3.5', '10', '1e3', '0.1', '007', '12345678901234567890']),
      () => `"${text()}${text()}"`,
      () => pick(['true', 'false', 'null', '[]', '{}', '"1"', '"true"']),
      () => (names.length > 0 ? pick(names) : '"n"'),
    ])()
  const fresh = () => pick(['x', 'y', 'z'])
  const writers: readonly Writer[] = [
    leaf,
    leaf,
    d => `${any(d)} ${pick(['+', '-', '*', '/', '%', '==', '!=', '<', '>', '<=', '>=', '&&', '||'])} ${any(d)}`,
    d => `${pick(['-', '!', '- '])}${any(d)}`,
    d => `(${any(d)})`,
    d => `[${any(d)}, ${any(d)}${pick(['', ','])}]`,
    d => `{${word()} = ${any(d)}, "${word()}${text()}" : ${any(d)}}`,
    d => `{(${any(d)}) = ${any(d)}}`,
    d => `${any(d)} ? ${any(d)} : ${any(d)}`,
    d => `(${any(d)})[${any(d)}]`,
    d => `(${any(d)}).${pick(['a', 'b', '0', '1', 'key'])}`,
    d => `(${any(d)})${pick(['[*]', '.*', '[*].a', '.*.a', '[*][0]', '.*.0', '[*].a[0]', '.*.a[0]'])}`,
    d => `"${text()}\${${any(d)}}${text()}"`,
    d => `"${text()}\${${pick(['~', ''])} ${any(d)} ${pick(['~', ''])}}${text()}"`,
    d => `"%{ if ${any(d)} ${pick(['~', ''])}} ${text()}%{ else ${pick(['~', ''])}} ${text()} %{${pick(['~', ''])} endif }"`,
    d => ((name: string) => `"%{ for ${name} in ${any(d)} }${text()}\${${within(d, name)}}%{ endfor }"`)(fresh()),
    d => ((name: string) => `[for ${name} in ${any(d)}: ${within(d, name)}]`)(fresh()),
    d => ((name: string) => `[for k, ${name} in ${any(d)}: [k, ${within(d, name)}] if ${within(d, name)}]`)(fresh()),
    d => ((name: string) => `{for ${name} in ${any(d)}: ${within(d, name)} => ${within(d, name)}${pick(['', '...'])}}`)(fresh()),
    d => `${pick(['tolist', 'toset', 'tomap', 'tostring', 'tonumber', 'tobool', 'upper', 'keys', 'values'])}(${any(d)})`,
    d => `${pick(['concat', 'merge', 'max', 'coalesce'])}(${any(d)}, ${any(d)}${pick(['', '...'])})`,
  ]
  return depth <= 0 ? leaf(depth) : pick(writers)(depth)
}
