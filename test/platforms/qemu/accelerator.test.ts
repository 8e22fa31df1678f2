import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { probeAccelerator, tryGuest } from '../../../src/platforms/qemu/accelerator'
import { probeSector } from '../../../src/platforms/qemu/probe-sector'
import { describeWith } from '../../helpers/tools'

describe('the answer about KVM', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-accelerator-'))
  const file = join(folder, 'accelerator.json')
  afterAll(() => rmSync(folder, { recursive: true }))

  test('is emulation, with the reason, where there is no device', async () => {
    expect(await probeAccelerator({ cacheFolder: folder, device: '/dev/no-such-kvm' })).toEqual({
      name: 'tcg',
      reason: 'there is no /dev/no-such-kvm',
    })
  })

  test('is remembered for this boot and this device only', async () => {
    const remembered = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...remembered, accelerator: { name: 'kvm' } }))
    expect(await probeAccelerator({ cacheFolder: folder, device: '/dev/no-such-kvm' })).toEqual({ name: 'kvm' })
    expect(await probeAccelerator({ cacheFolder: folder, device: '/dev/another' })).toMatchObject({ name: 'tcg' })
    writeFileSync(file, JSON.stringify({ place: 'another boot', accelerator: { name: 'kvm' } }))
    expect(await probeAccelerator({ cacheFolder: folder, device: '/dev/no-such-kvm' })).toMatchObject({ name: 'tcg' })
  })

  test('is found out again when the file is spoiled', async () => {
    writeFileSync(file, '{"place":')
    expect(await probeAccelerator({ cacheFolder: folder, device: '/dev/no-such-kvm' })).toMatchObject({ name: 'tcg' })
  })
})

test('the probe is one boot sector', () => {
  const sector = probeSector()
  expect(sector).toHaveLength(512)
  expect([...sector.subarray(510)]).toEqual([0x55, 0xaa])
})

describeWith(['qemu-system-x86_64'], 'a real guest', () => {
  test('speaks under emulation, within a moment', async () => expect(await tryGuest('tcg', 15_000)).toEqual({ name: 'tcg' }))

  test('that does not speak in time is not taken for one that does', async () =>
    expect(await tryGuest('tcg', 1)).toEqual({ name: 'tcg', reason: 'a guest said nothing within 0.001 s' }))
})
