import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DiscFile, isoImage } from '../../../src/platforms/qemu/iso9660'
import { programPath } from '../../helpers/tools'

const file = (name: string, text: string): DiscFile => ({ name, content: Buffer.from(text) })

/** A second reader, written from ECMA-119 and SUSP: walks the root folder by its own records. */
function read(image: Uint8Array): { label: string; files: Record<string, string> } {
  const bytes = Buffer.from(image)
  const volume = bytes.subarray(16 * 2048, 17 * 2048)
  expect(volume.toString('latin1', 0, 6)).toBe('\x01CD001')
  expect(volume.readUInt32LE(80)).toBe(bytes.length / 2048)
  expect(volume.readUInt32BE(84)).toBe(bytes.length / 2048)
  const files: Record<string, string> = {}
  const rootStart = volume.readUInt32LE(158) * 2048
  const rootBytes = volume.readUInt32LE(166)
  for (let at = rootStart; at < rootStart + rootBytes; ) {
    const length = bytes[at]!
    if (length === 0) {
      at = (Math.floor(at / 2048) + 1) * 2048
      continue
    }
    const record = bytes.subarray(at, at + length)
    at += length
    const name = rockRidgeName(record)
    if (name === undefined) continue
    const [start, size] = [record.readUInt32LE(2) * 2048, record.readUInt32LE(10)]
    expect(record.readUInt32BE(14)).toBe(size)
    files[name] = bytes.toString('utf8', start, start + size)
  }
  return { label: volume.toString('latin1', 40, 72).trimEnd(), files }
}

function rockRidgeName(record: Buffer): string | undefined {
  const nameLength = record[32]!
  for (let at = 33 + nameLength + (nameLength % 2 === 0 ? 1 : 0); at + 4 <= record.length; at += record[at + 2]!) {
    if (record.toString('latin1', at, at + 2) === 'NM') return record.toString('utf8', at + 5, at + record[at + 2]!)
    if (record[at + 2] === 0) return undefined
  }
  return undefined
}

describe('a disc image', () => {
  const many = Array.from({ length: 60 }, (_, index) => file(`a-rather-long-file-name-${index}`, `content ${index}`))
  test.each<[string, DiscFile[]]>([
    ['no file', []],
    ['a seed', [file('meta-data', '{"instance-id":"i-1"}'), file('user-data', '#!/bin/sh\n'), file('vendor-data', '')]],
    ['names beyond ASCII', [file('Übergröße.txt', 'ä')]],
    [
      'content that ends on a sector and one byte behind',
      [file('a', 'x'.repeat(2048)), file('b', 'y'.repeat(2049)), file('c', 'z')],
    ],
    ['more records than a sector holds', many],
  ])('reads back what was written: %s', (_name, files) => {
    const { label, files: found } = read(isoImage('cidata', files))
    expect(label).toBe('cidata')
    expect(found).toEqual(Object.fromEntries(files.map(({ name, content }) => [name, Buffer.from(content).toString()])))
  })

  test('is the same for the same content', () => {
    const files = [file('a', '1')]
    expect(Buffer.from(isoImage('x', files)).equals(Buffer.from(isoImage('x', files)))).toBe(true)
  })

  test.each([
    ['a slash', 'a/b'],
    ['no name', ''],
    ['a name too long', 'n'.repeat(101)],
  ])('refuses %s', (_what, name) => expect(() => isoImage('x', [file(name, '')])).toThrow(RangeError))

  test('refuses a label that does not fit', () => expect(() => isoImage('l'.repeat(33), [])).toThrow(/longer than 32/))

  const readers: [string, (path: string) => string, RegExp][] = [
    ['file', path => execFileSync('file', [path], { encoding: 'utf8' }), /ISO 9660.*'cidata'/],
    [
      'blkid',
      path => execFileSync(programPath('blkid')!, ['-o', 'export', path], { encoding: 'utf8' }),
      /LABEL=cidata\n[\s\S]*TYPE=iso9660/,
    ],
    ['bsdtar', path => execFileSync('bsdtar', ['-tf', path], { encoding: 'utf8' }), /user-data/],
  ]
  for (const [program, look, expected] of readers) {
    const there = programPath(program) !== undefined
    ;(there ? test : test.skip)(`is understood by ${program}`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'ingot-iso-'))
      try {
        writeFileSync(join(folder, 'seed.iso'), isoImage('cidata', [file('meta-data', '{}'), file('user-data', 'x')]))
        expect(look(join(folder, 'seed.iso'))).toMatch(expected)
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  }
})
