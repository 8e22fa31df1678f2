/**
 * Numbers as go-cty has them: binary, up to 512 bits, each value with its own precision, rounded to nearest even.
 * The value is mantissa × 2^exponent; the mantissa is odd, or zero. Infinity is exponent Infinity with mantissa 1.
 */

/** What a number written as text, or computed from such, is kept to. */
const TEXT_PRECISION = 512
const INTEGER_PRECISION = 64
const DOUBLE_PRECISION = 53
/** Beyond this many decimal places a number could not be printed in reasonable time, so it is refused as it is read. */
const LONGEST_EXPONENT = 50_000
/** And a product beyond this power of two is infinite, or zero. */
const LARGEST_POWER = 200_000

/** 0.digits × 10^point, without trailing zeros. */
export interface Decimal {
  readonly digits: string
  readonly point: number
}

export class BigFloat {
  private constructor(
    readonly neg: boolean,
    readonly mant: bigint,
    readonly exp: number,
    readonly prec: number,
  ) {}

  /** Decimal text as Go's ParseFloat reads it in base 10: `1.5`, `1e3`, `1p3` (a power of two), `Inf`. Undefined for anything else. */
  static parse(text: string): BigFloat | undefined {
    if (/^\d{1,15}$/.test(text)) return BigFloat.rounded(false, BigInt(text), 0, TEXT_PRECISION)
    const infinite = /^([+-]?)[iI]nf$/.exec(text)
    if (infinite) return new BigFloat(infinite[1] === '-', 1n, Number.POSITIVE_INFINITY, TEXT_PRECISION)
    const parts = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:([eEpP])([+-]?\d+))?$/.exec(text)
    if (!parts) return undefined
    const [, sign, whole = '', fraction = parts[4] ?? '', , marker, exponent = '0'] = parts
    const binary = marker === 'p' || marker === 'P'
    const decimals = (binary ? 0 : Number(exponent)) - fraction.length
    if (Math.abs(Number(exponent)) > LONGEST_EXPONENT) return undefined
    const digits = BigInt(whole + fraction)
    const power = 5n ** BigInt(Math.abs(decimals))
    const exp = decimals + (binary ? Number(exponent) : 0)
    const neg = sign === '-'
    if (decimals >= 0) return BigFloat.rounded(neg, digits * power, exp, TEXT_PRECISION)
    return BigFloat.quotient(neg, digits, power, exp, TEXT_PRECISION)
  }
  /** Like `parse`, for text already known to be a number; throws RangeError otherwise. */
  static fromText(text: string): BigFloat {
    const number = BigFloat.parse(text)
    if (!number) throw new RangeError(`"${text}" is not a number`)
    return number
  }
  /** As Go makes one from an integer: 64 bits, more when the integer needs them. */
  static fromInteger(n: bigint | number): BigFloat {
    const mant = BigInt(n)
    const size = mant < 0n ? -mant : mant
    return BigFloat.rounded(mant < 0n, size, 0, Math.max(INTEGER_PRECISION, bitLength(size)))
  }
  static fromDouble(n: number): BigFloat {
    if (Number.isNaN(n)) throw new RangeError('the result is not a number')
    const neg = n < 0 || Object.is(n, -0)
    if (!Number.isFinite(n)) return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, DOUBLE_PRECISION)
    const bits = new DataView(new ArrayBuffer(8))
    bits.setFloat64(0, n)
    const raw = bits.getBigUint64(0)
    const biased = Number((raw >> 52n) & 0x7ffn)
    const fraction = raw & 0xfffffffffffffn
    const mant = biased === 0 ? fraction : fraction | (1n << 52n)
    return BigFloat.rounded(neg, mant, Math.max(biased, 1) - 1075, DOUBLE_PRECISION)
  }

  get isInfinite(): boolean {
    return this.exp === Number.POSITIVE_INFINITY
  }
  get isInteger(): boolean {
    return this.exp >= 0 && !this.isInfinite
  }
  /** -1, 0 or 1. */
  get sign(): number {
    return this.mant === 0n ? 0 : this.neg ? -1 : 1
  }

  add(other: BigFloat): BigFloat {
    const prec = Math.max(this.prec, other.prec)
    if (this.isInfinite || other.isInfinite) {
      if (this.isInfinite && other.isInfinite && this.neg !== other.neg)
        throw new RangeError("can't subtract infinity from itself")
      return (this.isInfinite ? this : other).withPrecision(prec)
    }
    if (this.mant === 0n && other.mant === 0n) return new BigFloat(this.neg && other.neg, 0n, 0, prec)
    const exp = Math.min(this.exp, other.exp)
    const sum = this.scaled(exp) + other.scaled(exp)
    return BigFloat.rounded(sum < 0n, sum < 0n ? -sum : sum, exp, prec)
  }
  subtract(other: BigFloat): BigFloat {
    return this.add(other.negate())
  }
  /** Exact where 512 bits hold the product: the precision grows beyond the operands' when the product needs it. */
  multiply(other: BigFloat): BigFloat {
    const neg = this.neg !== other.neg
    const prec = Math.max(this.prec, other.prec)
    if (this.isInfinite || other.isInfinite) {
      if (this.mant === 0n || other.mant === 0n) throw new RangeError("can't multiply zero by infinity")
      return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, prec)
    }
    const product = BigFloat.rounded(neg, this.mant * other.mant, this.exp + other.exp, TEXT_PRECISION)
    return new BigFloat(neg, product.mant, product.exp, Math.max(prec, bitLength(product.mant)))
  }
  /** Division by zero is infinite; zero by zero, and infinity by infinity, throw RangeError. */
  divide(other: BigFloat): BigFloat {
    const neg = this.neg !== other.neg
    const prec = Math.max(this.prec, other.prec)
    const undefinedResult = other.isInfinite ? this.isInfinite : this.mant === 0n && other.mant === 0n
    if (undefinedResult) throw new RangeError("can't divide zero by zero or infinity by infinity")
    if (this.isInfinite || other.mant === 0n) return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, prec)
    if (other.isInfinite) return new BigFloat(neg, 0n, 0, prec)
    return BigFloat.quotient(neg, this.mant, other.mant, this.exp - other.exp, prec)
  }
  /** What is left after taking `other` away a whole number of times; the sign follows `this`. By zero, and of infinity, it is `this`. */
  modulo(other: BigFloat): BigFloat {
    if (other.isInfinite) throw new RangeError("can't use modulo with infinity")
    if (this.isInfinite || other.mant === 0n) return this
    const times = BigFloat.fromInteger(this.divide(other).toInteger()).withPrecision(this.prec)
    const taken = BigFloat.rounded(times.neg !== other.neg, times.mant * other.mant, times.exp + other.exp, this.prec)
    return this.subtract(taken).withPrecision(this.prec)
  }
  negate(): BigFloat {
    return new BigFloat(!this.neg, this.mant, this.exp, this.prec)
  }
  absolute(): BigFloat {
    return this.neg ? this.negate() : this
  }
  withPrecision(prec: number): BigFloat {
    return this.isInfinite ? new BigFloat(this.neg, 1n, this.exp, prec) : BigFloat.rounded(this.neg, this.mant, this.exp, prec)
  }

  /** Negative, zero or positive as `this` is below, at or above `other`. */
  compare(other: BigFloat): number {
    if (this.sign !== other.sign) return this.sign - other.sign
    if (this.isInfinite || other.isInfinite)
      return this.isInfinite === other.isInfinite ? 0 : this.isInfinite ? this.sign : -this.sign
    const exp = Math.min(this.exp, other.exp)
    const difference = this.scaled(exp) - other.scaled(exp)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }
  /** go-cty's definition: two numbers are equal when they print alike, so `0.1 + 0.2` equals `0.3`. */
  equals(other: BigFloat): boolean {
    if (this.sign !== other.sign) return false
    return this.sign === 0 || (this.mant === other.mant && this.exp === other.exp) || this.toText() === other.toText()
  }

  /** Truncated toward zero. Throws RangeError for infinity. */
  toInteger(): bigint {
    if (this.isInfinite) throw new RangeError('infinity is no integer')
    const size = this.exp >= 0 ? this.mant << BigInt(this.exp) : this.mant >> BigInt(-this.exp)
    return this.neg ? -size : size
  }
  toDouble(): number {
    if (this.isInfinite) return this.neg ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    const size = Number(this.toText().replace('-', ''))
    return this.neg ? -size : size
  }
  /** The shortest decimal that reads back as this value at this precision; never an exponent. */
  toText(): string {
    const sign = this.neg ? '-' : ''
    if (this.isInfinite) return this.neg ? '-Inf' : '+Inf'
    if (this.isInteger && bitLength(this.mant) + this.exp <= this.prec) return sign + (this.mant << BigInt(this.exp)).toString()
    const { digits, point } = shortest(this.mant, this.exp, this.prec)
    if (point >= digits.length) return sign + digits.padEnd(point, '0')
    if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
    return `${sign}0.${'0'.repeat(-point)}${digits}`
  }

  /** All its decimal digits, the point before the digit at `point`; "" for zero. */
  exactDecimal(): Decimal {
    const size = this.exp >= 0 ? this.mant << BigInt(this.exp) : this.mant * 5n ** BigInt(-this.exp)
    const all = this.mant === 0n ? '' : size.toString()
    return { digits: all.replace(/0+$/, ''), point: all.length + (this.mant === 0n ? 0 : Math.min(this.exp, 0)) }
  }
  /** The digits of `toText`. */
  shortestDecimal(): Decimal {
    return this.mant === 0n ? { digits: '', point: 0 } : shortest(this.mant, this.exp, this.prec)
  }

  private scaled(exp: number): bigint {
    const size = this.mant << BigInt(this.exp - exp)
    return this.neg ? -size : size
  }

  private static rounded(neg: boolean, mant: bigint, exp: number, prec: number): BigFloat {
    if (mant === 0n) return new BigFloat(neg, 0n, 0, prec)
    const surplus = bitLength(mant) - prec
    if (surplus <= 0) return BigFloat.odd(neg, mant, exp, prec)
    const shift = BigInt(surplus)
    const kept = mant >> shift
    const rest = mant - (kept << shift)
    const half = 1n << (shift - 1n)
    const up = rest > half || (rest === half && (kept & 1n) === 1n)
    return BigFloat.odd(neg, up ? kept + 1n : kept, exp + surplus, prec)
  }
  private static odd(neg: boolean, mant: bigint, exp: number, prec: number): BigFloat {
    const zeros = bitLength(mant & -mant) - 1
    if (exp + zeros > LARGEST_POWER) return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, prec)
    if (exp + zeros < -LARGEST_POWER) return new BigFloat(neg, 0n, 0, prec)
    return new BigFloat(neg, mant >> BigInt(zeros), exp + zeros, prec)
  }
  /** Two bits more than kept, and a last one that says whether anything was left over, make the rounding exact. */
  private static quotient(neg: boolean, dividend: bigint, divisor: bigint, exp: number, prec: number): BigFloat {
    const shift = Math.max(0, prec + 2 + bitLength(divisor) - bitLength(dividend))
    const scaled = dividend << BigInt(shift)
    const whole = scaled / divisor
    const sticky = whole * divisor === scaled ? 0n : 1n
    return BigFloat.rounded(neg, (whole << 1n) | sticky, exp - shift - 1, prec)
  }
}

