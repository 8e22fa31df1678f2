/** The data sources and functions that ask AWS, from a template's words to the plan, on moto. */
import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { plugins } from '../../src/catalog'
import { connect } from '../../src/platforms/aws/connect'
import { type Moto, startMoto } from '../helpers/moto'
import { load, shown } from '../helpers/template'
import { describeWith } from '../helpers/tools'

const VARIABLES = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'any',
  AWS_SECRET_ACCESS_KEY: 'any',
  AWS_MAX_ATTEMPTS: '1',
}
const signal = new AbortController().signal

let moto: Moto
const before = { ...process.env }
let candidates: readonly string[]

async function fill(): Promise<void> {
  const secrets = new SecretsManagerClient({})
  const put = (Name: string, SecretString: string) => secrets.send(new CreateSecretCommand({ Name, SecretString }))
  await put('plain', 'open-sesame')
  await put('one', '{"only": "the-only-value"}')
  await put('many', '{"zebra": "first-value", "port": 5432, "password": "hunter22"}')
  await secrets.send(new CreateSecretCommand({ Name: 'bytes', SecretBinary: Buffer.from([0xff, 1, 2, 3, 4, 5]) }))
  await put('versions', 'old-secret')
  await secrets.send(new PutSecretValueCommand({ SecretId: 'versions', SecretString: 'new-secret' }))
  const parameters = new SSMClient({})
  const parameter = (Name: string, Value: string, Type: 'String' | 'SecureString') =>
    parameters.send(new PutParameterCommand({ Name, Value, Type, Overwrite: true }))
  await parameter('/ami/web', 'ami-0123456789', 'String')
  await parameter('/ami/web', 'ami-9876543210', 'String')
  await parameter('/db/password', 'very-secret-indeed', 'SecureString')
  const ec2 = connect({ region: 'us-east-1', endpoint: moto.endpoint })
  const { Images = [] } = await ec2.call(
    'DescribeImages',
    { Owners: ['amazon'], Filters: [{ Name: 'name', Values: ['amzn2-ami-hvm-2.0*'] }] },
    signal,
  )
  candidates = Images.sort((a, b) => (b.CreationDate ?? '').localeCompare(a.CreationDate ?? '')).map(({ ImageId }) => ImageId!)
}

/** What a file source would write when this is its content. */
async function contentOf(expression: string, blocks = '', askOutside = true) {
  const template = `${blocks}
source "file" "x" {
  target  = "x"
  content = ${expression}
}
build {
  sources = ["file.x"]
}
`
  const loaded = await load(template, { plugins, askOutside, environment: process.env })
  const messages = loaded.diagnostics.map(shown)
  return { content: loaded.plan?.builds[0]?.source.options.value.content, messages, ...loaded }
}

