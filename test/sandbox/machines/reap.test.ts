import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { reapStale } from '../../../src/sandbox/machines/reap'

describe('what a dead sandbox left running', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-reap-'))
  const children: ChildProcess[] = []
  /** node keeps all its words in the command line, whatever they mean. */
  const start = (argv0: string, ...args: string[]) => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', ...args], { argv0, stdio: 'ignore' })
    children.push(child)
    return child
  }
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })

  test('is ended; other machines and other programs are not', async () => {
    const disk = `id=disk0,file=${folder}/volumes/vol-1,format=qcow2`
    const ours = start('qemu-system-x86_64', '-name', 'ingot-sandbox-i-1', '-drive', disk)
    const others = [
      start('qemu-system-x86_64', '-name', 'ingot-sandbox-i-2', '-drive', `id=disk0,file=${folder}-other/volumes/vol-1`),
      start('qemu-system-x86_64', '-name', 'somebody', '-drive', disk),
      start('editor', '-name', 'ingot-sandbox-i-1', '-drive', disk),
    ]
    await sleep(300)
    expect(await reapStale(folder)).toEqual([ours.pid])
    await sleep(50)
    expect(ours.signalCode).toBe('SIGKILL')
    expect(others.map(child => child.signalCode)).toEqual([null, null, null])
    expect(await reapStale(folder)).toEqual([])
  })
})
