/**
 * Takes secrets out of texts, in the one place that every event passes. A secret is also known by the forms in which tools
 * print it again: single lines of it, JSON, XML, shell and URL escapes, base64 at any offset (of UTF-16 too, as PowerShell has it),
 * and hexadecimal digits.
 */

const MASK = '<sensitive>'
/** Shorter lines of a longer secret, and shorter pieces of base64 and hex, occur by themselves: `}` is in every JSON. */
const SHORTEST_LINE = 4
const SHORTEST_BASE64 = 8
const SHORTEST_HEX = 8
const HEX_WIDTH = 60

export class Redactor {
  private readonly forms = new Set<string>()
  private pattern: RegExp | undefined

  constructor(secrets: Iterable<string> = []) {
    this.add(...secrets)
  }

  add(...secrets: (string | undefined)[]): void {
    for (const secret of secrets) if (secret?.trim()) for (const form of formsOf(secret)) this.forms.add(form)
    this.pattern = undefined
  }

  text(text: string): string {
    return this.forms.size === 0 ? text : text.replace(this.search(), MASK)
  }

  /** How much of a text that goes on elsewhere can be judged now: no secret that is in it, or begins in it, crosses this point. */
  wholeUntil(text: string): number {
    if (this.forms.size === 0) return text.length
    const longest = Math.max(...[...this.forms].map(form => form.length))
    let end = Math.max(0, text.length - longest + 1)
    for (const match of text.matchAll(this.search())) {
      const after = match.index + match[0].length
      if (match.index < end && after > end) end = after
    }
    return end
  }

  /** Longest first: a form that contains another one must win over it. */
  private search(): RegExp {
    this.pattern ??= new RegExp(
      [...this.forms]
        .sort((a, b) => b.length - a.length)
        .map(literally)
        .join('|'),
      'g',
    )
    return this.pattern
  }

  /**
   * A copy in which every text is redacted; `spare` names properties whose values stay as they are. Keys are never touched. What
   * says how it is written as JSON (a place in a template, a date) is copied as that.
   */
  deep<T>(value: T, spare: ReadonlySet<string> = NOTHING): T {
    if (typeof value === 'string') return this.text(value) as T
    if (Array.isArray(value)) return value.map(element => this.deep(element, spare)) as T
    if (value === null || typeof value !== 'object') return value
    if ('toJSON' in value && typeof value.toJSON === 'function') return this.deep(value.toJSON(), spare)
    const entries = Object.entries(value).map(([key, inner]) => [key, spare.has(key) ? inner : this.deep(inner, spare)])
    return Object.fromEntries(entries) as T
  }
}

const NOTHING: ReadonlySet<string> = new Set()

function* formsOf(secret: string): Generator<string> {
  yield* base64Lines(secret)
  const lines = secret.split(/\r?\n/).map(line => line.trim())
  for (const text of new Set([secret, secret.trim(), ...lines.filter(line => line.length >= SHORTEST_LINE)])) {
    yield text
    yield JSON.stringify(text).slice(1, -1)
    yield JSON.stringify(text)
      .slice(1, -1)
      .replace(/[<>&]/g, c => `\\u00${c.charCodeAt(0).toString(16)}`)
    // As Python and others write it, who escape all that is not ASCII.
    yield asciiJson(text)
    yield text.replaceAll("'", `'"'"'`)
    yield text.replaceAll("'", `'\\''`)
    yield text.replace(/["\\$`]/g, '\\$&')
    // printf %q
    yield text.replace(/[ "'\\|&;()<>!{}*[\]?^$`,]/g, '\\$&')
    yield* inspectedForms(text)
    yield* htmlForms(text)
    // PowerShell's two kinds of quotes.
    yield text.replaceAll("'", "''")
    yield text.replace(/["$`]/g, '`$&')
    yield* urlForms(text)
    yield* base64Forms(Buffer.from(text))
    yield* base64Forms(Buffer.from(text, 'utf16le'))
    yield* hexForms(text)
  }
}

/** In quotes of Python's repr and Node's inspect, and JSON that stands in JSON. */
function* inspectedForms(text: string): Generator<string> {
  yield text.replaceAll('\\', '\\\\')
  yield text.replace(/['\\]/g, '\\$&')
  yield JSON.stringify(JSON.stringify(text)).slice(3, -3)
}

/** Apostrophes differ: Python and Jinja, Go, XML, in which PowerShell writes errors. */
function* htmlForms(text: string): Generator<string> {
  const tags = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  yield tags
  yield tags.replaceAll('"', '&quot;')
  for (const [double, single] of [
    ['&quot;', '&#x27;'],
    ['&#34;', '&#39;'],
    ['&quot;', '&#39;'],
    ['&quot;', '&apos;'],
  ] as const)
    yield tags.replaceAll('"', double).replaceAll("'", single)
}

/** As `xxd -p` and `openssl` write it. */
function* hexForms(text: string): Generator<string> {
  const digits = Buffer.from(text).toString('hex')
  if (digits.length < SHORTEST_HEX) return
  // xxd puts 30 bytes into a line.
  const lines = digits.length > HEX_WIDTH ? (digits.match(new RegExp(`.{1,${HEX_WIDTH}}`, 'g')) ?? []) : []
  for (const form of [digits, ...lines.filter(line => line.length >= SHORTEST_HEX)]) {
    yield form
    yield form.toUpperCase()
  }
}

const asciiJson = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

function* urlForms(text: string): Generator<string> {
  // encodeURIComponent throws on half a surrogate pair, which has no UTF-8; the way through bytes replaces it.
  const wellFormed = Buffer.from(text).toString()
  const component = encodeURIComponent(wellFormed)
  const strict = component.replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  // Python's quote leaves slashes alone.
  const path = strict.replaceAll('%2F', '/')
  for (const encoded of new Set([component, strict, path, encodeURI(wellFormed)]))
    for (const spaced of new Set([encoded, encoded.replaceAll('%20', '+')])) {
      yield spaced
      yield spaced.replace(/%[0-9A-F]{2}/g, code => code.toLowerCase())
    }
}

/** Inside a longer text base64 depends on where the secret begins, modulo 3; what its neighbours take part in is left out. */
function* base64Forms(bytes: Buffer): Generator<string> {
  for (const offset of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const begin = offset === 0 ? 0 : offset + 1
    const end = Math.floor(((bytes.length + offset) * 8) / 6)
    const certain = encoded.slice(begin, end)
    if (certain.length < SHORTEST_BASE64) continue
    yield certain
    yield certain.replaceAll('+', '-').replaceAll('/', '_')
  }
}

/** As `base64` and `openssl base64` write what is too long for one line. */
const BASE64_WIDTHS = [76, 64]

/** The lines that those make of a long text, and of it with the line break that `echo` adds; none for a short one. */
export function base64Lines(text: string): readonly string[] {
  const encoded = [text, text.trim(), `${text.trim()}\n`].map(each => Buffer.from(each).toString('base64'))
  const lines = BASE64_WIDTHS.flatMap(width =>
    encoded.filter(each => each.length > width).flatMap(each => each.match(new RegExp(`.{1,${width}}`, 'g')) ?? []),
  )
  return [...new Set(lines)].filter(line => line.length >= SHORTEST_BASE64)
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
