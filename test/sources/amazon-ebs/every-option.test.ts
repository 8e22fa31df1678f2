/**
 * Every option once right and once wrong, in a template: the right one becomes the plan, the wrong one is refused with its line. Those
 * of the communicator too, which stand in the same block.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plugins } from '../../../src/catalog'
import { BOOL, NUMBER, STRING } from '../../../src/language/values/type'
import { type CommunicatorOptions, communicatorOptions } from '../../../src/model/communicator-options'
import { amazonEbs } from '../../../src/sources/amazon-ebs'
import type { Options } from '../../../src/sources/amazon-ebs/options'
import { loadPlan } from '../../../src/template/load-plan'

const folder = mkdtempSync(join(tmpdir(), 'ingot-options-'))
afterAll(() => rmSync(folder, { recursive: true }))

const usual: Readonly<Record<string, string>> = {
  region: 'region = "us-east-1"',
  instance_type: 'instance_type = "t3.small"',
  ami_name: 'ami_name = "web"',
  source_ami: 'source_ami = "ami-1"',
}

/** The line of `tried` is the first one of the source block. */
async function load(name: string, tried: string, beside: string, without: readonly string[]) {
  const rest = Object.entries(usual).filter(([key]) => key !== name && !without.includes(key))
  const user = name === 'ssh_username' || without.includes('ssh_username') ? '' : 'ssh_username = "admin"'
  const lines = [tried, beside, ...rest.map(([, line]) => line), user]
  const path = join(folder, `${name}.pkr.hcl`)
  writeFileSync(path, `source "amazon-ebs" "web" {\n${lines.join('\n')}\n}\nbuild {\nsources = ["amazon-ebs.web"]\n}\n`)
  const { plan, diagnostics } = await loadPlan({ path, environment: {}, plugins, startedAt: new Date(0) })
  const source = plan?.builds[0]?.source
  return { options: source && ({ ...source.options.value, ...source.communicator } as Partial<All>), diagnostics }
}

interface Example {
  /** What stands behind the name; the usual of its kind when absent. */
  readonly right?: string
  readonly wrong?: string
  /** What the right one needs beside it. */
  readonly beside?: string
  /** Of the usual options those that it excludes. */
  readonly without?: readonly string[]
  /** It is understood and refused in any case: what the refusal says. */
  readonly refused?: RegExp
  /** Accepted with a warning that says so. */
  readonly warned?: RegExp
}

const disk = { right: '{\ndevice_name = "/dev/xvda"\nvolume_size = 9\n}', wrong: '{\nvolume_size = 9\n}' }
const pair = { right: '{\nkey = "a"\nvalue = "b"\n}', wrong: '{\nkey = "a"\n}' }
const onSpot = { beside: 'spot_price = "auto"' }
const encrypted = { beside: 'encrypt_boot = true' }

const throughSession = { beside: 'ssh_interface = "session_manager"\niam_instance_profile = "ssm"' }

type All = Options & CommunicatorOptions

