/** Secrets and settings kept elsewhere. Evaluation never waits, so whoever offers them fetches first. */
import { STRING } from '../../values/type'
import { Value } from '../../values/value'
import { define, string } from '../define'
import { FunctionError, type LanguageFunction } from '../function'

export type Lookup =
  | { readonly kind: 'vault'; readonly path: string; readonly key: string }
  | { readonly kind: 'consul'; readonly key: string }
  /** Without a key: the only one there is. */
  | { readonly kind: 'aws-secret'; readonly name: string; readonly key?: string }
  | { readonly kind: 'aws-secret-raw'; readonly name: string }

/**
 * Answers with the text; with undefined while it is not yet fetched: the result of the call is then unknown, and what was asked can be
 * fetched before the expressions are evaluated again. Throws Error with a sentence when there is no such thing.
 */
export type Lookups = (lookup: Lookup) => string | undefined

const NULLABLE = { allowNull: true } as const

export function lookupFunctions(lookups: Lookups | undefined): readonly LanguageFunction[] {
  const ask = (lookup: Lookup): Value => {
    if (!lookups) throw new FunctionError(`no access to ${lookup.kind} is set up here`)
    try {
      const found = lookups(lookup)
      return found === undefined ? Value.unknown(STRING, true) : Value.string(found)
    } catch (error) {
      throw new FunctionError((error as Error).message)
    }
  }
  return [
    define('vault', [string('path'), string('key')], STRING, (path, key) =>
      ask({ kind: 'vault', path: path.asString(), key: key.asString() }),
    ),
    define('consul_key', [string('key')], STRING, key => ask({ kind: 'consul', key: key.asString() })),
    define('aws_secretsmanager', [string('name'), string('key', NULLABLE)], STRING, (name, key) =>
      ask({ kind: 'aws-secret', name: name.asString(), key: key.isNull ? undefined : key.asString() }),
    ),
    define('aws_secretsmanager_raw', [string('name')], STRING, name => ask({ kind: 'aws-secret-raw', name: name.asString() })),
  ]
}
