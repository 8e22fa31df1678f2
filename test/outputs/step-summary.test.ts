import { cell, code, codeBlock } from '../../src/outputs/markdown'
import { ganttOf } from '../../src/outputs/mermaid'
import { PhaseTimes } from '../../src/outputs/phase-times'
import { stepSummary } from '../../src/outputs/step-summary'
import { at, buildReport, event, failedBuild, report } from './reports'

const page = (given: Parameters<typeof report>[0], more = {}) => stepSummary(report(given), { limit: 1_000_000, ...more })

test('the result first, then the images', () => {
  const lines = page({}).split('\n')
  expect(lines[0]).toBe('## ✅ web: 2 images')
  expect(lines).toContain('| `amazon-ebs.web` | `ami-1` | us-east-1 | web | `ami-0` |')
  expect(lines).toContain('| ✅ | `amazon-ebs.web` | answers | 5 ms |  |')
})

test('a failure is told before everything else, with its last output folded away', () => {
  const builds = [
    buildReport(),
    { ...failedBuild, error: { message: 'it | broke', advice: 'Mend it.', evidence: 'last ``` words' } },
  ]
  const text = page({ outcome: 'failed', builds, problems: ['The output "x" failed'] })
  expect(text).toMatch(/^## ❌ web: 1 of 2 builds failed/)
  expect(text).toContain('it \\| broke')
  expect(text).toContain('````\nlast ``` words\n````')
  expect(text).toContain('> ⚠️ The output "x" failed')
})

test('an untested image is said to be one', () => {
  expect(page({ smokeTested: false })).toContain('**NOT TESTED**')
})

test('a candidate waits for merge', () => {
  const waiting = buildReport({
    images: [],
    artifacts: [],
    candidate: { value: { imageId: 'ami-9' }, values: {}, held: [{ kind: 'aws.image', id: 'ami-9', place: {} }] },
  })
  const text = page({ builds: [waiting] })
  expect(text).toMatch(/^## ✅ web: 1 candidate waits for merge/)
  expect(text).toContain('`ami-9`')
})

test('what does not fit is left out and named; the result always fits', () => {
  const smokeTests = Array.from(
    { length: 20_000 },
    (_, i) => ({ test: 't', name: `test ${i} ${'x'.repeat(100)}`, outcome: 'passed', milliseconds: 1 }) as const,
  )
  const text = page({ builds: [buildReport({ smokeTests })] })
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000)
  expect(text).toMatch(/^## ✅ web/)
  expect(text).toMatch(/Left out, because the page would be too long: smoke tests\./)
})

describe('the timeline', () => {
  test('pieces of one phase are one, in order, and a phase that comes again has another piece', () => {
    const times = new PhaseTimes()
    const phase = (second: number, name: 'launch' | 'provision', type: 'step-started' | 'step-finished', build = 'a') =>
      times.handle({
        ...event({ type, build, phase: name, step: 's', outcome: 'done', milliseconds: 1 } as never),
        at: at + second * 1000,
      })
    phase(0, 'launch', 'step-started')
    phase(2, 'launch', 'step-finished')
    phase(2, 'launch', 'step-started')
    phase(1, 'launch', 'step-started', 'b')
    phase(5, 'launch', 'step-finished')
    phase(5, 'provision', 'step-started')
    phase(9, 'provision', 'step-finished')
    phase(9, 'launch', 'step-started')
    expect(ganttOf(times.all())?.split('\n')).toEqual([
      ...['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', '  section a'],
      ...['  launch 5.0 s : 0, 5000', '  provision 4.0 s : 5000, 9000', '  launch 0.0 s : 9000, 9001'],
      ...['  section b', '  launch 0.0 s : 1000, 1001'],
    ])
  })

  test('is in the page, and none is drawn of nothing', () => {
    const times = [{ build: 'a: b; c#', phase: 'launch', from: 1, to: 5 }] as const
    expect(page({}, { times })).toContain('```mermaid\ngantt')
    expect(page({}, { times })).toContain('  section a  b  c \n')
    expect(page({})).not.toContain('mermaid')
  })
})

describe('texts of other people stay texts', () => {
  test.each([
    ['a | b', 'a \\| b'],
    ['two\nlines', 'two lines'],
    ['<script>&', '&lt;script&gt;&amp;'],
    ['@everyone', '&#64;everyone'],
    ['[x](y)', '\\[x\\]\\(y\\)'],
  ])('%j in a cell', (text, expected) => expect(cell(text)).toBe(expected))

  test.each([
    ['ami-1', '`ami-1`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a|b', '`a\\|b`'],
    ['', ''],
  ])('%j as code', (text, expected) => expect(code(text)).toBe(expected))

  test('a block of code ends where it should', () => {
    expect(codeBlock('a\n```\nb')).toBe('````\na\n```\nb\n````')
  })
})

test('no name of a stranger breaks the page: control characters, halves of pairs, a megabyte', () => {
  const hostile = ['\u0000\u001b[31mred\u009b2J', '\ud800 half', 'a\nb | c `d` <e> ]]>', 'x'.repeat(1024 * 1024)]
  const smokeTests = hostile.map(name => ({ test: 't', name, outcome: 'failed' as const, milliseconds: 1, detail: name }))
  const error = { message: hostile.join(), evidence: hostile.slice(0, 3).join() }
  const text = page({ builds: [{ ...failedBuild, smokeTests, error }] })
  expect(Buffer.from(text).toString()).toBe(text)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that may not be there
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
  expect(text.match(/^\| ❌ .*\|$/gm)).toHaveLength(hostile.length)
  expect(text.length).toBeLessThan(10_000)
})
