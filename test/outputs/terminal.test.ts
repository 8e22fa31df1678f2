import { Terminal, type TerminalOptions } from '../../src/outputs/terminal'
import { at, buildReport, event, failedBuild, report } from './reports'

function terminal(options: Partial<TerminalOptions> = {}) {
  const written: string[] = []
  const sink = new Terminal({ write: text => written.push(text), color: false, ...options })
  sink.handle(event({ type: 'run-started', run: 'r', template: 't', builds: ['null.a', 'null.b'] }))
  return { sink, text: () => written.join(''), written }
}

const build = 'null.a'

test.each([
  [{ type: 'message', build, level: 'info', text: 'Waiting' } as const, '==> null.a: Waiting\n'],
  [{ type: 'message', build, level: 'info', text: 'two\nlines' } as const, '==> null.a: two\n==> null.a: lines\n'],
  [{ type: 'message', level: 'warning', text: 'NOT TESTED' } as const, 'Warning: NOT TESTED\n'],
  [{ type: 'output', build, stream: 'stdout', text: 'one', from: 'shell' } as const, '    null.a: one\n'],
  [{ type: 'output', build, stream: 'stderr', text: 'oops', from: 'shell' } as const, '==> null.a: oops\n'],
  [{ type: 'step-started', build, phase: 'launch', step: 'import key pair' } as const, '==> null.a: Import key pair\n'],
  [
    { type: 'build-finished', build, outcome: 'done', milliseconds: 123_000 } as const,
    "Build 'null.a' finished after 2 min 3 s.\n",
  ],
  [
    {
      type: 'build-finished',
      build,
      outcome: 'failed',
      milliseconds: 400,
      error: { message: 'exit 3', advice: 'Look.', evidence: 'last' },
    } as const,
    "Build 'null.a' errored after 400 ms: exit 3\nlast\nLook.\n",
  ],
  [
    { type: 'leftover', kind: 'aws.key-pair', id: 'k', place: {}, reason: 'in use' } as const,
    'Left behind: aws.key-pair k: in use\n',
  ],
])('%j', (body, expected) => {
  const { sink, text } = terminal()
  sink.handle(event(body))
  expect(text()).toBe(expected)
})

test('each build has its colour, errors are red', () => {
  const { sink, text } = terminal({ color: true })
  sink.handle(event({ type: 'message', build: 'null.b', level: 'info', text: 'hi' }))
  sink.handle(event({ type: 'output', build: 'null.b', stream: 'stderr', text: 'oops', from: '' }))
  expect(text()).toBe('\u001b[1;36m==> null.b: hi\u001b[0m\n\u001b[1;31m==> null.b: oops\u001b[0m\n')
})

test('-timestamp-ui puts the time before each message', () => {
  const { sink, text } = terminal({ timestamps: true })
  sink.handle(event({ type: 'message', build, level: 'info', text: 'hi' }))
  expect(text()).toBe('2026-01-02T03:04:05Z: ==> null.a: hi\n')
})

describe('progress', () => {
  test('in a log: at once, and then not more often than every ten seconds for each build', () => {
    const { sink, text } = terminal()
    for (let second = 0; second <= 25; second++)
      sink.handle({ at: at + second * 1000, type: 'progress', build, text: `snapshot ${second}`, fraction: second / 100 })
    sink.handle({ at: at + 26_000, type: 'progress', build: 'null.b', text: 'other' })
    expect(text()).toBe(
      '    null.a: snapshot 0 (0 %)\n    null.a: snapshot 10 (10 %)\n    null.a: snapshot 20 (20 %)\n    null.b: other\n',
    )
  })

  test('for a person: one line that replaces itself, stays last, fits, and is gone at the end', async () => {
    const { sink, written } = terminal({ columns: 20 })
    sink.handle(event({ type: 'progress', build, text: 'a very long way to go' }))
    sink.handle(event({ type: 'message', build, level: 'info', text: 'hi' }))
    expect(written).toEqual(['\r\u001b[K    null.a: a very ', '\r\u001b[K==> null.a: hi\n    null.a: a very '])
    await sink.finish(report())
    expect(written[2]).toBe('\r\u001b[K')
    expect(written.slice(3).join('')).not.toContain('a very')
  })
})

test('the last words of a run that went well', async () => {
  const { sink, text } = terminal({ next: () => 'terraform plan' })
  const files = [
    { what: 'log', path: '/runs/ingot-1/log.txt' },
    { what: 'manifest', path: 'packer-manifest.json' },
    { what: 'tfvars', path: 'images.auto.tfvars.json' },
  ]
  await sink.finish(report({ files }))
  expect(text()).toBe(`
==> Wait completed after 1 min 1 s

==> Builds finished. The artifacts of successful builds are:
--> amazon-ebs.web: AMIs were created:
eu-west-1: ami-2
us-east-1: ami-1


Build           Image  Region     launch  smoke test   total
amazon-ebs.web  ami-1  us-east-1  20.0 s      12.3 s  61.2 s
                ami-2  eu-west-1

Smoke tests          1 passed
Log                  /runs/ingot-1/log.txt
Manifest             packer-manifest.json
Terraform variables  images.auto.tfvars.json
Next                 terraform plan
`)
})

test('the last words of a run that did not', async () => {
  const { sink, text } = terminal()
  const leftovers = [{ build: 'amazon-ebs.db', kind: 'aws.instance', id: 'i-1', place: {}, reason: 'in use' }]
  await sink.finish(
    report({
      outcome: 'failed',
      smokeTested: false,
      builds: [buildReport(), failedBuild],
      leftovers,
      problems: ['The output "log" failed: x'],
    }),
  )
  const lines = text().split('\n')
  expect(lines).toContain("==> Some builds didn't complete successfully and had errors:")
  expect(lines).toContain('--> amazon-ebs.db: 1 of 1 smoke tests failed: port, 5432')
  expect(lines).toContainEqual(expect.stringMatching(/^amazon-ebs\.db +failed +- /))
  expect(lines).toContainEqual(expect.stringMatching(/^Smoke tests +amazon-ebs\.db: 1 failed: port, 5432 \(NOT TESTED/))
  expect(lines).toContainEqual(expect.stringMatching(/^Left behind +aws\.instance i-1$/))
  expect(lines).toContainEqual(expect.stringMatching(/^Remove with +ingot clean$/))
  expect(lines).toContainEqual(expect.stringMatching(/^Problem +The output "log" failed: x$/))
})
