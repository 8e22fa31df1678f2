import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installCommand, installPackages, missingPackages } from '../../../src/sandbox/machines/packages'

const root = process.getuid?.() === 0
const signal = new AbortController().signal

describe('packages of the host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-packages-'))
  const calls = join(folder, 'calls')
  const path = process.env.PATH
  const program = (name: string, text: string) =>
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> ${calls}\n${text}\n`, { mode: 0o755 })
  afterEach(() => {
    process.env.PATH = path
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('the names are those of Debian', async () => {
    for (const name of await missingPackages())
      expect(name).toMatch(
        /^(qemu-system-x86|qemu-utils|mmdebstrap|grub-common|grub-pc-bin|e2fsprogs|debian-archive-keyring|uidmap|[a-z0-9.+-]+)$/,
      )
  })

  test('nothing to install is nothing to do', async () =>
    expect(await installPackages([], () => undefined, signal)).toEqual({ done: true }))

  test('installs by apt-get, without questions, and says so', async () => {
    program('apt-get', 'echo "Setting up qemu-utils ..."')
    program('sudo', 'shift; exec "$@"')
    process.env.PATH = `${folder}:${path}`
    const said: string[] = []
    expect(await installPackages(['qemu-utils'], line => said.push(line), signal)).toEqual({ done: true })
    expect(readFileSync(calls, 'utf8')).toMatch(
      /apt-get -q update\n(.*\n)?.*apt-get -q install --yes --no-install-recommends qemu-utils\n/,
    )
    expect(said).toEqual(['installing qemu-utils by apt-get', 'Setting up qemu-utils', 'Setting up qemu-utils'])
  })

  test('a refusal is the command to run and why', async () => {
    program('apt-get', 'echo "E: Unable to locate package" >&2; exit 100')
    process.env.PATH = `${folder}:${path}`
    const answer = await installPackages(['qemu-utils'], () => undefined, signal)
    expect(answer).toMatchObject({
      done: false,
      command: installCommand(['qemu-utils']),
      reason: expect.stringContaining('Unable to locate package'),
    })
    expect(installCommand(['qemu-utils'])).toBe(`${root ? '' : 'sudo '}apt-get install --yes --no-install-recommends qemu-utils`)
  })
})