const examples: { readonly [K in keyof All]?: Example } = {
  region: { right: '"eu-west-1"', wrong: '"us-esat-1"' },
  ami_regions: { right: '["eu-west-1"]', wrong: '["us-east-1a"]' },
  access_key: { beside: 'secret_key = "x"' },
  secret_key: { beside: 'access_key = "AKIA"' },
  assume_role: { right: '{\nrole_arn = "arn:aws:iam::1:role/x"\n}', wrong: '{\nduration_seconds = 60\n}' },
  vault_aws_engine: { right: '{\nname = "x"\n}', wrong: '{\nname = "x"\nttl = "soon"\n}' },
  mfa_code: { right: '"123456"', wrong: '"12"' },
  custom_endpoint_ec2: { right: '"http://127.0.0.1:1"', wrong: '"localhost"' },
  max_retries: { right: '3', wrong: '-1' },
  decode_authorization_messages: { right: 'true', warned: /decode-authorization-message/ },
  aws_polling: { right: '{\ndelay_seconds = 5\nmax_attempts = 9\n}', wrong: '{\ndelay_seconds = 0\n}' },
  ami_name: { right: '"web (1)"', wrong: '"web:1"' },
  ami_virtualization_type: { right: '"hvm"', wrong: '"pv"' },
  ami_groups: { right: '["all"]', wrong: '["everybody"]' },
  ami_users: { right: '["123456789012"]' },
  snapshot_copy_duration_minutes: { right: '30', wrong: '20' },
  kms_key_id: { right: '"alias/x"', ...encrypted },
  region_kms_key_ids: { right: '{ eu-west-1 = "" }', beside: 'ami_regions = ["eu-west-1"]', wrong: '{ us-west-2 = "" }' },
  skip_save_build_region: { beside: 'ami_regions = ["eu-west-1"]' },
  imds_support: { right: '"v2.0"', wrong: '"v1"' },
  deprecate_at: { right: '"2030-01-31T00:00:00Z"', wrong: '"tomorrow"' },
  deregistration_protection: { right: '{\nenabled = true\n}', wrong: '{\nenbled = true\n}' },
  fast_launch: {
    right: '{\nenable_fast_launch = true\nregion_launch_templates {\nregion = "us-east-1"\ntemplate_id = "lt-1"\n}\n}',
    wrong: '{\nmax_parallel_launches = 5\n}',
  },
  tags: { right: '{ a = "b" }' },
  tag: pair,
  snapshot_tag: pair,
  run_tag: pair,
  run_volume_tag: { right: '{\nname = "a"\nvalue = "b"\n}', wrong: '{\nvalue = "b"\n}' },
  spot_tags: { right: '{ a = "b" }', ...onSpot },
  spot_tag: { ...pair, ...onSpot },
  fleet_tags: { right: '{ a = "b" }', ...onSpot },
  fleet_tag: { ...pair, ...onSpot },
  source_ami_filter: {
    right: '{\nfilters = { name = "x" }\nowners = ["self"]\nmost_recent = true\n}',
    wrong: '{\nfilters = { name = "x" }\n}',
    without: ['source_ami'],
  },
  user_data_file: { right: '"data.txt"' },
  temporary_iam_instance_profile_policy_document: {
    right: '{\nVersion = "2012-10-17"\nStatement {\nEffect = "Allow"\nAction = ["s3:Get*"]\nResource = ["*"]\n}\n}',
    wrong: '{\nStatement {\nEffect = "Perhaps"\n}\n}',
  },
  metadata_options: {
    right: '{\nhttp_tokens = "required"\nhttp_put_response_hop_limit = 2\n}',
    wrong: '{\nhttp_put_response_hop_limit = 65\n}',
  },
  enable_nitro_enclave: { beside: 'instance_type = "m5.xlarge"', without: ['instance_type'] },
  enable_t2_unlimited: { right: 'true', warned: /enable_unlimited_credits/ },
  shutdown_behavior: { right: '"terminate"', wrong: '"sleep"' },
  capacity_reservation_preference: { right: '"open"', wrong: '"maybe"' },
  placement: { right: '{\ntenancy = "host"\nhost_id = "h-1"\n}', wrong: '{\ntenancy = "shared"\n}' },
  tenancy: { right: '"dedicated"', warned: /placement/ },
  license_specifications: {
    right: '{\nlicense_configuration_request {\nlicense_configuration_arn = "arn:x"\n}\n}',
    wrong: '{\narn = "x"\n}',
  },
  spot_price: { right: '"0.05"', wrong: '"cheap"' },
  spot_instance_types: { right: '["t3.small", "t3.medium"]', without: ['instance_type'] },
  spot_allocation_strategy: { right: '"price-capacity-optimized"', wrong: '"best"', ...onSpot },
  spot_price_auto_product: { right: '"Linux/UNIX"', warned: /remove it/ },
  block_duration_minutes: { right: '60', warned: /remove it/ },
  launch_block_device_mappings: disk,
  ami_block_device_mappings: disk,
  vpc_filter: { right: '{\nfilters = { is-default = "true" }\n}' },
  subnet_filter: { right: '{\nfilters = { "tag:a" = "b" }\nrandom = true\n}' },
  security_group_filter: { right: '{\nfilters = { "tag:a" = "b" }\n}' },
  temporary_security_group_source_cidrs: { right: '["10.0.0.0/8"]', wrong: '["here"]' },
  ssh_interface: { right: '"session_manager"', wrong: '"serial"', beside: 'iam_instance_profile = "ssm"' },
  session_manager_port: { right: '8000', wrong: '70000', ...throughSession },
  pause_before_ssm: { right: '"10s"', ...throughSession },
  windows_password_timeout: { right: '"10m"', wrong: '"soon"' },
  ...communicatorExamples(),
}

