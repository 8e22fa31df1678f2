/** The two old algorithms of NTLM that OpenSSL 3 does not lend any more: MD4 (RFC 1320) and RC4. */

/** RC4 as a stream: every call goes on where the last one ended. */
export class Rc4 {
  private readonly state = Uint8Array.from({ length: 256 }, (_, index) => index)
  private i = 0
  private j = 0

  constructor(key: Uint8Array) {
    const { state } = this
    for (let i = 0, j = 0; i < 256; i++) {
      j = (j + state[i]! + key[i % key.length]!) & 255
      swap(state, i, j)
    }
  }

  update(data: Uint8Array): Buffer {
    const { state } = this
    const out = Buffer.alloc(data.length)
    for (let n = 0; n < data.length; n++) {
      this.i = (this.i + 1) & 255
      this.j = (this.j + state[this.i]!) & 255
      swap(state, this.i, this.j)
      out[n] = data[n]! ^ state[(state[this.i]! + state[this.j]!) & 255]!
    }
    return out
  }
}

function swap(array: Uint8Array, a: number, b: number): void {
  const held = array[a]!
  array[a] = array[b]!
  array[b] = held
}

const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits))

/** Function, constant, order of the words and rotations of each round. */
const ROUNDS = [
  {
    mix: (x: number, y: number, z: number) => (x & y) | (~x & z),
    constant: 0,
    order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    bits: [3, 7, 11, 19],
  },
  {
    mix: (x: number, y: number, z: number) => (x & y) | (x & z) | (y & z),
    constant: 0x5a827999,
    order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
    bits: [3, 5, 9, 13],
  },
  {
    mix: (x: number, y: number, z: number) => x ^ y ^ z,
    constant: 0x6ed9eba1,
    order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
    bits: [3, 9, 11, 15],
  },
]

export function md4(message: Uint8Array): Buffer {
  const padded = Buffer.alloc((((message.length + 8) >> 6) + 1) * 64)
  padded.set(message)
  padded[message.length] = 0x80
  padded.writeUInt32LE(message.length * 8, padded.length - 8)
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  for (let block = 0; block < padded.length; block += 64) {
    const words = [...state]
    for (const { mix, constant, order, bits } of ROUNDS)
      order.forEach((word, step) => {
        // Each step fills one of the four, in the order a, d, c, b.
        const [a, b, c, d] = [0, 1, 2, 3].map(index => words[(index - step + 16) % 4]!) as [number, number, number, number]
        words[(16 - step) % 4] = rotate(
          (a + mix(b, c, d) + padded.readUInt32LE(block + word * 4) + constant) | 0,
          bits[step % 4]!,
        )
      })
    for (const index of [0, 1, 2, 3]) state[index] = (state[index]! + words[index]!) | 0
  }
  const out = Buffer.alloc(16)
  for (const [index, word] of state.entries()) out.writeInt32LE(word, index * 4)
  return out
}
