/** x to the y by repeated squaring of the fraction, as Go computes it: the last bits differ from JavaScript's `**`. */
export function power(x: number, y: number): number {
  if (x === 1 || (x === -1 && !Number.isFinite(y))) return 1
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0 || Math.abs(y) >= 2 ** 53) return x ** y
  if (y === 0.5) return Math.sqrt(x)
  if (y === -0.5) return 1 / Math.sqrt(x)
  let whole = Math.trunc(Math.abs(y))
  let part = Math.abs(y) - whole
  if (part !== 0 && x < 0) return Number.NaN
  if (part > 0.5) {
    part -= 1
    whole += 1
  }
  let result = part === 0 ? 1 : Math.exp(part * Math.log(x))
  let exponent = 0
  let [fraction, scale] = split(x)
  for (let rest = whole; rest > 0; rest = Math.floor(rest / 2)) {
    if (Math.abs(scale) > 4096) {
      exponent += scale
      break
    }
    if (rest % 2 === 1) {
      result *= fraction
      exponent += scale
    }
    fraction *= fraction
    scale *= 2
    if (fraction < 0.5) {
      fraction *= 2
      scale -= 1
    }
  }
  return y < 0 ? scaled(1 / result, -exponent) : scaled(result, exponent)
}

/** x as a fraction of at least a half and below one, times a power of two. */
function split(x: number): [number, number] {
  let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1)
  let fraction = scaled(x, -exponent)
  while (Math.abs(fraction) < 0.5) {
    fraction *= 2
    exponent -= 1
  }
  while (Math.abs(fraction) >= 1) {
    fraction /= 2
    exponent += 1
  }
  return [fraction, exponent]
}

/** Halved twice because 2^exponent alone may overflow where the product does not. */
function scaled(x: number, exponent: number): number {
  const half = Math.trunc(exponent / 2)
  return x * 2 ** half * 2 ** (exponent - half)
}