/** Paths, names and addresses are texts like others; what has a rule of its own stands here. */
function communicatorExamples(): { readonly [K in keyof CommunicatorOptions]?: Example } {
  const time = { right: '"10m"', wrong: '"soon"' }
  const tcp = { right: '2022', wrong: '65536' }
  const timed = ['pause_before_connecting', 'ssh_timeout', 'ssh_keep_alive_interval', 'ssh_read_write_timeout', 'winrm_timeout']
  return {
    ...Object.fromEntries(timed.map(name => [name, time])),
    communicator: { right: '"none"', wrong: '"telnet"' },
    ssh_port: tcp,
    winrm_port: tcp,
    ssh_bastion_port: tcp,
    ssh_proxy_port: tcp,
    ssh_wait_timeout: { ...time, warned: /ssh_timeout/ },
    ssh_handshake_attempts: { right: '20', wrong: '-1' },
    ssh_file_transfer_method: { right: '"sftp"', wrong: '"ftp"' },
    ssh_bastion_host: { right: '"bastion"', beside: 'ssh_bastion_password = "x"' },
    ssh_keypair_name: { right: '"pair"', beside: 'ssh_agent_auth = true' },
    temporary_key_pair_type: { right: '"rsa"', wrong: '"elgamal"' },
    temporary_key_pair_bits: { right: '4096', beside: 'temporary_key_pair_type = "rsa"' },
  }
}

const spec = { ...amazonEbs.options, ...communicatorOptions }

/** By kind, for options that take anything of it. */
function kindOf(name: keyof typeof spec): Required<Pick<Example, 'right' | 'wrong'>> {
  const { form, type } = spec[name] as { form: string; type: unknown }
  if (form !== 'attribute') return { right: '{\n}', wrong: '{\nno_such_option = 1\n}' }
  if (type === STRING) return { right: '"x"', wrong: '["x"]' }
  if (type === BOOL) return { right: 'true', wrong: '"perhaps"' }
  if (type === NUMBER) return { right: '1', wrong: '"many"' }
  return { right: JSON.stringify(type).includes('map') ? '{ a = "b" }' : '["x"]', wrong: '"x"' }
}

const names = Object.keys(spec) as (keyof typeof spec)[]
const line = (name: keyof typeof spec, value: string) =>
  spec[name].form === 'attribute' ? `${name} = ${value}` : `${name} ${value}`

test.each(names)('%s', async name => {
  const { beside = '', without = [], refused, warned, ...given } = (examples as Partial<Record<string, Example>>)[name] ?? {}
  const { right, wrong } = { ...kindOf(name), ...given }

  const good = await load(name, line(name, right), beside, without)
  const said = good.diagnostics.map(({ severity, summary, detail }) => `${severity}: ${summary}: ${detail}`)
  if (refused) expect(said).toEqual([expect.stringMatching(refused)])
  else {
    expect(said).toEqual(warned ? [expect.stringMatching(warned)] : [])
    expect(good.options?.[name]).toBeDefined()
  }

  const bad = await load(name, line(name, wrong), beside, without)
  const errors = bad.diagnostics.filter(each => each.severity === 'error')
  expect(errors.length).toBeGreaterThan(0)
  const last = 1 + line(name, wrong).split('\n').length
  for (const error of errors) {
    expect(error.subject?.start.line).toBeGreaterThanOrEqual(2)
    expect(error.subject?.start.line).toBeLessThanOrEqual(last)
  }
})
