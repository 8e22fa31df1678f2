import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GoFloat, GoTemplateError, renderGoTemplate, typed } from '../../../src/language/gotemplate'

interface Row {
  template: string
  text?: string
  error?: string
}

const functions = {
  upper: typed(['string'], (text: string) => text.toUpperCase()),
  lower: typed(['string'], (text: string) => text.toLowerCase()),
  fails: () => {
    throw new Error('no luck')
  },
}

function message(render: () => string): string {
  try {
    return `no error but ${render()}`
  } catch (error) {
    return (error as Error).message.replaceAll('\n', ' ')
  }
}

/** What `packer` 1.6.6 rendered as the content of a file, or said in its error (line breaks as spaces). */
describe('as packer renders', () => {
  const rows: Row[] = JSON.parse(readFileSync(join(__dirname, '../../conformance/language/gotemplate.json'), 'utf8'))
  test.each(rows.map(row => [row.template, row] as const))('%s', (template, { text, error }) => {
    if (text !== undefined) expect(renderGoTemplate(template, undefined, functions)).toBe(text)
    else expect(message(() => renderGoTemplate(template, undefined, functions))).toBe(error)
  })
})

const data = {
  Name: 'web',
  Count: 3,
  Size: 1.5,
  Whole: new GoFloat(2),
  Big: 12345678901234567890n,
  On: true,
  Nothing: null,
  List: ['a', 'b', 'c'],
  Empty: [],
  Tags: { b: 'two', a: 'one', é: 'x' },
  Nested: { Deep: { Er: 'x' }, List: [{ N: 1 }, { N: 2 }] },
  Ordered: new Map<unknown, unknown>([
    [2, 'two'],
    [1, 'one'],
  ]),
  Greet: typed(['string'], (who: string) => `hi ${who}`),
}

