/**
 * Throws text at the language that is nearly right, and checks what must hold of any: no crash, no hang, places inside of the text, a
 * layout that stays, values that survive being written and read.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Body, Expression } from '../../src/language/body'
import type { Diagnostic } from '../../src/language/diagnostic'
import { standardFunctions } from '../../src/language/functions'
import { GoTemplateError, renderGoTemplate } from '../../src/language/gotemplate'
import { parseExpression, parseFile, parseTemplate } from '../../src/language/hcl'
import { formatSource } from '../../src/language/hcl/format'
import { parseJson, parseJsonExpression } from '../../src/language/json'
import { renderDiagnostic } from '../../src/language/render-diagnostics'
import { parseTypeConstraint } from '../../src/language/type-expression'
import { equal } from '../../src/language/values/equality'
import { fromJson, JsonError, toJson } from '../../src/language/values/json'
import type { Value } from '../../src/language/values/value'
import { type Random, randomExpression } from './random-expression'
import { randomSource } from './random-source'

// biome-ignore format: a list
const SPICE = [
  '"', '${', '%{', '}', '{', '[', ']', '(', ')', '<<EOT\n', '<<-E', 'EOT', '\n', '\r\n', '\\', '~}',
  '...', '::', '*', '.', '$$', '\ufeff', '\u0000', 'é', '👩‍👩‍👧‍👦', '\ud800', '#', '/*', '*/', 'for',
  'if', 'in', '=>', '0', '1e999', '%{ if', '%{ endfor }', ',', ':', '=', '?', '-', '!',
]

/** A few characters of it taken out, doubled, exchanged, or put in. */
function mutate(random: Random, text: string): string {
  let mutated = text
  for (let n = Math.floor(random() * 6); n > 0; n--) {
    const at = Math.floor(random() * (mutated.length + 1))
    const end = at + Math.floor(random() * 8)
    const other = Math.floor(random() * mutated.length)
    const choices = ['', pick(random, SPICE), mutated.slice(at, end).repeat(2), mutated.slice(other, other + 20)]
    mutated = mutated.slice(0, at) + pick(random, choices) + mutated.slice(random() < 0.5 ? at : end)
  }
  return mutated
}

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)]!

/** Some bytes changed, with no regard for what they mean. */
function mutateBytes(random: Random, source: Uint8Array): Uint8Array {
  const from = random() < 0.5 ? 0 : Math.floor(random() * source.length)
  const bytes = Uint8Array.from(source.subarray(from, from + 2_000))
  for (let n = Math.floor(random() * 6); n > 0; n--) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
  return bytes
}

const folders = ['examples/quickstart', 'examples/terraform', 'test/fixtures/fan-out', 'test/fixtures/light', '.']
const root = join(__dirname, '..', '..')
/** Real templates, and other real files that look like them. */
const corpus = folders.flatMap(folder =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(hcl|json)$/.test(entry.name) && entry.name !== 'package-lock.json')
    .map(entry => readFileSync(join(root, folder, entry.name))),
)

/** Secrets are elsewhere, hashing a password is slow on purpose, and files are not ours to walk. */
const NOT_CALLED = /^(vault|consul_key|aws_.*|bcrypt|file.*|templatefile)$/
const functions = new Map([...standardFunctions({ directory: __dirname })].filter(([name]) => !NOT_CALLED.test(name)))
const context = { variables: new Map(), functions }
const schema = { attributes: [{ name: 'a0', required: true }], blocks: [{ type: 'block', labels: ['x', 'y'] }] }

function use(expression: Expression): readonly Diagnostic[] {
  expression.variables()
  const { value, diagnostics } = expression.evaluate(context)
  parseTypeConstraint(expression)
  if (value.isWhollyKnown) checkRoundTrip(value)
  return diagnostics
}

/** A value written as JSON reads as the same JSON, and as an equal value where it is made of what JSON has. */
function checkRoundTrip(value: Value): void {
  let text: string
  try {
    text = toJson(value)
  } catch (error) {
    if (error instanceof JsonError) return
    throw error
  }
  // Half a surrogate pair has no place in UTF-8, so no file holds one.
  if (/\p{Surrogate}/u.test(text)) return
  const read = fromJson(text)
  if (toJson(read) !== text) throw new Error(`${text} is read as ${toJson(read)}`)
  if (['string', 'number', 'bool'].includes(value.type.kind) && !value.isNull && !equal(read, value).asBool())
    throw new Error(`${text} is read as another value`)
}

function useBody(body: Body, depth = 0): readonly Diagnostic[] {
  const { blocks, remain } = body.partialContent(schema).value
  const found = [...remain.content(schema).diagnostics]
  for (const { expression } of body.justAttributes().value.values()) found.push(...use(expression))
  if (depth < 5) for (const block of blocks) found.push(...useBody(block.body, depth + 1))
  return found
}

function useFile(source: string | Uint8Array): void {
  const { value, diagnostics } = parseFile(source, 'x')
  const text = textOf(source)
  const all = [...diagnostics, ...useBody(value)]
  checkPlaces(all, source)
  for (const each of all) renderDiagnostic(each, { sources: new Map([['x', text]]) })
  if (diagnostics.length > 0) return
  const formatted = formatSource(text.replace(/^\ufeff/, ''))
  if (formatSource(formatted) !== formatted) throw new Error('formatting is not idempotent')
  if (parseFile(formatted, 'x').diagnostics.length > 0) throw new Error('what was formatted has mistakes')
}

