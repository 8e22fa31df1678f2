/**
 * Values as Packer's console and inspect print them (observed of 1.6.6): integers of 64 bits whole, other numbers as the
 * shortest text of a double, texts bare outside of collections and quoted inside, and no null in a map.
 */
import { quote } from '../language/gotemplate/literals'
import { formatFloat } from '../language/printf'
import { BigFloat } from '../language/values/big-float'
import type { Value } from '../language/values/value'

/** Not for secrets: the caller redacts. */
export function packerText(value: Value): string {
  if (!value.isWhollyKnown) return '<unknown>'
  return value.state === 'known' && value.type.kind === 'string' ? value.asString() : nested(value, '')
}

/** As it stands behind `var.name: `. */
export const quotedPackerText = (value: Value): string => quote(packerText(value))

function nested(value: Value, indent: string): string {
  if (value.isNull) return 'null'
  const within = `${indent}  `
  switch (value.type.kind) {
    case 'string':
      return quote(value.asString())
    case 'number':
      return numberText(value.asNumber())
    case 'bool':
      return String(value.asBool())
    case 'list':
    case 'set':
    case 'tuple':
      return enclosed(
        '[',
        value.elements().map(each => `${within}${nested(each, within)},`),
        `${indent}]`,
      )
    case 'map':
    case 'object': {
      const entries = [...value.entries()].filter(([, each]) => !each.isNull)
      return enclosed(
        '{',
        entries.map(([key, each]) => `${within}${quote(key)} = ${nested(each, within)}`),
        `${indent}}`,
      )
    }
    default:
      return `(${value.type.kind})`
  }
}

const enclosed = (open: string, lines: readonly string[], close: string): string =>
  lines.length === 0 ? open + close.trimStart() : [open, ...lines, close].join('\n')

const SHORTEST = { letter: 'g', flags: '', text: '%g', offset: 0 }

function numberText(number: BigFloat): string {
  if (number.isInteger) {
    const integer = number.toInteger()
    if (BigInt.asIntN(64, integer) === integer) return String(integer)
  }
  return formatFloat(BigFloat.fromDouble(number.toDouble()), SHORTEST)
}