/** What text/template of Go 1.19, with which Debian's packer is built, made of these. */
describe('as Go reads constants, declarations and definitions', () => {
  test.each([
    ['{{0x1.8p3}} {{-0X_FFp-4}} {{1_0e0_2}} {{0b1_1}} {{0o1_7}} {{.5}} {{-.5e1}}', '12 -15.9375 1000 3 15 0.5 -5'],
    [
      '{{2i}} {{1.5-2i}} {{1e3+1e-3i}} {{printf "%T %v %.1f" 0i 010i 1+2.25i}}',
      '(0+2i) (1.5-2i) (1000+0.001i) complex128 (0+10i) (1.0+2.2i)',
    ],
    ['{{if 0i}}a{{else}}b{{end}} {{eq 1+1i 1+1i}} {{ne 1i 1.0i}} {{printf "%d" 1i}}', 'b true false %!d(complex128=(0+1i))'],
    ['a {{-   "b"   -}}   c{{- /* d */ -}}  e', 'abce'],
    ['{{define "t"}}1{{end}}{{define "t"}} \n{{end}}{{template "t"}}', '1'],
    ['{{define "root"}}itself{{end}}', 'itself'],
    ['{{.Missing.Method 1 | .Missing.Method}} {{with $x := 1}}{{$x = 2}}{{$x}}{{end}}', '<no value> 2'],
    ['{{$x := 0}}{{range $x = .List}}{{$x}}{{end}}{{$x}}', 'abcc'],
    [
      '{{slice .List 0 1 3}} {{html .Nothing 1}} {{js .Missing}} {{eq .Tags nil}}',
      '[a] &lt;no value&gt;1 \\u003Cno value\\u003E false',
    ],
  ])('%s', (template, text) => expect(renderGoTemplate(template, data, functions)).toBe(text))
  test.each([
    ['{{1__0}}', 'illegal number syntax: "1__0"'],
    ['{{0x1.8}}', 'illegal number syntax: "0x1.8"'],
    ['{{2-}}', 'bad number syntax: "2-"'],
    ['{{2-3}}', 'bad number syntax: "2-3"'],
    ['{{2+3in}}', 'bad number syntax: "2+3in"'],
    ['{{+}}', 'illegal number syntax: "+"'],
    ['{{len#}}', "bad character U+0023 '#'"],
    ['{{$x=1}}', "bad character U+003D '='"],
    ['{{: }}', 'expected :='],
    ['{{\u0002}}', 'unrecognized character in action: U+0002'],
    ["{{''}}", "malformed character constant: ''"],
    ['{{/*/}}', 'unclosed comment'],
    ['a\n{{len\n\n', 'root:4: unclosed action started at root:2'],
    ['{{len (\n"a}}', 'root:2: unterminated quoted string in action started at root:1'],
    ['{{nobody 1x}}', 'function "nobody" not defined'],
    ['{{len ] }}', 'unexpected "]" in operand'],
    ['{{len ..}}', 'unexpected <.> in operand'],
    ['{{range .}}{{break 1}}{{end}}', 'unexpected "1" in {{break}}'],
    ['{{end 1}}', 'unexpected "1" in end'],
    ['{{$a, $b := 1}}', 'too many declarations in command'],
    ['{{range $a, $b, $c := .}}{{end}}', 'too many declarations in range'],
    ['{{range $a, 1}}{{end}}', 'range can only initialize variables'],
    ['{{range $a, }}{{end}}', 'missing value for range'],
    ['{{range $a, $b}}{{end}}', 'undefined variable "$b"'],
    ['{{define "t"}}1{{end}}{{block "t" .}}2{{end}}', 'template: multiple definition of template "t"'],
    ['{{if 1}}{{define "t"}}{{end}}{{end}}', 'unexpected <define> in command'],
    ['{{not 1 2}}', 'wrong number of args for not: want 1 got 2'],
    ['{{index}}', 'wrong number of args for index: want at least 1 got 0'],
    ['{{upper nil}}', 'cannot assign nil to string'],
    ['{{upper .Nothing}}', 'invalid value; expected string'],
    ['{{1 | upper}}', 'wrong type for value; expected string; got int'],
    ['{{slice .List 1 2 1}}', 'invalid slice index: 2 > 1'],
    ['{{slice .List nil}}', 'cannot index slice/array with nil'],
    ['{{index .Tags nil}}', 'value is nil; should be of type string'],
    ['{{eq .Tags .List}}', 'non-comparable types map[a:one b:two é:x]: map[string]interface {}, []interface {}: [a b c]'],
    ['{{eq .Tags 1}}', 'incompatible types for comparison'],
    ['{{lt 1i 2i}}', 'invalid type for comparison'],
    ['{{$ 1}}', "can't give argument to non-function $"],
    ['{{(1) 2}}', `at <(1) 2>: can't give argument to non-function 1`],
    ['{{$x := $x}}', 'root:1:8: executing "root" at <$x>: undefined variable: $x'],
    ['{{$x = upper "a"}}', 'root:1:13: executing "root" at <"a">: undefined variable: $x'],
    ['{{$x = upper )}}', 'unexpected ")" in command'],
    ['{{printf 3}}', 'root:1:9: executing "root" at <3>: expected string; found 3'],
    ['{{.Count | printf}}', 'root:1:11: executing "root" at <printf>: wrong type for value; expected string; got int'],
    ['{{ne (upper 1)}}', 'root:1:2: executing "root" at <ne>: wrong number of args for ne: want 2 got 1'],
    ['{{upper (len .List)}}', 'root:1:13: executing "root" at <.List>: wrong type for value; expected string; got int'],
    ['{{(.Nested).Deep 1}}', 'root:1:3: executing "root" at <.Nested>: Deep is not a method but has arguments'],
    ['{{range not (.Nothing)}}{{end}}', `root:1:13: executing "root" at <.Nothing>: range can't iterate over true`],
    ['{{template "t" $x:=.List|len}}', 'at <{{template "t" $x := .List | len}}>: template "t" not defined'],
    ['{{lt true 1}}', 'incompatible types for comparison'],
    ['{{gt true false}}', 'invalid type for comparison'],
    ['{{index .Missing}}', 'index of untyped nil'],
    ['{{range 10000000000}}{{end}}', 'range over 10000000000 is more than 1000000 rounds'],
  ])('%j fails', (template, expected) =>
    expect(message(() => renderGoTemplate(template, data, functions)).endsWith(expected)).toBe(true),
  )
})

