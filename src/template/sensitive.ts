/** The texts that must not be shown: all strings inside sensitive values, whole and line by line. */
import { UNKNOWN_TEXT } from '../language/options/decode'
import { mapStrings } from '../language/options/plain'
import { SENSITIVE_TEXT } from '../language/options/printable'
import type { Value } from '../language/values/value'

/** A line as short as a brace, or a number of few digits, says nothing, and hiding it would garble everything else. */
const SHORTEST_PART = 4

export class Secrets {
  private readonly known = new Set<string>()
  private pattern: RegExp | undefined

  addValue(value: Value): void {
    if (value.state === 'known' && value.type.kind === 'number') this.addPart(value.asNumber().toText())
    else
      mapStrings(value, text => {
        this.add(text)
        return text
      })
  }

  add(text: string): void {
    if (text.trim() === '' || text === UNKNOWN_TEXT) return
    this.known.add(text)
    const lines = text.split(/\r?\n/)
    if (lines.length > 1) for (const line of lines) this.addPart(line.trim())
    this.pattern = undefined
  }

  private addPart(text: string): void {
    if (text.length >= SHORTEST_PART) this.known.add(text)
    this.pattern = undefined
  }

  /** Longest first, so that a text that contains another is hidden whole. */
  get texts(): readonly string[] {
    return [...this.known].sort((a, b) => b.length - a.length)
  }

  /** A message may quote them. Longest first. */
  private forms(): readonly string[] {
    const forms = this.texts.flatMap(text => [text, JSON.stringify(text).slice(1, -1)])
    return forms.sort((a, b) => b.length - a.length)
  }

  readonly redact = (text: string): string => {
    if (this.known.size === 0) return text
    this.pattern ??= new RegExp(
      this.forms()
        .map(each => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('|'),
      'g',
    )
    return text.replace(this.pattern, SENSITIVE_TEXT)
  }
}
