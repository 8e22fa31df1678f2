/** A sandbox's own life: one per folder, the same after a restart, nothing half made, clear words when it cannot be. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateImageCommand,
  CreateKeyPairCommand,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeKeyPairsCommand,
  ImportKeyPairCommand,
  RunInstancesCommand,
  StartInstancesCommand,
} from '@aws-sdk/client-ec2'
import { faultsOf, readFaults, reset } from '../../src/sandbox'
import { baseImage, becomes, image, imageBecomes, instance, launch } from '../helpers/ec2'
import { query } from '../helpers/query'
import { type TestSandbox, testSandbox } from '../helpers/sandbox'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'ingot-sandbox-'))
  folders.push(made)
  return made
}
const sandboxes: TestSandbox[] = []
const start = async (...args: Parameters<typeof testSandbox>) => {
  const started = await testSandbox(...args)
  sandboxes.push(started)
  return started
}
afterEach(async () => {
  await Promise.all(sandboxes.splice(0).map(one => one.end(true)))
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true })
})

test('state survives a restart; instances are stopped and start again with their disks', async () => {
  const stateFolder = folder()
  const first = await start({ stateFolder })
  const id = await launch(first.client())
  await first.kind.guests.get(id)!.write('mine\n')
  const { ImageId } = await first.client().send(new CreateImageCommand({ InstanceId: id, Name: 'kept', NoReboot: true }))
  await imageBecomes(first.client(), ImageId!, 'available')
  await first.client().send(new CreateKeyPairCommand({ KeyName: 'kept' }))
  await first.end(true)
  expect(first.kind.guests.get(id)!.running).toBe(false)

  const second = await start({ stateFolder })
  const ec2 = second.client()
  expect(await instance(ec2, id)).toMatchObject({ State: { Name: 'stopped' } })
  expect((await image(ec2, ImageId!)).State).toBe('available')
  expect((await ec2.send(new DescribeKeyPairsCommand({ KeyNames: ['kept'] }))).KeyPairs).toHaveLength(1)
  await ec2.send(new StartInstancesCommand({ InstanceIds: [id] }))
  await becomes(ec2, id, 'running')
  expect(await second.kind.guests.get(id)!.disk()).toBe('base\nmine\n')
})

test('what a killed sandbox left half made is gone, and what nobody names is swept', async () => {
  const stateFolder = folder()
  const first = await start({ stateFolder })
  const ec2 = first.client()
  const id = await launch(ec2)
  const kept = await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'kept', NoReboot: true }))
  await imageBecomes(ec2, kept.ImageId!, 'available')
  first.kind.gate = new Promise(() => {})
  await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'half', NoReboot: true }))
  // As SIGKILL leaves it: the state as of now, a lock of nobody, files that no record names.
  const state = readFileSync(join(stateFolder, 'state.json'))
  await first.end(true)
  writeFileSync(join(stateFolder, 'state.json'), state)
  writeFileSync(join(stateFolder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1 }))
  writeFileSync(join(stateFolder, 'snapshots', 'snap-0aaaaaaaaaaaaaaaa'), 'stray')
  writeFileSync(join(stateFolder, 'volumes', 'vol-0aaaaaaaaaaaaaaaa.part'), 'stray')

  const second = await start({ stateFolder })
  const { Images } = await second.client().send(new DescribeImagesCommand({ Owners: ['self'] }))
  expect(Images!.map(({ Name }) => Name)).toEqual(['kept'])
  expect((await instance(second.client(), id)).State?.Name).toBe('stopped')
  expect(readdirSync(join(stateFolder, 'snapshots'))).toEqual([Images![0]!.BlockDeviceMappings![0]!.Ebs!.SnapshotId])
  expect(readdirSync(join(stateFolder, 'volumes'))).toHaveLength(1)
})

test('a second sandbox on the folder names the first; reset refuses, and empties when it is free', async () => {
  const stateFolder = folder()
  const first = await start({ stateFolder })
  await first.client().send(new CreateKeyPairCommand({ KeyName: 'gone' }))
  const named = new RegExp(`in use: process ${process.pid} serves it at ${first.endpoint}`)
  await expect(testSandbox({ stateFolder })).rejects.toThrow(named)
  await expect(reset(stateFolder)).rejects.toThrow(named)
  await first.end(true)
  await reset(stateFolder)
  const second = await start({ stateFolder })
  expect((await second.client().send(new DescribeKeyPairsCommand({}))).KeyPairs).toEqual([])
})

test('the lock of a dead process, and of another process with the same number, is taken over', async () => {
  const child = spawn('sleep', ['0'])
  await once(child, 'exit')
  for (const holder of [{ pid: child.pid }, { pid: process.pid, started: '1' }]) {
    const stateFolder = folder()
    writeFileSync(join(stateFolder, 'lock'), JSON.stringify(holder))
    await start({ stateFolder })
  }
})

test('a busy port, a folder that is a file, and a state that is none are clear errors', async () => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const stateFolder = folder()
  await expect(testSandbox({ stateFolder, port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`)
  server.close()
  writeFileSync(join(stateFolder, 'state.json'), '{')
  await expect(testSandbox({ stateFolder })).rejects.toThrow(/is not the state of a sandbox/)
  expect(readdirSync(stateFolder)).not.toContain('lock')
  await expect(testSandbox({ stateFolder: join(stateFolder, 'state.json') })).rejects.toThrow(/cannot be used/)
})

test('closing while machines start and images are made leaves nothing running', async () => {
  const one = await start()
  const ec2 = one.client()
  const id = await launch(ec2)
  await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'interrupted' }))
  await ec2.send(new RunInstancesCommand({ ImageId: await baseImage(ec2), MinCount: 3, MaxCount: 3, InstanceType: 't3.micro' }))
  await one.end(true)
  expect([...one.kind.guests.values()].filter(({ running }) => running)).toEqual([])
})

test('the log of calls has every call and no secret', async () => {
  const calls = join(folder(), 'calls')
  const one = await start({ calls })
  await query(one.endpoint, 'RunInstances', { UserData: 'c2VjcmV0', 'TagSpecification.1.ResourceType': 'image' }, 'eu-west-1')
  await one
    .client()
    .send(new ImportKeyPairCommand({ KeyName: 'k', PublicKeyMaterial: Buffer.from('secret') }))
    .catch(() => undefined)
  await one.end(true)
  const lines = readFileSync(calls, 'utf8').trim().split('\n')
  expect(lines.map(line => JSON.parse(line))).toMatchObject([
    {
      action: 'RunInstances',
      region: 'eu-west-1',
      status: 400,
      code: 'MissingParameter',
      parameters: { UserData: '(hidden)', 'TagSpecification.1.ResourceType': 'image' },
    },
    { action: 'ImportKeyPair', region: 'us-east-1', code: 'InvalidKey.Format' },
  ])
  expect(lines.join()).not.toMatch(/secret|c2VjcmV0/)
})

test('faults: errors in number, a cut after the deed, a transition that fails', async () => {
  const faults = faultsOf([
    { action: 'Describe*', fault: 'RequestLimitExceeded', times: 3, skip: 1 },
    { action: 'CreateKeyPair', fault: 'cut', when: 'after', times: 1 },
    { action: 'DescribeKeyPairs', fault: 'ExpiredToken', region: 'eu-west-1' },
    { transition: 'image', reason: 'Client.InternalError: the snapshot was lost', times: 1 },
  ])
  const one = await start({ faults })
  const statuses = []
  for (let call = 0; call < 5; call++) statuses.push((await query(one.endpoint, 'DescribeRegions')).status)
  expect(statuses).toEqual([200, 503, 503, 503, 200])
  const ec2 = one.client()
  await expect(ec2.send(new CreateKeyPairCommand({ KeyName: 'cut' }))).rejects.toThrow(/ECONNRESET/)
  expect((await ec2.send(new DescribeKeyPairsCommand({}))).KeyPairs!.map(({ KeyName }) => KeyName)).toEqual(['cut'])
  expect((await query(one.endpoint, 'DescribeKeyPairs', {}, 'eu-west-1')).code).toBe('ExpiredToken')
  const id = await launch(ec2)
  const { ImageId } = await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'lost', NoReboot: true }))
  expect((await imageBecomes(ec2, ImageId!, 'failed')).StateReason?.Message).toMatch(/was lost/)
})

test('one call in ten fails, the same ones in every run', async () => {
  const run = async () => {
    const { around } = faultsOf([{ action: '*', fault: 'InternalError', probability: 0.1 }], 7)
    const reply = { status: 200, requestId: '', body: '' }
    const request = { action: 'DescribeImages', version: '', region: '', service: '', accessKeyId: '', parameters: {} }
    const calls = Array.from({ length: 200 }, () =>
      around(request, async () => reply).then(
        () => '.',
        () => 'x',
      ),
    )
    return (await Promise.all(calls)).join('')
  }
  const first = await run()
  expect(first).toBe(await run())
  expect(first.replaceAll('.', '').length).toBeGreaterThan(10)
  expect(first.replaceAll('.', '').length).toBeLessThan(35)
})

test.each([
  ['{', /cannot be used/],
  ['{}', /not a list/],
  ['[{"action":"X"}]', /rule 1 has neither/],
  ['[{"action":"X","fault":"cut","often":1}]', /rule 1 has an unknown key "often"/],
])('a faults file %s is refused', async (text, message) => {
  const file = join(folder(), 'faults.json')
  writeFileSync(file, text)
  await expect(readFaults(file)).rejects.toThrow(message)
})

test('two sandboxes never share an address', async () => {
  const both = await Promise.all([start(), start()])
  const addresses = await Promise.all(
    both.map(async one => {
      const ImageId = await baseImage(one.client())
      const { Instances } = await one
        .client()
        .send(new RunInstancesCommand({ ImageId, MinCount: 20, MaxCount: 20, InstanceType: 't3.micro' }))
      return Instances!.map(({ PrivateIpAddress }) => PrivateIpAddress)
    }),
  )
  expect(new Set(addresses.flat()).size).toBe(40)
  const { Reservations } = await both[0]!.client().send(new DescribeInstancesCommand({ MaxResults: 5 }))
  expect(Reservations![0]!.Instances).toHaveLength(5)
})
