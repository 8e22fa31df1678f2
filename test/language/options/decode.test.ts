import { parseFile } from '../../../src/language/hcl/index'
import { type DecodeSettings, decodeOptions } from '../../../src/language/options/decode'
import { duration } from '../../../src/language/options/duration-option'
import { referenceTables } from '../../../src/language/options/reference'
import { any, block, blocks, flag, number, numbers, text, textMap, texts } from '../../../src/language/options/spec'
import { Value } from '../../../src/language/values/value'

const spec = {
  name: text('The name.', { required: true }),
  kind: text('The kind.', { oneOf: ['a', 'b'], default: 'a' }),
  size: number('GiB.', { check: size => (size > 0 ? undefined : 'it must be above 0') }),
  fast: flag('Trilean.'),
  zones: texts('Zones.', { default: [] }),
  ports: numbers('Ports.'),
  tags: textMap('Tags.', { late: true }),
  wait: duration('Patience.', { default: '5m' }),
  secret: text('A secret.', { sensitive: true, check: () => 'never' }),
  data: any('Anything.'),
  old: text('Old.', { deprecated: 'use name' }),
  gone: text('Gone.', { unsupported: 'nobody wants it' }),
  filter: block({ owners: texts('Owners.', { required: true }), newest: flag('Newest.', { default: false }) }, 'A filter.'),
  disks: blocks({ device: text('Device.', { required: true }), size: number('GiB.') }, 'Disks.'),
} as const

const variables = new Map([
  ['nothing', Value.null()],
  ['later', Value.unknown()],
])

function decode(source: string, settings: Partial<DecodeSettings> = {}) {
  const { value: body } = parseFile(source, 't.hcl')
  const { value, diagnostics } = decodeOptions(spec, body, { context: { variables }, ...settings })
  return {
    decoded: value,
    value: value.value,
    messages: diagnostics.map(
      ({ severity, summary, detail, subject }) =>
        `${severity} ${subject?.start.line}:${subject?.start.column} ${summary}: ${detail}`,
    ),
  }
}

test('every kind of option, converted and typed', () => {
  const { value, messages, decoded } = decode(`
name  = 5
size  = "7.5"
fast  = "true"
zones = ["a", 1]
ports = ["80"]
tags  = { a = true }
wait  = "1m30s"
data  = { x = [1, "y"] }
filter {
  owners = ["self"]
}
disks {
  device = "sda"
}
disks {
  device = "sdb"
  size   = 8
}
`)
  expect(messages).toEqual([])
  expect(value).toMatchObject({
    name: '5',
    kind: 'a',
    size: 7.5,
    fast: true,
    zones: ['a', '1'],
    ports: [80],
    tags: { a: 'true' },
    wait: 90_000,
    filter: { owners: ['self'], newest: false },
    disks: [{ device: 'sda' }, { device: 'sdb', size: 8 }],
  })
  expect(decoded.toJSON()).toMatchObject({ data: { x: [1, 'y'] } })
  const places = ['name', 'filter', 'filter.owners', 'filter.owners.0', 'disks.1.size', 'tags.a', 'old', 'filter.newest']
  expect(places.map(place => decoded.rangeOf(place)?.start.line)).toEqual([2, 10, 11, 11, 18, 7, undefined, 10])
})

test('an empty text is as good as none, as templates with empty variables expect', () => {
  const { value, messages } = decode('name = "x"\nkind = ""\nwait = ""\ngone = ""\nsecret = ""\nzones = [""]')
  expect(messages).toEqual([])
  expect(value).toEqual({ name: 'x', kind: 'a', wait: 300_000, zones: [''], disks: [] })
  expect(decode('name = ""').messages).toEqual(['error 1:8 Missing required argument: "name" must not be empty.'])
})

test('what is not set has its default, or is undefined; null is not set', () => {
  const { value, messages } = decode('name = "x"\nsize = nothing\nwait = nothing\nzones = null')
  expect(messages).toEqual([])
  expect(value).toEqual({ name: 'x', kind: 'a', zones: [], wait: 300_000, disks: [] })
  expect([value, value.zones, value.disks].every(Object.isFrozen)).toBe(true)
})

