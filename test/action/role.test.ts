/** `role-to-assume`: tokens of the job become credentials of a role, again and again, for as long as the step runs. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FakeGithub } from '../helpers/fake-github'
import { type Moto, startMoto } from '../helpers/moto'
import { Runner } from '../helpers/runner'
import { describeWith, node24 } from '../helpers/tools'

let tokens = 0
jest.mock('@actions/core', () => ({ getIDToken: async () => `token-${++tokens}`, warning: () => {} }), { virtual: true })

const role = 'arn:aws:iam::123456789012:role/bake'
/** So that no test finds anybody's own way into AWS. */
const nobody = {
  ...{ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '', AWS_PROFILE: '' },
  ...{ AWS_CONFIG_FILE: '/nowhere', AWS_SHARED_CREDENTIALS_FILE: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true' },
}

const LIFETIME_MILLISECONDS = 5000

/** STS whose credentials live for five seconds, and EC2 that takes no others. */
class ShortLived {
  /** Of the job, in the order in which they were handed in. */
  readonly tokens: string[] = []
  /** That EC2 was asked with. */
  readonly keys: string[] = []
  private readonly expiry = new Map<string, number>()
  private server: Server | undefined

  async start(): Promise<string> {
    this.server = createServer(async (request, response) => {
      const form = new URLSearchParams(await textOf(request))
      const [status, xml] = form.get('Action') === 'AssumeRoleWithWebIdentity' ? this.assume(form) : this.regions(request)
      response.writeHead(status, { 'content-type': 'text/xml' }).end(xml)
    })
    await new Promise<void>(done => this.server?.listen(0, '127.0.0.1', done))
    const { port } = this.server.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise(done => this.server?.close(done))
  }

  accepts(key = ''): boolean {
    return (this.expiry.get(key) ?? 0) > Date.now()
  }

  isAnyAlive(): boolean {
    return [...this.expiry.keys()].some(key => this.accepts(key))
  }

  private assume(form: URLSearchParams): [number, string] {
    expect(form.get('RoleArn')).toBe(role)
    this.tokens.push(form.get('WebIdentityToken') ?? '')
    const key = `ASIA${this.tokens.length}`
    const until = Date.now() + LIFETIME_MILLISECONDS
    this.expiry.set(key, until)
    const credentials = `<AccessKeyId>${key}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${new Date(until).toISOString()}</Expiration>`
    const result = `<AssumeRoleWithWebIdentityResult><Credentials>${credentials}</Credentials></AssumeRoleWithWebIdentityResult>`
    return [200, `<AssumeRoleWithWebIdentityResponse>${result}</AssumeRoleWithWebIdentityResponse>`]
  }

  private regions({ headers }: IncomingMessage): [number, string] {
    const [, key = ''] = /Credential=([^/]+)\//.exec(headers.authorization ?? '') ?? []
    this.keys.push(key)
    if (this.accepts(key)) return [200, '<DescribeRegionsResponse><regionInfo/></DescribeRegionsResponse>']
    return [400, '<Response><Errors><Error><Code>RequestExpired</Code><Message>expired</Message></Error></Errors></Response>']
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

describe('credentials that live for seconds', () => {
  const cloud = new ShortLived()
  const folder = mkdtempSync(join(tmpdir(), 'ingot-role-'))
  const before = { ...process.env }

  afterAll(async () => {
    process.env = before
    await cloud.stop()
    rmSync(folder, { recursive: true })
  })

  test('are renewed with a fresh token in the middle of a run, and the token goes with it', async () => {
    const { openAccess } = await import('../../src/action/access')
    const { connect } = await import('../../src/platforms/aws/connect')
    const endpoint = await cloud.start()
    Object.assign(process.env, nobody, { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' })
    const given = { region: 'us-east-1', endpoint, 'role-to-assume': role, audience: 'sts.amazonaws.com' }
    const access = await openAccess(given, folder, 20)
    const file = process.env.AWS_WEB_IDENTITY_TOKEN_FILE ?? ''
    const ec2 = connect({ region: 'us-east-1', endpoint })
    const ask = () => ec2.call('DescribeRegions', {}, new AbortController().signal)
    await ask()
    // The SDK may have asked for more keys than it needed: of no use are all of them by then, nor the token that it handed in last.
    while (cloud.isAnyAlive() || readFileSync(file, 'utf8') === cloud.tokens.at(-1))
      await new Promise(done => setTimeout(done, 50))
    const [first, key] = [cloud.tokens.at(-1), cloud.keys.at(-1)]
    await ask()
    expect(cloud.tokens.at(-1)).toMatch(/^token-\d+$/)
    expect(cloud.tokens.at(-1)).not.toBe(first)
    expect(cloud.keys.at(-1)).not.toBe(key)
    await access.stop()
    expect(readdirSync(folder)).toEqual([])
  })
})

const node = node24()
if (!node) console.warn('SKIPPED: a role of STS: needs node 24')
;(node ? describeWith : (_: unknown, name: string, tests: () => void) => describe.skip(name, tests))(
  ['moto_server'],
  "a role of other people's STS",
  () => {
    let moto: Moto
    const github = new FakeGithub()
    beforeAll(async () => {
      await github.start()
      moto = await startMoto()
    }, 40_000)
    afterAll(async () => {
      moto.stop()
      await github.stop()
    })

    test('is assumed with nothing but a token of the job', async () => {
      const oidc = { ACTIONS_ID_TOKEN_REQUEST_URL: `${github.url}/token?v=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer' }
      const inputs = { command: 'clean', 'older-than': '1h', regions: 'us-east-1', region: 'us-east-1', endpoint: moto.endpoint }
      const { exitCode, log } = await new Runner(node as string, { ...nobody, ...oidc }).main({
        ...inputs,
        'role-to-assume': role,
      })
      expect({ exitCode, log: exitCode ? log : '' }).toEqual({ exitCode: 0, log: '' })
      expect(github.audiences).toEqual(['sts.amazonaws.com'])
    }, 40_000)
  },
)
