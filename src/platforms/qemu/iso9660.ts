/**
 * Writes small ISO 9660 images in memory, so that a seed or driver disc needs no genisoimage, xorriso or mtools on the host.
 * One flat folder; the real names are kept by Rock Ridge (IEEE P1282), the ISO names beside them are level 1.
 */

export interface DiscFile {
  /** As the guest sees it. 1 to 100 bytes, no slash. */
  readonly name: string
  readonly content: Uint8Array
}

const SECTOR = 2048
const [VOLUME, END_OF_VOLUMES, PATHS_LITTLE, PATHS_BIG, ROOT] = [16, 17, 18, 19, 20]
/** Readers look ahead, and take a disc that ends within their look for none; burners write as much after the last file. */
const PADDING = 150

/** An image labelled `label` (at most 32 characters). @throws RangeError when a name or the label does not fit. */
export function isoImage(label: string, files: readonly DiscFile[]): Uint8Array {
  if (label.length > 32) throw new RangeError(`the disc label "${label}" is longer than 32 characters`)
  const names = files.map(file => checkedName(file.name))
  const rootSectors = layOut(names.map((name, index) => record(isoName(index), 0, 0, rockRidge(name, false)))).length
  let next = ROOT + rootSectors
  const records = files.map((file, index) => {
    const at = next
    next += Math.ceil(file.content.length / SECTOR)
    return record(isoName(index), at, file.content.length, rockRidge(names[index]!, false))
  })
  const image = Buffer.alloc((next + PADDING) * SECTOR)
  image.set(volumeDescriptor(label, next + PADDING, rootSectors * SECTOR), VOLUME * SECTOR)
  image.set(Buffer.from('\xffCD001\x01', 'latin1'), END_OF_VOLUMES * SECTOR)
  image.set(pathTable(false), PATHS_LITTLE * SECTOR)
  image.set(pathTable(true), PATHS_BIG * SECTOR)
  layOut(records, rootSectors * SECTOR).forEach((sector, index) => {
    image.set(sector, (ROOT + index) * SECTOR)
  })
  let at = ROOT + rootSectors
  for (const { content } of files) {
    image.set(content, at * SECTOR)
    at += Math.ceil(content.length / SECTOR)
  }
  return image
}

function checkedName(name: string): Buffer {
  const bytes = Buffer.from(name)
  if (bytes.length < 1 || bytes.length > 100 || name.includes('/'))
    throw new RangeError(`"${name}" cannot be a file name on a disc`)
  return bytes
}

/** Only order and form matter: Rock Ridge has the real name. Numbers keep the records sorted, as the standard asks. */
const isoName = (index: number) => `F${String(index).padStart(7, '0')}.;1`

/** Directory records never cross a sector. The first two describe the folder itself and its parent. */
function layOut(records: readonly Buffer[], rootBytes = 0): Buffer[] {
  const self = record('\0', ROOT, rootBytes, Buffer.concat([sharingProtocol, rockRidge(undefined, true)]))
  const parent = record('\x01', ROOT, rootBytes, rockRidge(undefined, true))
  const sectors = [Buffer.alloc(SECTOR)]
  let used = 0
  for (const entry of [self, parent, ...records]) {
    if (used + entry.length > SECTOR) {
      sectors.push(Buffer.alloc(SECTOR))
      used = 0
    }
    entry.copy(sectors.at(-1)!, used)
    used += entry.length
  }
  return sectors
}

/** ECMA-119 9.1. A folder when the name is one of the two special ones. */
function record(name: string, sector: number, bytes: number, systemUse: Uint8Array): Buffer {
  const nameEnd = 33 + name.length + (name.length % 2 === 0 ? 1 : 0)
  const length = nameEnd + systemUse.length + (systemUse.length % 2)
  const out = Buffer.alloc(length)
  out[0] = length
  both32(out, 2, sector)
  both32(out, 10, bytes)
  out.set(recordingDate, 18)
  out[25] = name.length === 1 ? 2 : 0
  both16(out, 28, 1)
  out[32] = name.length
  out.write(name, 33, 'latin1')
  out.set(systemUse, nameEnd)
  return out
}

/** SUSP's SP entry: says that the system use areas that follow hold entries. */
const sharingProtocol = Buffer.from([0x53, 0x50, 7, 1, 0xbe, 0xef, 0])

/** Rock Ridge's PX (mode, links, owner) and, for a file, NM (name). */
function rockRidge(name: Buffer | undefined, folder: boolean): Buffer {
  const attributes = Buffer.alloc(36)
  attributes.set([0x50, 0x58, 36, 1])
  both32(attributes, 4, folder ? 0o040755 : 0o100644)
  both32(attributes, 12, folder ? 2 : 1)
  if (!name) return attributes
  return Buffer.concat([attributes, Buffer.from([0x4e, 0x4d, 5 + name.length, 1, 0]), name])
}

function volumeDescriptor(label: string, sectors: number, rootBytes: number): Buffer {
  const out = Buffer.alloc(SECTOR)
  out.write('\x01CD001\x01', 0, 'latin1')
  out.fill(' ', 8, 72)
  out.write(label, 40, 'latin1')
  both32(out, 80, sectors)
  both16(out, 120, 1)
  both16(out, 124, 1)
  both16(out, 128, SECTOR)
  both32(out, 132, 10)
  out.writeUInt32LE(PATHS_LITTLE, 140)
  out.writeUInt32BE(PATHS_BIG, 148)
  out.set(record('\0', ROOT, rootBytes, Buffer.alloc(0)), 156)
  out.fill(' ', 190, 813)
  for (const at of [813, 830, 847, 864]) out.write('0000000000000000', at, 'latin1')
  out[881] = 1
  return out
}

/** One entry, the root folder. */
function pathTable(bigEndian: boolean): Buffer {
  const out = Buffer.alloc(10)
  out[0] = 1
  if (bigEndian) out.writeUInt32BE(ROOT, 2)
  else out.writeUInt32LE(ROOT, 2)
  if (bigEndian) out.writeUInt16BE(1, 6)
  else out.writeUInt16LE(1, 6)
  return out
}

/** 1 January 2024: equal content gives equal bytes. */
const recordingDate = [124, 1, 1, 0, 0, 0, 0]

function both16(out: Buffer, at: number, value: number): void {
  out.writeUInt16LE(value, at)
  out.writeUInt16BE(value, at + 2)
}

function both32(out: Buffer, at: number, value: number): void {
  out.writeUInt32LE(value, at)
  out.writeUInt32BE(value, at + 4)
}
