import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from '../../../src/platforms/aws/connect'
import { AwsError, isAws, isRefusal } from '../../../src/platforms/aws/errors'

const signal = new AbortController().signal
const keys = { accessKeyId: 'any', secretAccessKey: 'any' }

/** Answers each request with the next of these; the last one for ever. */
async function endpoint(answers: readonly { status: number; body: string }[]) {
  let asked = 0
  const server: Server = createServer((request, response) => {
    request.resume()
    const { status, body } = answers[Math.min(asked++, answers.length - 1)]!
    // Status 0: no answer comes.
    if (status > 0) response.writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': 'r-1' }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ec2: connect({ region: 'us-east-1', endpoint: url, keys, maxAttempts: 2 }),
    asked: () => asked,
    end: () => new Promise(resolve => server.close(resolve)),
  }
}

const refusal = (code: string, message: string, status = 400) => ({
  status,
  body: `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>r-1</RequestID></Response>`,
})

async function failure(answers: readonly { status: number; body: string }[]): Promise<AwsError> {
  const { ec2, end } = await endpoint(answers)
  try {
    const error = await ec2.call('RunInstances', { MinCount: 1, MaxCount: 1 }, signal).catch(reason => reason)
    if (!(error instanceof AwsError)) throw error
    return error
  } finally {
    await end()
  }
}

test.each([
  ['UnauthorizedOperation', 403, 'allow the IAM action ec2:RunInstances'],
  ['ExpiredToken', 400, 'Renew the credentials'],
  ['RequestExpired', 400, 'wrong clock'],
  ['AuthFailure', 401, 'AWS does not know these credentials'],
  ['InstanceLimitExceeded', 400, 'higher quota'],
  ['VcpuLimitExceeded', 400, 'higher quota'],
  ['InvalidSubnetID.NotFound', 400, 'Does it exist in region us-east-1'],
  ['VPCIdNotSpecified', 400, 'subnet_id'],
])('%s: code, message, request and what to do', async (code, status, advice) => {
  const error = await failure([refusal(code, 'AWS says no.', status)])
  expect(error.message).toMatch(`RunInstances failed in us-east-1 at http://127.0.0.1:`)
  expect(error.message).toMatch(`${code}: AWS says no. (request r-1)`)
  expect(error.details.advice).toContain(advice)
  expect(error.code).toBe('failed')
  expect(isAws(error, code)).toBe(true)
  expect(isAws(error, `${code.slice(0, 5)}*`)).toBe(true)
  expect(isAws(error, 'Other')).toBe(false)
})

test('the encoded authorization message is evidence, not part of the sentence', async () => {
  const error = await failure([
    refusal('UnauthorizedOperation', 'You are not authorized. Encoded authorization failure message: AbC', 403),
  ])
  expect(error.message).toMatch(/You are not authorized\. \(request/)
  expect(error.details.evidence).toBe('Encoded authorization failure message: AbC')
})

test('an answer that says no to the only attempt made nothing for certain; after a lost one that is not known', async () => {
  const no = refusal('InvalidParameterValue', 'no')
  expect(isRefusal(await failure([no]))).toBe(true)
  expect(isRefusal(await failure([refusal('InternalError', 'oops', 500), no]))).toBe(false)
  expect(isRefusal(await failure([refusal('InternalError', 'oops', 500)]))).toBe(false)
})

test('what is not EC2 is called that', async () => {
  const error = await failure([{ status: 404, body: '<html><title>x</html>' }])
  expect(error.message).toContain("the endpoint answered HTTP 404 with something that is not EC2's XML")
  expect(error.status).toBe(404)
})

test('a port on which nobody listens is told at once, and what names the endpoint', async () => {
  const { ec2, end } = await endpoint([refusal('x', 'x')])
  await end()
  const began = performance.now()
  const error: AwsError = await ec2.call('DescribeImages', {}, signal).catch(reason => reason)
  expect(performance.now() - began).toBeLessThan(2000)
  expect(error.message).toMatch(/DescribeImages did not reach http:\/\/127.0.0.1:\d+: the connection was refused/)
  expect(error.details.advice).toContain('custom_endpoint_ec2')
})

test('no credentials: a sentence with the ways to get some', async () => {
  const kept = { ...process.env }
  process.env = {
    ...kept,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/nowhere',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
  }
  delete process.env.AWS_ACCESS_KEY_ID
  try {
    const ec2 = connect({ region: 'us-east-1', endpoint: 'http://127.0.0.1:9', maxAttempts: 1 })
    const error: AwsError = await ec2.call('DescribeImages', {}, signal).catch(reason => reason)
    expect(error.awsCode).toBe('CredentialsProviderError')
    expect(error.details.advice).toContain('AWS_ACCESS_KEY_ID')
    expect(error.details.advice).toContain('ingot build --sandbox')
  } finally {
    process.env = kept
  }
})

test('an aborted call rejects with the reason of the signal', async () => {
  const { ec2, end, asked } = await endpoint([{ status: 0, body: '' }])
  const reason = new Error('interrupted')
  await expect(ec2.call('DescribeImages', {}, AbortSignal.abort(reason))).rejects.toBe(reason)
  expect(asked()).toBe(0)
  const controller = new AbortController()
  const call = ec2.call('DescribeImages', {}, controller.signal)
  setTimeout(() => controller.abort(reason), 50)
  await expect(call).rejects.toBe(reason)
  expect(asked()).toBe(1)
  await end()
})

test('no error holds a secret', async () => {
  const { ec2, end } = await endpoint([refusal('AuthFailure', 'no', 401)])
  const secret = connect({
    ...JSON.parse(JSON.stringify({ region: ec2.region, endpoint: ec2.place.endpoint })),
    keys: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'hush-hush' },
    maxAttempts: 1,
  })
  const error: AwsError = await secret.call('DescribeImages', {}, signal).catch(reason => reason)
  expect(`${error.message} ${JSON.stringify(error.details.advice)} ${JSON.stringify(secret.place)}`).not.toContain('hush-hush')
  await end()
})
