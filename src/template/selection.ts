/** `-only` and `-except`: globs over build names in which `*` crosses dots too, as Packer compiles them. */

import type { Diagnostic } from '../language/diagnostic'
import { listed } from '../lib/listed'

export interface Pattern {
  readonly text: string
  matches(name: string): boolean
}

/** Throws Error with a sentence for a pattern that is not a glob. Knows `*`, `?`, `[abc]`, `[!a-z]`, `{a,b}` and `\`. */
export function compileGlob(text: string): Pattern {
  const source = new GlobReader(text).alternatives()
  const expression = new RegExp(`^(?:${source})$`, 'su')
  return { text, matches: name => expression.test(name) }
}

class GlobReader {
  private at = 0

  constructor(private readonly text: string) {}

  /** Until the end, or inside braces until their end. */
  alternatives(depth = 0): string {
    let source = ''
    while (this.at < this.text.length) {
      const char = this.text[this.at++]!
      if (depth > 0 && char === '}') return source
      if (depth > 0 && char === ',') source += '|'
      else source += this.piece(char, depth)
    }
    if (depth > 0) throw new Error(`"${this.text}" opens a brace that it does not close`)
    return source
  }

  private piece(char: string, depth: number): string {
    switch (char) {
      case '*':
        return '.*'
      case '?':
        return '.'
      case '[':
        return this.characters()
      case '{':
        return `(?:${this.alternatives(depth + 1)})`
      case '\\':
        return escaped(this.text[this.at++] ?? '\\')
      default:
        return escaped(char)
    }
  }

  private characters(): string {
    const end = this.text.indexOf(']', this.at + 1)
    if (end < 0) throw new Error(`"${this.text}" opens a bracket that it does not close`)
    const inside = this.text.slice(this.at, end)
    this.at = end + 1
    const negated = inside.startsWith('!')
    const body = (negated ? inside.slice(1) : inside).replace(/[\\\]^[&~]/g, '\\$&')
    return `[${negated ? '^' : ''}${body}]`
  }
}

const escaped = (char: string): string => (/[.*+?^${}()|[\]\\/]/.test(char) ? `\\${char}` : char)

/** Remembers which patterns ever matched, so that those in vain are named. */
export class Selection {
  private readonly only: readonly Pattern[]
  private readonly except: readonly Pattern[]
  private readonly used = new Set<Pattern>()
  private readonly findings: Diagnostic[] = []

  constructor(
    only: readonly string[],
    except: readonly string[],
    private readonly exact = false,
  ) {
    this.only = this.compile(only, '-only')
    this.except = this.compile(except, '-except')
  }

  takesBuild(name: string): boolean {
    if (this.only.length > 0 && !this.any(this.only, name)) return false
    return !this.any(this.except, name)
  }

  /** A post-processor that `-except` names is dropped, and the rest of its chain with it. */
  takesPostProcessor(name: string): boolean {
    return !this.any(this.except, name)
  }

  diagnostics(builds: readonly string[]): readonly Diagnostic[] {
    const unused = (patterns: readonly Pattern[], flag: string) =>
      patterns.filter(pattern => !this.used.has(pattern)).map(pattern => inVain(pattern.text, flag, builds))
    return [...this.findings, ...unused(this.only, '-only'), ...unused(this.except, '-except')]
  }

  /** Every pattern is asked, so that one that repeats another is not called in vain. */
  private any(patterns: readonly Pattern[], name: string): boolean {
    const matching = patterns.filter(pattern => pattern.matches(name))
    for (const pattern of matching) this.used.add(pattern)
    return matching.length > 0
  }

  private compile(texts: readonly string[], flag: string): readonly Pattern[] {
    return texts.flatMap(text => {
      try {
        return [this.exact ? { text, matches: (name: string) => name === text } : compileGlob(text)]
      } catch (error) {
        this.findings.push({ severity: 'error', summary: `Invalid ${flag} pattern`, detail: `${(error as Error).message}.` })
        return []
      }
    })
  }
}

const inVain = (pattern: string, flag: string, builds: readonly string[]): Diagnostic => ({
  severity: 'warning',
  summary: `${flag} matches nothing`,
  detail: `No build${flag === '-except' ? ' and no post-processor' : ''} matches "${pattern}". The builds are: ${listed(builds) || 'none'}.`,
})
