/** What has arrived is held against another stream, byte for byte. */
import { createHash, randomBytes } from 'node:crypto'
import { OtherStream, PREFIX_BLOCK, Prefix } from '../../../src/communicators/ssh/prefix'

const content = randomBytes(3 * PREFIX_BLOCK)

function arrived(length: number): Prefix {
  const prefix = new Prefix()
  for (let at = 0; at < length; at += 100_003) prefix.add(content.subarray(at, Math.min(at + 100_003, length)))
  return prefix
}

/** As the machine answers: a line of sha256sum about the first blocks, then the rest, in pieces of `size`. */
async function* answer(blocks: number, bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
    .update(bytes.subarray(0, blocks * PREFIX_BLOCK))
    .digest('hex')
  const whole = Buffer.concat([Buffer.from(`${hash}  -\n`), bytes.subarray(blocks * PREFIX_BLOCK)])
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
}

async function rest(prefix: Prefix, stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of prefix.goingOn(stream)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test.each([0, 1, 1000, PREFIX_BLOCK - 1, PREFIX_BLOCK, PREFIX_BLOCK + 1, 2 * PREFIX_BLOCK + 7, 3 * PREFIX_BLOCK])(
  'after %d bytes the rest is what has not arrived, however the stream is cut',
  async length => {
    for (const size of [60_000, 2 * PREFIX_BLOCK]) {
      const prefix = arrived(length)
      expect(prefix.length).toBe(length)
      if (prefix.blocks === 0) continue
      expect((await rest(prefix, answer(prefix.blocks, content, size))).equals(content.subarray(length))).toBe(true)
    }
  },
)

test.each([
  ['in the blocks', 5],
  ['after them', PREFIX_BLOCK + 5],
])('a byte that differs %s is found out before anything is given out', async (_name, at) => {
  const other = Buffer.from(content)
  other[at]! ^= 1
  const prefix = arrived(PREFIX_BLOCK + 1000)
  const given: Buffer[] = []
  const read = async () => {
    for await (const chunk of prefix.goingOn(answer(1, other, 60_000))) given.push(chunk)
  }
  await expect(read()).rejects.toBeInstanceOf(OtherStream)
  expect(given).toEqual([])
})

test('a stream that is shorter, and one without a hash, are other streams', async () => {
  const prefix = arrived(PREFIX_BLOCK + 1000)
  await expect(rest(prefix, answer(1, content.subarray(0, PREFIX_BLOCK + 10), 60_000))).rejects.toBeInstanceOf(OtherStream)
  const bare = async function* () {
    yield content
  }
  await expect(rest(prefix, bare())).rejects.toBeInstanceOf(OtherStream)
})
