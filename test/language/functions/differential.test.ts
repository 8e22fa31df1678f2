/**
 * Expressions with the results that `terraform console` 1.11 and `packer console` 1.6.6 gave for them; null is an error.
 * Where a console is installed it is asked again, so that the table stays honest. RECORD=1 writes the table anew.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasErrors } from '../../../src/language/diagnostic'
import { standardFunctions } from '../../../src/language/functions'
import { parseExpression } from '../../../src/language/hcl'
import { toJson } from '../../../src/language/values/json'
import { askOracle, isInstalled, type Oracle } from './oracle'

interface Row {
  oracle: Oracle | 'both'
  expression: string
  result: string | null
  /** Where we mean to differ: what we say, and why. */
  ours?: string | null
  why?: string
}

const path = join(__dirname, '../../conformance/language/functions.json')
const table: Row[] = JSON.parse(readFileSync(path, 'utf8'))
const functions = standardFunctions({ directory: '/' })

function evaluate(expression: string): string | null {
  const parsed = parseExpression(expression, 'test.hcl')
  const evaluated = parsed.value.evaluate({ functions })
  if (hasErrors([...parsed.diagnostics, ...evaluated.diagnostics])) return null
  try {
    return toJson(evaluated.value)
  } catch {
    return null
  }
}

const asks = (row: Row, oracle: Oracle): boolean => row.oracle === oracle || row.oracle === 'both'

if (process.env.RECORD) {
  for (const oracle of ['terraform', 'packer'] as const) {
    const rows = table.filter(row => (row.oracle === 'both' ? oracle === 'terraform' : row.oracle === oracle))
    for (const [i, result] of askOracle(
      oracle,
      rows.map(row => row.expression),
    ).entries())
      rows[i]!.result = result
  }
  writeFileSync(path, `[\n${table.map(row => JSON.stringify(row)).join(',\n')}\n]\n`)
}

test.each(table.map(row => [row.expression, row.ours === undefined ? row.result : row.ours] as const))(
  '%s',
  (expression, result) => expect(evaluate(expression)).toBe(result),
)

describe.each(['terraform', 'packer'] as const)('%s says the same today', oracle => {
  const rows = table.filter(row => asks(row, oracle))
  const installed = isInstalled(oracle)
  if (!installed) console.warn(`${oracle} is not installed: ${rows.length} recorded results were not asked again`)
  ;(installed ? test : test.skip)(
    `${rows.length} expressions`,
    () => {
      const answers = askOracle(
        oracle,
        rows.map(row => row.expression),
      )
      const differing = rows.flatMap((row, i) => (answers[i] === row.result ? [] : [{ ...row, now: answers[i] }]))
      expect(differing).toEqual([])
    },
    60_000,
  )
})
