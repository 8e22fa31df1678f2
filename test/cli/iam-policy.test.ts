/**
 * The policy that is printed for templates with as much as can stand in them, beside what a bake of each really asks of AWS: every action
 * that is called is allowed, and of what is allowed and was not called it is known who does it and when.
 */
import { plugins } from '../../src/catalog'
import { renderer } from '../../src/engine/render'
import { runPlan } from '../../src/engine/run'
import type { Communicator } from '../../src/model/communicator'
import type { Plugins } from '../../src/model/plugin'
import { loadPlan } from '../../src/template/load-plan'
import { type AwsServices, awsServices } from '../helpers/aws-services'
import { inFolder, ingot } from '../helpers/cli'
import { type TestCloud, testCloud } from '../helpers/cloud'

const kept = { ...process.env }
let cloud: TestCloud
let services: AwsServices
let place: ReturnType<typeof inFolder> | undefined

beforeEach(async () => {
  cloud = await testCloud()
  cloud.faults()
  services = await awsServices({ user: '{"name":"admin"}', plain: 'admin' }, new Map([['/base', 'debian-12-amd64-*']]))
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'any',
    AWS_SECRET_ACCESS_KEY: 'any',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: services.endpoint,
    AWS_ENDPOINT_URL_EC2: cloud.sandbox.endpoint,
  })
})
afterEach(async () => {
  place?.done()
  place = undefined
  process.env = { ...kept }
  await services.stop()
  await cloud.sandbox.end()
})

const filter = `source_ami_filter {
    filters     = { name = "debian-12-amd64-*" }
    owners      = ["136693071363"]
    most_recent = true
  }`

/** A template, and what its `*.ingot.hcl` says. */
interface Case {
  readonly template: string
  readonly own?: string
}

const everything: Case = {
  template: `data "amazon-parameterstore" "base" {
  name = "/base"
}
data "amazon-secretsmanager" "user" {
  name = "user"
  key  = "name"
}
data "amazon-ami" "base" {
  filters     = { name = data.amazon-parameterstore.base.value }
  owners      = ["136693071363"]
  most_recent = true
}
source "amazon-ebs" "web" {
  region        = "us-east-1"
  instance_type = "t3.small"
  ami_name      = "web"
  source_ami    = data.amazon-ami.base.id
  ssh_username  = data.amazon-secretsmanager.user.value

  ami_regions      = ["eu-west-1"]
  encrypt_boot     = true
  kms_key_id       = "alias/here"
  region_kms_key_ids = { eu-west-1 = "alias/there" }
  ami_users        = ["123456789012"]
  snapshot_users   = ["123456789012"]
  imds_support     = "v2.0"
  deprecate_at     = "2030-01-31T00:00:00Z"
  ena_support      = true
  force_deregister = true
  force_delete_snapshot = true
  tags             = { Role = "web" }
  run_volume_tags  = { Disk = "yes" }
  associate_public_ip_address = true
  vpc_filter {
    filters = { is-default = "true" }
  }
  deregistration_protection {
    enabled = true
  }
  temporary_iam_instance_profile_policy_document {
    Statement {
      Effect   = "Allow"
      Action   = ["s3:GetObject"]
      Resource = ["*"]
    }
  }
  launch_block_device_mappings {
    device_name = "/dev/sdf"
    volume_size = 1
  }
}
build {
  sources = ["amazon-ebs.web"]
}
`,
  own: 'publish {\n  ssm_parameter = "/images/web"\n}\nsmoke_test "answers" {\n  inline = ["true"]\n}\n',
}

const spot: Case = {
  template: `locals {
  user = aws_secretsmanager("user", "name")
}
source "amazon-ebs" "spot" {
  region        = "us-east-1"
  ami_name      = "spot"
  ssh_username  = local.user
  spot_price    = "auto"
  spot_instance_types = ["t3.small", "t3.medium"]
  subnet_filter {
    filters   = { default-for-az = "true" }
    most_free = true
  }
  ${filter}
}
build {
  sources = ["amazon-ebs.spot"]
}
`,
}

const little: Case = {
  template: `source "amazon-ebs" "little" {
  region        = "us-east-1"
  instance_type = "t3.small"
  ami_name      = "little"
  ssh_username  = aws_secretsmanager_raw("plain")
  ssh_password  = "x"
  security_group_filter {
    filters = { group-name = "default" }
  }
  ${filter}
}
build {
  sources = ["amazon-ebs.little"]
}
`,
}

