/** What a qcow2 file's header says (docs/interop/qcow2 of QEMU), read without starting a program for it. */
import { open } from 'node:fs/promises'

/** The path of the image below, as it stands in the file. Undefined when there is none, or when this is no qcow2 file. */
export async function backingFile(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch(() => undefined)
  if (!file) return undefined
  try {
    const header = Buffer.alloc(20)
    const { bytesRead } = await file.read(header, 0, header.length, 0)
    if (bytesRead < header.length || header.readUInt32BE(0) !== 0x514649fb) return undefined
    const offset = Number(header.readBigUInt64BE(8))
    const length = header.readUInt32BE(16)
    if (offset === 0 || length === 0 || length > 1023) return undefined
    const name = Buffer.alloc(length)
    await file.read(name, 0, length, offset)
    return name.toString()
  } finally {
    await file.close()
  }
}