/** What Go's documentation of text/template says of data. */
describe('data', () => {
  test.each([
    ['{{.Name}} {{.Count}} {{.Size}} {{.Whole}} {{.Big}} {{.On}}', 'web 3 1.5 2 12345678901234567890 true'],
    ['{{.Nothing}} {{.Missing}} {{.Missing.More}}', '<no value> <no value> <no value>'],
    ['{{.List}} {{.Tags}} {{.Empty}}', '[a b c] map[a:one b:two é:x] []'],
    ['{{.Nested.Deep.Er}} {{(index .Nested.List 1).N}}', 'x 2'],
    ['{{range .List}}<{{.}}>{{end}}', '<a><b><c>'],
    ['{{range $x := .List}}<{{$x}}>{{end}}', '<a><b><c>'],
    ['{{range $i, $x := .List}}{{$i}}{{$x}} {{end}}', '0a 1b 2c '],
    ['{{range $k, $v := .Tags}}{{$k}}={{$v}},{{end}}', 'a=one,b=two,é=x,'],
    ['{{range $k, $v := .Ordered}}{{$k}}={{$v}},{{end}}', '1=one,2=two,'],
    ['{{range .Empty}}x{{else}}none{{end}}', 'none'],
    ['{{range .Missing}}x{{else}}none{{end}}', 'none'],
    ['{{range .List}}{{if eq . "b"}}{{break}}{{end}}{{.}}{{end}}', 'a'],
    ['{{range .List}}{{if eq . "b"}}{{continue}}{{end}}{{.}}{{end}}', 'ac'],
    ['{{range .List}}{{$.Name}}{{end}}', 'webwebweb'],
    ['{{range $i, $_ := .List}}{{range $.List}}{{if eq . "b"}}{{break}}{{end}}{{$i}}{{.}} {{end}}{{end}}', '0a 1a 2a '],
    ['{{$n := 0}}{{range .List}}{{$n = .}}{{end}}{{$n}}', 'c'],
    ['{{range 3}}{{.}}{{end}}', '012'],
    ['{{with .Nested}}{{.Deep.Er}}{{$.Name}}{{end}}', 'xweb'],
    ['{{with .Missing}}x{{else with .Name}}{{.}}{{end}}', 'web'],
    ['{{if .Empty}}x{{else if .List}}y{{end}}', 'y'],
    ['{{len .List}} {{len .Tags}} {{index .Tags "a"}} {{index .List 2}} {{index .Tags "zz"}}', '3 3 one c <no value>'],
    ['{{slice .List 1}} {{slice .List 0 1}}', '[b c] [a]'],
    ['{{.Greet "you"}} {{call .Greet "me"}} {{"us" | .Greet}}', 'hi you hi me hi us'],
    ['{{printf "%v %+v %d" .List .Tags .List}}', '[a b c] map[a:one b:two é:x] [%!d(string=a) %!d(string=b) %!d(string=c)]'],
    ['{{printf "%#v" .Nested.List}}', '[]interface {}{map[string]interface {}{"N":1}, map[string]interface {}{"N":2}}'],
    ['{{printf "%q %x" .List "a"}}', '["a" "b" "c"] 61'],
    ['{{printf "%v %s" .Nothing .Missing}}', '<nil> %!s(<nil>)'],
    ['{{printf "%d %v %f" .Count .Whole .Whole}}', '3 2 2.000000'],
    ['{{define "t"}}{{.N}}{{end}}{{range .Nested.List}}{{template "t" .}}{{end}}', '12'],
    ['{{define "r"}}{{if .}}{{template "r" slice . 1}}{{.}}{{end}}{{end}}{{template "r" "ab"}}', 'bab'],
    ['{{eq .Name "a" "web"}} {{ne .Count 4}} {{lt .Size 2.0}} {{eq .Nothing nil}}', 'true true true true'],
    ['{{and .Name .Count}} {{or .Empty .Name}} {{not .List}}', '3 web false'],
    ['a\n{{- range .List}}\n  - {{.}}\n{{- end}}\nb', 'a\n  - a\n  - b\n  - c\nb'],
  ])('%s', (template, text) => expect(renderGoTemplate(template, data, functions)).toBe(text))
})

describe('mistakes', () => {
  test.each<[string, string, number, number]>([
    ['{{.Name.X}}', 'root:1:7: executing "root" at <.Name.X>: can\'t evaluate field X in type string', 1, 8],
    ['a\n é {{fails}}', 'root:2:6: executing "root" at <fails>: error calling fails: no luck', 2, 7],
    ['{{upper .Count}}', 'root:1:8: executing "root" at <.Count>: wrong type for value; expected string; got int', 1, 9],
    ['{{.Name 1}}', 'Name is not a method but has arguments', 1, 3],
    ['{{template "r"}}{{define "r"}}{{template "r"}}{{end}}', 'exceeded maximum template depth', 1, 42],
    [
      '{{define "in"}}{{index "a" 3}}{{end}}{{template "in"}}',
      'root:1:17: executing "in" at <index "a" 3>: error calling index: index out of range: 3',
      1,
      18,
    ],
    ['{{.Greet}}', 'error calling Greet|wrong number of args for Greet: want 1 got 0', 1, 3],
    ['{{eq .List .List}}', 'non-comparable type', 1, 3],
    ['x\n{{if}}', 'template: root:2: missing value for if', 2, 5],
  ])('%j fails', (template, message, line, column) => {
    try {
      renderGoTemplate(template, data, functions)
      throw new Error('it did not fail')
    } catch (error) {
      expect(error).toBeInstanceOf(GoTemplateError)
      expect((error as Error).message).toMatch(message.includes('|') ? new RegExp(message) : message)
      expect(error).toMatchObject({ line, column })
    }
  })
  test.each([`{{${'('.repeat(20_000)}`, '{{if 1}}'.repeat(5_000), `{{${'('.repeat(5_000)}1${')'.repeat(5_000)}}}`])(
    '%.20s… is too deep',
    template => expect(() => renderGoTemplate(template, {})).toThrow(/unclosed action|nested more than 300 levels deep/),
  )
  test('a missing key is an error on demand', () =>
    expect(() => renderGoTemplate('{{.Missing}}', data, {}, { missingKey: 'error', name: 'x' })).toThrow(
      'template: x:1:2: executing "x" at <.Missing>: map has no entry for key "Missing"',
    ))
  test('a key like __proto__ is data', () =>
    expect(renderGoTemplate('{{.__proto__}} {{.toString}}', { a: 1 })).toBe('<no value> <no value>'))
})
