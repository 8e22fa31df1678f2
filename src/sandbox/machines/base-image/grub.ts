/** GRUB without grub-install: a boot sector, a core image and a configuration that survives kernel updates (/vmlinuz is a link). */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../../../platforms/qemu/command'

const modulesFolder = '/usr/lib/grub/i386-pc'

/** The MBR's disk identifier; the kernel finds its root as PARTUUID without an initramfs. */
const diskId = 0x1d09eb1a
const rootPartition = `PARTUUID=${diskId.toString(16)}-01`

/** Sectors before the first partition: room for the core image, and the alignment that everyone uses. */
export const firstSector = 2048
const sectorBytes = 512

/**
 * EC2's present machines have NVMe disks and say so in their SMBIOS; ext4 and NVMe are built into Debian's cloud kernel, so there
 * the initramfs is only time. Any other hypervisor gets it.
 */
export const grubConfig = `serial --unit=0 --speed=115200
terminal_input serial console
terminal_output serial console
set timeout=0
search --no-floppy --label root --set=root
smbios --type 1 --get-string 4 --set vendor
linux /vmlinuz root=${rootPartition} rootfstype=ext4 ro console=tty0 console=ttyS0,115200 consoleblank=0 nvme_core.io_timeout=4294967295
if [ "$vendor" != "Amazon EC2" ]; then
  initrd /initrd.img
fi
boot
`

const earlyConfig = 'search.fs_label root root\nset prefix=($root)/boot/grub\n'

const modules = 'biosdisk part_msdos ext2 search search_label configfile normal linux test serial terminal smbios echo reboot'

/** What stands before the first partition of a disk of so many bytes: boot code, partition table, core image. */
export async function bootSectors(
  folder: string,
  diskBytes: number,
  write: (name: string, text: string) => Promise<string>,
): Promise<Buffer> {
  const early = await write('early.cfg', earlyConfig)
  const core = join(folder, 'core.img')
  await run('grub-mkimage', ['-O', 'i386-pc', '-o', core, '-c', early, '-p', '/boot/grub', ...modules.split(' ')])
  const coreImage = await readFile(core)
  const sectors = Buffer.alloc(sectorBytes * (1 + Math.ceil(coreImage.length / sectorBytes)))
  if (sectors.length > firstSector * sectorBytes) throw new Error('the GRUB core image does not fit before the first partition')
  sectors.set((await readFile(join(modulesFolder, 'boot.img'))).subarray(0, 440))
  sectors.writeUInt32LE(diskId, 440)
  sectors.set(partitionEntry(diskBytes), 446)
  sectors.writeUInt16BE(0x55aa, 510)
  sectors.set(coreImage, sectorBytes)
  return sectors
}

/** One bootable Linux partition from the first sector to the end; cylinders are given as "beyond what can be said". */
function partitionEntry(diskBytes: number): Buffer {
  const entry = Buffer.from([0x80, 0xfe, 0xff, 0xff, 0x83, 0xfe, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0])
  entry.writeUInt32LE(firstSector, 8)
  entry.writeUInt32LE(diskBytes / sectorBytes - firstSector, 12)
  return entry
}
