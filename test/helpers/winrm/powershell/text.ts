/** Strings of PowerShell: what a backtick means, and what is put in for `$`. */
import type { Expr, Statement } from './syntax'

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '\0', a: '\x07', b: '\b', f: '\f', v: '\v' }

export const verbatim = (raw: string): string => raw.replaceAll("''", "'")

/** `quoted`: two double quotes are one. */
export function expandable(raw: string, script: (text: string) => readonly Statement[], quoted = false): Expr {
  const parts: (string | Expr)[] = []
  let plain = ''
  const put = (expr: Expr) => {
    if (plain !== '') parts.push(plain)
    plain = ''
    parts.push(expr)
  }
  for (let at = 0; at < raw.length; at++) {
    const rest = raw.slice(at)
    const variable = /^\$(?:\{(?:(\w+):)?([^}]+)\}|(?:(\w+):(?=\w))?(\w+|[?$^_]))/.exec(rest)
    if (rest[0] === '`') {
      const next = raw[++at] ?? ''
      plain += ESCAPES[next] ?? next
    } else if (quoted && rest.startsWith('""')) {
      plain += '"'
      at++
    } else if (rest.startsWith('$(')) {
      const length = lengthOf(rest)
      put({ kind: 'array', body: script(rest.slice(2, length - 1)) })
      at += length - 1
    } else if (variable) {
      put({ kind: 'variable', scope: (variable[1] ?? variable[3] ?? '').toLowerCase(), name: variable[2] ?? variable[4]! })
      at += variable[0].length - 1
    } else plain += rest[0]
  }
  if (parts.length === 0) return { kind: 'constant', value: plain }
  return { kind: 'text', parts: plain === '' ? parts : [...parts, plain] }
}

/** Of `$( … )`, brackets and strings inside counted. */
function lengthOf(text: string): number {
  let depth = 0
  for (let at = 1; at < text.length; at++) {
    const string = /^("(?:[^"`]|`[\s\S])*"|'[^']*')/.exec(text.slice(at))
    if (string) at += string[0].length - 1
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at + 1
  }
  throw new SyntaxError('the pretended PowerShell expected the end of $( )')
}
