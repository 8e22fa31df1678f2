/** Go's text/template, in which Packer's second layer of interpolation and its legacy templates are written. */
import { builtins } from './builtins'
import type { GoFunction } from './data'
import { Execution, type Settings } from './execute'
import { parseGoTemplate } from './parser'

export { type GoFunction, type Kind, typed } from './data'
export { GoTemplateError } from './error'
export { GoFloat } from './literals'

export interface GoTemplateOptions {
  /** In messages and as the name of the text among its `define`d templates. Default: root. */
  readonly name?: string
  readonly missingKey?: Settings['missingKey']
}

/**
 * Renders a text on plain data. Functions get plain values and may throw an Error with a sentence; those with a builtin's name replace
 * it. Throws GoTemplateError.
 */
export function renderGoTemplate(
  text: string,
  data: unknown,
  functions: Readonly<Record<string, GoFunction>> = {},
  { name = 'root', missingKey = 'default' }: GoTemplateOptions = {},
): string {
  const all = new Map<string, GoFunction>([...Object.entries(builtins), ...Object.entries(functions)])
  const templates = parseGoTemplate(text, name, new Set(all.keys()))
  return new Execution(templates, { name, source: text, functions: all, missingKey }).run(data)
}

/** Throws the GoTemplateError that rendering would begin with: of the syntax, or of a function that nobody defines. */
export function checkGoTemplate(text: string, functions: readonly string[], name = 'root'): void {
  parseGoTemplate(text, name, new Set([...Object.keys(builtins), ...functions]))
}
