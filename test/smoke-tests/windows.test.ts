/** Smoke tests of a machine that is reached by WinRM, against a service that is no Windows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Communicator } from '../../src/model/communicator'
import type { PlannedSmokeTest } from '../../src/model/plan'
import { askSmokeTest, checkSmokeTest } from '../../src/smoke-tests'
import { open } from '../communicators/winrm/open'
import { provisionContext } from '../helpers/provision'
import { startWinrm, type WinrmHost } from '../helpers/winrm/host'

const folder = mkdtempSync(join(tmpdir(), 'ingot-smoke-windows-'))
let host: WinrmHost
let communicator: Communicator
beforeAll(async () => {
  host = await startWinrm()
  communicator = (await open(host)).communicator
})
afterAll(async () => {
  await communicator.close()
  await host.stop()
  rmSync(folder, { recursive: true })
})

const script = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const planned = (test: Partial<PlannedSmokeTest>): PlannedSmokeTest => ({
  name: 'answers',
  scripts: [],
  inline: [],
  environment: {},
  timeout: 20_000,
  ...test,
})

test.each<[string, () => Partial<PlannedSmokeTest>, string, RegExp | null]>([
  ['a line of PowerShell', () => ({ inline: ['Write-Output "it is $env:WORD"'] }), 'passed', null],
  ['a line that throws', () => ({ inline: ['throw "no"', 'exit 0'] }), 'failed', /no/],
  ['a program that fails', () => ({ inline: ['cmd /c exit 3', 'Write-Output after'] }), 'failed', /status 3/],
  ['a script of PowerShell', () => ({ scripts: [script('a.ps1', 'if ($env:WORD -ne "it\'s") { exit 4 }')] }), 'passed', null],
  ['one that fails', () => ({ scripts: [script('b.ps1', 'Write-Output "oh"\nexit 5')] }), 'failed', /status 5[\s\S]*oh/],
  ['a script of cmd.exe', () => ({ scripts: [script('c.cmd', 'exit /b 6\r\n')] }), 'failed', /status 6/],
  ['TAP in the output', () => ({ inline: ['Write-Output "1..1"', 'Write-Output "not ok 1 - disk"'] }), 'failed', /not ok/],
])('%s', async (_, test, outcome, detail) => {
  const { context, output } = provisionContext(communicator)
  const results = await askSmokeTest(planned({ environment: { WORD: "it's" }, ...test() }), context)
  expect(results.map(result => [result.outcome, result.detail])).toEqual([
    [outcome, detail ? expect.stringMatching(detail) : undefined],
  ])
  expect(output.join()).not.toContain('after')
  expect(host.windows.unknown).toEqual([])
  expect(host.windows.files.read(`${host.windows.variables.TEMP}\\ingot-smoke`)).toBeUndefined()
})

test('what could only fail there is refused before there is a machine', () => {
  const goss = {
    files: [script('goss.yaml', 'port:\n  tcp:80:\n    listening: true\n')],
    vars: [],
    sudo: false,
    retryTimeout: 0,
    sleep: 0,
  }
  const test = planned({ goss, reboot: true, scripts: [script('d.sh', 'true')], allowFailedUnits: ['x'] })
  const details = (given: PlannedSmokeTest, communicator: string) =>
    checkSmokeTest(given, { communicator } as never).map(({ detail }) => detail)
  expect(details(test, 'winrm')).toEqual([
    expect.stringMatching(/^goss files/),
    expect.stringMatching(/^a Windows is not rebooted/),
    expect.stringMatching(/^allow_failed_units/),
    expect.stringMatching(/d\.sh: Windows runs \.ps1, \.cmd, \.bat/),
  ])
  expect(details(test, 'ssh')).toEqual([])
  expect(details(planned({ scripts: [join(folder, 'd.sh')], run: 'local' }), 'winrm')).toEqual([])
})
