/** What a file with mistakes says: every independent one, where it is, and nothing that only follows from it. */
import { parseFile } from '../../../src/language/hcl'

const mistakes = (text: string) =>
  parseFile(text, 'test.hcl').diagnostics.map(
    ({ summary, subject }) => `${subject!.start.line}:${subject!.start.column} ${summary}`,
  )

// Summaries and places as `terraform validate -json` gives them, without the ones that only repeat another.
test.each<[string, string[]]>([
  ['foo', ['1:1 Argument or block definition required']],
  ['foo = ', ['1:7 Missing expression']],
  ['foo bar baz', ['1:12 Invalid block definition']],
  ['a = 1, b = 2', ['1:6 Unexpected comma after argument']],
  ['b { a = 1, b = 2 }', ['1:10 Invalid single-argument block definition']],
  ['b { a = 1\n b = 2 }', ['1:10 Invalid single-argument block definition']],
  ['b { a = 1 b = 2 }', ['1:11 Invalid single-argument block definition']],
  ['b { foo {} }', ['1:5 Argument definition required']],
  ['b {\n a = 1', ['1:3 Unclosed configuration block']],
  ['b {\n c {\n d {\n', ['3:4 Unclosed configuration block']],
  ['}', ['1:1 Argument or block definition required']],
  ['foo.bar = 1', ['1:1 Argument or block definition required']],
  ['"foo" = 1', ['1:1 Invalid argument name']],
  ['a = [1,2', ['1:5 Unterminated tuple constructor expression']],
  ['a = [1 2]', ['1:8 Missing item separator']],
  ['a = {b = 1 c = 2}', ['1:12 Missing attribute separator']],
  ['a = {b 1}', ['1:8 Missing key/value separator']],
  ['a = {b', ['1:5 Unterminated object constructor expression']],
  ['a = { b \n= 1}', ['1:9 Missing attribute value']],
  ['a = (1', ['1:7 Unbalanced parentheses']],
  ['a = 1 ? 2', ['1:10 Missing false expression in conditional']],
  ['a = f(1', ['1:5 Unterminated function call']],
  ['a = f(1 2)', ['1:9 Missing argument separator']],
  ['a = f(x... , 1)', ['1:8 Missing closing parenthesis']],
  ['a = b.', ['1:7 Invalid attribute name']],
  ['a = b.0.1', ['1:7 Invalid legacy index syntax']],
  ['a = b[1', ['1:8 Missing close bracket on index']],
  ['a = b[*', ['1:8 Missing close bracket on splat index']],
  ['a = b[*\n]', ['1:8 Missing close bracket on splat index']],
  ['a = b[\n*]', ['2:1 Invalid expression']],
  ['a = [for x]', ["1:11 Invalid 'for' expression"]],
  ['a = "\\q"', ['1:6 Invalid escape sequence']],
  ['a = "${b"', ['1:6 Unclosed template interpolation sequence']],
  ['a = "${b c}"', ['1:10 Extra characters after interpolation expression']],
  ['a = "%{if x}"', ['1:13 Unexpected end of template']],
  ['a = "%{if x}a%{else if y}b%{endif}"', ['1:21 Extra characters in else marker']],
  ['a = "%{endfor}"', ['1:6 Unexpected endfor directive']],
  ['a = "%{foo}"', ['1:8 Invalid template control keyword']],
  ['a = <<EOT\nfoo\nEOT', ['3:4 Unterminated template string']],
  ["a = 'b'", ['1:5 Invalid character']],
  ['a = b & c', ['1:7 Unsupported operator']],
  ['a = 1;b=2', ['1:6 Invalid character']],
  ['a = 1.5.5', ['1:5 Invalid number literal']],
  ['a = 1\na = 2', ['2:1 Attribute redefined']],
  ['foo "${x}" {}', ['1:6 Invalid string literal']],
  ['foo "a" = 1', ['1:9 Invalid block definition']],
  ['foo {} bar {}', ['1:8 Missing newline after block definition']],
  ['a = a::b', ['1:9 Missing open parenthesis']],
  ['a = a::', ['1:8 Missing function name']],
  ['a = \ufeff1', ['1:5 Invalid character']],
  ['\ufeffa = 1', []],
  ['a = {\n b = 1 # c\n\n d : 2,\n}', []],
  ['a = {\n for k, v in m :\n k => v\n}', []],
  ['a = <<EOT\n${ x }\n"quotes" \\n\nEOT\nb = 1', []],
  ['a = "${[for k, v in {a = "}"}: "${k}"]}"', []],
  ['é = 1\na-b = 2\n_c = 3', []],
])('%j', (text, expected) => expect(mistakes(text)).toEqual(expected))

