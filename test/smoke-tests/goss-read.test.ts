/** What cannot be asked is refused by name, before there is a machine. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readGoss } from '../../src/smoke-tests/goss'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-goss-read-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function read(text: string, environment = {}) {
  const file = join(folder, 'goss.yaml')
  writeFileSync(file, text)
  const { checks, problems } = readGoss({ files: [file], vars: [], environment })
  return { checks, problems: problems.map(problem => problem.replace(`${file}: `, '')) }
}

test.each([
  ['windows', 'registry: {a: {exists: true}}', /^resource type "registry" is not supported; there are addr, command, /],
  [
    'an attribute',
    'file: {/a: {exists: true, sha1: x}}',
    /^file "\/a": attribute "sha1" is not supported; there are title, meta, skip, path, /,
  ],
  ['an attribute', 'service: {a: {running: true, level: [x]}}', /attribute "level" is not supported/],
  ['an alias of nothing', 'service: {a: *b}', /Unresolved alias/],
  ['a number', 'user: {a: {exists: true, uid: root}}', /uid is "root", but has to be a whole number/],
  ['a target', 'command: {a: {exec: [b], exit-status: 0}}', /exec is \["b"\], but has to be a text/],
  [
    'a matcher',
    'user: {a: {exists: true, uid: {above: 3}}}',
    /^user "a": uid: there is no matcher "above"; there are and, consist-of, /,
  ],
  [
    'two matchers',
    'user: {a: {exists: true, uid: {gt: 3, lt: 5}}}',
    /uid: one matcher at a time, and there are gt, lt; write and: /,
  ],
  ['no matcher', 'user: {a: {exists: true, uid: {}}}', /uid: an expectation is empty/],
  ['a nested one', 'matching: {a: {content: 1, matches: {and: [{not: {gt: x}}]}}}', /matches: gt takes a number, not "x"/],
  [
    'an expression',
    'file: {/a: {exists: true, contents: ["/(/"]}}',
    /contents: "\(" is not a regular expression: missing closing \)/,
  ],
  [
    'a range',
    'matching: {a: {content: 1, matches: {semver-constraint: ">2.0"}}}',
    /">2.0" is not a range of semantic versions: 2.0 lacks a part/,
  ],
  ['a path', 'matching: {a: {content: 1, matches: {gjson: {"a.@sort": 1}}}}', /the path "a.@sort" uses "@sort"/],
  ['what has to be said', 'file: {/a: {mode: "0644"}}', /^file "\/a": it does not say "exists", which it has to/],
  ['a setting', 'command: {x: {exit-status: 0, timeout: 3s}}', /timeout is "3s", but has to be a whole number/],
  ['a list', 'file: [1]', /file is \[1\], but has to be a map of resources/],
  ['YAML', 'file: {', /.+/],
  ['doubled keys', 'file: {/a: {exists: true}, /a: {exists: true}}', /Map keys must be unique/],
  ['a function', 'file: {/{{ sprig "x" }}: {exists: true}}', /function "sprig" not defined/],
  ['a variable', 'file: {/{{ .Vars.x }}: {exists: true}}', /map has no entry for key "x"/],
  ['a missing include', 'gossfile: {other.yaml: {}}', /gossfile "other.yaml": there is no such file/],
  ['itself', 'gossfile: {goss.yaml: {}}', /it includes itself/],
  ['nothing', '{}', /nothing is asked in it/],
])('%s', (_case, text, problem) => {
  const { problems } = read(text)
  expect(problems).toEqual([expect.stringMatching(problem)])
})

test('all problems at once', () => {
  const { problems } = read('file: {/a: {exists: true, x: 1}, /b: {mode: x}}\nbogus: {}\nuser: {a: {exists: true}}')
  expect(problems).toHaveLength(3)
})

test('an unreadable file is a problem too', () => {
  expect(readGoss({ files: [join(folder, 'absent')], vars: [], environment: {} }).problems[0]).toMatch(/it cannot be read/)
})
