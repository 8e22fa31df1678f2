import { declaration, type InputName, inputs } from '../../src/action/inputs'
import { readInputs } from '../../src/action/read-inputs'
import { assignments } from '../../src/action/vars-lines'
import { Failure } from '../../src/model/failure'

/** As the runner sets them: every declared one, with its default. */
function environment(given: Readonly<Record<string, string>> = {}): Record<string, string> {
  const declared = Object.fromEntries((Object.keys(inputs) as InputName[]).map(name => [name, declaration(name).default ?? '']))
  const all = { ...declared, template: 'web', ...given }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

const read = (given: Readonly<Record<string, string>> = {}, more: Readonly<Record<string, string>> = {}) =>
  readInputs({ ...environment(given), ...more })

function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    expect(error.code).toBe('invalid')
    return `${error.message}. ${error.details.advice}`
  }
  throw new Error('was accepted')
}

/** A value for each input, with the command that it is for. */
const samples: Readonly<Record<InputName, readonly [value: string, command?: string]>> = {
  command: ['plan'],
  template: ['other'],
  vars: ['a=b'],
  'var-files': ['a.pkrvars.hcl'],
  only: ['a'],
  except: ['a'],
  sandbox: ['true'],
  region: ['eu-west-1'],
  endpoint: ['http://127.0.0.1:5000'],
  'role-to-assume': ['arn:aws:iam::123456789012:role/r'],
  audience: ['other'],
  image: ['ami-2', 'test'],
  'smoke-tests': ['smoke/more.yaml'],
  'no-smoke-tests': ['true'],
  'skip-unchanged': ['true'],
  'host-keys': ['pin'],
  'evaluate-datasources': ['true', 'plan'],
  'syntax-only': ['true', 'validate'],
  'sandbox-image': ['b.qcow2'],
  'sandbox-image-checksum': ['sha256:b'],
  'sandbox-image-name': ['ubuntu'],
  'sandbox-image-owner': ['099720109477'],
  'smoke-tests-timeout': ['20m'],
  'tf-env-file': ['images.env'],
  sbom: ['false'],
  'sbom-dir': ['lists'],
  'previous-sbom': ['before'],
  'machine-lifetime': ['0s'],
  runs: ['r1,r2', 'clean'],
  force: ['true'],
  'parallel-builds': ['2'],
  'on-failure': ['abort'],
  'tfvars-file': ['x.json'],
  'ssm-parameter': ['/images/web'],
  publish: ['later'],
  'matrix-by': ['region', 'plan'],
  reports: ['cells', 'merge'],
  'older-than': ['3h', 'clean'],
  regions: ['eu-west-1', 'clean'],
  'dry-run': ['true', 'clean'],
  'working-directory': ['images'],
  summary: ['false'],
  annotations: ['false'],
  comment: ['true'],
  'github-token': ['t'],
  'timeout-minutes': ['1.5'],
}

test.each(Object.entries(samples))('%s changes what is done', (name, [value, command = 'build']) => {
  const base = {
    command,
    ...(command === 'test' && { image: 'ami-1' }),
    ...(command === 'clean' && { template: '', 'older-than': '1h' }),
    'github-token': 'token',
    ...(name.startsWith('sandbox-') && { sandbox: 'true', 'sandbox-image': 'a.qcow2', 'sandbox-image-checksum': 'sha256:a' }),
    ...(name === 'audience' && { 'role-to-assume': 'arn:aws:iam::123456789012:role/r' }),
    ...(command === 'merge' && name !== 'reports' && { reports: 'r' }),
  }
  const without = name === 'reports' ? undefined : read(base)
  expect(read({ ...base, [name]: value })).not.toEqual(without)
})

