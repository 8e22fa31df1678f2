/** The data source `amazon-secretsmanager`: reads a secret from AWS. */
import { text } from '../../language/options/spec'
import { STRING } from '../../language/values/type'
import type { DataSource } from '../../model/plugin'
import { accessFrom, accessOptions, checkAccess } from '../../platforms/aws/access-options'
import { readSecret, secretText, secretValues, wholeSecret } from '../../platforms/aws/secrets'

const options = {
  ...accessOptions,
  name: text('Name or ARN of the secret.', { required: true }),
  key: text('Which value of a secret that is a JSON object. Default: the first.'),
  version_id: text('ID of the version to read; wins over version_stage.'),
  version_stage: text('Label of the version to read.', { default: 'AWSCURRENT' }),
} as const

/** Shorter ones are words such as `yes`, and hiding them would garble every output. */
const SHORTEST_SECRET = 4

export const amazonSecretsmanager: DataSource<typeof options> = {
  type: 'amazon-secretsmanager',
  summary: 'Reads a secret from AWS Secrets Manager. None of its values is ever printed.',
  options,
  outputs: {
    value: { type: STRING, doc: 'The value of `key`; without it the first one; of a plain text, the text.' },
    secret_string: { type: STRING, doc: 'The whole secret as text.' },
    secret_binary: { type: STRING, doc: 'The whole secret as base64, where it was stored as bytes.' },
    version_id: { type: STRING, doc: 'The ID of the version that was read.' },
  },
  check: checkAccess,
  async read(given, { signal, secret }) {
    const { name, key, version_id: versionId, version_stage } = given
    const versionStage = versionId ? undefined : version_stage
    const answer = await readSecret(await accessFrom(given), { name, versionId, versionStage }, signal)
    const whole = wholeSecret(answer)
    const binary = answer.SecretBinary ? Buffer.from(answer.SecretBinary).toString('base64') : ''
    for (const text of [whole, binary, ...(secretValues(whole)?.values() ?? [])]) if (text.length >= SHORTEST_SECRET) secret(text)
    const value = secretText(name, answer, key)
    secret(value)
    return { value, secret_string: answer.SecretString ?? '', secret_binary: binary, version_id: answer.VersionId ?? '' }
  },
}
