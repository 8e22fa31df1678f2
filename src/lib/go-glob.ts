/** Patterns of files as Go's filepath.Glob reads them: `*`, `?`, `[a-z]`, `[^a]` and `\`; a dot at the beginning is nothing special. */
import { lstatSync, readdirSync, statSync } from 'node:fs'
import { join, normalize } from 'node:path'

/** Sorted within each folder; empty when nothing matches. Throws Error with a sentence when it is not a pattern. */
export function expandGlob(pattern: string): string[] {
  checkGlob(pattern)
  if (!/[*?[\\]/.test(pattern)) return exists(pattern) ? [pattern] : []
  const cut = pattern.lastIndexOf('/')
  const above = pattern.slice(0, Math.max(cut, 0)) || (cut === 0 ? '/' : '.')
  const matches = matcher(pattern.slice(cut + 1))
  return expandGlob(above).flatMap(folder =>
    namesIn(folder)
      .filter(name => matches.test(name))
      .map(name => normalize(join(folder, name))),
  )
}

/** Throws Error with a sentence when it is not a pattern. */
export const checkGlob = (pattern: string): void => {
  for (const part of pattern.split('/')) matcher(part)
}

function matcher(pattern: string): RegExp {
  const bad = (what: string) => new Error(`"${pattern}" is not a pattern: ${what}`)
  let source = ''
  for (let at = 0; at < pattern.length; ) {
    const char = pattern[at++]!
    if (char === '*') source += '.*'
    else if (char === '?') source += '.'
    else if (char === '\\') {
      if (at === pattern.length) throw bad('it ends in a backslash')
      source += literal(pattern[at++]!)
    } else if (char === '[') {
      const range = /^\^?(?:\\.|[^\\])(?:\\.|[^\]\\])*\]/su.exec(pattern.slice(at))?.[0]
      if (!range || range === '^]') throw bad('a bracket is not closed')
      source += `[${range.startsWith('^') ? '^' : ''}${members(range.slice(range.startsWith('^') ? 1 : 0, -1))}]`
      at += range.length
    } else source += literal(char)
  }
  return new RegExp(`^${source}$`, 's')
}

/** Of a bracket: a dash makes ranges, all else is itself. */
const members = (text: string): string => text.replace(/\\(.)|[\^\][]/gsu, (whole, escaped?: string) => `\\${escaped ?? whole}`)

const literal = (char: string): string => char.replace(/[.*+?^${}()|[\]\\/]/, '\\$&')

function namesIn(folder: string): readonly string[] {
  try {
    if (!statSync(folder).isDirectory()) return []
    return readdirSync(folder).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  } catch {
    return []
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
