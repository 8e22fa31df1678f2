/** Durations as Go writes them: `1h2m3.5s`, exact to the nanosecond. */

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
}
const LONGEST = 2n ** 63n

/** Milliseconds; throws Error with a sentence for anything else. */
export const parseDuration = (text: string): number => Number(parseNanoseconds(text)) / 1e6

/** Throws Error, worded as Go words it. The longest is about 292 years. */
export function parseNanoseconds(text: string): bigint {
  const [, sign, body] = /^([-+]?)(.*)$/s.exec(text)!
  if (body === '0') return 0n
  const fail = (what: string) => new Error(`time: ${what} duration ${JSON.stringify(text)}`)
  if (body === '') throw fail('invalid')
  let total = 0n
  for (let rest = body!; rest !== ''; ) {
    const [whole, integer, fraction = '', unit] = /^(\d*)(?:\.(\d*))?([^\d.]*)/s.exec(rest)!
    if (integer === '' && fraction === '') throw fail('invalid')
    if (unit === '') throw fail('missing unit in')
    const size = units[unit!]
    if (size === undefined) throw fail(`unknown unit ${JSON.stringify(unit)} in`)
    total += BigInt(integer!) * size + (BigInt(`0${fraction}`) * size) / 10n ** BigInt(fraction.length)
    rest = rest.slice(whole.length)
    if (total > LONGEST || (total === LONGEST && sign !== '-')) throw fail('invalid')
  }
  return sign === '-' ? -total : total
}