/** Who does it, or when; each is allowed and not called when all goes well. */
const excuses: readonly (readonly [by: string, actions: RegExp])[] = [
  ['EC2 for the caller, when a disk is encrypted', /^kms:(?!DescribeKey)/],
  ['EC2, when the machine gets its profile', /^iam:PassRole$/],
  ['AWS, for the tags that come with what is created', /^iam:Tag|^ec2:CreateTags$/],
  ['the fleet, for the machine', /^ec2:RunInstances$/],
  ['whoever looks for what a lost reply may have made', /^ec2:Describe(KeyPairs|SecurityGroups|LaunchTemplates)$|^iam:Get/],
  ['a failed build', /^ec2:(GetConsoleOutput|DeregisterImage|DeleteSnapshot|DeleteVolume|DescribeVolumes)$/],
]

/** Of the policy that is printed, by statement. */
async function printed({ template, own }: Case): Promise<Readonly<Record<string, readonly string[]>>> {
  place = inFolder({ 'web.pkr.hcl': template, ...(own && { 'web.ingot.hcl': own }) })
  const { stdout, stderr, status } = await ingot(['iam-policy', '.'], '', process.env)
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  const { Statement } = JSON.parse(stdout) as { Statement: { Sid: string; Action: string[]; Condition?: object }[] }
  expect(Statement.at(-1)).toMatchObject({
    Sid: 'RemoveWhatIngotMade',
    Condition: { Null: { 'aws:ResourceTag/ingot:run': 'false' } },
  })
  return Object.fromEntries(Statement.map(({ Sid, Action }) => [Sid, Action]))
}

const silent: Communicator = {
  run: async () => ({ status: 0 }),
  upload: async () => {},
  uploadFile: async () => {},
  uploadFolder: async () => {},
  downloadFile: async () => {},
  downloadFolder: async () => {},
  remove: async () => {},
  close: async () => {},
}

/** The catalog's own plugins, but for what speaks to the machine. */
const pluginsHere: Plugins = {
  ...plugins,
  communicators: { ssh: { type: 'ssh', summary: '', connect: async () => silent } },
  askSmokeTest: async test => [{ test: test.name, name: test.name, outcome: 'passed', milliseconds: 1 }],
  listPackages: undefined,
}

/** The actions that a bake of it calls, reading the template included. */
async function called(): Promise<ReadonlySet<string>> {
  const { plan, diagnostics } = await loadPlan({ path: '.', environment: {}, plugins, askOutside: true })
  expect(diagnostics).toEqual([])
  const { builds, outcome } = await runPlan(plan!, pluginsHere, {
    sinks: [],
    stateFolder: 'runs',
    render: renderer('1.11.0'),
  })
  expect(builds[0]!.error).toBeUndefined()
  expect(outcome).toBe('done')
  return new Set([...cloud.calls.map(({ action }) => `ec2:${action}`), ...services.calls])
}

/** What is to be replaced, in both regions. */
async function older(name: string): Promise<void> {
  const signal = new AbortController().signal
  for (const region of ['us-east-1', 'eu-west-1']) {
    const ec2 = cloud.ec2.inRegion(region)
    const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['136693071363'] }, signal)
    await ec2.call('CopyImage', { Name: name, SourceImageId: Images[0]!.ImageId, SourceRegion: region }, signal)
  }
  cloud.faults()
}

test.each<[string, Case]>([
  ['everything', everything],
  ['a spot machine in subnets that are found', spot],
  ['little', little],
])(
  'what a bake calls is allowed, and nothing else without a reason: %s',
  async (_name, given) => {
    const policy = await printed(given)
    await older('web')
    const allowed = Object.values(policy).flat()
    const asked = await called()
    expect([...asked].filter(action => !allowed.includes(action))).toEqual([])
    const idle = allowed.filter(action => !asked.has(action) && !excuses.some(([, actions]) => actions.test(action)))
    expect(idle).toEqual([])
  },
  60_000,
)

test('everything: what is read before and told after the build, and removal only of our own but for what is replaced', async () => {
  const policy = await printed(everything)
  expect(policy.Read).toEqual(expect.arrayContaining(['ssm:GetParameter', 'secretsmanager:GetSecretValue']))
  expect(policy.Create).toEqual(
    expect.arrayContaining(['ssm:PutParameter', 'ec2:CopyImage', 'iam:CreateRole', 'kms:DescribeKey']),
  )
  expect(policy.Change).toEqual(expect.arrayContaining(['ssm:LabelParameterVersion', 'ec2:DeregisterImage']))
  expect(policy.RemoveWhatIngotMade).not.toContain('ec2:DeregisterImage')
})

test('a function that asks nothing of AWS allows nothing', async () => {
  const policy = await printed({ template: little.template.replace('aws_secretsmanager_raw("plain")', '"admin"') })
  expect(
    Object.values(policy)
      .flat()
      .filter(action => !/^(ec2|servicequotas):/.test(action)),
  ).toEqual([])
})
