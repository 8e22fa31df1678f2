/** What the runner would read of our log: groups, masks, marks; and nothing that a machine printed. */
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { EventBody, Phase } from '../../src/model/event'
import type { Plan } from '../../src/model/plan'
import { buildReport, event, failedBuild, report } from '../outputs/reports'

/** As @actions/core says them, which is an ES module that jest does not load. */
jest.mock(
  '@actions/core',
  () => {
    const say = (line: string) => void process.stdout.write(`${line}\n`)
    const mark = (kind: string) => (text: string, properties?: object) => say(`${kind} ${JSON.stringify(properties)} ${text}`)
    return {
      setSecret: (text: string) => say(`mask ${text}`),
      setFailed: (text: string) => say(`failed ${text}`),
      error: mark('error'),
      warning: mark('warning'),
    }
  },
  { virtual: true },
)

import { Annotations } from '../../src/action/annotations'
import { GroupedLog } from '../../src/action/grouped-log'
import { harmless } from '../../src/action/log'
import { mask } from '../../src/action/masks'

async function written(work: () => unknown): Promise<string[]> {
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  try {
    await work()
    const text = spy.mock.calls.map(([chunk]) => String(chunk)).join('')
    return stripVTControlCharacters(text).trimEnd().split('\n')
  } finally {
    spy.mockRestore()
  }
}

const step = (build: string, phase: Phase, name: string): EventBody => ({ type: 'step-started', build, phase, step: name })
const say = (build: string, text: string): EventBody => ({ type: 'message', build, level: 'info', text })
const done = (build: string): EventBody => ({ type: 'build-finished', build, outcome: 'done', milliseconds: 5 })

describe('groups', () => {
  const log = (...bodies: EventBody[]) =>
    written(() => {
      const sink = new GroupedLog()
      sink.handle(event({ type: 'run-started', run: 'r', template: 't', builds: ['a', 'b'] }))
      for (const body of bodies) sink.handle(event(body))
    })

  test('one for each phase of a build, and its end outside', async () => {
    const lines = await log(
      say('a', 'hello'),
      step('a', 'launch', 'launch'),
      say('a', 'up'),
      step('a', 'image', 'create'),
      done('a'),
    )
    expect(lines).toEqual([
      ...['::group::a: prepare', '==> a: hello', '::endgroup::'],
      ...['::group::a: launch', '==> a: Launch', '==> a: up', '::endgroup::'],
      ...['::group::a: image', '==> a: Create', '::endgroup::'],
      "Build 'a' finished after 5 ms.",
    ])
  })

  test('what another build says waits until the phase of the one in front ends', async () => {
    const lines = await log(
      step('a', 'launch', 'launch'),
      step('b', 'launch', 'launch'),
      say('a', 'up'),
      say('b', 'up'),
      step('a', 'image', 'x'),
      done('a'),
      done('b'),
    )
    expect(lines).toEqual([
      ...['::group::a: launch', '==> a: Launch', '==> a: up', '::endgroup::'],
      ...['::group::b: launch', '==> b: Launch', '==> b: up', '::endgroup::'],
      ...['::group::a: image', '==> a: X', '::endgroup::'],
      ...["Build 'a' finished after 5 ms.", "Build 'b' finished after 5 ms."],
    ])
  })

  test('but not for long', async () => {
    const lines = await written(async () => {
      const sink = new GroupedLog(10)
      sink.handle(event(step('a', 'launch', 'launch')))
      sink.handle(event(say('b', 'waits')))
      await new Promise(resolve => setTimeout(resolve, 50))
    })
    expect(lines).toContain('==> b: waits')
  })

  test('at the end none is open and nothing is held back', async () => {
    const lines = await written(async () => {
      const sink = new GroupedLog()
      sink.handle(event(step('a', 'launch', 'launch')))
      sink.handle(event(say('b', 'late')))
      await sink.finish(report())
    })
    expect(lines.indexOf('==> b: late')).toBeLessThan(lines.findIndex(line => line.includes('Builds finished')))
    expect(lines.filter(line => line.startsWith('::group::'))).toHaveLength(lines.filter(line => line === '::endgroup::').length)
  })
})

describe('what machines print is no command to the runner', () => {
  test.each([
    '::set-output name=image-id::ami-evil',
    '  ::add-mask::x',
    'a ##[set-output name=x]y',
    'one\n::error::two',
    '\t::stop-commands::t',
  ])('%j', text => {
    for (const line of harmless(text).split('\n')) {
      // As the runner looks for them.
      expect(line.trimStart().startsWith('::')).toBe(false)
      expect(line).not.toContain('##[')
    }
  })

  test('other text stays as it is', () => {
    const text = 'std::vector a::b ::1 is a::b # [x] ==> ok'
    expect(harmless(text)).toBe(text)
  })
})

describe('masks', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const key = '-----BEGIN KEY-----\nabcd\n}\n\n-----END KEY-----\n'
  test.each([
    ['secret', ['secret']],
    ['x', ['x']],
    [key, ['-----BEGIN KEY-----', 'abcd', '-----END KEY-----', base64(key), base64(key.trim())]],
    ['a long line\r\nanother', ['a long line', 'another', base64('a long line\r\nanother')]],
    ['', []],
  ])('%j', async (secret, expected) => {
    expect(await written(() => mask([secret]))).toEqual(expected.length > 0 ? expected.map(line => `mask ${line}`) : [''])
  })
})

