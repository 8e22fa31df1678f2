/** Diagnostics for people and for programs: with the place, the source lines, and carets under what is meant. */
import type { Diagnostic } from './diagnostic'
import { graphemes } from './graphemes'
import type { Position, Range } from './source'

export interface RenderOptions {
  /** Texts by file name, as in the ranges; without its text a diagnostic shows only the place. */
  readonly sources?: ReadonlyMap<string, string>
  readonly color?: boolean
  /** Applied to every text that is shown, source lines included: takes sensitive values out. */
  readonly redact?: (text: string) => string
}

/** Lines of a longer subject that are shown. */
const MOST_LINES = 4
const STYLES = { error: '\u001b[31m', warning: '\u001b[33m', bold: '\u001b[1m', dim: '\u001b[2m', reset: '\u001b[0m' }

export const renderDiagnostics = (diagnostics: readonly Diagnostic[], options: RenderOptions = {}): string =>
  diagnostics.map(diagnostic => `${renderDiagnostic(diagnostic, options)}\n`).join('\n')

/**
 * Error: Unsupported argument
 *   on build.pkr.hcl:3:3
 *   3 |   imge = "x"
 *     |   ^^^^
 *   An argument named "imge" is not expected here. Did you mean "image"?
 */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions = {}): string {
  const { redact = text => text } = options
  const paint = (style: keyof typeof STYLES, text: string) => (options.color ? `${STYLES[style]}${text}${STYLES.reset}` : text)
  const { severity, summary, detail, subject } = diagnostic
  const title = severity === 'error' ? 'Error' : 'Warning'
  const lines = [`${paint(severity, `${title}:`)} ${paint('bold', redact(summary))}`]
  if (subject)
    lines.push(
      `  on ${placeOf(subject)}`,
      ...snippetOf(
        subject,
        options,
        text => paint('dim', text),
        text => paint(severity, text),
      ),
    )
  if (detail)
    lines.push(
      ...redact(detail)
        .split('\n')
        .map(line => `  ${line}`.trimEnd()),
    )
  return lines.join('\n')
}

export const placeOf = ({ file, start }: Range): string => `${file}:${start.line}:${start.column}`

export interface DiagnosticJson {
  readonly severity: Diagnostic['severity']
  readonly summary: string
  readonly detail?: string
  readonly range?: { readonly filename: string; readonly start: Position; readonly end: Position }
  /** The source lines of the range. */
  readonly snippet?: string
}

/** As plain data for `JSON.stringify`. */
export function diagnosticToJson(
  { severity, summary, detail, subject }: Diagnostic,
  options: RenderOptions = {},
): DiagnosticJson {
  const { redact = text => text } = options
  const lines = subject && linesOf(subject, options)?.map(({ text }) => text)
  return {
    severity,
    summary: redact(summary),
    ...(detail !== undefined && { detail: redact(detail) }),
    ...(subject && { range: { filename: subject.file, start: subject.start, end: subject.end } }),
    ...(lines && { snippet: redact(lines.join('\n')) }),
  }
}

type Paint = (text: string) => string

function snippetOf(subject: Range, options: RenderOptions, dim: Paint, strong: Paint): string[] {
  const { redact = text => text } = options
  const lines = linesOf(subject, options)
  if (!lines) return []
  const width = String(lines[lines.length - 1]!.number).length
  return lines.flatMap(({ number, text }) => {
    const shown = redact(text)
    const source = `  ${dim(`${String(number).padStart(width)} |`)} ${shown}`.trimEnd()
    // Carets under a text that was shortened would point at the wrong place.
    if (shown !== text) return [source]
    const { indent, carets } = underline(text, number, subject)
    return [source, `  ${dim(`${' '.repeat(width)} |`)} ${indent}${strong(carets)}`]
  })
}

function linesOf({ file, start, end }: Range, { sources }: RenderOptions): { number: number; text: string }[] | undefined {
  const source = sources?.get(file)
  if (source === undefined) return undefined
  // A range that ends with a line break has nothing of the next line.
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line
  const all = source.replace(/^\ufeff/, '').split('\n')
  const lines = all.slice(start.line - 1, Math.min(last, start.line - 1 + MOST_LINES))
  return lines.length === 0 ? undefined : lines.map((text, i) => ({ number: start.line + i, text: text.replace(/\r$/, '') }))
}

const WIDE = /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\uff01-\uff60]/u

/** Under the part of the line that is in the range; under its text only when the range began in a line before. */
function underline(text: string, line: number, { start, end }: Range): { indent: string; carets: string } {
  const characters = graphemes(text)
  const firstText = Math.max(
    0,
    characters.findIndex(character => character.trim() !== ''),
  )
  const from = line === start.line ? start.column - 1 : firstText
  const to = line === end.line ? end.column - 1 : characters.length
  const width = (character: string) => (WIDE.test(character) ? 2 : 1)
  const indent = characters.slice(0, from).map(character => (character === '\t' ? '\t' : ' '.repeat(width(character))))
  const marked = characters.slice(from, to).reduce((sum, character) => sum + width(character), 0)
  return { indent: indent.join('') + ' '.repeat(Math.max(0, from - characters.length)), carets: '^'.repeat(Math.max(1, marked)) }
}
