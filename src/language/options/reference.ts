/** The reference page of a plugin's options, from the same declaration that decodes them. */
import { typeText } from '../values/type-text'
import { Value } from '../values/value'
import { toPlain } from './plain'
import type { Option, OptionsSpec } from './spec'

/** Markdown: one table, and one more below its own heading for each kind of block. `level` is that of those headings. */
export function referenceTables(spec: OptionsSpec, level = 3): string {
  return tables(spec, '', level).join('\n')
}

function tables(spec: OptionsSpec, path: string, level: number): string[] {
  const options = Object.entries(spec)
  const rows = options.map(([name, option]) => row(name, option))
  const inner = options.flatMap(([name, option]) => {
    if (!option.options) return []
    const whole = path === '' ? name : `${path}.${name}`
    return [`${'#'.repeat(level)} ${whole}\n`, ...tables(option.options, whole, level)]
  })
  return ['| Option | Type | Default | Meaning |', '| --- | --- | --- | --- |', ...rows, '', ...inner]
}

const row = (name: string, option: Option<unknown>): string =>
  `| ${[`\`${name}\``, typeOf(option), defaultOf(option), meaningOf(option)].map(cell).join(' | ')} |`

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')

function typeOf({ form, type, written, settings }: Option<unknown>): string {
  if (form === 'block') return 'block'
  if (form === 'blocks') return 'blocks'
  const { oneOf } = settings
  return oneOf ? oneOf.map(code).join(', ') : (written ?? typeText(type))
}

function defaultOf({ settings }: Option<unknown>): string {
  if (settings.required) return '**required**'
  const value = settings.default instanceof Value ? toPlain(settings.default) : settings.default
  return value === undefined ? '' : code(value)
}

const code = (value: unknown): string => `\`${JSON.stringify(value)}\``

function meaningOf({ doc, settings }: Option<unknown>): string {
  const notes = [
    settings.sensitive && 'Never printed.',
    settings.late && 'Its `{{ }}` are rendered when the build runs.',
    settings.deprecated && sentence(`Deprecated: ${settings.deprecated}`),
    settings.unsupported && sentence(`Not supported: ${settings.unsupported}`),
  ]
  return [doc, ...notes.filter(Boolean)].join(' ')
}

const sentence = (text: string): string => text.replace(/\.?$/, '.')