test.each([
  ['base64', 76],
  ['openssl base64', 64],
])('a long secret is known in the lines that %s makes of it', async (_program, width) => {
  for (const secret of ['k3y-'.repeat(40), `${'line of a key\n'.repeat(12)}`]) {
    const masks = (await written(() => mask([secret]))).map(line => line.replace('mask ', ''))
    const printed =
      Buffer.from(secret)
        .toString('base64')
        .match(new RegExp(`.{1,${width}}`, 'g')) ?? []
    expect(printed.filter(line => line.length >= 8 && !masks.some(masked => line.includes(masked)))).toEqual([])
  }
})

describe('marks', () => {
  const place = (line: number) => ({ line, column: 3, byte: 0 })
  const range = (file: string, from: number, to = from) => ({ file, start: place(from), end: { ...place(to), column: 9 } })
  const mistake = (line: number) =>
    ({ severity: 'error', summary: 'Unsupported argument', subject: range('/w/web/a.pkr.hcl', line) }) as const

  test('name file and line from the workspace on', async () => {
    const lines = await written(() => new Annotations(true, '/w').diagnostic(mistake(7)))
    expect(lines).toEqual([
      'error {"title":"Unsupported argument","file":"web/a.pkr.hcl","startLine":7,"endLine":7,"startColumn":3,"endColumn":9} Unsupported argument',
    ])
  })

  test('over several lines have no columns, and outside of the workspace no place', async () => {
    const lines = await written(() => {
      const annotations = new Annotations(true, '/w')
      annotations.diagnostic({ severity: 'warning', summary: 'a', subject: range('/w/x', 1, 3) })
      annotations.diagnostic({ severity: 'error', summary: 'b', subject: range('/elsewhere/x', 1) })
    })
    expect(lines).toEqual(['warning {"title":"a","file":"x","startLine":1,"endLine":3} a', 'error {"title":"b"} b'])
  })

  test('are ten at most, the last one says how many more there were', async () => {
    const lines = await written(() => {
      const annotations = new Annotations(true, '/w')
      for (let line = 1; line <= 25; line++) annotations.diagnostic(mistake(line))
      annotations.failed('web is not valid')
    })
    expect(lines).toHaveLength(10)
    expect(lines[9]).toBe('failed web is not valid (16 more errors: see the log)')
  })

  test.each([
    [8, 8, undefined],
    [9, 9, 'warning undefined 1 more warning: see the log'],
    [30, 9, 'warning undefined 22 more warnings: see the log'],
  ])('of %d warnings %d are there, and the last one counts the rest', async (many, shown, last) => {
    const lines = await written(() => {
      const annotations = new Annotations(true, '/w')
      for (let line = 1; line <= many; line++) annotations.diagnostic({ ...mistake(line), severity: 'warning' })
      annotations.end()
    })
    expect(lines).toHaveLength(shown)
    if (last) expect(lines.at(-1)).toBe(last)
  })

  test('a workspace behind a symbolic link is the workspace, and a name that begins with dots is in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ingot-link-'))
    mkdirSync(join(folder, 'real', '..web'), { recursive: true })
    symlinkSync(join(folder, 'real'), join(folder, 'link'))
    const at = (file: string) => ({ severity: 'error', summary: 'b', subject: range(join(folder, file), 1) }) as const
    const lines = await written(() => {
      const annotations = new Annotations(true, join(folder, 'link'))
      for (const file of ['real/..web/a.hcl', 'link/a.hcl', 'other/a.hcl']) annotations.diagnostic(at(file))
    })
    expect(lines.map(line => /"file":"([^"]*)"/.exec(line)?.[1])).toEqual(['..web/a.hcl', 'a.hcl', undefined])
  })

  test('switched off, only the last one is there', async () => {
    const lines = await written(() => {
      const annotations = new Annotations(false, '/w')
      annotations.diagnostic(mistake(1))
      annotations.failed('web is not valid')
    })
    expect(lines).toEqual(['failed web is not valid'])
  })

  test('a failed smoke test is marked at its block, without secrets', async () => {
    const source = { range: range('/w/web.pkr.hcl', 4) }
    const smokeTests = [{ name: 'db', range: range('/w/web.ingot.hcl', 2) }]
    const plan = { builds: [{ name: 'amazon-ebs.db', source, smokeTests }] } as unknown as Plan
    const lines = await written(() =>
      new Annotations(true, '/w', text => text.replaceAll('refused', '<sensitive>')).report(
        report({ builds: [buildReport(), failedBuild] }),
        plan,
      ),
    )
    expect(lines).toEqual([
      expect.stringMatching(
        /^error .*"title":"Smoke test failed: port, 5432","file":"web\.ingot\.hcl","startLine":2.* amazon-ebs\.db: <sensitive>$/,
      ),
    ])
  })

  test('another failure is marked at the source', async () => {
    const source = { range: range('/w/web.pkr.hcl', 4) }
    const plan = { builds: [{ name: 'amazon-ebs.db', source, smokeTests: [] }] } as unknown as Plan
    const broken = { ...failedBuild, smokeTests: [], error: { message: 'quota', advice: 'Ask for more.' } }
    const lines = await written(() => new Annotations(true, '/w').report(report({ builds: [broken] }), plan))
    expect(lines.join('\n')).toMatch(
      /^error .*"title":"amazon-ebs\.db failed","file":"web\.pkr\.hcl","startLine":4.* quota\nAsk for more\.$/,
    )
  })
})
