/**
 * Versions and constraints on them as hashicorp/go-version has them, which is not npm's semver: `~> 1.0` reaches to 2.0, a comma
 * means "and", and a prerelease is met only by a constraint that names one of the same version.
 */

export interface Version {
  /** At least three, however few were written. */
  readonly segments: readonly number[]
  readonly written: number
  readonly prerelease: string
  readonly metadata: string
}

export interface Constraints {
  check(version: Version): boolean
}

const identifiers = '[0-9A-Za-z~-]+(?:\\.[0-9A-Za-z~-]+)*'
const versionPattern = new RegExp(
  `^v?(\\d+(?:\\.\\d+)*)(?:-(\\d${identifiers.replace('+', '*')})|-?([A-Za-z~-]${identifiers.replace('+', '*')}))?(?:\\+(${identifiers}))?$`,
)

/** Throws Error. */
export function parseVersion(text: string): Version {
  const found = versionPattern.exec(text)
  const numbers = found ? found[1]!.split('.').map(Number) : []
  if (!found || numbers.some(each => !Number.isSafeInteger(each))) throw new Error(`malformed version: ${text}`)
  const segments = [...numbers, ...Array<number>(Math.max(0, 3 - numbers.length)).fill(0)]
  return { segments, written: numbers.length, prerelease: found[2] ?? found[3] ?? '', metadata: found[4] ?? '' }
}

/** Negative, zero or positive; metadata does not count. */
export function compareVersions(a: Version, b: Version): number {
  return compareSegments(a, b) || comparePrereleases(a.prerelease, b.prerelease)
}

function compareSegments(a: Version, b: Version): number {
  for (let i = 0; i < Math.max(a.segments.length, b.segments.length); i++) {
    const difference = (a.segments[i] ?? 0) - (b.segments[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** A release is above its prereleases; numbers are below words. */
function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  const [left, right] = [a.split('.'), b.split('.')]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = compareParts(left[i], right[i])
    if (difference !== 0) return difference
  }
  return 0
}

const isNumeric = (part: string): boolean => /^\d+$/.test(part)

function compareParts(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return isNumeric((a ?? b)!) === (b === undefined) ? 1 : -1
  if (isNumeric(a) && isNumeric(b)) return Number(a) - Number(b)
  if (isNumeric(a) !== isNumeric(b)) return isNumeric(a) ? -1 : 1
  return a < b ? -1 : 1
}

type Check = (version: Version, limit: Version) => boolean

/** Whether prereleases let the two be compared at all. */
const comparable: Check = (version, limit) =>
  version.prerelease === '' || (limit.prerelease !== '' && compareSegments(version, limit) === 0)

/** The last segment written may grow, those before it not. */
const pessimistic: Check = (version, limit) => {
  if (!comparable(version, limit) || (limit.prerelease !== '' && version.prerelease === '')) return false
  if (compareVersions(version, limit) < 0 || limit.segments.length > version.segments.length) return false
  return limit.segments.slice(0, limit.written - 1).every((segment, i) => segment === version.segments[i])
}

const operators: Readonly<Record<string, Check>> = {
  '': (version, limit) => compareVersions(version, limit) === 0,
  '=': (version, limit) => compareVersions(version, limit) === 0,
  '!=': (version, limit) => compareVersions(version, limit) !== 0,
  '>': (version, limit) => comparable(version, limit) && compareVersions(version, limit) > 0,
  '<': (version, limit) => comparable(version, limit) && compareVersions(version, limit) < 0,
  '>=': (version, limit) => comparable(version, limit) && compareVersions(version, limit) >= 0,
  '<=': (version, limit) => comparable(version, limit) && compareVersions(version, limit) <= 0,
  '~>': pessimistic,
}

/** All of `>= 1.0, < 2.0`. Throws Error. */
export function parseConstraints(text: string): Constraints {
  const checks = text.split(',').map(part => {
    const [, operator, limit] = /^\s*(=|!=|>=|<=|>|<|~>|)\s*(\S+)\s*$/.exec(part) ?? []
    if (operator === undefined || limit === undefined || !versionPattern.test(limit))
      throw new Error(`malformed constraint: ${part.trim()}`)
    const version = parseVersion(limit)
    return (candidate: Version) => operators[operator]!(candidate, version)
  })
  return { check: version => checks.every(check => check(version)) }
}
