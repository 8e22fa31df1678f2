/** The windows-restart provisioner on a machine that really goes away and comes back. */
import { windowsRestart } from '../../../src/provisioners/windows-restart'
import { type WindowsRestartOptions, windowsRestartOptions } from '../../../src/provisioners/windows-restart/options'
import { withDefaults } from '../../helpers/defaults'
import { provisionContext } from '../../helpers/provision'
import { describeWith } from '../../helpers/tools'
import { type OpenedWinrm, openWinrm, packerOn } from '../../helpers/winrm/open'

let opened: OpenedWinrm

beforeEach(async () => {
  opened = await openWinrm({ shutdownTime: 300, bootTime: 1500 })
})
afterEach(async () => {
  expect(opened.host.windows.unknown).toEqual([])
  await opened.close()
})

async function run(options: Partial<WindowsRestartOptions> = {}, overrides = {}) {
  const provisioned = provisionContext(opened.communicator, overrides)
  await windowsRestart.provision(withDefaults(windowsRestartOptions, options), provisioned.context)
  return provisioned
}

test('goes on when the machine that answers is another one', async () => {
  const { windows } = opened.host
  const { said } = await run()
  expect(windows.bootCount).toBe(2)
  expect(windows.commands).toContain('shutdown /r /f /t 0 /c "packer restart"')
  expect(said).toContain('The machine has restarted')
  expect(windows.abortShutdown()).toBe(false)
})

test('with restart_command and restart_check_command, which is asked until it succeeds', async () => {
  const { windows } = opened.host
  const { stdout } = await run({ restart_command: 'shutdown /r /t 0', restart_check_command: 'whoami' })
  expect(windows.bootCount).toBe(2)
  expect(windows.commands).toContain('shutdown /r /t 0')
  expect(stdout()).toBe('test-host\\administrator')
})

test('where nothing restarts it goes on, as with Packer, and says so; the attempt is withdrawn', async () => {
  const { windows } = opened.host
  const { said } = await run({ restart_command: 'echo only waiting' })
  expect(windows.bootCount).toBe(1)
  expect(said.join('\n')).toContain('no restart is under way')
  expect(windows.abortShutdown()).toBe(false)
})

test('check_registry waits until the keys are gone', async () => {
  const { windows } = opened.host
  windows.registry.add('hklm:software\\pending')
  setTimeout(() => windows.registry.clear(), 6000)
  const began = Date.now()
  await run({ check_registry: true, registry_keys: ['HKLM:SOFTWARE\\Pending'] })
  expect(Date.now() - began).toBeGreaterThan(5900)
}, 30_000)

test('a restart_command that fails is a failure', async () => {
  await expect(run({ restart_command: 'exit 5' })).rejects.toThrow('restart_command ended with status 5')
})

test('restart_timeout', async () => {
  const limited = run({ restart_timeout: 2500, restart_check_command: 'exit 1' })
  await expect(limited).rejects.toThrow('The machine was not ready within 2.5 s after its restart')
})

test('can be cancelled while the machine is away', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(new Error('enough')), 1000)
  await expect(run({}, { signal: stop.signal })).rejects.toThrow('enough')
})

describeWith(['packer'], 'windows-restart beside Packer', () => {
  test('the same questions, in the same order', async () => {
    const { windows } = opened.host
    const { status } = await packerOn(opened.host, 'provisioner "windows-restart" {}')
    expect(status).toBe(0)
    const theirs = windows.commands.filter(line => line.startsWith('shutdown')).map(line => line.replace(/"[^"]*"/, '""'))
    expect(new Set(theirs)).toEqual(new Set(['shutdown /r /f /t 0 /c ""', 'shutdown /r /f /t 60 /c ""', 'shutdown /a']))
    expect(windows.bootCount).toBe(2)
  }, 90_000)
})
