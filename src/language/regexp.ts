/** RE2, the regular expressions of Go: no backtracking, no look-around, and Go's rules for matches and replacements. */
import { re2 } from './functions/heavy'

export class PatternError extends Error {}

export interface Match {
  /** The whole match, then its groups; null for a group that took no part. */
  readonly groups: readonly (string | null)[]
  readonly start: number
  readonly end: number
}

export interface Pattern {
  readonly groupCount: number
  /** By name: the group's number. */
  readonly names: ReadonlyMap<string, number>
  matches(text: string): Iterable<Match>
}

const compiled = new Map<string, Pattern>()
const MOST_KEPT = 200

/** Throws PatternError: what is wrong, and in which part of the pattern. */
export function compilePattern(source: string): Pattern {
  const known = compiled.get(source)
  if (known) return known
  if (compiled.size >= MOST_KEPT) compiled.clear()
  const pattern = compile(source)
  compiled.set(source, pattern)
  return pattern
}

function compile(source: string): Pattern {
  const { RE2JS, RE2JSSyntaxException } = re2()
  try {
    const expression = RE2JS.compile(source)
    return {
      groupCount: expression.groupCount(),
      names: new Map(Object.entries(expression.namedGroups() as Record<string, number>)),
      matches: text => matches(expression.matcher(text)),
    }
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error
    throw new PatternError(`${error.getDescription()} in ${error.getPattern()}`)
  }
}

/** re2js reports an empty match right behind another one, which Go skips. */
function* matches(matcher: ReturnType<ReturnType<typeof import('re2js').RE2JS.compile>['matcher']>): Iterable<Match> {
  let last = -1
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()]
    if (start === end && start === last) continue
    last = end
    yield { groups: Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i) ?? null), start, end }
  }
}

/** ReplaceAllString of Go: `$1`, `$name` and `${name}` in the replacement, `$$` for a dollar; a group that is not there is empty. */
export function replacePattern(source: string, text: string, replacement: string): string {
  const pattern = compilePattern(source)
  let result = ''
  let at = 0
  for (const match of pattern.matches(text)) {
    result += text.slice(at, match.start) + expand(replacement, pattern, match)
    at = match.end
  }
  return result + text.slice(at)
}

const expand = (replacement: string, { names }: Pattern, { groups }: Match): string =>
  replacement.replace(/\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu, (whole, bare?: string, braced?: string) => {
    const name = bare ?? braced
    if (name === undefined) return whole === '$$' ? '$' : whole
    return groups[/^\d+$/.test(name) ? Number(name) : (names.get(name) ?? groups.length)] ?? ''
  })
