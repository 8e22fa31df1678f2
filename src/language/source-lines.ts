/** The lines that diagnostics point into. There may be as many diagnostics as lines, or all on one, so each is looked at once. */
import { graphemes } from './graphemes'

type Texts = ReadonlyMap<string, string>
type Redact = (text: string) => string

export class SourceLine {
  private split: readonly string[] | undefined
  private redacted: { readonly by: Redact; readonly text: string } | undefined

  /** Without line break. */
  constructor(readonly text: string) {}

  /** What columns count. */
  get characters(): readonly string[] {
    this.split ??= graphemes(this.text)
    return this.split
  }

  shownBy(redact: Redact): string {
    if (this.redacted?.by !== redact) this.redacted = { by: redact, text: redact(this.text) }
    return this.redacted.text
  }
}

interface Cut {
  readonly text: string
  readonly lines: readonly SourceLine[]
}

const known = new WeakMap<Texts, Map<string, Cut>>()

/** Without byte order mark; `undefined` when there is no text of this name. */
export function linesOf(texts: Texts, file: string): readonly SourceLine[] | undefined {
  const text = texts.get(file)
  if (text === undefined) return undefined
  const files = known.get(texts) ?? new Map<string, Cut>()
  known.set(texts, files)
  const cut = files.get(file)
  if (cut?.text === text) return cut.lines
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const made = { text, lines: lines.map(line => new SourceLine(line.replace(/\r$/, ''))) }
  files.set(file, made)
  return made.lines
}
