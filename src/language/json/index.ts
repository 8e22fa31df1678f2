/** The way into HCL's JSON syntax. */
import type { Body, Expression } from '../body'
import { Collector } from '../collector'
import type { Checked } from '../diagnostic'
import type { Range } from '../source'
import { START } from '../source-text'
import { JsonBody } from './body'
import { JsonExpression } from './expression'
import { parseJsonTree } from './parse'
import { describeKind, type JsonNode } from './tree'

/** A whole file: an object, or an array of objects. */
export function parseJson(text: string | Uint8Array, file: string): Checked<Body> {
  const found = new Collector()
  const node = found.take(parseJsonTree(text, file))
  if (node?.kind === 'object' || node?.kind === 'array') return found.done(new JsonBody(node))
  if (node && found.diagnostics.length === 0) {
    const detail = `A file in JSON syntax holds an object, or an array of objects, not ${describeKind(node)}.`
    found.error('Root value must be object', detail, node.range)
  }
  return found.done(new JsonBody(emptyObject(node?.range ?? { file, start: START, end: START })))
}

/** One JSON value as an expression. */
export function parseJsonExpression(text: string | Uint8Array, file: string): Checked<Expression> {
  const found = new Collector()
  const node = found.take(parseJsonTree(text, file))
  return found.done(new JsonExpression(node ?? { kind: 'null', range: { file, start: START, end: START } }))
}

const emptyObject = (range: Range): JsonNode => ({ kind: 'object', members: [], range, openRange: range, closeRange: range })
