/** The texts that must not be shown: all strings inside sensitive values, whole and line by line. */

import { mapStrings } from '../language/options/plain'
import { SENSITIVE_TEXT } from '../language/options/printable'
import type { Value } from '../language/values/value'

/** A line as short as a brace says nothing, and hiding it would garble everything else. */
const SHORTEST_LINE = 4

/** Longest first, so that a text that contains another is hidden whole. */
export function sensitiveTexts(values: Iterable<Value>, more: Iterable<string> = []): readonly string[] {
  const texts = new Set<string>()
  const add = (text: string) => {
    if (text.trim() !== '') texts.add(text)
    const lines = text.split(/\r?\n/)
    if (lines.length > 1) for (const line of lines) if (line.trim().length >= SHORTEST_LINE) texts.add(line.trim())
    return text
  }
  for (const value of values) {
    if (value.state === 'known' && value.type.kind === 'number') add(value.asNumber().toText())
    else mapStrings(value, add)
  }
  for (const text of more) add(text)
  return [...texts].sort((a, b) => b.length - a.length)
}

export function redactor(texts: readonly string[]): (text: string) => string {
  if (texts.length === 0) return text => text
  const pattern = new RegExp(texts.map(text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g')
  return text => text.replace(pattern, SENSITIVE_TEXT)
}
