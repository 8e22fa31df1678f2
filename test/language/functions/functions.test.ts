/** Functions whose results no console can be asked for: files, clocks, keys, chance, expressions; and how mistakes are worded. */
import { constants, createHash, generateKeyPairSync, publicEncrypt } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { compareSync } from 'bcryptjs'
import type { EvalContext } from '../../../src/language/eval-context'
import { envFunction, type Lookup, standardFunctions } from '../../../src/language/functions'
import { parseExpression } from '../../../src/language/hcl'
import { toJs } from '../../../src/language/values/json'
import { NUMBER, STRING, tupleOf } from '../../../src/language/values/type'
import { typeText } from '../../../src/language/values/type-text'
import { Value } from '../../../src/language/values/value'

let folder: string
let functions: ReturnType<typeof standardFunctions>
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'functions-'))
  mkdirSync(join(folder, 'd/sub'), { recursive: true })
  const files: Record<string, string | Buffer> = {
    'a.txt': 'hi é',
    bin: Buffer.from([0xff]),
    't.tmpl': 'Hello ${name}!\n%{ for x in xs ~}\n${upper(x)},\n%{ endfor ~}\n',
    'again.tmpl': '${templatefile("t.tmpl", {})}',
    'broken.tmpl': 'x\n${',
    'd/z.txt': '',
    'd/.hid': '',
    'd/sub/y.txt': '',
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  symlinkSync('z.txt', join(folder, 'd/link.txt'))
  functions = standardFunctions({
    directory: folder,
    now: () => new Date('2024-05-06T07:08:09.999Z'),
    startedAt: new Date('2020-01-02T03:04:05Z'),
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

function evaluate(expression: string, context: EvalContext = { functions }): unknown {
  const parsed = parseExpression(expression, 'x')
  const { value, diagnostics } = parsed.value.evaluate(context)
  const problems = [...parsed.diagnostics, ...diagnostics].map(each => each.detail)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return value.isWhollyKnown ? toJs(value) : `unknown ${typeText(value.type)}`
}

/** packer 1.16's documentation lists these. */
test('all functions of Packer are here, and no others', () =>
  expect([...functions.keys()].sort().join(' ')).toBe(
    'abs abspath alltrue anytrue aws_secretsmanager aws_secretsmanager_raw base64decode base64encode base64gzip basename bcrypt can ceil ' +
      'chomp chunklist cidrhost cidrnetmask cidrsubnet cidrsubnets coalesce coalescelist compact concat consul_key contains convert ' +
      'csvdecode dirname distinct element endswith file filebase64 fileexists fileset flatten floor format formatdate formatlist indent ' +
      'index join jsondecode jsonencode keys legacy_isotime legacy_strftime length log lookup lower max md5 merge min parseint pathexpand ' +
      'pow range regex regex_replace regexall replace reverse rfc3339_parse rsadecrypt setintersection setproduct setunion sha1 sha256 ' +
      'sha512 signum slice sort split startswith strcontains strrev substr sum templatefile textdecodebase64 textencodebase64 timeadd ' +
      'timestamp title trim trimprefix trimspace trimsuffix try unix_timestamp_parse upper urlencode uuidv4 uuidv5 values vault ' +
      'yamldecode yamlencode zipmap',
  ))

describe('files', () => {
  test.each<[string, unknown]>([
    ['file("a.txt")', 'hi é'],
    ['file("./d/../a.txt")', 'hi é'],
    ['fileexists("a.txt")', true],
    ['fileexists("nope")', false],
    ['fileset("d", "*")', ['.hid', 'link.txt', 'z.txt']],
    ['fileset("d", "**")', ['.hid', 'link.txt', 'sub/y.txt', 'z.txt']],
    ['fileset("d", "**/*.txt")', ['link.txt', 'sub/y.txt', 'z.txt']],
    ['fileset("d", "*.{txt,md}")', ['link.txt', 'z.txt']],
    ['fileset(".", "d/[x-z].txt")', ['d/z.txt']],
    ['fileset("d/sub", "../?.txt")', ['../z.txt']],
    ['fileset("d", "sub")', []],
    ['fileset("nope", "*")', []],
    ['fileset("d", "./z.txt")', ['z.txt']],
    ['fileset("d", "!z.txt")', []],
    ['pathexpand("~/x")', join(homedir(), 'x')],
    ['pathexpand("~")', homedir()],
    ['abspath("x")', join(process.cwd(), 'x')],
    ['templatefile("t.tmpl", { name = "N", xs = ["a", "b"] })', 'Hello N!\nA,\nB,\n'],
    ['templatefile("t.tmpl", { name = 1, xs = [] })', 'Hello 1!\n'],
  ])('%s', (expression, result) => expect(evaluate(expression)).toEqual(result))
  test('filebase64 starts from the working directory, as Packer has it', () => {
    expect(() => evaluate('filebase64("a.txt")')).toThrow('no file exists at a.txt')
    expect(evaluate(`filebase64("${folder}/bin")`)).toBe('/w==')
  })
})

describe('mistakes are told with the argument that is to blame', () => {
  test.each([
    ['file("nope")', 'Invalid value for "path" parameter: no file exists at nope.'],
    ['file("bin")', 'contents of bin are not valid UTF-8; use the filebase64 function'],
    ['file("d")', 'failed to read d: it is a directory'],
    ['fileexists("d")', 'd is not a regular file'],
    ['fileset("d", "[")', 'failed to glob pattern d/[: syntax error in pattern'],
    ['pathexpand("~user/x")', 'cannot expand user-specific home dir'],
    ['templatefile("t.tmpl", { name = "N" })', 'vars map does not contain key "xs", referenced at t.tmpl:2,13-15'],
    ['templatefile("t.tmpl", 1)', 'invalid vars value: must be a map'],
    ['templatefile("t.tmpl", { "a b" = 1 })', 'invalid template variable name "a b": must start with a letter'],
    ['templatefile("nope", {})', 'no file exists at nope'],
    ['templatefile("again.tmpl", {})', 'cannot recursively call templatefile from inside a template'],
    ['templatefile("broken.tmpl", {})', 'broken.tmpl:2,'],
    ['upper([])', 'Invalid value for "str" parameter: string required.'],
    ['upper(null)', 'Invalid value for "str" parameter: argument must not be null.'],
    ['upper()', 'Function "upper" expects 1 argument(s). Missing value for "str".'],
    ['upper("a", "b")', 'Function "upper" expects only 1 argument(s).'],
    ['convert(["a", "x"], list(number))', 'Invalid value for "value" parameter: element 0: a number is required.'],
    ['convert("x", sting)', 'sting'],
    ['regex("(", "a")', 'Invalid value for "pattern" parameter: invalid regexp pattern: missing closing ) in (.'],
    ['regex("(?=a)", "a")', 'invalid or unsupported Perl syntax in (?='],
    ['formatdate("Q", "2018-01-02T03:04:05Z")', 'Invalid value for "format" parameter: invalid date format verb "Q".'],
    ['formatdate("YYYY", "2018-01-02")', "not a valid RFC3339 timestamp: missing required time introducer 'T'"],
    ['formatdate("YYYY", "2018-02-30T03:04:05Z")', 'not a valid RFC3339 timestamp: day out of range'],
    ['timeadd("2018-01-02T23:12:01Z", "1d")', 'time: unknown unit "d" in duration "1d"'],
    ['csvdecode("a,b\\n1\\n")', 'record on line 2: wrong number of fields'],
    ['csvdecode("a,b\\n1,2\\"3\\n")', 'parse error on line 2: bare " in non-quoted-field'],
    ['jsondecode("[1,]")', "invalid character ']' looking for beginning of value (line 1, column 4)"],
    ['yamldecode("a: &x [*x]")', 'on line 1, column 8: cannot refer to anchor "x" from inside its own definition'],
    ['jsondecode("{\\"k\\":[],\\"k\\":1}")', 'duplicate "k" property of another type in JSON object'],
    ['formatdate("YYYY", "20180102")', 'not a valid RFC3339 timestamp: found "0102" where "-" is expected'],
    ['formatdate("YYYY", "2018-01-02T03")', 'not a valid RFC3339 timestamp: end of string where ":" is expected'],
    ['chunklist(["a"], 0.5)', 'invalid size: value must be a whole number'],
    ['bcrypt("a", 32)', 'cost 32 is outside allowed range (4,31)'],
    ['rsadecrypt("a", "b")', 'failed to decode input "a": cipher text must be base64-encoded'],
    ['rsadecrypt("YQ==", "b")', 'failed to parse key: no key found'],
    ['vault("a", "b")', 'no access to vault is set up here'],
    ['try()', 'at least one argument is required'],
    ['try(nosuch, [][0])', 'no expression succeeded:\n- '],
    ['1 % nosuch("a")', 'There is no function named "nosuch".'],
  ])('%s', (expression, message) => expect(() => evaluate(expression)).toThrow(message))
  test('a password too long for bcrypt', () =>
    expect(() => evaluate(`bcrypt("${'x'.repeat(73)}", 4)`)).toThrow('password length exceeds 72 bytes'))
})

test.each<[string, unknown]>([
  ['timestamp()', '2024-05-06T07:08:09Z'],
  ['legacy_isotime()', '2020-01-02T03:04:05Z'],
  ['legacy_isotime("Mon Jan _2 15:04:05.000 2006 MST -07:00")', 'Thu Jan  2 03:04:05.000 2020 UTC +00:00'],
  ['legacy_isotime("20060102030405")', '20200102030405'],
  ['legacy_isotime("Monday, 02-January-06 3PM")', 'Thursday, 02-January-20 3AM'],
  ['legacy_isotime("__2 002 Z07:00 1/2")', '  2 002 Z 1/2'],
  ['legacy_strftime("%Y-%m-%d %H:%M:%S %j %A %b %% %Q")', '2020-01-02 03:04:05 002 Thursday Jan % %Q'],
  ['rfc3339_parse("2023-07-25T23:43:16Z").unix', 1690328596],
  ['rfc3339_parse("2023-07-25 23:43:16.5Z").weekday_name', 'Tuesday'],
  [
    'jsonencode(rfc3339_parse("2021-01-03T01:00:00+02:00"))',
    '{"day":3,"hour":1,"iso_week":53,"iso_year":2020,"minute":0,"month":1,"month_name":"January","second":0,"unix":1609628400,"weekday":0,"weekday_name":"Sunday","year":2021,"year_day":3}',
  ],
  ['unix_timestamp_parse(-1).second', 59],
  ['unix_timestamp_parse(1700000000).iso_week', 46],
  ['try(upper([]), "x")', 'x'],
  ['can(upper([]))', false],
  ['can(1)', true],
  ['convert("1", number)', 1],
  ['convert({ a = 1 }, object({ a = string, b = optional(number, 5) }))', { a: '1', b: 5 }],
  ['env("X")', 'y'],
  ['env("UNSET")', ''],
])('%s', (expression, result) => {
  const env = envFunction({ X: 'y' })
  expect(evaluate(expression, { functions: new Map([...functions, ['env', env]]) })).toEqual(result)
})

describe('keys and chance', () => {
  test('bcrypt', () => {
    const hash = evaluate('bcrypt("secret", 4)') as string
    expect(hash).toMatch(/^\$2a\$04\$/)
    expect(compareSync('secret', hash)).toBe(true)
  })
  test('uuidv4', () => {
    expect(evaluate('uuidv4()')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(evaluate('uuidv4() == uuidv4()')).toBe(false)
  })
  test('base64gzip', () =>
    expect(gunzipSync(Buffer.from(evaluate('base64gzip("héllo")') as string, 'base64')).toString()).toBe('héllo'))
  test('digests', () => expect(evaluate('sha512("é")')).toBe(createHash('sha512').update('é').digest('hex')))
  test('rsadecrypt opens what the public key closed', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const sealed = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from('pässword')).toString(
      'base64',
    )
    const variables = new Map([
      ['sealed', Value.string(sealed)],
      ['key', Value.string(privateKey.export({ type: 'pkcs1', format: 'pem' }) as string)],
      ['garbage', Value.string(Buffer.alloc(128, 1).toString('base64'))],
    ])
    expect(evaluate('rsadecrypt(sealed, key)', { functions, variables })).toBe('pässword')
    expect(() => evaluate('rsadecrypt(garbage, key)', { functions, variables })).toThrow('failed to decrypt')
  })
})

test('lookups are asked, may be pending, and may fail', () => {
  const asked: Lookup[] = []
  const lookups = (lookup: Lookup) => {
    asked.push(lookup)
    if (lookup.kind === 'consul') throw new Error('no such key')
    return lookup.kind === 'vault' ? undefined : 'found'
  }
  const context = { functions: standardFunctions({ directory: '/', lookups }) }
  expect(evaluate('aws_secretsmanager("n", null)', context)).toBe('found')
  expect(evaluate('aws_secretsmanager_raw("n")', context)).toBe('found')
  expect(evaluate('"${vault("p", "k")}!"', context)).toBe('unknown string')
  expect(() => evaluate('consul_key("k")', context)).toThrow('Call to function "consul_key" failed: no such key.')
  expect(asked).toEqual([
    { kind: 'aws-secret', name: 'n', key: undefined },
    { kind: 'aws-secret-raw', name: 'n' },
    { kind: 'vault', path: 'p', key: 'k' },
    { kind: 'consul', key: 'k' },
  ])
})

/** Each of these would otherwise take the process down, or all of its memory. */
test.each([
  ['jsondecode(text)', '['.repeat(100_000), 'exceeded max depth'],
  ['setproduct(split("", text), split("", text), split("", text))', 'x'.repeat(101), '1030301 elements; 1000000 are the most'],
  ['yamldecode(text)', '['.repeat(5_000), 'nested more than 300 levels deep'],
  ['yamldecode(text)', `${'- '.repeat(5_000)}a`, 'nested more than 300 levels deep'],
  [
    'yamldecode(text)',
    Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    'nested more than 300 levels deep',
  ],
  [
    'yamldecode(text)',
    `a: &a0 [1]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`).join('\n')}`,
    'its aliases stand for too much',
  ],
  ['format("%1000000000s", text)', 'a', 'Invalid string length'],
])('%s stays within bounds', (expression, text, message) =>
  expect(() => evaluate(expression, { functions, variables: new Map([['text', Value.string(text)]]) })).toThrow(message),
)

test('try and can wait for what is not yet known', () => {
  const variables = new Map([['later', Value.unknown()]])
  expect(evaluate('try(later.x, 1)', { functions, variables })).toBe('unknown any')
  expect(evaluate('can(later.x)', { functions, variables })).toBe('unknown bool')
})

/** What `terraform console -plan` says of `terraform_data.x.id`, `toset([…])`, `jsondecode(…)` of it and the like. */
test.each<[string, unknown]>([
  ['formatlist("%s", convert(["a", text], set(string)))', 'unknown list(string)'],
  ['formatlist("%s", pair)', 'unknown list(string)'],
  ['formatlist("%s%s", pair, ["a", "b"])', 'unknown list(string)'],
  ['formatlist("%s", [text])[0]', 'unknown string'],
  ['zipmap(["a", "b"], pair)', 'unknown object({a=string,b=number})'],
  ['zipmap([text, "b"], pair)', 'unknown any'],
  ['coalesce(anything, 1)', 'unknown number'],
  ['coalesce(anything, 1, "a")', 'unknown string'],
  ['lookup({ a = 1, b = text }, "a", 2)', 'unknown number'],
  ['merge({ a = 1 }, anything)', 'unknown any'],
])('%s, before all of it is known', (expression, result) => expect(evaluate(expression, later())).toEqual(result))

test.each([
  ['formatlist("%s%s", ["a"], pair)', 'argument 2 has length 2, which is inconsistent with argument 1 of length 1'],
  ['zipmap(["a"], pair)', 'number of keys (1) does not match number of values (2)'],
])('%s is wrong whatever comes', (expression, message) => expect(() => evaluate(expression, later())).toThrow(message))

const later = (): EvalContext => ({
  functions,
  variables: new Map([
    ['anything', Value.unknown()],
    ['text', Value.unknown(STRING)],
    ['pair', Value.unknown(tupleOf([STRING, NUMBER]))],
  ]),
})
