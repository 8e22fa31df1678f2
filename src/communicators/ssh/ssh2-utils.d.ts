/** ssh2 sends packets by a function that it does not declare. */
declare module 'ssh2/lib/protocol/utils' {
  export function sendPacket(protocol: object, packet: Buffer, bypass?: boolean): boolean
}
