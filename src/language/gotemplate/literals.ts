/** Go's constants. An integer is a number, or a bigint where a number would not hold it; a float is marked as such. */

/** A number that Go types as float64 although it may be whole: `1.0` in a template. */
export class GoFloat {
  constructor(readonly value: number) {}
}

/** Numbers and characters; undefined when it is none. */
export function constant(text: string): unknown {
  if (text.startsWith("'")) {
    const character = unquote(`"${text.slice(1, -1).replace(/^\\'$/, "'").replace(/^"$/, '\\"')}"`)
    return character !== undefined && [...character].length === 1 ? character.codePointAt(0) : undefined
  }
  const digits = text.replaceAll('_', '')
  const [, sign, body] = /^([+-]?)(.*)$/.exec(digits)!
  const negative = sign === '-'
  if (/^0[xXbBoO]/.test(body!)) return integer(BigInt(body!.toLowerCase()), negative)
  if (/^0\d+$/.test(body!)) return /^[0-7]+$/.test(body!) ? integer(BigInt(`0o${body}`), negative) : undefined
  if (/^\d+$/.test(body!)) return integer(BigInt(body!), negative)
  const float = Number(digits)
  return Number.isFinite(float) ? new GoFloat(float) : undefined
}

/** Undefined beyond 64 bits. */
function integer(size: bigint, negative: boolean): number | bigint | undefined {
  const n = negative ? -size : size
  if (BigInt.asIntN(64, n) !== n) return undefined
  return n >= BigInt(Number.MIN_SAFE_INTEGER) && n <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(n) : n
}

// biome-ignore format: a table
const simple: Readonly<Record<string, string>> = {
  a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"',
}

/** A string in double quotes with Go's escapes; undefined when one is wrong. Bytes beyond ASCII must form UTF-8. */
export function unquote(literal: string): string | undefined {
  const body = literal.slice(1, -1)
  const bytes: Buffer[] = []
  const piece = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|([abfnrtv\\"]))|([^\\]+)/gy
  let at = 0
  for (let found = piece.exec(body); found; found = piece.exec(body)) {
    const [, hex, short, long, octal, special, plain] = found
    const code = Number.parseInt(short ?? long ?? '0', 16)
    if (code > 0x10ffff) return undefined
    if (hex ?? octal) bytes.push(Buffer.from([Number.parseInt((hex ?? octal)!, hex ? 16 : 8)]))
    else bytes.push(Buffer.from(plain ?? (special ? simple[special]! : String.fromCodePoint(code))))
    at = piece.lastIndex
  }
  return at === body.length ? Buffer.concat(bytes).toString() : undefined
}

/** Text as Go's %q and its messages show it; `ascii` as %+q does. */
export function quote(text: string, ascii = false): string {
  const short: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(simple).map(([name, character]) => [character, name]),
  )
  return `"${Array.from(text, character => {
    if (character === "'") return character
    if (short[character]) return `\\${short[character]}`
    if ((ascii ? /[ -~]/ : /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u).test(character)) return character
    const code = character.codePointAt(0)!
    const hex = code.toString(16)
    return code < 0x80
      ? `\\x${hex.padStart(2, '0')}`
      : code <= 0xffff
        ? `\\u${hex.padStart(4, '0')}`
        : `\\U${hex.padStart(8, '0')}`
  }).join('')}"`
}