test('five mistakes in one file are all named, and the strings between them stay whole', () => {
  const text = [
    'locals {',
    '  first  = [1, 2',
    '  second = "fine"',
    '  third  = "not closed',
    '  fourth = { a = 1, b 2 }',
    '}',
    '',
    'source "null" name" {',
    '}',
    'fifth = 1 +* 2',
    'sixth = (1 + 2',
    'last  = "${upper("x")}"',
  ].join('\n')
  expect(mistakes(text)).toEqual([
    '3:3 Missing item separator',
    '4:23 Invalid multi-line string',
    '5:23 Missing key/value separator',
    '8:22 Invalid multi-line string',
    '10:12 Invalid expression',
    '12:1 Unbalanced parentheses',
  ])
})

test.each([
  [
    'source "null" name" {\n  a = 1\n  b = [1 2]\n}\nc = @',
    ['1:22 Invalid multi-line string', '3:10 Missing item separator', '5:5 Invalid character'],
  ],
  ['source = "null" {\n  a = 1\n  b = @\n}\nc = @', ['1:17 Missing newline after argument', '5:5 Invalid character']],
  ['source.null {\n  a = 1\n}\nc = @', ['1:1 Argument or block definition required', '4:5 Invalid character']],
  [
    'source "a" 1 { # c\n  a = 1\n  x {\n b = @\n}\n}\nc = @',
    ['1:12 Invalid block definition', '4:6 Invalid character', '7:5 Invalid character'],
  ],
])('a broken header does not hide the rest: %j', (text, expected) => expect(mistakes(text)).toEqual(expected))

// As packer and terraform both see it; U+0085 is white space to Go, U+FEFF is not.
test.each<[string, string[]]>([
  ['a = "b\rc"\nd = @', ['1:7 Invalid character', '2:5 Invalid character']],
  ['a = <<E\nb\rc\nE\n', ['2:2 Invalid character']],
  ['a = <<E\nb\r\nc\r\nE\r\n', []],
  ['a = 1e2.5', ['1:5 Invalid number literal']],
  ['a = 1e2e3', ['1:5 Invalid number literal']],
  ['a = b.1e1.c', []],
  ['a = b.1.5', ['1:7 Invalid legacy index syntax']],
  ['# b\rc\n/* d\re */ a = 1\n', []],
  ['a = <<E\nb\n\u0085E\u0085\nc = 1\n', []],
  ['a = <<E\nb\n\u00a0\u3000E \t\nc = 1\n', []],
  ['a = <<E\nb\n\ufeffE\nc\nE\n', []],
])('tokens: %j', (text, expected) => expect(mistakes(text)).toEqual(expected))

test('a string over several lines is one mistake', () => {
  expect(mistakes('a = "first\n  second, line\n third"\nb = [1 2]')).toEqual([
    '1:11 Invalid multi-line string',
    '4:8 Missing item separator',
  ])
})

test('columns count grapheme clusters, bytes UTF-8', () => {
  const [diagnostic] = parseFile('a = "👩‍👩‍👧‍👦é" @', 'test.hcl').diagnostics
  expect(diagnostic!.subject!.start).toEqual({ line: 1, column: 10, byte: 34 })
})

test('bytes that are not UTF-8 are named', () => {
  expect(parseFile(Uint8Array.from([0x61, 0x3d, 0x22, 0xff, 0x22]), 'x').diagnostics.map(d => d.summary)).toEqual([
    'Invalid character encoding',
  ])
})

const deep: readonly (readonly [string, string, string])[] = [
  ['(', '1', ')'],
  ['[', '1', ']'],
  ['{a=', '1', '}'],
  ['"${', '1', '}"'],
  ['f(', '1', ')'],
  ['!', 'true', ''],
  ['x[', '1', ']'],
  ['1?1:', '1', ''],
  ['[for x in y:', '1', ']'],
]

test.each(deep)('nesting %s without end is a mistake, not a crash', (open, middle, close) => {
  const nested = (levels: number) => `a = ${open.repeat(levels)}${middle}${close.repeat(levels)}`
  expect(mistakes(nested(100))).toEqual([])
  expect(mistakes(nested(20_000)).map(each => each.replace(/^\S+ /, ''))).toEqual(['Nesting too deep'])
})

test('long chains are no nesting', () => {
  const { value, diagnostics } = parseFile(`a = ${'1 + '.repeat(20_000)}1`, 'x')
  expect(diagnostics).toEqual([])
  const sum = value.justAttributes().value.get('a')!.expression.evaluate({})
  expect(sum.value.asNumber().toText()).toBe('20001')
})
