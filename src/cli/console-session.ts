/** What the console answers to one line, in either language; it knows nothing of where lines come from. */
import type { Diagnostic } from '../language/diagnostic'
import { hasErrors } from '../language/diagnostic'
import { parseExpression } from '../language/hcl/index'
import { type InterpolationFacts, interpolate } from '../language/options/interpolation'
import { Value } from '../language/values/value'
import { packerText, quotedPackerText } from '../outputs/packer-value'
import type { Loaded } from '../template/load-plan'
import { PACKER_VERSION, within } from '../template/scope'

export interface Session {
  readonly language: 'hcl' | 'legacy' | 'either'
  /** Asks what the line looks up elsewhere; rejects only when that is interrupted, which `signal` does. */
  evaluate(line: string, signal?: AbortSignal): Promise<Answer>
  /** All variables, for the word `variables`. */
  listing(): string
}

export type Answer = { readonly text: string } | { readonly diagnostics: readonly Diagnostic[] }

/** Where a diagnostic says it is. */
export const CONSOLE_INPUT = '<console-input>'

export function hclSession({ context, variables, locals, outside }: Loaded): Session {
  // Only a build knows these two.
  const scope = within(context, { source: Value.unknown(), build: Value.unknown() })
  return {
    language: 'hcl',
    async evaluate(line, signal) {
      const { value: expression, diagnostics } = parseExpression(line, CONSOLE_INPUT)
      if (hasErrors(diagnostics)) return { diagnostics }
      for (;;) {
        const { value, diagnostics: found } = expression.evaluate(scope)
        if (hasErrors(found)) return { diagnostics: found }
        if (!(await outside.fetchWanted(signal))) return { text: packerText(value) }
      }
    },
    listing: () => variablesListing(variables, locals),
  }
}

/** The layout of `variables` in the console, and of the first part of `inspect`. */
export function variablesListing(variables: ReadonlyMap<string, Value>, locals: ReadonlyMap<string, Value>): string {
  const lines = (prefix: string, values: ReadonlyMap<string, Value>) =>
    [...values.keys()].sort().map(name => `${prefix}.${name}: ${quotedPackerText(values.get(name)!)}\n`)
  return `> input-variables:\n\n${lines('var', variables).join('')}\n> local-variables:\n\n${lines('local', locals).join('')}`
}

export function legacySession({ variables }: Loaded, folder: string | undefined): Session {
  const text = (name: string): string | undefined => {
    const value = variables.get(name)
    return value?.state === 'known' ? value.asString() : undefined
  }
  const facts = consoleFacts(name => text(name) ?? '', folder)
  return {
    language: 'legacy',
    async evaluate(line) {
      try {
        return { text: interpolate(line, facts) }
      } catch (error) {
        return { diagnostics: [{ severity: 'error', summary: 'Interpolation error', detail: `${(error as Error).message}.` }] }
      }
    },
    listing: () =>
      [...variables.keys()]
        .sort()
        .map(name => `${name}: ${text(name)},\n`)
        .join(''),
  }
}

/** Without a template: what has `{{ }}` is a text of legacy templates, everything else an expression. */
export const eitherSession = (hcl: Session, legacy: Session): Session => ({
  language: 'either',
  evaluate: (line, signal) => (line.includes('{{') ? legacy : hcl).evaluate(line, signal),
  listing: () => legacy.listing(),
})

/** No build is there to have a name, and without a template there is no folder: asking for them is a mistake. */
function consoleFacts(user: (name: string) => string, folder: string | undefined): InterpolationFacts {
  const missing = (what: string) => {
    throw new Error(`${what} is known only in a build`)
  }
  return {
    get buildName() {
      return missing('build_name')
    },
    get buildType() {
      return missing('build_type')
    },
    get folder() {
      return folder ?? missing('template_dir')
    },
    workingDirectory: process.cwd(),
    packerVersion: PACKER_VERSION,
    startedAt: new Date(),
    user,
  }
}

const CLOSERS: Readonly<Record<string, string>> = { '}': '{', ']': '[', ')': '(' }

/** Brackets are still open, or a heredoc is: the next line belongs to this one. */
export function isUnfinished(text: string): boolean {
  const lines = text.split('\n')
  let depth = 0
  for (let i = 0; i < lines.length; i++) {
    const line = withoutStrings(lines[i]!)
    const heredoc = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\s*$/u.exec(line)
    if (heredoc) {
      const end = lines.findIndex((each, at) => at > i && each.trim() === heredoc[1])
      if (end < 0) return true
      i = end
    }
    for (const character of line) {
      if ('{[('.includes(character)) depth++
      else if (CLOSERS[character]) depth--
    }
  }
  return depth > 0
}

const withoutStrings = (line: string): string => line.replace(/"(?:\\.|[^"\\])*"/g, '""').replace(/(?:#|\/\/).*$/, '')
