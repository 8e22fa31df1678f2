import { Emitter } from '../../src/engine/emitter'
import { Redactor } from '../../src/engine/redact'
import { parseExpression } from '../../src/language/hcl'
import { splitLines } from '../../src/lib/lines'
import type { Event } from '../../src/model/event'

const secret = 's3cr3t/with+"quotes" & spaces'

describe('a secret is hidden in every form in which it is printed again', () => {
  const forms: [string, string][] = [
    ['plain', secret],
    ['JSON', JSON.stringify({ password: secret })],
    ["JSON as Go's encoder writes it", JSON.stringify(secret).replaceAll('&', '\\u0026')],
    ['base64', Buffer.from(secret).toString('base64')],
    ['base64 for URLs', Buffer.from(secret).toString('base64url')],
    ['URL component', encodeURIComponent(secret)],
    ['URL component, small letters', encodeURIComponent(secret).replace(/%../g, code => code.toLowerCase())],
    ['form', new URLSearchParams({ password: secret }).toString()],
    ['shell, double quotes', `PASSWORD="${secret.replace(/["\\$`]/g, '\\$&')}"`],
    ['HTML as Python writes it', secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
    ['HTML as Go writes it', secret.replaceAll('&', '&amp;').replaceAll('"', '&#34;')],
    ['JSON in JSON', JSON.stringify(JSON.stringify({ password: secret }))],
    ['printf %q', secret.replace(/["& ]/g, '\\$&')],
    ['twice', `${secret} and ${secret}`],
  ]
  test.each(forms)('%s', (_form, text) => {
    const shown = new Redactor([secret]).text(`before ${text} after`)
    expect(shown).toMatch(/^before .*<sensitive>.* after$/)
    for (const piece of ['s3cr3t', 'quotes', text.slice(8, 20)]) expect(shown).not.toContain(piece)
  })

  test.each([0, 1, 2, 3, 4, 5])('base64 of a longer text in which it stands at %i', offset => {
    const encoded = Buffer.from(`${'x'.repeat(offset)}${secret}:tail`).toString('base64')
    const shown = new Redactor([secret]).text(encoded)
    const decodedAgain = shown.split('<sensitive>').map(part => Buffer.from(part, 'base64').toString())
    expect(shown).toContain('<sensitive>')
    expect(shown.length).toBeLessThan(offset + 40)
    for (const part of decodedAgain) expect(part).not.toContain('cr3t')
  })

  test.each([
    ['base64', 76, ''],
    ['echo | base64', 76, '\n'],
    ['openssl base64', 64, ''],
  ])('a long one of several lines, in the lines that %s makes of it', (_program, width, end) => {
    const key = Array.from({ length: 9 }, (_, n) => `line ${n} of a key that goes on and on`).join('\n')
    const printed = Buffer.from(key + end)
      .toString('base64')
      .replace(new RegExp(`.{${width}}`, 'g'), '$&\n')
    const shown = new Redactor([key]).text(printed)
    for (const line of shown.split('\n').slice(0, -1)) expect(line).toBe('<sensitive>')
  })

  test('a backslash and quotes as Python and Node show them', () => {
    expect(new Redactor(['a\\b"c\'d']).text(`{ s: 'a\\\\b"c\\'d' }`)).toBe("{ s: '<sensitive>' }")
  })

  test('hexadecimal digits over several lines', () => {
    const long = 'a secret of more than thirty bytes, so that xxd begins a new line'
    const printed = Buffer.from(long).toString('hex').replace(/.{60}/g, '$&\n')
    expect(new Redactor([long]).text(printed)).toMatch(/^(<sensitive>\n)+<sensitive>$/)
  })

  test('shell, single quotes', () => {
    const tricky = "it's secret"
    for (const quoted of [`'it'"'"'s secret'`, `'it'\\''s secret'`])
      expect(new Redactor([tricky]).text(quoted)).not.toContain('secret')
  })
})

test('each line of a multi-line secret, but not lines that stand everywhere', () => {
  const redactor = new Redactor(['-----BEGIN KEY-----\nc29tZSBrZXk\n}\n'])
  expect(redactor.text('c29tZSBrZXk')).toBe('<sensitive>')
  expect(redactor.text('function f() { }')).toBe('function f() { }')
})

test('one that contains another is hidden whole', () => {
  expect(new Redactor(['pass', 'password']).text('password')).toBe('<sensitive>')
})

test('signs that mean something to patterns are only themselves', () => {
  expect(new Redactor(['a.c*']).text('abcc a.c*')).toBe('abcc <sensitive>')
})

test('nothing, blanks and undefined hide nothing', () => {
  const redactor = new Redactor(['', '  '])
  redactor.add(undefined)
  expect(redactor.text('a b  c')).toBe('a b  c')
})

test('half a surrogate pair does not break it', () => {
  expect(new Redactor(['abcd\ud800']).text('x abcd\ud800')).toBe('x <sensitive>')
})

test('in objects all texts but the spared ones, and no keys', () => {
  const redactor = new Redactor(['web'])
  const before = { web: ['web', { build: 'web', text: 'the web' }], number: 1, nothing: null }
  expect(redactor.deep(before, new Set(['build']))).toEqual({
    web: ['<sensitive>', { build: 'web', text: 'the <sensitive>' }],
    number: 1,
    nothing: null,
  })
  expect(before.web[0]).toBe('web')
})

test('places in a template keep what is looked up only when it is asked for', () => {
  const { range } = parseExpression('secret', 'secret.hcl').value
  expect(new Redactor(['secret']).deep({ range })).toEqual({
    range: { file: '<sensitive>.hcl', start: { line: 1, column: 1, byte: 0 }, end: { line: 1, column: 7, byte: 6 } },
  })
})

describe('a secret in a line so long that it comes in parts', () => {
  const secret = 'canary-0123456789'
  const told = (before: number, after: number) => {
    const lines: string[] = []
    const handle = (event: Event) => {
      if (event.type === 'output') lines.push(event.text)
    }
    const emitter = new Emitter([{ name: 'lines', handle }], new Redactor([secret]))
    const splitter = splitLines(text => emitter.emit({ type: 'output', build: 'b', stream: 'stdout', from: 'shell', text }))
    splitter.write(Buffer.from(`${'x'.repeat(before)}${secret}${'y'.repeat(after)}`))
    splitter.end()
    emitter.emit({ type: 'build-finished', build: 'b', outcome: 'done', milliseconds: 1 })
    return lines.join('')
  }

  test.each([0, 16_366, 16_367, 16_368, 16_375, 16_383, 16_384, 16_385, 32_760])('%i characters before it', before => {
    for (const after of [0, 5, 16_384, 16_384 * 2 - before - secret.length].filter(count => count >= 0))
      expect(told(before, after)).toBe(`${'x'.repeat(before)}<sensitive>${'y'.repeat(after)}`)
  })
})