/** What is no UTF-8 in it has turned into U+FFFD. */
const textOf = (source: string | Uint8Array): string =>
  typeof source === 'string' ? source : new TextDecoder('utf-8', { ignoreBOM: true }).decode(source)

/** Start before end, and both in the text. */
function checkPlaces(diagnostics: readonly Diagnostic[], source: string | Uint8Array): void {
  const size = Buffer.byteLength(textOf(source))
  for (const { subject, context: around, summary } of diagnostics)
    for (const range of [subject, around]) {
      if (!range) continue
      const { start, end } = range
      const isInside = start.byte >= 0 && start.byte <= end.byte && end.byte <= size && start.line >= 1 && start.column >= 1
      if (!isInside) throw new Error(`"${summary}" is at ${JSON.stringify(range)} of ${size} bytes`)
    }
}

const KINDS: readonly ((random: Random) => { readonly text: string; check(): void })[] = [
  random => forText(mutate(random, randomSource(random, 5)), useFile),
  random => forText(mutate(random, randomExpression(random, 3)), text => void use(parseExpression(text, 'x').value)),
  random => forText(mutate(random, randomExpression(random, 3)), text => void use(parseTemplate(text, 'x').value)),
  random => forText(mutate(random, toJsonText(random)), useJson),
  random => forText(mutate(random, toCall(random)), text => void use(parseExpression(text, 'x').value)),
  random => forText(mutate(random, toGoTemplate(random)), useGoTemplate),
  random => {
    const bytes = mutateBytes(random, pick(random, corpus))
    return { text: `base64 ${Buffer.from(bytes).toString('base64')}`, check: () => useBytes(bytes) }
  },
]

const forText = (text: string, use: (text: string) => void) => ({ text, check: () => use(text) })

/** Returns the input. */
export function fuzzOnce(random: Random): string {
  const { text, check } = pick(random, KINDS)(random)
  try {
    check()
  } catch (error) {
    throw new Error(`${(error as Error).stack}\nfor this input: ${JSON.stringify(text)}`)
  }
  return text
}

function useBytes(bytes: Uint8Array): void {
  useFile(bytes)
  useJson(bytes)
}

function useJson(source: string | Uint8Array): void {
  const { value, diagnostics } = parseJson(source, 'x')
  checkPlaces([...diagnostics, ...useBody(value)], source)
  if (typeof source === 'string') use(parseJsonExpression(source, 'x').value)
}

function useGoTemplate(text: string): void {
  try {
    renderGoTemplate(text, { a: { b: [1, 'x', null] }, c: true }, { user: name => `{{${name}}}`, fail: () => undefined })
  } catch (error) {
    if (!(error instanceof GoTemplateError)) throw error
  }
}

function toJsonText(random: Random): string {
  const inner = randomExpression(random, 2)
  const values = [
    `"\${${inner.replaceAll('"', '\\"')}}"`,
    '[1, 2.5, {"a": null}]',
    '{"x": {"y": {"a": "%{ if true }b%{ endif }"}}}',
    'true',
    '"list(string)"',
  ]
  const value = () => pick(random, values)
  return `{"a0": ${value()}, "block": ${value()}, "c": [${value()}, ${value()}]}`
}

// biome-ignore format: a list
const ARGUMENTS = [
  '""', '"a,b\\nc,d"', '"%[2]05.3f%v %s"', '"2020-02-30T25:00:00Z"', '"YYYY-MM-DD\'T\'hh"', '"(a|b*)+(?P<x>c)"', '"10.0.0.0/8"',
  '"2001:db8::/32"', '"{\\"a\\": [1e3, null]}"', '"- &x {a: *x}\\n- !!int 0x1f\\n"', '"1h-3.5ms"', '"aGk="', '"UTF-16"', '"é\\u0301👩‍👧"',
  '0', '-1', '3', '1.5', '1e30', '-1e-30', '1 / 0', 'null', 'true', '[]', '["b", "a", null]', '[[1], [2, [3]]]', 'toset(["x"])', '{}',
  '{a = 1, b = "x"}', 'list(string)', 'convert({a = "1"}, map(number))',
]

function toCall(random: Random): string {
  const name = pick(random, [...functions.keys()])
  const args = Array.from({ length: Math.floor(random() * 4) }, () =>
    random() < 0.7 ? pick(random, ARGUMENTS) : randomExpression(random, 2),
  )
  return `${name}(${args.join(', ')}${random() < 0.1 && args.length > 0 ? '...' : ''})`
}

// biome-ignore format: a list
const ACTIONS = [
  '{{ .a.b }}', '{{- range $i, $x := .a.b -}}', '{{ end }}', '{{ else }}', '{{ if eq .c true }}', '{{ with .missing }}', '{{ user `x` | upper }}',
  '{{ printf "%5.2f|%q" 3 .a }}', '{{ define "t" }}{{ template "t" . }}{{ end }}', '{{ template "t" . }}', '{{/* c */}}', '{{ $x := 1 }}',
  '{{ index .a.b 5 }}', '{{ len "é" }}', '{{ (and .c (or 0 1)) }}', '{{ break }}', 'plain', '{{ block "u" . }}', '{{ 0x1p3 }}', "{{ 'a' }}",
]

const toGoTemplate = (random: Random): string =>
  Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(random, ACTIONS)).join(pick(random, ['', ' ', '\n']))
