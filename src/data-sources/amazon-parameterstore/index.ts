/** The data source `amazon-parameterstore`: reads a parameter of AWS Systems Manager. */
import { flag, text } from '../../language/options/spec'
import { STRING } from '../../language/values/type'
import type { DataSource } from '../../model/plugin'
import { accessFrom, accessOptions, checkAccess } from '../../platforms/aws/access-options'
import { readParameter } from '../../platforms/aws/secrets'

const options = {
  ...accessOptions,
  name: text('Name or ARN of the parameter.', { required: true }),
  with_decryption: flag('Decrypt it, if it is a SecureString.', { default: false }),
} as const

export const amazonParameterstore: DataSource<typeof options> = {
  type: 'amazon-parameterstore',
  summary: 'Reads a parameter of AWS Systems Manager. The value of a SecureString is never printed.',
  options,
  outputs: {
    value: { type: STRING, doc: 'Its value.' },
    version: { type: STRING, doc: 'Its version.' },
    arn: { type: STRING, doc: 'Its ARN.' },
  },
  check: checkAccess,
  async read(given, { signal, secret }) {
    const { name, with_decryption: decrypt } = given
    const { Value = '', Version, ARN = '', Type } = await readParameter(await accessFrom(given), name, decrypt, signal)
    // Others are settings such as the ID of an image, which people want to read.
    if (Type !== 'String' && Type !== 'StringList') secret(Value)
    return { value: Value, version: String(Version ?? ''), arn: ARN }
  },
}
