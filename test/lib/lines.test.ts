import { splitLines } from '../../src/lib/lines'

function linesOf(...chunks: (string | Uint8Array)[]): string[] {
  const lines: string[] = []
  const splitter = splitLines(line => lines.push(line))
  for (const chunk of chunks) splitter.write(Buffer.from(chunk as string))
  splitter.end()
  return lines
}

test.each<readonly [string, readonly (string | Uint8Array)[], readonly string[]]>([
  ['nothing', [], []],
  ['lines', ['a\nb\n'], ['a', 'b']],
  ['empty lines', ['\n\na\n'], ['', '', 'a']],
  ['no line end at the end', ['a\nb'], ['a', 'b']],
  ['a line over chunks', ['a', 'b', 'c\nd'], ['abc', 'd']],
  ['Windows line ends', ['a\r\nb\r\n'], ['a', 'b']],
  ['a Windows line end over chunks', ['a\r', '\nb\r', '\n'], ['a', 'b']],
  ['a progress bar', ['10%\r20%\r100%\n'], ['100%']],
  ['a progress bar over chunks', ['10%\r', '20%\r', '100%', '\nx'], ['100%', 'x']],
  ['a return at the very end', ['10%\r'], ['10%']],
  ['white space at the end', ['a  \t\n  b \n'], ['a', '  b']],
  ['a character over chunks', [Buffer.from('ü').subarray(0, 1), Buffer.from('ü\n').subarray(1)], ['ü']],
  ['bytes that are no text', [Buffer.from([0x61, 0xff, 0xfe, 0x62, 0x0a])], ['a\ufffd\ufffdb']],
  ['control characters', ['a\u0000b\u0007c\u0008d\n'], ['a\ufffdb\ufffdc\ufffdd']],
  ['colours and tabs', ['\u001b[31mred\u001b[0m\tx\n'], ['\u001b[31mred\u001b[0m\tx']],
])('%s', (_name, chunks, lines) => {
  expect(linesOf(...chunks)).toEqual(lines)
})

test('a line is told as soon as it has ended', () => {
  const lines: string[] = []
  const splitter = splitLines(line => lines.push(line))
  splitter.write(Buffer.from('first\nsec'))
  expect(lines).toEqual(['first'])
})

test('a line without an end is told in parts, and no character is torn', () => {
  const lines = linesOf(`x${'😀'.repeat(20_000)}`)
  expect(lines.length).toBeGreaterThan(1)
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(16_384)
  expect(lines.join('')).toBe(`x${'😀'.repeat(20_000)}`)
})

test('a progress bar of gigabytes needs no memory', () => {
  const splitter = splitLines(() => undefined)
  const chunk = Buffer.from(`${'='.repeat(70)}\r`.repeat(1000))
  const before = process.memoryUsage().heapUsed
  for (let count = 0; count < 500; count++) splitter.write(chunk)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000)
})
