/** ssh_interface = "session_manager": whole bakes on light machines, whose agents are the sandbox's own, and what can go wrong in between. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plugins } from '../../../src/catalog'
import { Interrupted } from '../../../src/engine/interrupt'
import type { Communicator, Reach } from '../../../src/model/communicator'
import type { ProvisionContext } from '../../../src/model/plugin'
import { serve } from '../../../src/sandbox'
import { type Fault, type Faults, faultsOf, noFaults } from '../../../src/sandbox/ec2/behaviour/faults'
import type { QueryRequest } from '../../../src/sandbox/ec2/protocol/form'
import { lightMachines } from '../../../src/sandbox/machines/light'
import { amazonEbs } from '../../../src/sources/amazon-ebs'
import { type Bake, bake } from '../../helpers/bake'
import { describeWith } from '../../helpers/tools'

const signal = new AbortController().signal

describeWith(['nsenter', 'setpriv'], 'through Session Manager', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-ssm-'))
  const before = { ...process.env }
  const calls: QueryRequest[] = []
  let faults: Faults = noFaults
  let sandbox: Awaited<ReturnType<typeof serve>>

  beforeAll(async () => {
    const current: Faults = {
      around(request, answer) {
        calls.push(request)
        return faults.around(request, answer)
      },
      pace: pace => (transition, stop, progress) => faults.pace(pace)(transition, stop, progress),
      lacks: (type, zone) => faults.lacks(type, zone),
      frame: direction => faults.frame(direction),
      agent: () => faults.agent(),
    }
    const kind = lightMachines(join(folder, 'cache'))
    sandbox = await serve({ stateFolder: join(folder, 'state'), kind, report: () => {}, signal, faults: current })
    // Sessions that are encrypted ask for their key where the sandbox is, which has no other part of KMS.
    Object.assign(process.env, sandbox.environment, { AWS_ENDPOINT_URL_KMS: sandbox.environment.AWS_ENDPOINT_URL_SSM })
  })
  afterAll(async () => {
    process.env = before
    await sandbox.close(0)
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(() => {
    calls.length = 0
    faults = noFaults
  })
  afterEach(async () => {
    expect(await activeSessions()).toEqual([])
  })

  const broken = (...rules: Fault[]) => {
    faults = faultsOf(rules)
  }
  const called = (action: string) => calls.filter(call => call.action === action && !call.parameters.DryRun)

  async function activeSessions() {
    const { SSMClient, DescribeSessionsCommand } = await import('@aws-sdk/client-ssm')
    const { Sessions } = await new SSMClient({}).send(new DescribeSessionsCommand({ State: 'Active' }))
    return Sessions
  }

  interface Order extends Partial<Bake> {
    readonly work?: (communicator: Communicator, context: ProvisionContext) => Promise<void>
    readonly more?: object
  }

  async function run({ work = async () => {}, more = {}, ...order }: Order = {}) {
    const reached: Reach[] = []
    const baked = await bake({
      source: amazonEbs as never,
      options: {
        region: 'us-east-1',
        instance_type: 't3.small',
        ami_name: 'web',
        skip_create_ami: true,
        source_ami_filter: { filters: { name: 'debian-12-amd64-*' }, owners: ['136693071363'], most_recent: true },
        ssh_interface: 'session_manager',
        iam_instance_profile: 'ssm',
        ...more,
      },
      provision: async () => {},
      ...order,
      plugins: {
        communicators: {
          ssh: {
            ...plugins.communicators.ssh!,
            connect: (reach, options, context) => {
              reached.push(reach)
              return plugins.communicators.ssh!.connect(reach, options, context)
            },
          },
        },
        provisioners: {
          call: { type: 'call', summary: '', options: {}, provision: (_, context) => work(context.communicator, context) },
        },
        ...order.plugins,
      },
    })
    return { ...baked, reached }
  }

  async function said(communicator: Communicator, command: string): Promise<string> {
    let text = ''
    const { status } = await communicator.run(command, {
      onStdout: chunk => {
        text += Buffer.from(chunk).toString()
      },
    })
    expect(status).toBe(0)
    return text.trim()
  }

  /** As many bytes there as here. */
  async function carries(communicator: Communicator, size = 300_000) {
    const content = randomBytes(size)
    await communicator.upload(content, '/tmp/carried')
    const sum = createHash('sha256').update(content).digest('hex')
    expect(await said(communicator, 'sha256sum /tmp/carried')).toContain(sum)
    const back = join(folder, 'back')
    await communicator.downloadFile('/tmp/carried', back)
    const { readFile } = await import('node:fs/promises')
    expect(
      createHash('sha256')
        .update(await readFile(back))
        .digest('hex'),
    ).toBe(sum)
  }

  test('a bake and its smoke test, with no port open and no address asked for', async () => {
    const { report, reached, steps, events } = await run({
      more: { skip_create_ami: false },
      smokeTest: 'passed',
      work: async communicator => {
        expect(await said(communicator, 'echo here')).toBe('here')
        await carries(communicator)
      },
    })
    expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
    expect(reached.map(reach => reach.host)).toEqual(['127.0.0.1', '127.0.0.1'])
    expect(reached.every(reach => reach.port !== 22 && reach.hostKeys?.length)).toBe(true)
    expect(called('AuthorizeSecurityGroupIngress')).toEqual([])
    expect(called('StartSession')).toHaveLength(2)
    expect(called('StartSession')[0]!.parameters).toMatchObject({
      DocumentName: 'AWS-StartPortForwardingSession',
      Parameters: { portNumber: { 0: '22' } },
      Reason: `${report.run.id} build`,
    })
    expect(called('TerminateSession')).toHaveLength(2)
    expect(steps).toContain('open session: done')
    const released = events.flatMap(event => (event.type === 'resource' && event.state === 'released' ? event.kind : []))
    const machine = ['aws.ssm-session', 'aws.instance', 'aws.security-group', 'aws.key-pair']
    expect(released.sort()).toEqual([...machine, ...machine].sort())
  })

  test.each<[string, Fault[]]>([
    ['frames are lost', [{ frame: 'drop', probability: 0.05 }]],
    ['frames come twice', [{ frame: 'duplicate', probability: 0.2 }]],
    ['frames come in another order', [{ frame: 'swap', probability: 0.2 }]],
    [
      'all of it',
      [
        { frame: 'drop', probability: 0.03 },
        { frame: 'duplicate', probability: 0.1 },
        { frame: 'swap', probability: 0.1 },
      ],
    ],
    ['the websocket is cut, again and again', [{ frame: 'cut', skip: 3, times: 5, probability: 0.02 }]],
    ['the agent is too old for smux', [{ agent: { version: '2.3.722.0' } }]],
    ['the agent is too old, and frames are lost', [{ agent: { version: '2.3.722.0' } }, { frame: 'drop', probability: 0.05 }]],
    ['the agent wants to be kept alive', [{ agent: { version: '3.0.755.0' } }]],
    ['the account wants sessions encrypted', [{ agent: { encryption: 'challenge' } }]],
    ['an older agent wants it, and frames are lost', [{ agent: { encryption: 'plain' } }, { frame: 'drop', probability: 0.05 }]],
    ['an agent without smux wants it', [{ agent: { encryption: 'plain', version: '2.3.722.0' } }]],
    ['the agent connects late', [{ action: 'StartSession', fault: 'TargetNotConnected', times: 3 }]],
    [
      'the service is away while the websocket is cut',
      [
        { frame: 'cut', skip: 60, times: 1 },
        { action: 'ResumeSession', fault: 'InternalServerError', status: 500, times: 4 },
      ],
    ],
  ])('%s', async (name, rules) => {
    broken(...rules)
    const { report } = await run({ work: communicator => carries(communicator, 100_000) })
    expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
    expect(called('GenerateDataKey')).toHaveLength(name.includes('want') && !name.includes('alive') ? 1 : 0)
    if (name.includes('cut')) expect(called('ResumeSession').length).toBeGreaterThan(0)
  })

  test('after a reboot there is another session, and what runs in the first is lost', async () => {
    const { report } = await run({
      work: async communicator => {
        await communicator.run('nohup sh -c "sleep 0.2; kill -USR2 1" >/dev/null 2>&1 &')
        await new Promise(resolve => setTimeout(resolve, 1000))
        expect(await said(communicator, 'echo again')).toBe('again')
      },
    })
    expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
    expect(called('StartSession').length).toBeGreaterThan(1)
  }, 90_000)

  test('the port of this machine is the one of the template, and is said when it is taken', async () => {
    const server = createServer()
    const port = await new Promise<number>(done =>
      server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)),
    )
    const taken = await run({ more: { session_manager_port: port } })
    expect(taken.report.builds[0]?.error?.message).toBe(`Port ${port} of this machine is in use`)
    expect(called('StartSession')).toEqual([])
    await new Promise(done => server.close(done))
    const banner = () =>
      new Promise<string>((done, fail) => {
        const socket = connect(port, '127.0.0.1')
        socket.once('data', data => {
          socket.destroy()
          done(String(data))
        })
        socket.once('error', fail)
      })
    const free = await run({
      more: { session_manager_port: port },
      work: async (_, { values }) => {
        expect([values.Host, values.Port]).toEqual(['127.0.0.1', port])
        expect(await banner()).toMatch(/^SSH-2/)
      },
    })
    expect(free.report.outcome).toBe('done')
    await expect(banner()).rejects.toThrow('ECONNREFUSED')
  })

  test.each<[string, Order, Fault[], RegExp]>([
    ['no agent', { communicator: { ssh_timeout: 500 }, more: { iam_instance_profile: '' } }, [], /has not connected to AWS/],
    ['no permission', {}, [{ action: 'StartSession', fault: 'AccessDeniedException' }], /StartSession failed .*AccessDenied/],
    [
      'no permission for the key',
      {},
      [{ agent: { encryption: 'challenge' } }, { action: 'GenerateDataKey', fault: 'AccessDeniedException' }],
      /encrypted by KMS, which makes no key: GenerateDataKey failed .*AccessDenied/,
    ],
  ])('%s', async (_, order, rules, message) => {
    broken(...rules)
    const { report } = await run(order)
    expect(report).toMatchObject({ outcome: 'failed', leftovers: [] })
    expect(report.builds[0]?.error?.message).toMatch(message)
    expect(report.builds[0]?.error?.advice).toBeTruthy()
  })

  test('an interruption while the agent is waited for leaves nothing', async () => {
    broken({ action: 'StartSession', fault: 'TargetNotConnected' })
    const controller = new AbortController()
    const interrupt = { signal: controller.signal, onRepeat: () => {}, stop: () => {} }
    setTimeout(() => controller.abort(new Interrupted('SIGINT')), 3000)
    const { report } = await run({ engine: { interrupt: interrupt as never } })
    expect(report).toMatchObject({ outcome: 'interrupted', leftovers: [] })
  })

  test('what a killed run left is found by its machine and its reason', async () => {
    const left: unknown[] = []
    const { report } = await run({
      work: async () => {
        const start = called('StartSession')[0]!
        const target = String(start.parameters.Target)
        const reason = String(start.parameters.Reason)
        const kind = plugins.resourceKinds['aws.ssm-session']!({ region: 'us-east-1' })
        const record = { target, reason }
        left.push(await kind.find('any', signal, record), await kind.find('any', signal, { target, reason: 'another' }))
        const [id] = left[0] as string[]
        await kind.release(id as never, signal, record)
        left.push(await kind.find('any', signal, record))
      },
    })
    expect(left).toEqual([[expect.stringMatching(/^sandbox-/)], [], []])
    expect(report.outcome).toBe('done')
  })
})
