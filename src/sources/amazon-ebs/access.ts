/** From options to a region of the cloud. */
import type { Access } from '../../platforms/aws/access'
import { endpointOfEnvironment } from '../../platforms/aws/access'
import { connect, defaultRegion, type Ec2 } from '../../platforms/aws/connect'
import { type Pace, paceFrom } from '../../platforms/aws/pace'
import type { Options } from './options'

export async function reachCloud(options: Options): Promise<Ec2> {
  const profile = options.profile || undefined
  return connect({
    region: options.region || (await defaultRegion(profile)),
    endpoint: options.custom_endpoint_ec2 || endpointOfEnvironment(),
    profile,
    keys: keysOf(options),
    role: roleOf(options),
    maxAttempts: options.max_retries || undefined,
    insecureTls: options.insecure_skip_tls_verify,
  })
}

export const paceOf = (ec2: Ec2, options: Options): Pace => paceFrom(ec2.loopback, options.aws_polling)

function keysOf({ access_key, secret_key, token }: Options): Access['keys'] {
  if (!access_key || !secret_key) return undefined
  return { accessKeyId: access_key, secretAccessKey: secret_key, sessionToken: token || undefined }
}

function roleOf({ assume_role: role }: Options): Access['role'] {
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
