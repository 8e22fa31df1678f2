/** The smallest guest: a boot sector that says one letter on the serial port and powers off. Real mode, 16 bits. */

/** Ends qemu when any byte is written there (`-device isa-debug-exit`). */
export const exitPort = 0xf4

const instructions = [
  ...[0xba, 0xf8, 0x03], //  mov dx, 0x3f8   first serial port
  ...[0xb0, 0x4b], //        mov al, 'K'
  0xee, //                   out dx, al
  ...[0xba, exitPort, 0x00], // mov dx, exit port
  0xee, //                   out dx, al
  0xf4, //                   hlt
  ...[0xeb, 0xfd], //        jmp to hlt
]

/** 512 bytes, bootable by any BIOS. */
export function probeSector(): Uint8Array {
  const sector = new Uint8Array(512)
  sector.set(instructions)
  sector.set([0x55, 0xaa], 510)
  return sector
}
