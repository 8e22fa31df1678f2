/** Names of regions: a misspelt one is told without a call, and one that is new is in nobody's way. */
import { readFileSync } from 'node:fs'
import { accessFrom } from '../../../src/platforms/aws/access-options'
import { explain } from '../../../src/platforms/aws/errors'
import { knownRegions, misspeltRegion } from '../../../src/platforms/aws/region-names'

const kept = { ...process.env }
afterEach(() => {
  process.env = { ...kept }
})

test('they are those that the SDK lists, in all partitions', () => {
  const text = readFileSync(require.resolve('@aws-sdk/core/client'), 'utf8')
  const listed = [...text.matchAll(/^ +"?([a-z]+(?:-[a-z]+)+-\d)"?: \{$/gm)].map(([, name]) => name)
  expect(listed.length).toBeGreaterThan(30)
  expect([...knownRegions].sort()).toEqual(listed.sort())
})

test.each([
  ['us-esat-1', 'us-east-1'],
  ['us-wst-2', 'us-west-2'],
  ['eu-wets-1', 'eu-west-1'],
  ['us-east-1a', 'us-east-1'],
  ['us-east1', 'us-east-1'],
  ['ap-souteast-2', 'ap-southeast-2'],
  ['us-gov-wset-1', 'us-gov-west-1'],
  ['eu_central_1', 'eu-central-1'],
  ['EU-WEST-3a', 'eu-west-3'],
])('%s can only be %s', (name, meant) => {
  expect(misspeltRegion(name)).toBe(`AWS knows no region "${name}". Did you mean "${meant}"?`)
})

test.each(['us-east-1', 'us-west-3', 'nz-south-1', 'eusc-fr-east-1', 'ap-north-12', 'moon-1', 'local', '', undefined])(
  '%p is left to AWS, or to another cloud',
  name => {
    expect(misspeltRegion(name)).toBeUndefined()
  },
)

describe('where a region is taken from', () => {
  const options = { region: 'us-esat-1', insecure_skip_tls_verify: false } as Parameters<typeof accessFrom>[0]
  beforeEach(() => {
    delete process.env.AWS_ENDPOINT_URL
    delete process.env.AWS_ENDPOINT_URL_EC2
  })

  test('the template', async () => {
    await expect(accessFrom(options)).rejects.toMatchObject({
      code: 'invalid',
      message: 'AWS knows no region "us-esat-1". Did you mean "us-east-1"?',
    })
  })

  test('the environment', async () => {
    process.env.AWS_REGION = 'eu-wset-1'
    await expect(accessFrom({ ...options, region: undefined })).rejects.toThrow('Did you mean "eu-west-1"?')
  })

  test.each([
    ['custom_endpoint_ec2', { custom_endpoint_ec2: 'http://cloud.test' }, {}],
    ['AWS_ENDPOINT_URL_EC2', {}, { AWS_ENDPOINT_URL_EC2: 'http://cloud.test' }],
  ])('another cloud (%s) may have one of that name', async (_where, more, environment) => {
    Object.assign(process.env, environment)
    expect((await accessFrom({ ...options, ...more })).region).toBe('us-esat-1')
  })
})

test('a name that could be new but is not known to the network comes with what it may be', () => {
  const error = explain(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), 'DescribeImages', { region: 'us-west-3' })
  expect(error.details.advice).toBe('Check the network and the spelling of region "us-west-3". Did you mean "us-west-1"?')
  const known = explain(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), 'DescribeImages', { region: 'us-west-2' })
  expect(known.details.advice).toBe('Check the network and the spelling of region "us-west-2".')
})
