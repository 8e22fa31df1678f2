/** The options as a template writes them: what is accepted becomes the plan, what is not is refused with its line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plugins } from '../../../src/catalog'
import { loadPlan } from '../../../src/template/load-plan'

const folder = mkdtempSync(join(tmpdir(), 'ingot-template-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The lines stand from line 6 on. */
async function load(...lines: string[]) {
  const head = ['source "amazon-ebs" "web" {', 'region = "us-east-1"', 'instance_type = "t3.small"', 'ssh_username = "admin"']
  const text = [...head, 'ami_name = "web-{{timestamp}}"', ...lines, '}', 'build {', 'sources = ["amazon-ebs.web"]', '}', '']
  const path = join(folder, 'web.pkr.hcl')
  writeFileSync(path, text.join('\n'))
  const { plan, diagnostics } = await loadPlan({ path, environment: {}, plugins, startedAt: new Date(1_700_000_000_000) })
  const findings = diagnostics.map(each => `${each.subject?.start.line} ${each.severity}: ${each.summary}: ${each.detail}`)
  return { options: plan?.builds[0]?.source.options.value, printed: JSON.stringify(plan), findings }
}

const filter = 'source_ami_filter {\nowners = ["self"]\n}'

test('names are rendered now, tags when the source image is known', async () => {
  const { options, findings } = await load(filter, 'tags = { Base = "{{ .SourceAMIName }}" }')
  expect(findings).toEqual([])
  expect(options).toMatchObject({ ami_name: 'web-1700000000', tags: { Base: '{{ .SourceAMIName }}' } })
})

test('blocks in all their forms', async () => {
  const { options, findings } = await load(
    filter,
    'run_volume_tag {\nname = "Disk"\nvalue = "yes"\n}',
    'launch_block_device_mappings {\ndevice_name = "/dev/xvda"\nvolume_size = 10\n}',
    'launch_block_device_mappings {\ndevice_name = "/dev/sdf"\nno_device = true\n}',
    'metadata_options {\nhttp_tokens = "optional"\n}',
    'aws_polling {\ndelay_seconds = 5\n}',
    'assume_role {\nrole_arn = "arn:aws:iam::1:role/x"\n}',
  )
  expect(findings).toEqual([])
  expect(options).toMatchObject({
    run_volume_tag: [{ name: 'Disk', value: 'yes' }],
    launch_block_device_mappings: [
      { device_name: '/dev/xvda', volume_size: 10, delete_on_termination: false },
      { device_name: '/dev/sdf', no_device: true },
    ],
    metadata_options: { http_tokens: 'optional' },
    aws_polling: { delay_seconds: 5 },
    assume_role: { role_arn: 'arn:aws:iam::1:role/x' },
  })
})

test.each([
  ['ami_nmae = "x"', /^7 error: .*Did you mean "ami_name"/],
  ['spot_tags = { a = "b" }', /^7 error: .*spot_tags needs spot_price/],
  ['ami_groups = ["everybody"]', /^7 error: .*`all`/],
  ['imds_support = "v1"', /^7 error: .*imds_support/],
  ['ssh_interface = "session_manager"', /^7 error: .*iam_instance_profile/],
  [
    'ssh_interface = "session_manager"\niam_instance_profile = "x"\nssh_bastion_host = "b"\nssh_bastion_password = "p"',
    /^7 error: .*ssh_bastion_host/,
  ],
  [
    'ssh_interface = "session_manager"\niam_instance_profile = "x"\ncommunicator = "none"',
    /^7 error: .*needs the communicator ssh/,
  ],
  ['deprecate_at = "tomorrow"', /^7 error: .*RFC 3339/],
  ['enable_t2_unlimited = true', /^7 warning: .*enable_unlimited_credits/],
  ['user_data = "a"\nuser_data_file = "b"', /^8 error: .*Only one of user_data and user_data_file/],
  ['metadata_options {\nhttp_put_response_hop_limit = 65\n}', /^8 error: .*1 to 64/],
  ['vault_aws_engine {\nengine_name = "x"\n}', /error: .*"name" is required/],
  [
    'access_key = "AKIA"\nsecret_key = "hush-hush"\nvault_aws_engine {\nname = "x"\n}',
    /^9 error: .*vault_aws_engine and access_key/,
  ],
])('%s', async (line, expected) => {
  const { findings } = await load('source_ami = "ami-1"', line)
  expect(findings).toEqual([expect.stringMatching(expected)])
})

test('a printed plan holds no secret', async () => {
  const { printed, options } = await load(filter, 'access_key = "AKIA"', 'secret_key = "hush-hush"', 'token = "hush-token"')
  expect(options).toMatchObject({ secret_key: 'hush-hush' })
  expect(printed).not.toMatch(/hush/)
})
