import { join } from 'node:path'
import { plugins } from '../helpers/plugins'
import { load, NULL_BUILD, shown } from '../helpers/template'

const template = `variable "port" {
  default = 80
}
source "null" "y" {
  communicator = "none"
}
build {
  name = "b"
  sources = ["null.y"]
}
${NULL_BUILD}`

describe('smoke_test blocks', () => {
  test('run what they say, in the scope of the template', async () => {
    const loaded = await load({
      't.pkr.hcl': template,
      'tests/http.sh': 'curl localhost',
      't.ingot.hcl': `
smoke_test "http" {
  scripts     = ["tests/http.sh"]
  environment = { PORT = var.port, NAME = source.name }
  timeout     = "90s"
}
smoke_test "only y" {
  inline = ["test -e /etc/y"]
  only   = ["null.y"]
}
`,
    })
    expect(loaded.diagnostics.map(shown)).toEqual([])
    const [y, x] = loaded.plan!.builds.map(({ smokeTests }) => smokeTests)
    expect(y?.map(({ name }) => name)).toEqual(['http', 'only y'])
    expect(x).toMatchObject([{ name: 'http', environment: { PORT: '80', NAME: 'x' }, timeout: 90_000, inline: [] }])
    expect(x?.[0]?.scripts[0]).toMatch(/^\/.*tests\/http\.sh$/)
    expect(y?.[1]?.timeout).toBe(300_000)
  })

  test.each([
    ['smoke_test "a" {\n}\n', 'error 1:1 Empty smoke test: A smoke test needs scripts, inline commands, goss, tcp or http.'],
    [
      'smoke_test "a" {\n scripts = ["none.sh"]\n}\n',
      'error 2:12 Script not found: There is no file "none.sh" in the template\'s folder.',
    ],
    [
      'smoke_test "a" {\n skripts = []\n inline = ["x"]\n}\n',
      'error 2:2 Unsupported argument: An argument named "skripts" is not expected here. Did you mean "scripts"?',
    ],
    [
      'smoketest "a" {\n}\n',
      'error 1:1 Unsupported block type: Blocks of type "smoketest" are not expected here. Did you mean "smoke_test"?',
    ],
    ['smoke_test {\n inline = ["x"]\n}\n', expect.stringContaining('Missing name for smoke_test')],
    ['smoke_test "a" {\n inline = ["x"]\n timeout = "soon"\n}\n', expect.stringContaining('error 3:12 Invalid value')],
    [
      'smoke_test "a" {\n inline = [var.prot]\n}\n',
      'error 2:15 Undefined variable: There is no variable "prot". Did you mean "port"?',
    ],
  ])('%s', async (text, message) => {
    const { diagnostics } = await load({ 't.pkr.hcl': template, 't.ingot.hcl': text })
    expect(diagnostics.map(shown)).toEqual([message])
    expect(diagnostics[0]?.subject?.file).toBe('t.ingot.hcl')
  })

  test('goss, probes, machines and all the rest', async () => {
    const loaded = await load({
      't.pkr.hcl': template,
      'g/a.yaml': '{}',
      'g/vars.yaml': '{}',
      'data.txt': 'hello',
      't.ingot.hcl': `
smoke_test "all" {
  goss {
    files         = ["g/a.yaml"]
    vars          = ["g/vars.yaml"]
    sudo          = true
    retry_timeout = "30s"
  }
  tcp {
    port = 22
  }
  http {
    port    = var.port
    path    = "/x"
    status  = [200, 204]
    headers = { server = "^nginx" }
    body    = ["hello", "!error"]
  }
  machine {
    name          = "big"
    instance_type = "m5.large"
  }
  machine {
    name           = "other"
    user_data_file = "data.txt"
  }
  run        = "local"
  ports      = [8443]
  reboot     = true
  on_failure = "keep"
  allow_failed_units = ["x-*.service"]
}
`,
    })
    expect(loaded.diagnostics.map(shown)).toEqual([])
    const [all] = loaded.plan!.builds[0]!.smokeTests
    expect(all).toMatchObject({
      goss: { files: [expect.stringMatching(/^\/.*g\/a\.yaml$/)], sudo: true, retryTimeout: 30_000, sleep: 1000 },
      probes: [
        { name: 'TCP port 22', port: 22, timeout: 5000, retryTimeout: 30_000, sleep: 1000 },
        { name: 'GET http 80 /x', port: 80, http: { status: [200, 204], headers: { server: '^nginx' }, followRedirects: true } },
      ],
      machines: [
        { name: 'big', instanceType: 'm5.large', userData: undefined },
        { name: 'other', userData: 'hello' },
      ],
      run: 'local',
      ports: [8443],
      reboot: true,
      onFailure: 'keep',
      allowFailedUnits: ['x-*.service'],
    })
  })

  test('the folder smoke is found unasked, but for what a block names; the caller adds to it', async () => {
    const files = {
      't.pkr.hcl': template,
      'smoke/goss.yaml': '{}',
      'smoke/vars.yaml': '{}',
      'smoke/notes.txt': '',
      'more/goss.yml': '{}',
    }
    const found = await load(files, { smokeTests: ['more', 'smoke/notes.txt'] })
    expect(found.diagnostics.map(shown)).toEqual([])
    expect(found.plan!.builds[0]!.smokeTests).toMatchObject([
      {
        name: 'smoke',
        scripts: [],
        goss: { files: [expect.stringMatching(/smoke\/goss\.yaml$/)], vars: [expect.stringMatching(/smoke\/vars\.yaml$/)] },
      },
      { name: 'more', goss: { files: [expect.stringMatching(/more\/goss\.yml$/)] } },
      { name: 'notes.txt', scripts: [expect.stringMatching(/smoke\/notes\.txt$/)] },
    ])
    const named = await load({ ...files, 't.ingot.hcl': 'smoke_test "mine" {\n  goss {\n  }\n}\n' })
    expect(named.plan!.builds[0]!.smokeTests.map(({ name }) => name)).toEqual(['mine'])
    const missing = await load(files, { smokeTests: ['none'] })
    expect(missing.diagnostics.map(shown)).toEqual(['error Smoke tests not found: There is no file or folder "none".'])
  })

  test('what cannot be asked is said before anything is made, at the block', async () => {
    const checkSmokeTest = () => [{ summary: 'Goss file refused', detail: 'because' }]
    const own = 'smoke_test "a" {\n inline = ["x"]\n only = ["null.y"]\n}\n'
    const { diagnostics, plan } = await load(
      { 't.pkr.hcl': template, 't.ingot.hcl': own },
      { plugins: { ...plugins, checkSmokeTest } },
    )
    expect(diagnostics.map(shown)).toEqual(['error 1:1 Goss file refused: because'])
    expect(plan).toBeUndefined()
  })

  test('beside a single file lie its own, not those of its neighbour', async () => {
    const files = {
      'web.pkr.hcl': NULL_BUILD,
      'db.pkr.hcl': NULL_BUILD,
      'web.ingot.hcl': 'smoke_test "web" {\n inline = ["x"]\n}\n',
      'db.ingot.hcl': 'smoke_test "db" {\n inline = ["x"]\n}\n',
      'common.ingot.hcl': 'smoke_test "common" {\n inline = ["x"]\n}\n',
    }
    const { plan } = await load(files, { path: 'web.pkr.hcl' })
    expect(plan?.builds[0]?.smokeTests.map(({ name }) => name)).toEqual(['common', 'web'])
  })
})

test.each([
  ['nothing there', {}, 'nowhere', 'error Template not found: There is no file or folder "nowhere".'],
  [
    'an empty folder',
    { 'x.txt': '' },
    '.',
    'error No template in this folder: "." holds no file that ends in .pkr.hcl or .pkr.json.',
  ],
  [
    'a folder with a legacy template',
    { 'packer.json': '{}' },
    '.',
    `error No template in this folder: "." holds no file that ends in .pkr.hcl or .pkr.json. A legacy JSON template is named as a file: "${join('.', 'packer.json')}".`,
  ],
])('%s', async (_, files, path, message) => {
  const { plan, diagnostics } = await load(files, { path })
  expect(diagnostics.map(shown)).toEqual([message])
  expect(plan).toBeUndefined()
})
