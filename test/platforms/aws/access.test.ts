import { accessAt, endpointOfEnvironment, isLoopback, placeOf } from '../../../src/platforms/aws/access'

const kept = { ...process.env }
afterEach(() => {
  process.env = { ...kept }
})

test('a place names all that another process needs, and no secret', () => {
  const place = placeOf({
    region: 'eu-west-1',
    endpoint: 'http://cloud.example:4566',
    profile: 'ci',
    keys: { accessKeyId: 'AKIA', secretAccessKey: 'secret', sessionToken: 'token' },
    role: { arn: 'arn:aws:iam::1:role/build', externalId: 'x', policy: '{}' },
    maxAttempts: 3,
  })
  expect(place).toEqual({
    region: 'eu-west-1',
    endpoint: 'http://cloud.example:4566',
    profile: 'ci',
    roleArn: 'arn:aws:iam::1:role/build',
    externalId: 'x',
  })
  expect(accessAt(place)).toEqual({
    region: 'eu-west-1',
    endpoint: 'http://cloud.example:4566',
    profile: 'ci',
    role: { arn: 'arn:aws:iam::1:role/build', externalId: 'x' },
  })
})

test.each([
  ['a sandbox came back on another port', 'http://127.0.0.1:4001', 'http://127.0.0.1:4002', 'http://127.0.0.1:4002'],
  ['no sandbox runs now', 'http://127.0.0.1:4001', undefined, 'http://127.0.0.1:4001'],
  ['a real cloud is never replaced by a sandbox', 'https://ec2.example', 'http://127.0.0.1:4002', 'https://ec2.example'],
  ['nor AWS itself', undefined, 'http://127.0.0.1:4002', undefined],
  ['nor a sandbox by a real cloud', 'http://127.0.0.1:4001', 'https://ec2.example', 'http://127.0.0.1:4001'],
])('%s', (_name, recorded, present, used) => {
  process.env.AWS_ENDPOINT_URL_EC2 = present
  if (present === undefined) delete process.env.AWS_ENDPOINT_URL_EC2
  expect(accessAt(placeOf({ region: 'us-east-1', endpoint: recorded })).endpoint).toBe(used)
})

test.each<[NodeJS.ProcessEnv, string | undefined]>([
  [{}, undefined],
  [{ AWS_ENDPOINT_URL: 'http://all' }, 'http://all'],
  [{ AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_EC2: 'http://ec2' }, 'http://ec2'],
  [{ AWS_ENDPOINT_URL_EC2: '', AWS_ENDPOINT_URL: 'http://all' }, 'http://all'],
  [{ AWS_ENDPOINT_URL: 'http://all', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, undefined],
])('endpoint of %j', (env, endpoint) => {
  expect(endpointOfEnvironment(env)).toBe(endpoint)
})

test.each([
  ['http://127.0.0.1:8080', true],
  ['http://127.83.0.7', true],
  ['http://localhost:1', true],
  ['http://ec2.localhost', true],
  ['http://[::1]:1', true],
  ['http://127.0.0.1.example.com', false],
  ['https://ec2.us-east-1.amazonaws.com', false],
  ['not a url', false],
  [undefined, false],
])('%s is on this machine: %s', (endpoint, loopback) => {
  expect(isLoopback(endpoint)).toBe(loopback)
})

test('a place without a region is refused with a sentence', () => {
  expect(() => accessAt({})).toThrow('without its region')
})
