/** TAP and JUnit as tools in the wild write them, and as nobody should. */
import { readReport, readTap } from '../../src/smoke-tests/reports'
import { readJunit } from '../../src/smoke-tests/reports/junit'

const brief = (findings: ReturnType<typeof readTap>) =>
  findings?.map(({ name, outcome, detail }) => `${outcome} ${name}${detail ? ` | ${detail}` : ''}`)

test.each([
  ['plan first', '1..2\nok 1 - a\nok 2 - b\n', ['passed a', 'passed b']],
  ['plan last, no numbers', 'ok a\nnot ok b\n1..2', ['passed a', 'failed b | not ok']],
  [
    'skip and todo',
    '1..3\nok 1 - a # SKIP no docker\nnot ok 2 - b # TODO later\nok 3 - c # todo',
    ['skipped a | skip: no docker', 'skipped b | todo: later', 'passed c'],
  ],
  ['notes of a failure', '1..1\nnot ok 1 - a\n# (in file x)\n#   more\n', ['failed a | (in file x)\n  more']],
  ['YAML of a failure', 'TAP version 13\n1..1\nnot ok 1 - a\n  ---\n  got: 1\n  ...\n', ['failed a |   ---\n  got: 1\n  ...']],
  ['fewer than announced', '1..3\nok 1 - a\n', ['passed a', 'failed plan | 3 tests were announced, and 1 came']],
  ['given up', '1..3\nok 1\nBail out! no disk\n', ['passed test 1', 'failed Bail out! | no disk']],
  ['a hash that is none', '1..1\nok 1 - a \\# b', ['passed a # b']],
  ['all skipped', '1..0 # SKIP nothing to do', []],
  ['words that are no TAP', 'ok, we begin\nnot ok at all', undefined],
  ['nothing', '', undefined],
])('TAP: %s', (_case, text, expected) => {
  expect(brief(readTap(text))).toEqual(expected)
})

test.each([
  [
    'nested suites',
    '<testsuites><testsuite name="a"><testsuite name="b"><testcase name="x"/></testsuite><testcase name="y"/></testsuite></testsuites>',
    ['passed y', 'passed x'],
  ],
  [
    'one suite',
    '<?xml version="1.0"?><testsuite><testcase name="x" classname="c" time="1,000.5"><error type="E">boom</error></testcase></testsuite>',
    ['failed x | boom'],
  ],
  [
    'message and text',
    '<testsuite><testcase name="x"><failure message="m">text</failure></testcase></testsuite>',
    ['failed x | m\ntext'],
  ],
  ['CDATA', '<testsuite><testcase name="x"><failure><![CDATA[a < b]]></failure></testcase></testsuite>', ['failed x | a < b']],
  ['entities', '<testsuite><testcase name="a &lt; &quot;b&quot;"/></testsuite>', ['passed a < "b"']],
  ['empty', '<testsuites/>', []],
  ['other XML', '<html/>', undefined],
  ['no XML', 'hello <', undefined],
])('JUnit: %s', (_case, text, expected) => {
  expect(brief(readJunit(text))).toEqual(expected)
})

test('entities that grow are not put in', () => {
  const bomb = `<!DOCTYPE t [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY b${i} "${`&${i ? `b${i - 1}` : 'a'};`.repeat(10)}">`).join('')}]><testsuite><testcase name="&b8;"/></testsuite>`
  let length = 0
  try {
    length = JSON.stringify(readJunit(bomb) ?? '').length
  } catch {}
  expect(length).toBeLessThan(10_000)
})

test('a file that is neither is a failure, not silence', () => {
  expect(brief([...readReport('x.xml', 'nonsense')])).toEqual(['failed x.xml | x.xml is neither TAP nor JUnit XML'])
})
