/** Questions to a machine that stands for a fresh one. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlannedSmokeTest } from '../../src/model/plan'
import { askSmokeTest } from '../../src/smoke-tests'
import { type Opened, open } from '../helpers/open-ssh'
import { provisionContext } from '../helpers/provision'
import { type Sshd, startSshd } from '../helpers/sshd'
import { describeWith } from '../helpers/tools'

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
      { test: 'web', name: 'web', outcome: 'failed', milliseconds: expect.any(Number), detail: expect.any(String) },
    ])
    expect(results[0]!.detail).toMatch(/^it ended with status 1.*its last output:\n(checking\nthe reason|the reason\nchecking)$/s)
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
})