test.each([
  [{ templat: 'x' }, /There is no input templat\. Did you mean template\?/],
  [{ 'no-such-thing-at-all': 'x' }, /There is no input no-such-thing-at-all\. There are: command, template/],
  [{ template: '' }, /The input template is missing\..*template: images\/web/],
  [{ command: 'biuld' }, /The input command is "biuld"\. .*build, validate, plan, merge, test, clean.*Did you mean build\?/],
  [{ sandbox: 'yes' }, /The input sandbox is "yes"\. It takes true or false/],
  [{ 'parallel-builds': '-1' }, /The input parallel-builds is "-1"\. It takes a whole number/],
  [{ 'timeout-minutes': 'soon' }, /It takes a number of minutes/],
  [{ 'on-failure': 'ask' }, /It takes one of cleanup, abort/],
  [{ command: 'test' }, /The input image is missing/],
  [{ 'no-smoke-tests': 'true', 'smoke-tests': 'x' }, /exclude each other/],
  [{ command: 'clean', template: '' }, /The input older-than is missing/],
  [{ command: 'clean', template: '', 'older-than': '3 days' }, /It takes a time such as 90m or 3h/],
  [{ command: 'clean', 'older-than': '3h' }, /The input template means nothing to command: clean/],
  [{ 'older-than': '3h' }, /older-than means nothing to command: build/],
  [{ command: 'merge' }, /The input reports is missing/],
  [{ reports: 'x' }, /The input reports means nothing to command: build\. It is for command: merge/],
  [{ command: 'plan', sandbox: 'true' }, /The input sandbox means nothing to command: plan/],
  [{ sandbox: 'true', endpoint: 'http://x' }, /sandbox and endpoint exclude each other/],
  [{ sandbox: 'true', 'role-to-assume': 'arn' }, /sandbox and role-to-assume exclude each other/],
  [{ publish: 'later', 'ssm-parameter': '/x' }, /ssm-parameter and publish: later exclude each other.*command: merge/],
  [{ command: 'test', image: 'ami-1', 'ssm-parameter': '/x' }, /ssm-parameter means nothing to command: test/],
  [{ publish: 'later', 'tf-env-file': 'x' }, /tf-env-file and publish: later exclude each other/],
  [{ 'no-smoke-tests': 'true', 'smoke-tests-timeout': '5m' }, /exclude each other/],
  [{ command: 'validate', 'syntax-only': 'true', 'evaluate-datasources': 'true' }, /exclude each other/],
  [{ 'sandbox-image': 'a.qcow2', 'sandbox-image-checksum': 'x' }, /sandbox-image needs the input sandbox, which is false/],
  [{ sandbox: 'true', 'sandbox-image': 'a.qcow2' }, /needs the input sandbox-image-checksum, which is missing/],
  [{ sandbox: 'true', 'sandbox-image-name': 'x' }, /sandbox-image-name needs the input sandbox-image, which is missing/],
  [{ sbom: 'false', 'previous-sbom': 'x' }, /previous-sbom needs the input sbom, which is false/],
  [{ sbom: 'false', 'sbom-dir': 'x' }, /sbom-dir needs the input sbom, which is false/],
  [{ audience: 'mine' }, /audience needs the input role-to-assume, which is missing/],
  [{ 'smoke-tests-timeout': '5' }, /It takes a time such as 90m or 3h/],
  [{ 'on-failure': 'run-cleanup' }, /It takes one of .*run-cleanup-provisioner/],
  [{ runs: 'r1' }, /The input runs means nothing to command: build/],
  [{ comment: 'true', 'github-token': '' }, /The input comment needs a token/],
])('%j is one clear error', (given, expected) => {
  expect(refusal(() => read({ 'github-token': 'token', ...given } as Record<string, string>))).toMatch(expected)
})

test('a role beside keys in the environment is a contradiction', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'AKIA' }
  expect(refusal(() => read({ 'role-to-assume': 'arn' }, keys))).toMatch(/AWS_ACCESS_KEY_ID/)
})

test('clean takes runs instead of an age', () => {
  expect(read({ command: 'clean', template: '', runs: 'r1\nr2' })).toMatchObject({ runs: ['r1', 'r2'], 'older-than': undefined })
})

test('defaults of one command do not get in the way of another', () => {
  expect(read({ command: 'plan' })).toMatchObject({ command: 'plan', 'matrix-by': 'build' })
})

test('lists take lines and commas, and blanks round them', () => {
  const { only, 'var-files': variableFiles } = read({ only: ' a.b, *.c\n\nd ', 'var-files': 'a b.hcl\r\n c.json ' })
  expect(only).toEqual(['a.b', '*.c', 'd'])
  expect(variableFiles).toEqual(['a b.hcl', 'c.json'])
})

test('toggles are read as YAML writes them', () => {
  expect(['true', 'True', 'TRUE'].map(sandbox => read({ sandbox }).sandbox)).toEqual([true, true, true])
  expect(read({ sandbox: 'False' }).sandbox).toBe(false)
})

describe('vars', () => {
  test.each([
    ['a=b', [['a', 'b']]],
    ['a=b=c "d" \'e\' $f `g`', [['a', 'b=c "d" \'e\' $f `g`']]],
    ['  a = b ', [['a', ' b ']]],
    ['a=', [['a', '']]],
    [
      'a=1\r\nb=2\n\n',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['a=x<<y', [['a', 'x<<y']]],
    [
      'a<<END\none\n  two = "2"\n\nEND\nb=3',
      [
        ['a', 'one\n  two = "2"\n'],
        ['b', '3'],
      ],
    ],
    ['a<<END\nEND', [['a', '']]],
    ['list=["x","y"]', [['list', '["x","y"]']]],
    ['map<<E\n{ a = "b" }\nE', [['map', '{ a = "b" }']]],
  ])('%j', (text, expected) => {
    expect(assignments(text).map(({ name, text: value }) => [name, value])).toEqual(expected)
  })

  test.each([
    ['s3cret', /Line 1 of the input vars is not name=value/],
    ['a=1\n=s3cret', /Line 2 of the input vars is not name=value/],
    ['a b=s3cret', /Line 1/],
    ['a<<\ns3cret', /Line 1/],
    ['key<<END\ns3cret', /the value of key does not end.*only END/],
  ])('%j is refused without showing it', (text, expected) => {
    const said = refusal(() => assignments(text))
    expect(said).toMatch(expected)
    expect(said).not.toContain('s3cret')
  })
})
