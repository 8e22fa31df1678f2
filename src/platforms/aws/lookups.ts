/** The functions aws_secretsmanager and aws_secretsmanager_raw: as whom and where AWS is asked is told by the environment alone. */
import type { Lookup } from '../../language/functions'
import type { LookupSource } from '../../model/plugin'
import { defaultRegion } from './connect'
import { readSecret, secretText, wholeSecret } from './secrets'

const secret: LookupSource = async (lookup, { signal }) => {
  const { name, key } = lookup as Extract<Lookup, { kind: 'aws-secret' }>
  const answer = await readSecret({ region: await defaultRegion() }, { name, versionStage: 'AWSCURRENT' }, signal)
  return lookup.kind === 'aws-secret-raw' ? wholeSecret(answer) : secretText(name, answer, key)
}

export const awsLookups = { 'aws-secret': secret, 'aws-secret-raw': secret } as const
