/** The parts of a legacy template, with where each stands; still without meaning. */
import type { Range } from '../../language/source'
import type { JsonObject } from './tree'
import type { UserVariable } from './user-variables'

export interface LegacyTemplate {
  readonly description?: string
  readonly minimumVersion?: { readonly text: string; readonly range: Range }
  readonly variables: readonly UserVariable[]
  readonly sensitive: readonly string[]
  readonly builders: readonly Part[]
  readonly provisioners: readonly Part[]
  readonly errorCleanupProvisioner?: Part
  readonly chains: readonly (readonly Part[])[]
  readonly range: Range
}

/** A builder, provisioner or post-processor: its type and what else stands in its object. */
export interface Part {
  readonly type: string
  readonly typeRange: Range
  readonly object: JsonObject
  /** What to underline: the word that names the type. */
  readonly range: Range
}
