/** Diagnostics for people and for programs: with the place, the source lines, and carets under what is meant. */
import type { Diagnostic } from './diagnostic'
import { graphemes } from './graphemes'
import type { Position, Range } from './source'
import { linesOf, type SourceLine } from './source-lines'

export interface RenderOptions {
  /** Texts by file name, as in the ranges; without its text a diagnostic shows only the place. */
  readonly sources?: ReadonlyMap<string, string>
  readonly color?: boolean
  /** Applied to every text that is shown, source lines included: takes sensitive values out. */
  readonly redact?: (text: string) => string
}

/** Lines of a longer subject that are shown. */
const MOST_LINES = 4
/** Characters of a longer line that are shown, and how many of them stand before the subject. */
const MOST_COLUMNS = 240
const COLUMNS_BEFORE = 80
const STYLES = { error: '\u001b[31m', warning: '\u001b[33m', bold: '\u001b[1m', dim: '\u001b[2m', reset: '\u001b[0m' }

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
  const lines = subject && shownLines(subject, options)?.map(({ text }) => text)
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
  const lines = shownLines(subject, options)
  if (!lines) return []
  const width = String(lines[lines.length - 1]!.number).length
  return lines.flatMap(({ number, text, carets }) => {
    const source = `  ${dim(`${String(number).padStart(width)} |`)} ${text}`.trimEnd()
    return carets ? [source, `  ${dim(`${' '.repeat(width)} |`)} ${carets.indent}${strong(carets.marks)}`] : [source]
  })
}

interface Shown {
  readonly number: number
  readonly text: string
  /** Missing under a text that was shortened: they would point at the wrong place. */
  readonly carets?: { readonly indent: string; readonly marks: string }
}

function shownLines(subject: Range, { sources, redact = text => text }: RenderOptions): readonly Shown[] | undefined {
  const { file, start, end } = subject
  // A range that ends with a line break has nothing of the next line.
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line
  const lines = sources && linesOf(sources, file)?.slice(start.line - 1, Math.min(last, start.line - 1 + MOST_LINES))
  if (!lines || lines.length === 0) return undefined
  return lines.map((line, i) => {
    const number = start.line + i
    const text = line.shownBy(redact)
    return { number, ...(text === line.text ? shownPart(line, number, subject) : { text: cut(graphemes(text), 0) }) }
  })
}

/** Under the part of the line that is in the range; under its text only when the range began in a line before. */
function shownPart({ characters }: SourceLine, number: number, { start, end }: Range): Pick<Shown, 'text' | 'carets'> {
  const firstText = Math.max(
    0,
    characters.findIndex(character => character.trim() !== ''),
  )
  const from = number === start.line ? start.column - 1 : firstText
  const to = number === end.line ? end.column - 1 : characters.length
  const skipped = characters.length <= MOST_COLUMNS ? 0 : Math.max(0, Math.min(from, characters.length) - COLUMNS_BEFORE)
  const indent = characters.slice(skipped, from).map(each => (each === '\t' ? '\t' : ' '.repeat(widthOf(each))))
  const shownTo = skipped + MOST_COLUMNS
  const marked = characters.slice(from, Math.min(to, shownTo)).reduce((sum, each) => sum + widthOf(each), 0)
  const before = (skipped > 0 ? ' ' : '') + indent.join('') + ' '.repeat(Math.max(0, from - characters.length))
  return { text: cut(characters, skipped), carets: { indent: before, marks: '^'.repeat(Math.max(1, marked)) } }
}

/** A template may be one line of megabytes. */
function cut(characters: readonly string[], from: number): string {
  const to = from + MOST_COLUMNS
  return (from > 0 ? '…' : '') + characters.slice(from, to).join('') + (characters.length > to ? '…' : '')
}

const WIDE = /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\uff01-\uff60]/u
const widthOf = (character: string): number => (WIDE.test(character) ? 2 : 1)
