import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addForward, removeForward } from '../../../src/platforms/qemu/forwards'
import { backupRunning } from '../../../src/platforms/qemu/live-backup'
import { type QemuProcess, startQemu } from '../../../src/platforms/qemu/process'
import { createDisk, diskInfo } from '../../../src/platforms/qemu/qemu-img'
import { describeWith } from '../../helpers/tools'

const bare = ['-nodefaults', '-no-user-config', '-display', 'none', '-machine', 'pc', '-accel', 'tcg', '-m', '16']

describeWith(['qemu-system-x86_64', 'qemu-img', 'setpriv'], 'a qemu process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-qemu, '))
  const running: QemuProcess[] = []
  const start = async (...args: string[]) => {
    const qemu = await startQemu({ folder: join(folder, String(running.length)), args: [...bare, ...args] })
    running.push(qemu)
    return qemu
  }
  afterAll(async () => {
    for (const qemu of running) await qemu.kill()
    rmSync(folder, { recursive: true })
  })

  test('answers on its control socket, and ends when it is told to', async () => {
    const qemu = await start()
    expect(await qemu.qmp.execute('query-status')).toMatchObject({ status: 'running' })
    await qemu.kill()
    expect(await qemu.exited).toMatchObject({ signal: 'SIGKILL' })
    await expect(qemu.qmp.execute('query-status')).rejects.toThrow('qemu has ended')
  })

  test('that cannot start says why in its own words', async () =>
    expect(start('-device', 'no-such-device')).rejects.toThrow(/qemu did not start: .*'no-such-device' is not a valid device/))

  test('that is not installed is named', async () =>
    expect(startQemu({ folder, args: [], program: 'qemu-no-such' })).rejects.toThrow(/qemu did not start: .*qemu-no-such/))

  test('opens and closes ports while it runs; a port that is taken is reported', async () => {
    const { qmp } = await start('-netdev', 'user,id=n', '-device', 'e1000,netdev=n,romfile=')
    const address = '127.83.255.1'
    const forward = { protocol: 'tcp', address, port: 18080 } as const
    const other = createServer()
    const reachable = () => connects(address, 18080)
    expect(await reachable()).toBe(false)
    expect(await addForward(qmp, 'n', forward)).toBeUndefined()
    expect(await reachable()).toBe(true)
    expect(await connects('127.0.0.1', 18080)).toBe(false)
    await removeForward(qmp, 'n', forward)
    expect(await reachable()).toBe(false)
    other.listen(18080, address)
    await once(other, 'listening')
    expect(await addForward(qmp, 'n', forward)).toMatch(/could not set up host forwarding/i)
    other.close()
  })

  test('copies a disk that it has open; given up, nothing is left', async () => {
    const disk = join(folder, 'disk')
    await createDisk(disk, 2 ** 22)
    execFileSync('qemu-io', ['-c', 'write -P 7 0 64k', disk], { stdio: 'pipe' })
    const { qmp } = await start(
      '-drive',
      `id=d0,if=none,format=qcow2,file=${disk.replaceAll(',', ',,')},cache=unsafe`,
      '-device',
      'virtio-blk,drive=d0',
    )
    await backupRunning(qmp, 'd0', 2 ** 22, join(folder, 'copy'), new AbortController().signal)
    expect(await diskInfo(join(folder, 'copy'))).toEqual({ format: 'qcow2', virtualSize: 2 ** 22 })
    const read = execFileSync('qemu-io', ['-r', '-c', 'read -P 7 0 64k', join(folder, 'copy')], { encoding: 'utf8' })
    expect(read).not.toMatch(/failed/)
    const given = AbortSignal.abort(new Error('enough'))
    await expect(backupRunning(qmp, 'd0', 2 ** 22, join(folder, 'none'), given)).rejects.toThrow('enough')
    await expect(backupRunning(qmp, 'no-such', 2 ** 22, join(folder, 'none'), new AbortController().signal)).rejects.toThrow(
      /no-such/,
    )
    expect([existsSync(join(folder, 'none')), existsSync(join(folder, 'none.partial'))]).toEqual([false, false])
    await backupRunning(qmp, 'd0', 2 ** 22, join(folder, 'again'), new AbortController().signal)
  })

  test('does not outlive the process that started it, even when that is killed', async () => {
    const script = `const { startQemu } = require('./src/platforms/qemu/process.ts')
      startQemu({ folder: process.argv[1], args: process.argv.slice(2) }).then(q => console.log(q.pid))`
    const args = ['-r', './test/helpers/typescript.cjs', '-e', script, '--', join(folder, 'orphan'), ...bare]
    const parent = spawn(process.execPath, args, { cwd: join(__dirname, '..', '..', '..'), stdio: ['ignore', 'pipe', 'inherit'] })
    const [chunk] = await once(parent.stdout, 'data')
    const pid = Number(String(chunk))
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await once(parent, 'exit')
    for (let wait = 0; wait < 100 && isAlive(pid); wait++) await new Promise(done => setTimeout(done, 20))
    expect(isAlive(pid)).toBe(false)
  })
})

function connects(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = createConnection({ host, port })
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

/** Not a zombie either: in a container nobody may be there to collect it. */
function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z'
  } catch {
    return false
  }
}
