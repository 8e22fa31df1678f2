/** Questions to a machine that stands for a fresh one. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Communicator } from '../../src/model/communicator'
import type { PlannedSmokeTest } from '../../src/model/plan'
import { askSmokeTest, checkSmokeTest } from '../../src/smoke-tests'
import { type Opened, open } from '../helpers/open-ssh'
import { provisionContext } from '../helpers/provision'
import { type Sshd, startSshd } from '../helpers/sshd'
import { describeWith } from '../helpers/tools'

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

let server: Sshd
let opened: Opened
let folder: string

const script = (name: string, text: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, text, { mode: 0o644 })
  return path
}

async function ask(test: Partial<PlannedSmokeTest>, signal?: AbortSignal) {
  const planned = { name: 'web', scripts: [], inline: [], environment: {}, timeout: 20_000, ...test }
  const provisioned = provisionContext(opened.communicator, {
    ...(signal && { signal }),
    values: { Host: '10.0.0.1', ImageID: 'ami-1' },
  })
  return { results: await askSmokeTest(planned, provisioned.context), ...provisioned }
}

describeWith(['sshd'], 'smoke tests', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ingot-smoke-local-'))
    server = await startSshd()
    opened = await open(server)
  })
  afterAll(async () => {
    await opened.communicator.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('scripts of any kind, with their environment; each has its result', async () => {
    const shell = script('a.sh', '#!/bin/sh -eu\ntest "$PORT" = "80 80"\necho "$INGOT_BUILD_NAME $INGOT_IMAGE_ID $INGOT_HOST"\n')
    const python = script('b c.py', "#!/usr/bin/env python3\nimport os\nprint(os.environ['TEXT'])\n")
    const { results, stdout } = await ask({ scripts: [shell, python], environment: { PORT: '80 80', TEXT: 'it\'s\n"$x"' } })
    expect(results).toEqual([
      { test: 'web', name: 'web: a.sh', outcome: 'passed', milliseconds: expect.any(Number) },
      { test: 'web', name: 'web: b c.py', outcome: 'passed', milliseconds: expect.any(Number) },
    ])
    expect(stdout()).toBe('bn.null.x ami-1 10.0.0.1\nit\'s\n"$x"')
    expect(readdirSync('/tmp').filter(name => /^ingot-smoke-[0-9a-f]{8}-(a.sh|b_c.py)$/.test(name))).toEqual([])
  })

  test('inline lines stop at the first that fails, and its output is the detail', async () => {
    const { results } = await ask({ inline: ['echo checking', 'echo the reason >&2', 'false', 'echo never'] })
    expect(results).toEqual([
      {
        test: 'web',
        name: 'web',
        outcome: 'failed',
        milliseconds: expect.any(Number),
        detail: expect.any(String),
        stdout: 'checking\n',
        stderr: 'the reason\n',
      },
    ])
    expect(results[0]!.detail).toMatch(/^it ended with status 1; its last output:\n(checking\nthe reason|the reason\nchecking)$/s)
  })

  test('one that fails does not keep the others from being asked', async () => {
    const { results } = await ask({
      scripts: [script('bad', '#!/bin/sh\nexit 9\n'), script('good', '#!/bin/sh\n')],
      inline: ['true'],
    })
    expect(results.map(result => `${result.name} ${result.outcome}`)).toEqual([
      'web: bad failed',
      'web: good passed',
      'web: inline passed',
    ])
  })

  test('one without a verdict in time is stopped, and says how far it came', async () => {
    const limit = AbortSignal.timeout(1500)
    const { results } = await ask(
      { timeout: 1500, scripts: [script('slow', '#!/bin/sh\necho begun\nsleep 987\n'), script('next', '#!/bin/sh\n')] },
      limit,
    )
    expect(results.map(result => result.outcome)).toEqual(['failed', 'skipped'])
    expect(results[0]!.detail).toBe('no verdict within 1.5 s; its last output:\nbegun')
  })

  test('an interruption of the run is no verdict', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('interrupted')), 300)
    await expect(ask({ inline: ['sleep 988'] }, controller.signal)).rejects.toThrow('interrupted')
  })

  test('a test without questions is skipped', async () => {
    expect((await ask({})).results.map(result => result.outcome)).toEqual(['skipped'])
  })

  const outcomes = (results: readonly { name: string; outcome: string }[]) =>
    results.map(({ name, outcome }) => `${name} ${outcome}`)

  test('TAP on standard output, and reports left in the folder for results, become results of their own', async () => {
    const tap = script('t.sh', '#!/bin/sh\nprintf "1..2\\nok 1 - up\\nnot ok 2 - down\\n# why\\n"\n')
    const junit = script(
      'j.sh',
      `#!/bin/sh
cat >"$INGOT_RESULTS_DIR/r.xml" <<X
<testsuite name="s"><testcase name="a" time="1.5"/><testcase name="b"><failure message="no">no: more</failure></testcase><testcase name="c"><skipped/></testcase></testsuite>
X
echo nonsense >"$INGOT_RESULTS_DIR/x.tap"
exit 1
`,
    )
    const { results } = await ask({ scripts: [tap, junit] })
    expect(outcomes(results)).toEqual([
      'web: t.sh: up passed',
      'web: t.sh: down failed',
      'web: j.sh: a passed',
      'web: j.sh: b failed',
      'web: j.sh: c skipped',
      'web: j.sh: x.tap failed',
    ])
    expect(results[1]!.detail).toBe('why')
    expect(results[2]!.milliseconds).toBe(1500)
    expect(results[3]!.detail).toBe('no: more')
  })

  test('the exit status decides, whatever the results say', async () => {
    const { results } = await ask({ scripts: [script('t.sh', '#!/bin/sh\nprintf "1..1\\nok 1 - up\\n"\nexit 3\n')] })
    expect(outcomes(results)).toEqual(['web: up passed', 'web failed'])
  })

  test('on this machine, with what it takes to reach the other one', async () => {
    const local = script(
      'l.sh',
      'echo "$INGOT_HOST $INGOT_IMAGE_ID" "$(cat "$INGOT_SSH_KEY_FILE")" "$GIVEN"\ntest -d "$INGOT_RESULTS_DIR"\n',
    )
    const values = { Host: '10.0.0.1', ImageID: 'ami-1', SSHPrivateKey: 'the key' }
    const planned = {
      name: 'web',
      scripts: [local],
      inline: [],
      environment: { GIVEN: 'x' },
      timeout: 20_000,
      run: 'local' as const,
    }
    const { context, stdout } = provisionContext(opened.communicator, { values })
    expect(outcomes(await askSmokeTest(planned, context))).toEqual(['web passed'])
    expect(stdout()).toBe('10.0.0.1 ami-1 the key x')
  })

  test('a local script that hangs is stopped with all that it started', async () => {
    const { results } = await ask(
      { run: 'local', timeout: 1200, scripts: [script('h.sh', '#!/bin/sh\necho begun\nsleep 986\n')] },
      AbortSignal.timeout(1200),
    )
    expect(results.map(({ outcome, detail }) => ({ outcome, detail }))).toEqual([
      { outcome: 'failed', detail: 'no verdict within 1.2 s; its last output:\nbegun' },
    ])
  })

  test('goss files, with titles and variables', async () => {
    const file = script(
      'g.yaml',
      `
file:
  {{ .Vars.path }}: {exists: true, title: the path}
  /none: {exists: true, mode: "0644"}
matching:
  env: {content: "{{ .Env.INGOT_IMAGE_ID }} {{ .Env.OWN }}", matches: ami-1 own}
`,
    )
    const vars = script('v.yaml', 'path: /etc/passwd')
    const goss = { files: [file], vars: [vars], sudo: false, retryTimeout: 0, sleep: 100 }
    const { results } = await ask({ goss, environment: { OWN: 'own' } })
    expect(outcomes(results)).toEqual([
      'web: the path exists passed',
      'web: File /none exists failed',
      'web: File /none mode skipped',
      'web: Matching env matches passed',
    ])
    expect(results[1]!.detail).toBe('expected to equal true; found false')
  })

  test('a failure is final only when the patience is over', async () => {
    const marker = join(folder, 'appears')
    const file = script('r.yaml', `file: {${marker}: {exists: true}}`)
    setTimeout(() => writeFileSync(marker, ''), 600)
    const goss = { files: [file], vars: [], sudo: false, retryTimeout: 8000, sleep: 200 }
    expect(outcomes((await ask({ goss })).results)).toEqual([`web: File ${marker} exists passed`])
  })
})

describe('what a test names is looked at before there is a machine', () => {
  const test_ = (more: Partial<PlannedSmokeTest>) => ({
    name: 't',
    scripts: [],
    inline: [],
    environment: {},
    timeout: 1,
    ...more,
  })
  const http = {
    tls: false,
    insecure: false,
    method: 'GET',
    path: '/',
    requestHeaders: {},
    status: [200],
    headers: {},
    body: [],
    followRedirects: true,
  }

  test('goss files and expressions', () => {
    const goss = { files: ['/nonexistent/goss.yaml'], vars: [], sudo: false, retryTimeout: 0, sleep: 0 }
    const probe = { name: 'p', port: 1, timeout: 1, retryTimeout: 1, sleep: 1, http: { ...http, body: ['/(/'] } }
    expect(checkSmokeTest(test_({ goss })).map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/goss.yaml: it cannot be read/),
    ])
    expect(checkSmokeTest(test_({ probes: [probe] })).map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^p: "\(" is not/),
    ])
    expect(checkSmokeTest(test_({}))).toEqual([])
  })
})

describe('first boot', () => {
  /** Answers `systemctl`, reboots and boot ids as a machine would. */
  function machine(failedUnits: readonly string[] = []) {
    let [boot, down] = [1, 0]
    const ran: string[] = []
    const communicator: Communicator = {
      ...silent,
      run: async (command, { onStdout, stdin } = {}) => {
        const reply = (text: string) => onStdout?.(Buffer.from(text))
        if (down > 0) {
          down--
          throw new Error('no route')
        }
        if (command.includes('boot_id')) reply(`boot-${boot}\n`)
        else if (command.includes('systemctl reboot')) {
          boot++
          down = 1
          throw new Error('the connection was lost')
        } else if (command.includes('list-units'))
          reply(failedUnits.map(unit => `failed ${unit} loaded failed failed x\n`).join(''))
        else if (!stdin) ran.push(`${boot}: ${command.slice(0, 8)}`)
        return { status: boot > 1 && command.includes('ingot-smoke') && failsLater ? 1 : 0 }
      },
    }
    return { communicator, ran }
  }
  let failsLater = false
  const planned = (more: Partial<PlannedSmokeTest>): PlannedSmokeTest => ({
    name: 't',
    scripts: [],
    inline: ['true'],
    environment: {},
    timeout: 20_000,
    ...more,
  })
  const outcomesOf = async (more: Partial<PlannedSmokeTest>, units: readonly string[] = []) =>
    (await askSmokeTest(planned(more), provisionContext(machine(units).communicator).context)).map(
      ({ name, outcome }) => `${name} ${outcome}`,
    )

  test('failed units fail the test, unless they are allowed to', async () => {
    const units = ['a.service', 'getty@tty1.service']
    expect(await outcomesOf({}, units)).toEqual(['t: systemd units failed', 't passed'])
    expect(await outcomesOf({ allowFailedUnits: ['a.*'] }, units)).toEqual(['t: systemd units failed', 't passed'])
    expect(await outcomesOf({ allowFailedUnits: ['a.*', 'getty@*'] }, units)).toEqual(['t passed'])
  })

  test('what only fails after a reboot is found by one', async () => {
    failsLater = true
    expect(await outcomesOf({ reboot: false })).toEqual(['t passed'])
    expect(await outcomesOf({ reboot: true })).toEqual(['t passed', 't: after a reboot failed'])
    failsLater = false
    expect(await outcomesOf({ reboot: true })).toEqual(['t passed', 't: after a reboot passed'])
  })
})
