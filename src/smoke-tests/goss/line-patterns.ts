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
  const rest = inverse ? source.slice(1) : source.replace(/^\\([!/])/, '$1')
  const expression = source.startsWith('\\') ? undefined : /^\/(.*)\/$/s.exec(rest)?.[1]
  if (expression === undefined) return { source, inverse, matches: line => line.includes(rest) }
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
  return patterns.filter(pattern => trimmed.some(line => pattern.matches(line)) === pattern.inverse).map(({ source }) => source)
}
