/** The environment of scripts, as Packer gives it: what the template sets and who is asking, written in front of the command. */

import type { BuildValues } from '../../model/plan'
import type { BuildIdentity } from '../../model/plugin'
import type { ScriptChoice } from './options'

export type Environment = Readonly<Record<string, string>>

/** Sorted by name. `env` wins over environment_vars, and both over what we tell. */
export function environmentOf(options: ScriptChoice, build: BuildIdentity, values: BuildValues): Environment {
  const all: Record<string, string> = {
    PACKER_BUILD_NAME: build.sourceName,
    PACKER_BUILDER_TYPE: build.sourceType,
    ...httpServer(values),
  }
  for (const entry of options.environment_vars ?? []) {
    const at = entry.indexOf('=')
    all[entry.slice(0, at)] = entry.slice(at + 1)
  }
  Object.assign(all, options.env)
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Of sources that serve files to the machine while it installs itself. */
function httpServer(values: BuildValues): Record<string, string> {
  const names = { PACKER_HTTP_ADDR: 'PackerHTTPAddr', PACKER_HTTP_IP: 'PackerHTTPIP', PACKER_HTTP_PORT: 'PackerHTTPPort' }
  const given = Object.entries(names).map(([name, value]) => [name, values[value]] as const)
  return Object.fromEntries(
    given
      .filter(([, value]) => value && value !== '<unknown>' && !String(value).startsWith('ERR_'))
      .map(([name, value]) => [name, String(value)]),
  )
}

/** `format` has two `%s`, name and value, inside single quotes as the default formats have it. */
export const written = (environment: Environment, format: string): string =>
  Object.entries(environment)
    .map(([name, value]) => printf(format, [name, value.replaceAll("'", `'"'"'`)]))
    .join('')

/** Go's `%s` and `%%`; what is missing is left empty. */
export function printf(format: string, values: readonly string[]): string {
  let next = 0
  return format.replace(/%[s%]/g, verb => (verb === '%%' ? '%' : (values[next++] ?? '')))
}
