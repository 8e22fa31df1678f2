/** Go's constants. An integer is a number, or a bigint where a number would not hold it; floats and complex ones are marked as such. */

/** A number that Go types as float64 although it may be whole: `1.0` in a template. */
export class GoFloat {
  constructor(readonly value: number) {}
}

export class GoComplex {
  constructor(
    readonly real: number,
    readonly imaginary: number,
  ) {}
}

/** Numbers and characters; undefined when it is none. */
export function constant(text: string): unknown {
  if (text.startsWith("'")) {
    const character = unquote(`"${text.slice(1, -1).replace(/^\\'$/, "'").replace(/^"$/, '\\"')}"`)
    return character !== undefined && [...character].length === 1 ? character.codePointAt(0) : undefined
  }
  // An underscore stands between digits, or behind the base.
  if (/(?<![\da-fA-FxXoObB])_|_(?![\da-fA-F])/.test(text)) return undefined
  const digits = text.replaceAll('_', '')
  if (digits.endsWith('i')) return complex(digits.slice(0, -1))
  const [, sign, body] = /^([+-]?)(.*)$/.exec(digits)!
  const negative = sign === '-'
  if (/^0(?:[xX][\da-fA-F]|[bB]\d|[oO]\d)[\da-fA-F]*$/.test(body!)) return integer(BigInt(body!.toLowerCase()), negative)
  if (/^0\d+$/.test(body!)) return /^[0-7]+$/.test(body!) ? integer(BigInt(`0o${body}`), negative) : undefined
  if (/^\d+$/.test(body!)) return integer(BigInt(body!), negative)
  const float = floating(digits)
  return float === undefined ? undefined : new GoFloat(float)
}

/** `2` of `2i`, or `-1.5+2` of `-1.5+2i`. */
function complex(digits: string): GoComplex | undefined {
  const [, real, imaginary] = /^(.*[^eEpP])([+-].*)$/.exec(digits) ?? ['', '0', digits]
  const [a, b] = [floating(real!), floating(imaginary!)]
  return a === undefined || b === undefined ? undefined : new GoComplex(a, b)
}

/** A decimal number, or a hexadecimal one with its exponent, within the bounds of a double. */
function floating(digits: string): number | undefined {
  const hex = /^([+-]?)0[xX](?=\.?[\da-fA-F])([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([+-]?\d+)$/.exec(digits)
  const n = hex
    ? Number(`${hex[1]}1`) * Number.parseInt(hex[2]! + hex[3]!, 16) * 2 ** (Number(hex[4]) - 4 * hex[3]!.length)
    : /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits)
      ? Number(digits)
      : Number.NaN
  return Number.isFinite(n) ? n : undefined
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

export const isPrintable = (character: string): boolean => /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character)

/** Text as Go's %q and its messages show it; `ascii` as %+q does. */
export function quote(text: string, ascii = false): string {
  const short: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(simple).map(([name, character]) => [character, name]),
  )
  return `"${Array.from(text, character => {
    if (character === "'") return character
    if (short[character]) return `\\${short[character]}`
    if (ascii ? /[ -~]/.test(character) : isPrintable(character)) return character
    const code = character.codePointAt(0)!
    const hex = code.toString(16)
    return code < 0x80
      ? `\\x${hex.padStart(2, '0')}`
      : code <= 0xffff
        ? `\\u${hex.padStart(4, '0')}`
        : `\\U${hex.padStart(8, '0')}`
  }).join('')}"`
}
