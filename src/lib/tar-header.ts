/** One block that stands before a file in a tar archive. */

export const TAR_BLOCK = 512

export interface TarHeader {
  /** Longer ones are cut: who writes the archive says the whole name in an entry before. */
  readonly name: Buffer
  readonly mode: number
  readonly size: number
  /** Since the epoch. */
  readonly seconds: number
  /** `0` a file, `2` a symbolic link, `5` a folder, `x` and `L` more about the next entry. */
  readonly type: string
  readonly link?: Buffer
  /** Absent: root's numbers and no names. */
  readonly owner?: { readonly uid: number; readonly gid: number; readonly user: string; readonly group: string }
  /** `gnu` can tell sizes above 8 GiB here. */
  readonly format: 'ustar' | 'gnu'
}

export function tarHeader({ name, mode, size, seconds, type, link, owner, format }: TarHeader): Buffer {
  const block = Buffer.alloc(TAR_BLOCK)
  name.copy(block, 0, 0, 100)
  octal(block, mode, 100, 7)
  octal(block, owner?.uid ?? 0, 108, 7)
  octal(block, owner?.gid ?? 0, 116, 7)
  if (format === 'gnu' && size > 0o77777777777) binary(block, size, 124, 12)
  else octal(block, size, 124, 11)
  octal(block, seconds, 136, 11)
  block.write(type, 156, 'latin1')
  link?.copy(block, 157, 0, 100)
  block.write(format === 'gnu' ? 'ustar  \0' : 'ustar\u000000', 257, 'latin1')
  if (owner) {
    block.write(owner.user, 265, 31, 'utf8')
    block.write(owner.group, 297, 31, 'utf8')
  }
  if (format === 'gnu' && type !== 'L') for (const at of [329, 337]) octal(block, 0, at, 7)
  block.fill(' ', 148, 156)
  octal(block, sum(block), 148, 6)
  block[154] = 0
  return block
}

const sum = (block: Buffer): number => block.reduce((total, byte) => total + byte, 0)

/** What does not fit is told as large as it can be. */
function octal(block: Buffer, value: number, at: number, width: number): void {
  const digits = Math.max(0, Math.floor(value)).toString(8).padStart(width, '0')
  block.write(digits.length > width ? '7'.repeat(width) : digits, at, 'latin1')
}

/** GNU's way for large numbers: base 256, marked by the highest bit. */
function binary(block: Buffer, value: number, at: number, width: number): void {
  block.writeBigUInt64BE(BigInt(value), at + width - 8)
  block[at] = 0x80
}

export const tarPadding = (size: number): Buffer => Buffer.alloc((TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK)
