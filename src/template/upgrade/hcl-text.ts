/** Pieces of HCL as text. Layout is left to the formatter. */

/** A text of a legacy template, taken apart: as it stands, or an expression in its place. */
export type Piece = { readonly text: string } | { readonly code: string }

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u
const WORDS = new Set(['true', 'false', 'null', 'for', 'if', 'in'])
const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

export const isIdentifier = (text: string): boolean => IDENTIFIER.test(text)

export const quoted = (text: string): string => stringOf([{ text }])

/** An expression alone needs no quotes round it. */
export function stringOf(pieces: readonly Piece[]): string {
  const [only] = pieces
  if (pieces.length === 1 && only && 'code' in only) return only.code
  const written = pieces.map((piece, i) => {
    if ('code' in piece) return `\${${piece.code}}`
    // A dollar sign in front of an expression would take its meaning away.
    return pieces[i + 1] && piece.text.endsWith('$') ? `${escaped(piece.text.slice(0, -1))}\${"$"}` : escaped(piece.text)
  })
  return `"${written.join('')}"`
}

const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be written in another way
    .replace(/["\\\n\r\t\0-\x1f\x7f]/g, char => ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/([$%])(?=\{)/g, '$1$1')

export const keyOf = (name: string): string => (isIdentifier(name) && !WORDS.has(name) ? name : quoted(name))

export const listOf = (items: readonly string[]): string => {
  const line = `[${items.join(', ')}]`
  return items.length > 1 && line.length > 80 ? `[\n${items.map(item => `${item},\n`).join('')}]` : line
}

export const objectOf = (entries: readonly (readonly [string, string])[]): string =>
  entries.length === 0 ? '{}' : `{\n${entries.map(([name, code]) => `${keyOf(name)} = ${code}\n`).join('')}}`

export const blockOf = (type: string, labels: readonly string[], content: string): string =>
  `${[type, ...labels.map(quoted)].join(' ')} {\n${content}}\n`

export const comment = (text: string): string =>
  text
    .split('\n')
    .map(line => `# ${line}`.trimEnd())
    .concat('')
    .join('\n')

/** What is left of a name when an identifier is wanted, unique among those that are taken. */
export function identifierFor(name: string, taken: ReadonlySet<string>): string {
  const clean = name.replace(/[^\p{ID_Continue}-]/gu, '_').replace(/^(?![\p{ID_Start}_])/u, '_')
  let unique = clean
  for (let number = 2; taken.has(unique); number++) unique = `${clean}_${number}`
  return unique
}
