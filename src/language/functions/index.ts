/** The functions a template can call: Packer's, and `env`, which only variable defaults may use. */
import { STRING } from '../values/type'
import { define, string } from './define'
import type { LanguageFunction } from './function'
import { formatFunctions } from './library/format'
import { listFunctions } from './library/lists'
import { mapFunctions } from './library/maps'
import { numberFunctions } from './library/numbers'
import { textFunctions } from './library/text'

export interface FunctionOptions {
  /** What relative paths of the file functions start from: `path.root`. */
  readonly directory: string
}

export function standardFunctions(_options: FunctionOptions): ReadonlyMap<string, LanguageFunction> {
  const all = [...textFunctions, ...numberFunctions, ...listFunctions, ...mapFunctions, ...formatFunctions]
  return new Map(all.map(fn => [fn.name, fn]))
}

/** An unset variable is empty text, as in Packer. */
export const envFunction = (environment: Readonly<Record<string, string | undefined>>): LanguageFunction =>
  define('env', [string('key')], STRING, key => environment[key.asString()] ?? '')
