/** `"text"`, `"!text"`, `"/regex/"`, `"!/regex/"` and `"\\!text"`: what goss asks of the lines of a text. */
import { compilePattern, PatternError } from '../../language/regexp'

interface LinePattern {
  readonly source: string
  /** No line may match it. */
  readonly inverse: boolean
  matches(line: string): boolean
}

/** Throws Error with a sentence. */
export function linePattern(source: string): LinePattern {
  const inverse = source.startsWith('!')
  if (/^!?\/$/.test(source)) throw new Error(`${JSON.stringify(source)} is neither a text nor a regular expression`)
  const expression = /^!?\/(.*)\/$/s.exec(source)?.[1]
  // goss takes off all such characters at the start, not just one that escapes another.
  const text = source.replace(/^[\\/!]+/, '')
  if (expression === undefined) return { source, inverse, matches: line => line.includes(text) }
  const compiled = regularExpression(expression)
  return { source, inverse, matches: compiled }
}

/** Throws Error with a sentence. */
export function regularExpression(expression: string): (text: string) => boolean {
  try {
    const compiled = compilePattern(expression)
    return text => {
      for (const _ of compiled.matches(text)) return true
      return false
    }
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    throw new Error(`${JSON.stringify(expression)} is not a regular expression: ${error.message}`)
  }
}

/** The patterns that the text does not satisfy. */
export function unsatisfied(patterns: readonly LinePattern[], text: string): readonly string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const trimmed = lines.map(line => (line.endsWith('\r') ? line.slice(0, -1) : line))
  // Nothing at all has the empty text too, though it has no line.
  const has = (pattern: LinePattern) => pattern.source === '' || trimmed.some(line => pattern.matches(line))
  return patterns.filter(pattern => has(pattern) === pattern.inverse).map(({ source }) => source)
}