describeWith(['moto_server'], 'asking AWS', () => {
  beforeAll(async () => {
    moto = await startMoto()
    Object.assign(process.env, VARIABLES, { AWS_ENDPOINT_URL: moto.endpoint })
    await fill()
  }, 60_000)
  afterAll(() => {
    moto?.stop()
    for (const name of [...Object.keys(VARIABLES), 'AWS_ENDPOINT_URL']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  })

  const secret = (body: string) => `data "amazon-secretsmanager" "s" {\n${body}\n}\n`
  test.each([
    ['name = "plain"', 'value', 'open-sesame'],
    ['name = "plain"', 'secret_string', 'open-sesame'],
    ['name = "one"', 'value', 'the-only-value'],
    ['name = "many"', 'value', 'first-value'],
    ['name = "many"\nkey = "password"', 'value', 'hunter22'],
    ['name = "many"\nkey = "port"', 'value', '5432'],
    ['name = "many"\nkey = "port"', 'secret_string', '{"zebra": "first-value", "port": 5432, "password": "hunter22"}'],
    ['name = "bytes"', 'secret_binary', '/wECAwQF'],
    ['name = "versions"', 'value', 'new-secret'],
    ['name = "versions"\nversion_stage = "AWSPREVIOUS"', 'value', 'old-secret'],
  ])('the secret %j: %s', async (body, output, value) => {
    const { content, messages, sensitive } = await contentOf(`data.amazon-secretsmanager.s.${output}`, secret(body))
    expect({ content, messages }).toEqual({ content: value, messages: [] })
    expect(sensitive).toContain(value)
  })

  test('a version by its ID', async () => {
    const first = await contentOf(
      'data.amazon-secretsmanager.s.version_id',
      secret('name = "versions"\nversion_stage = "AWSPREVIOUS"'),
    )
    const { content } = await contentOf(
      'data.amazon-secretsmanager.s.value',
      secret(`name = "versions"\nversion_id = "${first.content}"`),
    )
    expect(content).toBe('old-secret')
    expect(first.sensitive).not.toContain(first.content)
  })

  const parameter = (body: string) => `data "amazon-parameterstore" "p" {\n${body}\n}\n`
  test('a parameter is no secret, but one that is kept encrypted is', async () => {
    const all = `"\${data.amazon-parameterstore.p.value} \${data.amazon-parameterstore.p.version} \${data.amazon-parameterstore.p.arn}"`
    const plain = await contentOf(all, parameter('name = "/ami/web"'))
    expect(plain.content).toMatch(/^ami-9876543210 2 arn:aws:ssm:us-east-1:\d+:parameter\/ami\/web$/)
    expect(plain.sensitive).toEqual([])
    const secure = await contentOf(
      'data.amazon-parameterstore.p.value',
      parameter('name = "/db/password"\nwith_decryption = true'),
    )
    expect(secure.content).toBe('very-secret-indeed')
    expect(secure.sensitive).toEqual(['very-secret-indeed'])
    expect(JSON.stringify(secure.plan)).not.toContain('very-secret-indeed')
  })

  const ami = (body: string) => `data "amazon-ami" "a" {\n  region = "us-east-1"\n${body}\n}\n`
  test('the newest image by filters', async () => {
    const { content, messages } = await contentOf(
      `jsonencode(data.amazon-ami.a)`,
      ami('filters = { name = "amzn2-ami-hvm-2.0*" }\nowners = ["amazon"]\nmost_recent = true'),
    )
    expect(messages).toEqual([])
    expect(JSON.parse(String(content))).toEqual({
      id: candidates[0],
      name: expect.stringMatching(/^amzn2-ami-hvm-2\.0/),
      creation_date: expect.stringMatching(/^\d{4}-/),
      owner: expect.stringMatching(/^\d{12}$/),
      owner_name: expect.any(String),
      tags: {},
    })
  })

  test.each([
    [
      ami('filters = { name = "nothing-*" }\nowners = ["amazon"]'),
      /error 1:1 Data source not read: "amazon-ami" "a": No image matches/,
    ],
    [ami('filters = { name = "amzn2-ami-hvm*" }\nowners = ["amazon"]'), /images match .* Write most_recent = true/],
    [ami('owners = []'), /error 3:10 No owners/],
    [ami('filters = {}'), /Missing required argument/],
    [secret('name = "absent"'), /"amazon-secretsmanager" "s": GetSecretValue failed in us-east-1: ResourceNotFoundException/],
    [secret('name = "many"\nkey = "nope"'), /has no value "nope"\. It has: zebra, port, password\./],
    [secret('name = "plain"\nkey = "nope"'), /It is a plain text/],
    [parameter('name = "/absent"'), /GetParameter failed in us-east-1: ParameterNotFound/],
    [parameter('with_decryption = true'), /Missing required argument/],
  ])('%j is refused', async (blocks, message) => {
    const { messages, plan } = await contentOf('"x"', blocks)
    expect(messages).toEqual([expect.stringMatching(message)])
    expect(plan).toBeUndefined()
  })

  test.each([
    ['aws_secretsmanager("plain", null)', 'open-sesame'],
    ['aws_secretsmanager("many", "")', 'first-value'],
    ['aws_secretsmanager("many", "password")', 'hunter22'],
    ['aws_secretsmanager_raw("one")', '{"only": "the-only-value"}'],
    ['upper(aws_secretsmanager(lower("PLAIN"), null))', 'OPEN-SESAME'],
    // One secret names the next: each is fetched when it is known.
    ['aws_secretsmanager(local.name, local.key)', 'hunter22'],
  ])('%s', async (expression, value) => {
    const locals =
      'locals {\n  key  = reverse(["a", "password"])[0]\n  name = aws_secretsmanager("plain", null) == "" ? "" : "many"\n}\n'
    const { content, messages, sensitive } = await contentOf(expression, locals)
    expect({ content, messages }).toEqual({ content: value, messages: [] })
    expect(sensitive).toContain('open-sesame')
  })

  test('in the variables of a legacy template', async () => {
    const variables = {
      whole: '{{aws_secretsmanager_raw `one`}}',
      part: '{{aws_secretsmanager `many` `password`}}-{{user `whole`}}',
      first: '{{aws_secretsmanager `many`}}',
    }
    const builders = [{ type: 'file', target: 'x', content: '{{user `part`}} {{user `first`}}' }]
    const input = { path: 't.json', plugins, askOutside: true, environment: process.env }
    const { plan, diagnostics, sensitive } = await load({ 't.json': JSON.stringify({ variables, builders }) }, input)
    expect(diagnostics.map(shown)).toEqual([])
    expect(plan?.builds[0]?.source.options.value.content).toBe('hunter22-{"only": "the-only-value"} first-value')
    expect(sensitive).toEqual(expect.arrayContaining(['hunter22', 'first-value']))
  })

  test('a secret that is not there is a mistake of the call', async () => {
    const { messages } = await contentOf('aws_secretsmanager("absent", null)')
    expect(messages).toEqual([expect.stringMatching(/^error 4:13 .*ResourceNotFoundException/)])
  })

  test('nothing is asked unless it is wanted', async () => {
    const { content, messages, unasked } = await contentOf('aws_secretsmanager("absent", null)', secret('name = "absent"'), false)
    expect({ content, messages }).toEqual({ content: '<unknown>', messages: [] })
    expect(unasked).toBe(true)
  })
})
