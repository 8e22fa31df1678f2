/**
 * The data channel's bytes, laid out by hand from what AWS's agent and client document of them (offsets, big-endian numbers, a UUID with its
 * lower half first). Our client and the sandbox's agent share no code: both are held to these.
 */
import { decode, encode, type Message } from '../../../../src/platforms/aws/session-manager/message'
import { frame, Mux } from '../../../../src/platforms/aws/session-manager/streams'
import { readFrame, writeFrame } from '../../../../src/sandbox/ssm/frame'

const created = 1503434274948
const id = 'dd01e56b-ff48-483e-a508-b5f073f31b16'
const bytes = (...parts: string[]) => Buffer.from(parts.join('').replaceAll(' ', ''), 'hex')
const typed = (name: string) => Buffer.from(name.padEnd(32)).toString('hex')

const input = bytes(
  '00000074',
  typed('input_stream_data'),
  '00000001 0000015e0baa7884 0000000000000002 0000000000000001',
  'a508b5f073f31b16 dd01e56bff48483e',
  '239f59ed55e737c77147cf55ad0c1b030b6d7ee748a7426952f9b852d5a935e5',
  '00000001 00000007',
  '7061796c6f6164',
)
const message: Message = {
  type: 'input_stream_data',
  sequence: 2,
  flags: 1,
  id,
  payloadType: 1,
  payload: Buffer.from('payload'),
}

test('a message is these bytes, for both sides', () => {
  expect(encode(message, created).toString('hex')).toBe(input.toString('hex'))
  expect(decode(input)).toEqual(message)
  expect(readFrame(input)).toEqual({ name: message.type, number: 2, uuid: id, kind: 1, body: message.payload })
})

test('what one side writes the other reads', () => {
  const body = Buffer.from('{"a":1}')
  const written = decode(writeFrame('output_stream_data', body, { number: 7, kind: 5, flags: 1 }))
  expect(written).toMatchObject({ type: 'output_stream_data', sequence: 7, flags: 1, payloadType: 5, payload: body })
  expect(readFrame(encode(message))).toMatchObject({ number: 2, uuid: id })
})

test('the service’s own words have a header without a payload type, and may be padded with zeros', () => {
  const said = '{"Output":"over"}'
  const short = writeFrame('channel_closed', Buffer.from(said), { withKind: false })
  expect(short.readUInt32BE(0)).toBe(112)
  expect(decode(short)).toMatchObject({ type: 'channel_closed', payloadType: 0, payload: Buffer.from(said) })
  expect(decode(Buffer.from(short).fill(0, 4 + 'channel_closed'.length, 36))?.type).toBe('channel_closed')
})

test('what is cut off, changed or no message at all is none', () => {
  const changed = Buffer.from(input)
  changed[125] = 0
  for (const wrong of [changed, input.subarray(0, 124), input.subarray(0, 60), Buffer.from('hello'), Buffer.alloc(0)])
    expect(decode(wrong)).toBeUndefined()
})

test('smux: version, command, length and stream, the two little-endian; clients count in odd numbers from 3', async () => {
  expect(frame(2, 0x10203, Buffer.from('hi'))).toEqual(bytes('01 02 0200 03020100 6869'))
  const sent: Buffer[] = []
  const mux = new Mux(async part => void sent.push(part), false)
  const [first, second] = [mux.open(), mux.open()]
  first.write('hi')
  second.end()
  await new Promise(setImmediate)
  expect(Buffer.concat(sent)).toEqual(
    bytes('01 00 0000 03000000', '01 00 0000 05000000', '01 02 0200 03000000 6869', '01 01 0000 05000000'),
  )
  let heard = ''
  first.on('data', data => {
    heard += data
  })
  const ended = new Promise(done => first.once('end', done))
  // In pieces, as the channel cuts them; a word of the keep-alive in between.
  for (const byte of bytes('01 03 0000 00000000', '01 02 0500 03000000 68656c6c6f', '01 01 0000 03000000'))
    mux.receive(Buffer.of(byte))
  await ended
  expect(heard).toBe('hello')
})
