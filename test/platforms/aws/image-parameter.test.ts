/** The parameter of an image on moto, unmodified, and read back by a client of our own making. */
import { type ChildProcess, spawn } from 'node:child_process'
import { GetParameterCommand, GetParameterHistoryCommand, SSMClient } from '@aws-sdk/client-ssm'
import { putImageParameter } from '../../../src/platforms/aws/image-parameter'
import { freePort } from '../../helpers/sshd'
import { describeWith, programPath } from '../../helpers/tools'

const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
const access = { region: 'us-east-1', keys: credentials, maxAttempts: 2 }
const { signal } = new AbortController()

describeWith(['moto_server'], 'a parameter for images', () => {
  let server: ChildProcess
  let client: SSMClient
  const before = process.env.AWS_ENDPOINT_URL_SSM

  beforeAll(async () => {
    const port = await freePort()
    const endpoint = `http://127.0.0.1:${port}`
    server = spawn(programPath('moto_server')!, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore', detached: true })
    for (let left = 300; left > 0 && !(await fetch(endpoint).catch(() => undefined)); left--)
      await new Promise(go => setTimeout(go, 100))
    process.env.AWS_ENDPOINT_URL_SSM = endpoint
    client = new SSMClient({ region: 'us-east-1', endpoint, credentials })
  }, 60_000)
  afterAll(() => {
    client?.destroy()
    // pyenv's shim is a shell that starts the server: the whole group must go.
    if (server?.pid) process.kill(-server.pid, 'SIGKILL')
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL_SSM
    else process.env.AWS_ENDPOINT_URL_SSM = before
  })

  test('each image is a version, the one before it is labelled, the same image none', async () => {
    expect(await putImageParameter(access, '/images/web', 'ami-12c6146b', signal)).toBe(1)
    expect(await putImageParameter(access, '/images/web', 'ami-1e749f67', signal)).toBe(2)
    expect(await putImageParameter(access, '/images/web', 'ami-1e749f67', signal)).toBe(2)
    const { Parameter } = await client.send(new GetParameterCommand({ Name: '/images/web' }))
    expect(Parameter).toMatchObject({ Value: 'ami-1e749f67', Type: 'String', DataType: 'aws:ec2:image', Version: 2 })
    const { Parameter: previous } = await client.send(new GetParameterCommand({ Name: '/images/web:previous' }))
    expect(previous).toMatchObject({ Value: 'ami-12c6146b', Version: 1 })
    const { Parameters } = await client.send(new GetParameterHistoryCommand({ Name: '/images/web' }))
    expect(Parameters?.map(({ Value }) => Value)).toEqual(['ami-12c6146b', 'ami-1e749f67'])
  }, 30_000)
})
