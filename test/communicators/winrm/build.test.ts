/** A build over WinRM from its template's options to what provisioners see, on the real engine. */
import { winrm } from '../../../src/communicators/winrm'
import type { ProvisionContext, Source } from '../../../src/model/plugin'
import { nullSource } from '../../../src/sources/null'
import { bake } from '../../helpers/bake'
import { startWinrm } from '../../helpers/winrm/host'

test('the machine is reached, build values are those of WinRM, and the password is told to nobody', async () => {
  const host = await startWinrm({ password: 'p4ss & w0rd!', answers: [{ pattern: /^tell/, stdout: 'p4ss &amp; w0rd!\n' }] })
  let seen: ProvisionContext | undefined
  const provision = async (_: unknown, context: ProvisionContext) => {
    seen = context
    expect((await context.communicator.run('tell')).status).toBe(0)
    const inUtf16 = Buffer.from('$p = "p4ss & w0rd!"', 'utf16le').toString('base64')
    for (const text of ['it is p4ss & w0rd!', 'p4ss &amp; w0rd!', inUtf16]) context.output('stdout', text)
  }
  const login = { winrm_host: '127.0.0.1', winrm_password: 'p4ss & w0rd!' }
  const { report, events } = await bake({
    source: nullSource as unknown as Source,
    options: { communicator: 'winrm', ...login },
    communicator: {
      communicator: 'winrm',
      winrm_port: host.port,
      winrm_username: 'Administrator',
      ssh_username: undefined,
      ...login,
    },
    provision: async () => {},
    plugins: {
      communicators: { winrm },
      provisioners: { call: { type: 'call', summary: '', options: {}, provision } },
    },
  })
  await host.stop()
  expect(report.outcome).toBe('done')
  expect(seen?.communicator.shell).toBe('cmd')
  expect(seen?.values).toMatchObject({
    ...{ ConnType: 'winrm', Host: '127.0.0.1', Port: host.port, User: 'Administrator' },
    ...{ Password: 'p4ss & w0rd!', WinRMPassword: 'p4ss & w0rd!' },
  })
  const told = JSON.stringify([events, report])
  expect(told).not.toMatch(/w0rd/)
  expect(told).not.toContain(Buffer.from('p4ss & w0rd', 'utf16le').toString('base64').slice(4, 24))
})
