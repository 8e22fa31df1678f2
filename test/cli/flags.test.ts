import { choice, list, parseArguments, text, toggle, whole } from '../../src/cli/flags'

const specs = {
  force: toggle('Force.'),
  color: toggle('Colour.', true),
  var: list('NAME=VALUE', 'Values.'),
  only: list('PATTERN', 'Patterns.', true),
  'parallel-builds': whole('N', 'Builds at a time.', 0),
  'on-error': choice('What then.', ['cleanup', 'abort'], 'cleanup'),
  'tfvars-file': text('FILE', 'Where to.'),
}

const parse = (...argv: string[]) => parseArguments(specs, argv)

test('defaults', () => {
  expect(parse('dir')).toEqual({
    flags: {
      force: false,
      color: true,
      var: [],
      only: [],
      'parallel-builds': 0,
      'on-error': 'cleanup',
      'tfvars-file': undefined,
    },
    rest: ['dir'],
  })
})

test.each([
  [['-force'], { force: true }],
  [['--force'], { force: true }],
  [['-force=false'], { force: false }],
  [['-force=T'], { force: true }],
  [['--color=0'], { color: false }],
  [['-var', 'a=b=c', '--var', 'a=2', '-var=x='], { var: ['a=b=c', 'a=2', 'x='] }],
  [['-only=a,b', '-only', 'c,'], { only: ['a', 'b', 'c'] }],
  [['-only='], { only: [''] }],
  [['-only', ','], { only: [''] }],
  [['-parallel-builds=2'], { 'parallel-builds': 2 }],
  [['-parallel-builds', '-1'], { 'parallel-builds': -1 }],
  [['-on-error=abort'], { 'on-error': 'abort' }],
  [['-var', '-force'], { var: ['-force'], force: false }],
  [['-tfvars-file='], { 'tfvars-file': '' }],
])('%j', (argv, expected) => {
  expect(parse(...argv).flags).toMatchObject(expected)
})

test('arguments may stand anywhere; a single dash is one; what follows -- is the command', () => {
  expect(parse('a', '-force', '-', '--', '-force', 'x')).toMatchObject({
    rest: ['a', '-'],
    command: ['-force', 'x'],
    flags: { force: true },
  })
  expect(parse('a').command).toBeUndefined()
})

test.each([
  [['-forse'], 'Unknown flag -forse', 'Did you mean -force?'],
  [['-zzzzzzzz'], 'Unknown flag -zzzzzzzz', 'The flag -help lists all that there are.'],
  [['-var'], 'Flag -var needs a value', 'Write -var NAME=VALUE.'],
  [['-force=maybe'], 'Invalid value for flag -force: "maybe" is neither true nor false', 'Force.'],
  [['-parallel-builds=x'], 'Invalid value for flag -parallel-builds: "x" is not a whole number', 'Builds at a time.'],
  [['-on-error=pray'], 'Invalid value for flag -on-error: "pray" is none of cleanup, abort', 'What then. One of cleanup, abort.'],
  [['-constructor'], 'Unknown flag -constructor', 'The flag -help lists all that there are.'],
])('%j is refused', (argv, message, advice) => {
  expect(() => parse(...argv)).toThrow(expect.objectContaining({ code: 'invalid', message, details: { advice } }))
})
