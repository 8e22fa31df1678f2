/** How mistakes look. */
import { parseFile } from '../../src/language/hcl'
import { diagnosticToJson, renderDiagnostic } from '../../src/language/render-diagnostics'

const text = 'a = 1\n\tsource "名" "b"  @\nlong = [\n  1\n  2\n]\n'
const { diagnostics } = parseFile(text, 'build.pkr.hcl')
const sources = new Map([['build.pkr.hcl', text]])

test('place, line, caret, detail', () => {
  expect(renderDiagnostic(diagnostics[1]!, { sources })).toBe(
    [
      'Error: Missing item separator',
      '  on build.pkr.hcl:5:3',
      '  5 |   2',
      '    |   ^',
      '  A comma must separate the items of a list.',
    ].join('\n'),
  )
})

test('the caret stands under what is meant behind tabs and wide characters', () => {
  const lines = renderDiagnostic(diagnostics[0]!, { sources }).split('\n')
  expect(lines.slice(2, 4)).toEqual(['  2 | \tsource "名" "b"  @', '    | \t                 ^'])
})

test('a subject over several lines', () => {
  const subject = { file: 'x', start: { line: 1, column: 5, byte: 4 }, end: { line: 3, column: 2, byte: 12 } }
  const rendered = renderDiagnostic(
    { severity: 'warning', summary: 'S', subject },
    { sources: new Map([['x', 'a = [\r\n  1\r\n]\r\nb']]) },
  )
  expect(rendered.split('\n')).toEqual([
    'Warning: S',
    '  on x:1:5',
    '  1 | a = [',
    '    |     ^',
    '  2 |   1',
    '    |   ^',
    '  3 | ]',
    '    | ^',
  ])
})

test('without the text the place must do', () => {
  expect(renderDiagnostic(diagnostics[0]!).split('\n').slice(0, 2)).toEqual([
    'Error: Invalid character',
    '  on build.pkr.hcl:2:18',
  ])
})

test('colours', () => {
  expect(renderDiagnostic(diagnostics[0]!, { color: true })).toContain(
    '\u001b[31mError:\u001b[0m \u001b[1mInvalid character\u001b[0m',
  )
})

test('what is redacted is in neither form', () => {
  const redact = (each: string) => each.replaceAll('名', '<sensitive>')
  expect(renderDiagnostic(diagnostics[0]!, { sources, redact })).not.toContain('名')
  expect(JSON.stringify(diagnosticToJson(diagnostics[0]!, { sources, redact }))).not.toContain('名')
})

test('as JSON', () => {
  expect(diagnosticToJson(diagnostics[1]!, { sources })).toEqual({
    severity: 'error',
    summary: 'Missing item separator',
    detail: 'A comma must separate the items of a list.',
    range: { filename: 'build.pkr.hcl', start: { line: 5, column: 3, byte: 42 }, end: { line: 5, column: 4, byte: 43 } },
    snippet: '  2',
  })
})

test('of a line that is too long for anybody, what stands around the place', () => {
  const long = `${'é'.repeat(500)} @ ${'x'.repeat(500)}`
  const wrong = parseFile(long, 'long').diagnostics.find(({ subject }) => subject?.start.column === 502)!
  const [, , source, marks] = renderDiagnostic(wrong, { sources: new Map([['long', long]]) }).split('\n')
  expect(source).toBe(`  1 | …${'é'.repeat(79)} @ ${'x'.repeat(158)}…`)
  expect(marks).toBe(`    | ${' '.repeat(81)}^`)
})
