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
  Greet: (who: string) => `hi ${who}`,
}

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
    ['{{upper .Count}}', 'root:1:8: executing "root" at <.Count>: expected string; found .Count', 1, 9],
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
