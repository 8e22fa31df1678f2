/** The functions vault and consul_key: where and as whom is told by the environment alone. Their client is loaded with the first question. */
import type { LookupSource } from '../../model/plugin'

const vault: LookupSource = async (lookup, context) => (await import('./vault')).vaultValue(lookup, context)
const consul: LookupSource = async (lookup, context) => (await import('./consul')).consulValue(lookup, context)

export const hashicorpLookups = { vault, consul } as const
