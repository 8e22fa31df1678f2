/** The bundle as the runner starts it, on sources that need no machine: what arrives, what is shown, what is marked, what is said. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FakeGithub } from '../helpers/fake-github'
import { Runner } from '../helpers/runner'
import { node24 } from '../helpers/tools'

const node = node24()
if (!node) console.warn('SKIPPED: the steps of the Action: needs node 24')

/** A build of milliseconds, with the same plugins and provisioners as any. */
const TEMPLATE = `
variable "value" {
  default = ""
}
variable "secret" {
  default   = ""
  sensitive = true
}
source "null" "one" {
  communicator = "none"
}
source "null" "two" {
  communicator = "none"
}
build {
  sources = ["null.one", "null.two"]
  provisioner "shell-local" {
    environment_vars = ["VALUE=\${var.value}", "SECRET=\${var.secret}"]
    inline           = ["printf %s \\"$VALUE\\" > value.txt", "echo it says $SECRET", "echo ::set-output name=image-id::ami-evil"]
  }
}
`

;(node ? describe : describe.skip)('a step', () => {
  let github: FakeGithub
  beforeAll(async () => {
    github = await new FakeGithub().start()
  })
  afterAll(() => github.stop())

  function runner(template = TEMPLATE, more: Readonly<Record<string, string>> = {}): Runner {
    const made = new Runner(node as string, more)
    writeFileSync(join(made.workspace, 'web.pkr.hcl'), template)
    return made
  }
  const one = { template: 'web.pkr.hcl', only: 'null.one' }

  test.each([
    ['a=b=c', 'value=a=b=c'],
    [`it's "quoted" $HOME \`id\` \\n %s`, `value=it's "quoted" $HOME \`id\` \\n %s`],
    ['two\nlines\n  and = more\n', 'value<<END\ntwo\nlines\n  and = more\n\nEND'],
    ['', 'value='],
  ])('the variable %j arrives byte for byte', async (expected, vars) => {
    const given = runner()
    const { exitCode, log } = await given.main({ ...one, vars })
    expect({ exitCode, log: exitCode ? log : '' }).toEqual({ exitCode: 0, log: '' })
    expect(readFileSync(join(given.workspace, 'value.txt'), 'utf8')).toBe(expected)
  })

  test('a secret is masked before anything that holds it is printed, line by line', async () => {
    const { exitCode, log, shown, summary } = await runner().main({
      ...one,
      vars: 'secret<<END\nfirst line of it\nsecond line of it\nEND',
    })
    expect(exitCode).toBe(0)
    expect(log.indexOf('::add-mask::first line of it')).toBeGreaterThan(-1)
    for (const text of [shown, summary, log.replaceAll(/^::add-mask::.*$/gm, '')]) {
      expect(text).not.toContain('first line of it')
      expect(text).not.toContain('second line of it')
    }
  })

  test('what else it reads as is masked, too: base64 of the whole, in one line or in several', async () => {
    const secret = Array.from({ length: 6 }, (_, n) => `line ${n} of a key that is long enough`).join('\n')
    const encoded = Buffer.from(secret).toString('base64')
    const template = TEMPLATE.replace(
      '"echo it says $SECRET"',
      '"printf %s \\"$SECRET\\" | base64 -w0", "echo", "printf %s \\"$SECRET\\" | base64", "printf %s \\"$SECRET\\" | base64 -w64"',
    )
    const { exitCode, log, shown, summary } = await runner(template).main({ ...one, vars: `secret<<END\n${secret}\nEND` })
    expect({ exitCode, log: exitCode ? log : '' }).toEqual({ exitCode: 0, log: '' })
    for (let at = 0; at + 12 <= encoded.length; at += 12)
      for (const text of [shown, summary]) expect(text).not.toContain(encoded.slice(at, at + 12))
  })

  test('a mark keeps its text whole: percent signs, line breaks, commas and colons', async () => {
    const message = '100% of it, or: ::error::no'
    const template = `${TEMPLATE}
variable "checked" {
  default = ""
  validation {
    condition     = var.checked != ""
    error_message = "${message.replaceAll('%', '%%').replaceAll('%%', '%')}."
  }
}
`
    const { log, exitCode } = await runner(template).main(one)
    expect(exitCode).toBe(2)
    const [, properties = '', text = ''] = /^::error title=([^:]*)::(.*100%25 of it, or: ::error::no.*)$/m.exec(log) ?? []
    expect(properties).toMatch(/^[^:]*,file=web\.pkr\.hcl,line=\d+/)
    expect(text.replace(/%(25|0A|0D)/g, '')).not.toContain('%')
  })

  test("what a workflow asks for besides: Terraform's line for an environment", async () => {
    const given = runner()
    const { exitCode, log } = await given.main({ template: 'web.pkr.hcl', 'tf-env-file': 'out/images.env', sbom: 'false' })
    expect({ exitCode, log: exitCode ? log : '' }).toEqual({ exitCode: 0, log: '' })
  })

  test('what a machine prints sets no output and gives no command', async () => {
    const { log, outputs } = await runner().main(one)
    expect(outputs['image-id']).toBe('')
    expect(log).toContain('set-output name=image-id')
    expect(log).not.toMatch(/^\s*::set-output/m)
  })

  test('groups, summary and outputs of a run that made no image', async () => {
    const { log, summary, outputs } = await runner().main({ template: 'web.pkr.hcl' })
    expect(log).toContain('::group::null.one: provision')
    expect(log.match(/^::group::/gm)).toHaveLength(log.match(/^::endgroup::$/gm)?.length ?? -1)
    expect(summary).toMatch(/^## ✅ web\\?\.pkr\\?\.hcl: 0 images/)
    expect(summary).toContain('```mermaid')
    expect(JSON.parse(outputs['image-ids'] ?? '')).toEqual({})
    expect(JSON.parse(readFileSync(outputs.report ?? '', 'utf8')).builds).toHaveLength(2)
  })

  test('summary: false and annotations: false keep quiet', async () => {
    const { summary, log } = await runner('source "nul" "x" {}').main({ template: '.', summary: 'false', annotations: 'false' })
    expect(summary).toBe('')
    expect(log.match(/^::error/gm)).toHaveLength(1)
  })

  test('a mistake in the template is marked at its file and line, and nothing is begun', async () => {
    const given = runner()
    mkdirSync(join(given.workspace, 'images'))
    writeFileSync(
      join(given.workspace, 'images', 'bad.pkr.hcl'),
      '# a comment\nsource "null" "x" {\n  communicater = "none"\n}\nbuild {\n  sources = ["null.x"]\n}\n',
    )
    const { exitCode, log, outputs } = await given.main({ template: '.', 'working-directory': 'images' })
    expect(exitCode).toBe(2)
    expect(log).toMatch(/^::error title=[^,]+,file=images\/bad\.pkr\.hcl,line=3,endLine=3,col=3.*::.*communicater/m)
    expect(outputs).toEqual({})
  })

  test('more than ten mistakes: ten marks, and the last one counts the rest', async () => {
    const words = Array.from({ length: 14 }, (_, i) => `  wrong_${i} = 1\n`).join('')
    const { log, exitCode } = await runner(
      `source "null" "x" {\n  communicator = "none"\n${words}}\nbuild {\n  sources = ["null.x"]\n}\n`,
    ).main({ template: '.' })
    expect(exitCode).toBe(2)
    expect(log.match(/^::error/gm)).toHaveLength(10)
    expect(log).toMatch(/^::error::.*14 errors.*5 more errors: see the log/m)
  })

  test('an input that does not exist ends before anything begins', async () => {
    const { exitCode, log } = await runner().main({ ...one, varz: 'a=b' })
    expect(exitCode).toBe(2)
    expect(log).toMatch(/^::error::There is no input varz%0ADid you mean vars\?/m)
  })

  test('a folder to work in that is not there is said', async () => {
    const { exitCode, log } = await runner().main({ ...one, 'working-directory': 'nowhere' })
    expect(exitCode).toBe(2)
    expect(log).toMatch(/There is no folder nowhere to work in.*actions\/checkout/)
  })

  test('timeout-minutes ends a run, with its clean-up, as a failure', async () => {
    const slow = TEMPLATE.replace('"echo it says $SECRET"', '"sleep 60"')
    const { exitCode, log, milliseconds } = await runner(slow).main({ ...one, 'timeout-minutes': '0.02' })
    expect(exitCode).toBe(1)
    expect(log).toMatch(/not done within 1\.2 s, as timeout-minutes has it/)
    expect(milliseconds).toBeLessThan(12_000)
  })

  test('validate says so and begins nothing; plan hands out the plan and a matrix', async () => {
    const given = runner()
    const valid = await given.main({ template: 'web.pkr.hcl', command: 'validate' })
    expect([valid.exitCode, valid.outputs]).toEqual([0, {}])
    expect(valid.summary).toMatch(/is valid/)
    const plan = await given.main({ template: 'web.pkr.hcl', command: 'plan' })
    expect(JSON.parse(plan.outputs.matrix ?? '')).toEqual({
      include: [
        { key: 'null-one', only: 'null.one' },
        { key: 'null-two', only: 'null.two' },
      ],
    })
    expect(JSON.parse(readFileSync(plan.outputs.plan ?? '', 'utf8')).builds).toHaveLength(2)
  })

  test('cells of the matrix, merged, are one report; with one missing merge names it', async () => {
    const given = runner()
    const reports: string[] = []
    for (const only of ['null.one', 'null.two'])
      reports.push((await given.main({ template: 'web.pkr.hcl', only })).outputs.report ?? '')
    const inputs = { template: 'web.pkr.hcl', command: 'merge' }
    const merged = await given.main({ ...inputs, reports: reports.join('\n') })
    expect(merged.exitCode).toBe(0)
    const { builds } = JSON.parse(readFileSync(merged.outputs.report ?? '', 'utf8'))
    expect(builds.map((build: { name: string }) => build.name)).toEqual(['null.one', 'null.two'])
    const short = await given.main({ ...inputs, reports: reports[0] ?? '' })
    expect(short.exitCode).toBe(1)
    expect(short.log).toMatch(/^::error::No report of null\.two/m)
  }, 40_000)

  describe('on a pull request', () => {
    function onPullRequest(): Runner {
      const given = runner(TEMPLATE, {
        GITHUB_API_URL: github.url,
        GITHUB_REPOSITORY: 'own/repo',
        GITHUB_EVENT_PATH: join(__dirname, 'event.json'),
      })
      return given
    }
    const inputs = { ...one, comment: 'true', 'github-token': 't0ken' }
    beforeEach(() => {
      github.comments.length = 0
      github.requests.length = 0
      github.refuse = undefined
    })

    test('one comment is written, and edited in place by the next run', async () => {
      for (let n = 0; n < 120; n++) github.comments.push({ id: 1000 + n, body: `somebody's ${n}` })
      expect((await onPullRequest().main(inputs)).exitCode).toBe(0)
      const again = await onPullRequest().main(inputs)
      expect(again.exitCode).toBe(0)
      expect(github.comments).toHaveLength(121)
      expect(github.comments.at(-1)?.body).toMatch(/^<!-- ingot web\.pkr\.hcl -->\n## ✅/)
      expect(github.requests.filter(request => request.startsWith('PATCH'))).toHaveLength(1)
    })

    test.each([403, 404])('a token that may not (%d) is explained, and the build is not failed', async status => {
      github.refuse = status
      const { exitCode, log } = await onPullRequest().main(inputs)
      expect(exitCode).toBe(0)
      expect(log).toMatch(/^::warning .*may not write comments.*pull-requests: write/m)
    })

    test('a comment on a pull request is an event of it, and one on an issue is not', async () => {
      const event = (issue: object) => {
        const given = runner(TEMPLATE, { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'own/repo' })
        const file = join(given.temp, 'event.json')
        writeFileSync(file, JSON.stringify({ action: 'created', issue }))
        return new Runner(node as string, { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'own/repo', GITHUB_EVENT_PATH: file })
      }
      const issue = event({ number: 7 })
      const pull = event({ number: 7, pull_request: { url: 'x' } })
      for (const given of [issue, pull]) writeFileSync(join(given.workspace, 'web.pkr.hcl'), TEMPLATE)
      expect((await issue.main(inputs)).log).toMatch(/belongs to no pull request/)
      expect(github.comments).toHaveLength(0)
      await pull.main(inputs)
      expect(github.comments).toHaveLength(1)
    })

    test('a token that is none is explained', async () => {
      const { exitCode, log } = await onPullRequest().main({ ...inputs, 'github-token': 'wrong' })
      expect(exitCode).toBe(0)
      expect(log).toMatch(/^::warning .*does not accept the token/m)
    })
  })

  test('a role without the permission to ask for tokens is explained', async () => {
    const { exitCode, log } = await runner().main({ ...one, 'role-to-assume': 'arn:aws:iam::123456789012:role/bake' })
    expect(exitCode).toBe(2)
    expect(log).toMatch(/^::error::role-to-assume needs an OIDC token.*id-token: write/m)
  })

  test('with a role the step asks for a token of its own, masks it, leaves it where the SDK finds it, and takes it away', async () => {
    const template = TEMPLATE.replace(
      'printf %s \\"$VALUE\\"',
      "printf '%s %s' $AWS_ROLE_ARN $(cat $AWS_WEB_IDENTITY_TOKEN_FILE)",
    )
    const given = runner(template, {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${github.url}/token?api-version=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
    })
    const role = 'arn:aws:iam::123456789012:role/bake'
    const { exitCode, log, shown } = await given.main({ ...one, 'role-to-assume': role, audience: 'mine' })
    expect({ exitCode, log: exitCode ? log : '' }).toEqual({ exitCode: 0, log: '' })
    const [arn, token = ''] = readFileSync(join(given.workspace, 'value.txt'), 'utf8').split(' ')
    expect(arn).toBe(role)
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).aud).toBe('mine')
    expect(shown).not.toContain(token)
    expect(
      readdirSync(join(given.temp, 'ingot'), { recursive: true })
        .map(String)
        .filter(name => name.includes('token-')),
    ).toEqual([])
  })

  test('post has nothing to do after a run that ended, and after inputs that were refused', async () => {
    const given = runner()
    const main = await given.main({ ...one, command: 'nonsense' })
    expect(main.exitCode).toBe(2)
    expect((await given.post({ ...one, command: 'nonsense' }, main.state)).exitCode).toBe(0)
  })
})
