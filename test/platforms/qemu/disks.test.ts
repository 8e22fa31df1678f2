import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backingFile } from '../../../src/platforms/qemu/qcow2'
import { convertDisk, createDisk, diskInfo } from '../../../src/platforms/qemu/qemu-img'
import { describeWith } from '../../helpers/tools'

describeWith(['qemu-img', 'qemu-io'], 'disks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-disks-'))
  const at = (name: string) => join(folder, name)
  const write = (disk: string, pattern: number, offset: number) =>
    execFileSync('qemu-io', ['-c', `write -P ${pattern} ${offset} 64k`, disk], { stdio: 'pipe' })
  const holds = (disk: string, pattern: number, offset: number) =>
    execFileSync('qemu-io', ['-r', '-c', `read -P ${pattern} ${offset} 64k`, disk], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('an overlay begins with what is below, may be larger, and leaves that as it was', async () => {
    await createDisk(at('base'), 2 ** 20)
    write(at('base'), 1, 0)
    const before = readFileSync(at('base'))
    await createDisk(at('overlay, with a comma'), 2 ** 21, { path: at('base'), format: 'qcow2' })
    write(at('overlay, with a comma'), 2, 65536)
    expect(holds(at('overlay, with a comma'), 1, 0)).not.toMatch(/failed/)
    expect(readFileSync(at('base')).equals(before)).toBe(true)
    expect(await diskInfo(at('overlay, with a comma'))).toEqual({
      format: 'qcow2',
      virtualSize: 2 ** 21,
      backingFile: at('base'),
    })
    expect(await backingFile(at('overlay, with a comma'))).toBe(at('base'))
    expect(await backingFile(at('base'))).toBeUndefined()
  })

  test('a converted disk stands alone', async () => {
    const percents: number[] = []
    await convertDisk(at('overlay, with a comma'), at('copy'), { to: 'qcow2', onProgress: percent => percents.push(percent) })
    expect(await diskInfo(at('copy'))).toEqual({ format: 'qcow2', virtualSize: 2 ** 21 })
    for (const [pattern, offset] of [
      [1, 0],
      [2, 65536],
      [0, 131072],
    ] as const)
      expect(holds(at('copy'), pattern, offset)).not.toMatch(/failed/)
    expect(percents.at(-1)).toBe(100)
  })

  test('a copy that is given up or cannot be made leaves nothing', async () => {
    await expect(
      convertDisk(at('copy'), at('none'), { to: 'qcow2', signal: AbortSignal.abort(new Error('enough')) }),
    ).rejects.toThrow('enough')
    writeFileSync(at('text'), 'no disk')
    await expect(convertDisk(at('text'), at('none'), { from: 'qcow2', to: 'qcow2' })).rejects.toThrow(/not in qcow2 format/)
    expect(readdirSync(folder).filter(name => name.startsWith('none'))).toEqual([])
  })

  test.each(['absent', 'text'])('no backing file is read from what is no qcow2 file: %s', async name => {
    expect(existsSync(at(name))).toBe(name === 'text')
    expect(await backingFile(at(name))).toBeUndefined()
  })
})
