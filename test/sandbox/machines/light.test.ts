/** Light machines with the real OpenSSH client: what other tests lean on must hold. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lightMachines } from '../../../src/sandbox/machines/light'
import type { InstanceMetadata, Machine, PortRule } from '../../../src/sandbox/machines/machine-kind'
import { open, outputOf } from '../../helpers/open-ssh'
import { describeWith } from '../../helpers/tools'

const ssh: PortRule = { protocol: 'tcp', fromPort: 22, toPort: 22, cidr: '127.0.0.1/32' }

describeWith(['ssh', 'ssh-keygen', 'nsenter', 'setpriv'], 'light machines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-light-'))
  const key = join(folder, 'key')
  const kind = lightMachines(join(folder, 'cache'))
  const machines: Machine[] = []
  let base = ''

  beforeAll(async () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key])
    base = (await kind.prepare(() => {}, new AbortController().signal))[0]!.disk
  })
  afterAll(async () => {
    for (const machine of machines) await machine.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  async function machineFrom(disk: string, id: string, address: string, more: Partial<InstanceMetadata> = {}): Promise<Machine> {
    await kind.disks.clone(disk, join(folder, id), 8)
    const publicKeys = [{ name: 'key', openssh: readFileSync(`${key}.pub`, 'utf8') }]
    const metadata = { instanceId: id, hostname: id, publicKeys, ...more } as InstanceMetadata
    const disks = [{ deviceName: '/dev/xvda', path: join(folder, id) }]
    const machine = kind.machine(
      { id, folder: join(folder, `${id}.d`), disks, address, cpus: 1, memoryMiB: 1, metadata },
      () => {},
    )
    machines.push(machine)
    await machine.start()
    return machine
  }

  function run(address: string, command: string): Promise<{ status: number | null; stdout: string; stderr: string }> {
    const options = ['StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'LogLevel=ERROR', 'BatchMode=yes'].flatMap(
      option => ['-o', option],
    )
    const child = spawn('ssh', ['-i', key, ...options, `admin@${address}`, command], { stdio: ['ignore', 'pipe', 'pipe'] })
    const out = { stdout: '', stderr: '' }
    child.stdout.on('data', chunk => {
      out.stdout += chunk
    })
    child.stderr.on('data', chunk => {
      out.stderr += chunk
    })
    return new Promise(done => child.on('close', status => done({ status, ...out })))
  }

  test('commands have their status and streams; what they write is in images, and nowhere else', async () => {
    const machine = await machineFrom(base, 'i-one', '127.83.250.1')
    expect((await run('127.83.250.1', 'true')).stderr).toMatch(/refused/)
    await machine.openPorts([ssh])
    const { status, stdout, stderr } = await run(
      '127.83.250.1',
      'echo out; echo err >&2; sudo touch /etc/by-light; rm /etc/debian_version; exit 7',
    )
    expect({ status, stdout, stderr }).toEqual({ status: 7, stdout: 'out\n', stderr: 'err\n' })
    expect(existsSync('/etc/by-light')).toBe(false)
    expect(existsSync('/etc/debian_version')).toBe(true)

    await kind.disks.capture(join(folder, 'i-one'), join(folder, 'image'), new AbortController().signal)
    const other = await machineFrom(join(folder, 'image'), 'i-two', '127.83.250.2')
    await other.openPorts([ssh])
    expect((await run('127.83.250.2', 'ls /etc/by-light /etc/debian_version')).stdout).toBe('/etc/by-light\n')
    await other.openPorts([])
    expect((await run('127.83.250.2', 'true')).stderr).toMatch(/refused/)
  })

  test('reboots, and says when it went off by itself', async () => {
    const machine = await machineFrom(base, 'i-three', '127.83.250.3')
    await machine.openPorts([ssh])
    let off = false
    machine.onExit(() => {
      off = true
    })
    await run('127.83.250.3', 'touch /tmp/kept; sudo reboot; sleep 5')
    while ((await run('127.83.250.3', 'test -e /tmp/kept')).status !== 0) await sleep(50)
    expect(off).toBe(false)
    await run('127.83.250.3', 'sudo poweroff; sleep 5')
    while (!off) await sleep(20)
  })

  test('has the host key that its user data names, and another one where it names none', async () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'host')])
    const indented = readFileSync(join(folder, 'host'), 'utf8').replace(/^/gm, '    ')
    const userData = Buffer.from(`#cloud-config\nssh_keys:\n  ed25519_private: |\n${indented}\n`)
    const pinned = await machineFrom(base, 'i-four', '127.83.250.4', { userData })
    const free = await machineFrom(base, 'i-five', '127.83.250.5')
    const named = readFileSync(join(folder, 'host.pub'), 'utf8').split(' ')[1] as string
    expect(await pinned.console()).toContain(named)
    expect(await free.console()).not.toContain(named)
  })
  test('a cancelled command is gone, though its server is not seen from inside', async () => {
    const machine = await machineFrom(base, 'i-six', '127.83.250.6')
    await machine.openPorts([ssh])
    const reach = { host: '127.83.250.6', privateKey: readFileSync(key, 'utf8') }
    const { communicator } = await open({ port: 22, username: 'admin' }, reach)
    const cancel = new AbortController()
    const onStdout = () => cancel.abort(new Error('cancelled'))
    const running = communicator.run('trap "" HUP; echo started; sleep 7777 | cat', { signal: cancel.signal, onStdout })
    await expect(running).rejects.toThrow('cancelled')
    expect(await outputOf(communicator, 'ps -eo args')).not.toMatch(/sleep 7777/)
    await communicator.close()
  })
})
