/** Where the cloud is spoken to and as whom, as Packer's templates say it in sources and data sources alike. */
import { block, flag, number, type OptionsOf, text, textMap, texts } from '../../language/options/spec'
import type { Problem } from '../../model/plugin'
import { type Access, endpointOfEnvironment } from './access'
import { defaultRegion } from './connect'
import { demandRegion } from './region-names'

const positive = (value: number) => (Number.isInteger(value) && value > 0 ? undefined : 'a whole number above 0 is required')

const assumeRole = {
  role_arn: text('ARN of the role to assume.', { required: true }),
  duration_seconds: number('How long one set of credentials of the role is valid; it is renewed in time. AWS: 3600.', {
    check: (value: number) => (value >= 900 && value <= 43200 ? undefined : 'AWS accepts 900 to 43200 seconds'),
  }),
  external_id: text('External ID that the role demands.'),
  policy: text('A policy in JSON that narrows what the role may do in this session.'),
  policy_arns: texts('Managed policies that narrow what the role may do in this session.'),
  session_name: text('Name of the session in CloudTrail. Default: `ingot-` and the time.'),
  tags: textMap('Session tags.'),
  transitive_tag_keys: texts('Session tags that are handed on to roles assumed from this one.'),
} as const

const goDuration = (value: string): string | undefined =>
  /^(\d+|(\d+(\.\d+)?(h|m|s))+)?$/.test(value) ? undefined : 'a time is required, e.g. 1h or 45m'

const vaultAwsEngine = {
  name: text('Name of the role in Vault that keys are asked for.', { required: true }),
  engine_name: text('Path at which the AWS secrets engine is mounted in Vault.', { default: 'aws' }),
  role_arn: text('ARN of the role to assume, where the role in Vault allows several.'),
  ttl: text('How long the keys hold, where the role in Vault assumes a role: `1h`. Default: as the role in Vault says.', {
    check: goDuration,
  }),
} as const

const awsPolling = {
  delay_seconds: number('Seconds between two looks, exactly. Default: 3 to 3.5, and less against an endpoint on this machine.', {
    check: positive,
  }),
  max_attempts: number('Looks before giving up. Without delay_seconds each counts for 15 seconds, as in Packer.', {
    check: positive,
  }),
} as const

export const accessOptions = {
  region: text('The AWS region. Default: AWS_REGION, AWS_DEFAULT_REGION or that of the profile.'),
  access_key: text('Access key ID. Without it the usual places are asked: environment, profile, SSO, web identity, role.'),
  secret_key: text('Secret access key that belongs to access_key.', { sensitive: true }),
  token: text('Session token, for temporary keys.', { sensitive: true }),
  profile: text('Profile of the shared AWS configuration files. Default: AWS_PROFILE.'),
  shared_credentials_file: text('Path of a credentials file. Default: AWS_SHARED_CREDENTIALS_FILE, or ~/.aws/credentials.'),
  assume_role: block(assumeRole, 'A role to assume with the credentials found.'),
  vault_aws_engine: block(
    vaultAwsEngine,
    'Keys that the AWS secrets engine of HashiCorp Vault lends. VAULT_ADDR, VAULT_TOKEN and their kin say where Vault is and who asks.',
  ),
  mfa_code: text('One-time code for a profile with role_arn and mfa_serial. AWS takes it once, so it serves one run.', {
    sensitive: true,
    check: (value: string) => (/^(\d{6})?$/.test(value) ? undefined : 'a code of six digits is required'),
  }),
  custom_endpoint_ec2: text(
    'Endpoint instead of AWS, in every region; such as ingot’s own sandbox. Default: AWS_ENDPOINT_URL_EC2.',
    {
      check: (value: string) =>
        value === '' || /^https?:\/\/./.test(value) ? undefined : 'a URL that begins with http:// or https:// is required',
    },
  ),
  insecure_skip_tls_verify: flag('Accept any certificate from the endpoint.', { default: false }),
  max_retries: number('How often one call is tried; 0 leaves it at 10.', {
    default: 10,
    check: (value: number) => (Number.isInteger(value) && value >= 0 ? undefined : 'a whole number is required'),
  }),
  decode_authorization_messages: flag('Decode the message of a refused call.', {
    deprecated: 'ingot names the missing action and prints the message; `aws sts decode-authorization-message` decodes it.',
  }),
  skip_credential_validation: flag('Accepted for Packer’s sake: ingot never asks STS whether credentials are valid.', {
    default: false,
  }),
  skip_region_validation: flag('Do not ask AWS whether it knows the regions of ami_regions.', {
    default: false,
  }),
  skip_metadata_api_check: flag('Do not ask the metadata service of the machine that ingot runs on for credentials.', {
    default: false,
  }),
  aws_polling: block(awsPolling, 'How often and how long to wait. AWS_POLL_DELAY_SECONDS and AWS_MAX_ATTEMPTS are its defaults.'),
} as const

export type AccessOptions = OptionsOf<typeof accessOptions>

export async function accessFrom(options: AccessOptions): Promise<Access> {
  const profile = options.profile || undefined
  // The SDK knows this switch as an environment variable only, so it holds for the whole run.
  if (options.skip_metadata_api_check) process.env.AWS_EC2_METADATA_DISABLED = 'true'
  const region = options.region || (await defaultRegion(profile))
  const endpoint = options.custom_endpoint_ec2 || endpointOfEnvironment()
  if (!endpoint) demandRegion(region)
  return {
    region,
    endpoint,
    profile,
    credentialsFile: options.shared_credentials_file || undefined,
    mfaCode: options.mfa_code || undefined,
    keys: keysOf(options),
    loan: loanOf(options),
    role: roleOf(options),
    maxAttempts: options.max_retries || undefined,
    insecureTls: options.insecure_skip_tls_verify,
  }
}

function keysOf({ access_key, secret_key, token }: AccessOptions): Access['keys'] {
  if (!access_key || !secret_key) return undefined
  return { accessKeyId: access_key, secretAccessKey: secret_key, sessionToken: token || undefined }
}

export function loanOf({ vault_aws_engine: engine }: AccessOptions): Access['loan'] {
  if (!engine) return undefined
  const { name: role, engine_name, role_arn, ttl } = engine
  return { engine: engine_name || 'aws', role, ...(role_arn && { roleArn: role_arn }), ...(ttl && { ttl }) }
}

const isSet = (value: unknown): boolean => value !== undefined && value !== ''

/** For sources and data sources alike. */
export function checkAccess(options: AccessOptions): readonly Problem[] {
  const keys = (['access_key', 'secret_key', 'token'] as const).filter(name => isSet(options[name]))
  if (options.vault_aws_engine && keys[0])
    return [
      {
        option: 'vault_aws_engine',
        summary: 'Options exclude each other',
        detail: `Only one of vault_aws_engine and ${keys[0]} can be set.`,
      },
    ]
  if (isSet(options.access_key) === isSet(options.secret_key)) return []
  const [given, missing] = isSet(options.access_key) ? ['access_key', 'secret_key'] : ['secret_key', 'access_key']
  return [{ option: given, summary: 'Half of a key', detail: `${given} is set and ${missing} is not; set both or neither.` }]
}

function roleOf({ assume_role: role }: AccessOptions): Access['role'] {
  if (!role?.role_arn) return undefined
  return {
    arn: role.role_arn,
    sessionName: role.session_name || undefined,
    externalId: role.external_id || undefined,
    durationSeconds: role.duration_seconds,
    policy: role.policy || undefined,
    policyArns: role.policy_arns,
    tags: role.tags,
    transitiveTagKeys: role.transitive_tag_keys,
  }
}
