/** The functions a template can call: Packer's, and `env`, which only variable defaults may use. */
import { parseTemplate } from '../hcl/index'
import { STRING } from '../values/type'
import { define, string } from './define'
import type { LanguageFunction } from './function'
import { dateFunctions } from './library/dates'
import { encodingFunctions } from './library/encoding'
import { fileFunctions, pathFunctions } from './library/files'
import { formatFunctions } from './library/format'
import { hashFunctions } from './library/hashes'
import { listFunctions } from './library/lists'
import { type Lookups, lookupFunctions } from './library/lookups'
import { mapFunctions } from './library/maps'
import { networkFunctions } from './library/networks'
import { numberFunctions } from './library/numbers'
import { regexFunctions } from './library/regexes'
import { specialFunctions } from './library/special'
import { textFunctions } from './library/text'

export type { Lookup, Lookups } from './library/lookups'

export interface FunctionOptions {
  /** What relative paths of the file functions start from: `path.root`. */
  readonly directory: string
  /** Default: the clock. */
  readonly now?: () => Date
  /** What `legacy_isotime` and `legacy_strftime` say all through a run. Default: now. */
  readonly startedAt?: Date
  /** Vault, Consul and Secrets Manager. Default: none, and their functions say so. */
  readonly lookups?: Lookups
}

export function standardFunctions(options: FunctionOptions): ReadonlyMap<string, LanguageFunction> {
  const { directory, now = () => new Date(), startedAt = now(), lookups } = options
  const functions = new Map<string, LanguageFunction>()
  const all = [
    ...textFunctions,
    ...numberFunctions,
    ...listFunctions,
    ...mapFunctions,
    ...formatFunctions,
    ...regexFunctions,
    ...encodingFunctions,
    ...hashFunctions,
    ...networkFunctions,
    ...pathFunctions,
    ...specialFunctions,
    ...dateFunctions({ now, startedAt }),
    ...lookupFunctions(lookups),
    ...fileFunctions(directory, parseTemplate, functions),
  ]
  for (const fn of all) functions.set(fn.name, fn)
  return functions
}

/** An unset variable is empty text, as in Packer. */
export const envFunction = (environment: Readonly<Record<string, string | undefined>>): LanguageFunction =>
  define('env', [string('key')], STRING, key => environment[key.asString()] ?? '')