test.each<[string, string[]]>([
  ['', ['error 1:1 Missing required argument: The argument "name" is required, but it is not set here.']],
  ['name = null', ['error 1:8 Missing required argument: "name" must not be empty.']],
  ['name = "x"\nkind = "c"', ['error 2:8 Invalid value: Inappropriate value for "kind": "c" is not one of "a", "b".']],
  ['name = "x"\nsize = 0', ['error 2:8 Invalid value: Inappropriate value for "size": it must be above 0.']],
  ['name = "x"\nsize = "big"', ['error 2:8 Invalid value: Inappropriate value for "size": a number is required.']],
  ['name = "x"\nzones = ["a", ["b"]]', ['error 2:9 Invalid value: Inappropriate value for "zones": element 1: string required.']],
  ['name = "x"\nwait = "5"', ['error 2:8 Invalid value: Inappropriate value for "wait": time: missing unit in duration "5".']],
  [
    'name = "x"\nsecret = "hunter2"',
    ['error 2:10 Invalid value: Inappropriate value for "secret": its value, which is sensitive, does not fit.'],
  ],
  ['name = "x"\nold = "y"', ['warning 2:7 Deprecated option: "old": use name.']],
  ['name = "x"\ngone = "y"', ['error 2:8 Unsupported option: "gone": nobody wants it.']],
  ['name = "x"\ngone = null\nold = null', []],
  [
    'name = "x"\nnmae = 1',
    ['error 2:1 Unsupported argument: An argument named "nmae" is not expected here. Did you mean "name"?'],
  ],
  ['name = "x"\nfilter {\n}', [expect.stringContaining('The argument "owners" is required')]],
  [
    'name = "x"\nfilter {\n owners = []\n}\nfilter {\n owners = []\n}',
    ['error 5:1 Duplicate block: Only one "filter" block may stand here.'],
  ],
  ['name = "x"\nfilter = { owners = [] }', [expect.stringContaining('Unsupported argument')]],
  ['name = "x"\ntags {\n a = 1\n}', [expect.stringContaining('Unsupported block type')]],
  ['name = later\nsize = later\nwait = later', []],
])('%j', (source, expected) => {
  expect(decode(source).messages).toEqual(expected)
})

test('the second layer reaches every text but those of late options', () => {
  const render = (given: string, option: string) => given.replace('{{x}}', `<${option}>`)
  const { value } = decode(
    'name = "{{x}}"\nzones = ["a", "{{x}}"]\ntags = { k = "{{x}}" }\ndata = { "y" = ["{{x}}"] }\ndisks {\n device = "{{x}}"\n}',
    { render },
  )
  expect(value).toMatchObject({
    name: '<name>',
    zones: ['a', '<zones>'],
    tags: { k: '{{x}}' },
    disks: [{ device: '<disks.0.device>' }],
  })
  const failing = decode('name = "{{x}}"', {
    render: () => {
      throw new Error('no such function')
    },
  })
  expect(failing.messages).toEqual(['error 1:8 Invalid value: Inappropriate value for "name": no such function.'])
})

test('what only the running build knows is not judged before', () => {
  const { value, messages } = decode('name = "<unknown>-x"\nkind = "<unknown>"\nwait = "<unknown>"\nsize = later')
  expect(messages).toEqual([])
  expect(value).toMatchObject({ name: '<unknown>-x', kind: undefined, wait: undefined, size: undefined })
})

test('printing covers what is sensitive', () => {
  const sensitive = { ...spec, secret: text('A secret.', { sensitive: true }) }
  const { value: body } = parseFile('name = "the password"\nsecret = "x"\ntags = { password = "password" }', 't.hcl')
  const { value } = decodeOptions(sensitive, body, { context: {}, redact: given => given.replaceAll('password', '***') })
  expect(value.toJSON()).toMatchObject({ name: 'the ***', secret: '<sensitive>', tags: { '***': '***' } })
  expect(value.value.secret).toBe('x')
})

test('the reference page says what the spec says', () => {
  expect(referenceTables(spec)).toBe(`| Option | Type | Default | Meaning |
| --- | --- | --- | --- |
| \`name\` | string | **required** | The name. |
| \`kind\` | \`"a"\`, \`"b"\` | \`"a"\` | The kind. |
| \`size\` | number |  | GiB. |
| \`fast\` | bool |  | Trilean. |
| \`zones\` | list(string) | \`[]\` | Zones. |
| \`ports\` | list(number) |  | Ports. |
| \`tags\` | map(string) |  | Tags. Its \`{{ }}\` are rendered when the build runs. |
| \`wait\` | duration string, like \`"5m"\` | \`"5m"\` | Patience. |
| \`secret\` | string |  | A secret. Never printed. |
| \`data\` | any |  | Anything. |
| \`old\` | string |  | Old. Deprecated: use name. |
| \`gone\` | string |  | Gone. Not supported: nobody wants it. |
| \`filter\` | block |  | A filter. |
| \`disks\` | blocks |  | Disks. |

### filter

| Option | Type | Default | Meaning |
| --- | --- | --- | --- |
| \`owners\` | list(string) | **required** | Owners. |
| \`newest\` | bool | \`false\` | Newest. |

### disks

| Option | Type | Default | Meaning |
| --- | --- | --- | --- |
| \`device\` | string | **required** | Device. |
| \`size\` | number |  | GiB. |
`)
})
