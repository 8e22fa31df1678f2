/** Throws text at the language that is nearly right, and checks what must hold of any: no crash, no hang, the same in every run. */
import type { Body, Expression } from '../../src/language/body'
import { parseExpression, parseFile, parseTemplate } from '../../src/language/hcl'
import { formatSource } from '../../src/language/hcl/format'
import { parseJson, parseJsonExpression } from '../../src/language/json'
import { renderDiagnostics } from '../../src/language/render-diagnostics'
import { parseTypeConstraint } from '../../src/language/type-expression'
import { functions } from './evaluate'
import { type Random, randomExpression } from './random-expression'
import { randomSource } from './random-source'

const SPICE = [
  '"',
  '${',
  '%{',
  '}',
  '{',
  '[',
  ']',
  '(',
  ')',
  '<<EOT\n',
  '<<-E',
  'EOT',
  '\n',
  '\r\n',
  '\\',
  '~}',
  '...',
  '::',
  '*',
  '.',
  '$$',
  '\ufeff',
  '\u0000',
  'é',
  '👩‍👩‍👧‍👦',
  '\ud800',
  '#',
  '/*',
  '*/',
  'for',
  'if',
  'in',
  '=>',
  '0',
  '1e999',
  '%{ if',
  '%{ endfor }',
  ',',
  ':',
  '=',
  '?',
  '-',
  '!',
]

/** A few characters of it taken out, doubled, exchanged, or put in. */
function mutate(random: Random, text: string): string {
  let mutated = text
  for (let n = Math.floor(random() * 6); n > 0; n--) {
    const at = Math.floor(random() * (mutated.length + 1))
    const end = at + Math.floor(random() * 8)
    const other = Math.floor(random() * mutated.length)
    const choices = [
      '',
      SPICE[Math.floor(random() * SPICE.length)]!,
      mutated.slice(at, end).repeat(2),
      mutated.slice(other, other + 20),
    ]
    mutated = mutated.slice(0, at) + choices[Math.floor(random() * choices.length)] + mutated.slice(random() < 0.5 ? at : end)
  }
  return mutated
}

const context = { variables: new Map(), functions }
const schema = { attributes: [{ name: 'a0', required: true }], blocks: [{ type: 'block', labels: ['x', 'y'] }] }

function use(expression: Expression): void {
  expression.variables()
  expression.evaluate(context)
  parseTypeConstraint(expression)
}

function useBody(body: Body, depth = 0): void {
  const { blocks, remain } = body.partialContent(schema).value
  remain.content(schema)
  for (const { expression } of body.justAttributes().value.values()) use(expression)
  if (depth < 5) for (const block of blocks) useBody(block.body, depth + 1)
}

export function fuzzOnce(random: Random): string {
  const kind = Math.floor(random() * 4)
  const text = mutate(
    random,
    kind === 0 ? randomSource(random, 5) : kind === 1 ? toJsonText(random) : randomExpression(random, 3),
  )
  try {
    if (kind === 0) {
      const { value, diagnostics } = parseFile(text, 'x')
      useBody(value)
      renderDiagnostics(diagnostics, { sources: new Map([['x', text]]) })
      if (diagnostics.length === 0 && formatSource(formatSource(text)) !== formatSource(text))
        throw new Error('formatting is not idempotent')
    } else if (kind === 1) {
      useBody(parseJson(text, 'x').value)
      use(parseJsonExpression(text, 'x').value)
    } else use(kind === 2 ? parseExpression(text, 'x').value : parseTemplate(text, 'x').value)
  } catch (error) {
    throw new Error(`${(error as Error).stack}\nfor this input: ${JSON.stringify(text)}`)
  }
  return text
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
  const value = () => values[Math.floor(random() * values.length)]!
  return `{"a0": ${value()}, "block": ${value()}, "c": [${value()}, ${value()}]}`
}
