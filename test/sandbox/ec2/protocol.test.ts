/** The pieces of the protocol by themselves. */
import { applyFilters, wildcard } from '../../../src/sandbox/ec2/protocol/filter'
import { readQuery } from '../../../src/sandbox/ec2/protocol/form'
import { page } from '../../../src/sandbox/ec2/protocol/page'
import { decodeFields, flag, integer, list, required, structure, text } from '../../../src/sandbox/ec2/protocol/shape'
import { document } from '../../../src/sandbox/ec2/protocol/xml'

test.each([
  ['debian-12-*', 'debian-12-amd64', true],
  ['debian-12-*', 'xdebian-12-', false],
  ['debian-??-amd64', 'debian-12-amd64', true],
  ['debian-?-amd64', 'debian-12-amd64', false],
  ['*', '', true],
  ['a.c', 'abc', false],
  ['a.c', 'a.c', true],
  ['(a|b)[c]^$+{1}', '(a|b)[c]^$+{1}', true],
  ['a\\*c', 'a*c', true],
  ['a\\*c', 'abc', false],
  ['a\\?', 'a?', true],
  ['\\\\', '\\', true],
  ['Amazon Linux*', 'amazon linux 2', false],
  ['line*end', 'line\nend', true],
])('filter pattern %j on %j: %s', (pattern, value, expected) => {
  expect(wildcard(pattern).test(value)).toBe(expected)
})

const machines = [
  { id: 'a', zone: 'x', tags: { Name: 'web', Team: 'one' } },
  { id: 'b', zone: 'y', tags: { Name: 'db' } },
  { id: 'c', zone: 'y', tags: {} },
]
test.each([
  [[['zone', ['y']]], ['b', 'c']],
  [[['zone', ['x', 'y']]], ['a', 'b', 'c']],
  [
    [
      ['zone', ['y']],
      ['tag:Name', ['d*']],
    ],
    ['b'],
  ],
  [[['tag-key', ['Team', 'none']]], ['a']],
  [[['tag-value', ['w?b']]], ['a']],
  [[['tag:constructor', ['*']]], []],
  [[['tag:Name', ['*']]], ['a', 'b']],
  [[['absent', ['*']]], []],
] as const)('filters %j find %j', (given, ids) => {
  const filters = given.map(([Name, Value]) => ({ Name, Value }))
  const found = applyFilters(machines, filters, { zone: machine => machine.zone, absent: () => undefined })
  expect(found.map(({ id }) => id)).toEqual(ids)
})

test('pages go on where the last one ended, also when records went meanwhile', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const first = page(keys, key => key, { MaxResults: 5 })
  expect(first.records).toEqual(['a', 'b', 'c', 'd', 'e'])
  const rest = page(['a', 'f', 'g'], key => key, { MaxResults: 5, NextToken: first.nextToken })
  expect(rest).toEqual({ records: ['f', 'g'], nextToken: undefined })
})

test('names become trees, and lists come in the order of their numbers', () => {
  const form = new URLSearchParams('Action=A&Id.2=b&Id.10=c&Id.1=a&One.Size=3&One.On=TRUE&Empty=')
  const { parameters } = readQuery(form)
  const fields = { Id: list(text), One: structure({ Size: integer, On: flag }), Empty: integer, None: structure({ X: text }) }
  expect(decodeFields(fields, parameters)).toEqual({ Id: ['a', 'b', 'c'], One: { Size: 3, On: true } })
})

test.each([
  ['A=1&A=2', 'more than once'],
  ['A=1&A.B=2', 'more than once'],
  ['N=', 'must contain the parameter N'],
  ['N=1.5', 'Expected an integer'],
  ['N=1&__proto__=2', '__proto__ is not recognized'],
  ['N=1&L.x=2', 'L.x is not recognized'],
  ['N=1&toString=2', 'toString is not recognized'],
])('%s is refused: %s', (query, message) => {
  const read = () =>
    decodeFields({ N: required(integer), L: list(text), A: text }, readQuery(new URLSearchParams(`Action=X&${query}`)).parameters)
  expect(read).toThrow(message)
})

test('XML: lists are items, empty lists stay, absent members do not, text is escaped', () => {
  const xml = document('R', 'urn:x', {
    set: ['a', { b: true }],
    none: [],
    gone: undefined,
    at: new Date(0),
    text: '<&>"\u0000é',
    number: 0,
  })
  expect(xml).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<R xmlns="urn:x"><set><item>a</item><item><b>true</b></item></set><none/>' +
      '<at>1970-01-01T00:00:00.000Z</at><text>&lt;&amp;&gt;&quot;\ufffdé</text><number>0</number></R>',
  )
})