function bitLength(n: bigint): number {
  if (n <= 0xffffffffn) return 32 - Math.clz32(Number(n))
  const hex = n.toString(16)
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex[0]!, 16)) - 28)
}

/**
 * Digits until they no longer could be those of the value's neighbours half a unit away, the last digit rounded
 * to whichever side is still inside; `point` is where the decimal point goes.
 */
function shortest(mant: bigint, exp: number, prec: number): Decimal {
  const shift = prec + 1 - bitLength(mant)
  const doubled = mant << BigInt(shift)
  const scale = exp - shift
  const decimal = (n: bigint) => (scale >= 0 ? n << BigInt(scale) : n * 5n ** BigInt(-scale)).toString()
  const high = decimal(doubled + 1n)
  const exact = decimal(doubled).padStart(high.length, '0')
  const low = decimal(doubled - 1n).padStart(high.length, '0')
  const inclusive = (doubled & 2n) === 0n
  const lowEnd = low.replace(/0+$/, '').length
  const highEnd = high.replace(/0+$/, '').length
  const trimmed = (digits: string, point: number): Decimal => {
    const zeros = /^0*/.exec(digits)![0].length
    return { digits: digits.slice(zeros).replace(/0+$/, ''), point: point - zeros + Math.min(scale, 0) }
  }
  for (let i = 0; i < exact.length; i++) {
    const digit = exact.charCodeAt(i)
    const down = low.charCodeAt(i) !== digit || (inclusive && i + 1 === lowEnd)
    const up = high.charCodeAt(i) !== digit && (inclusive || digit + 1 < high.charCodeAt(i) || i + 1 < highEnd)
    if (!down && !up) continue
    const kept = exact.slice(0, i + 1)
    const digits =
      up && !(down && !roundsToUpper(exact, i + 1)) ? (BigInt(kept) + 1n).toString().padStart(kept.length, '0') : kept
    return trimmed(digits, exact.length + digits.length - kept.length)
  }
  return trimmed(exact, exact.length)
}

/** The decimal cut to so many digits, the last one rounded half to even; the count may be zero or less. */
export function roundDecimal({ digits, point }: Decimal, count: number): Decimal {
  if (count >= digits.length) return { digits, point }
  if (count < 0) return { digits: '', point: 0 }
  const kept = `0${digits.slice(0, count)}`
  const rounded = roundsToUpper(`0${digits}`, count + 1) ? (BigInt(kept) + 1n).toString().padStart(kept.length, '0') : kept
  const carried = rounded[0] === '1'
  const all = (carried ? rounded : rounded.slice(1)).replace(/0+$/, '')
  return { digits: all, point: all === '' ? 0 : point + (carried ? 1 : 0) }
}

/** Half to even on the decimal digits from `at` on. */
function roundsToUpper(digits: string, at: number): boolean {
  const rest = digits.slice(at)
  if (/^50*$/.test(rest)) return (digits.charCodeAt(at - 1) & 1) === 1
  return rest !== '' && rest[0]! >= '5'
}
