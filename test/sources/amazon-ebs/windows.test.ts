/** Windows on a sandbox in which no Windows runs: what EC2 is asked, which port is opened, and which password comes of it. */
import { constants, generateKeyPairSync, publicEncrypt } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSshKeyPair } from '../../../src/lib/ssh-key'
import { amazonEbs } from '../../../src/sources/amazon-ebs'
import { needsOf } from '../../../src/sources/amazon-ebs/permissions'
import { decrypt } from '../../../src/sources/amazon-ebs/windows-password'
import { withDefaults } from '../../helpers/bake'
import { type TestCloud, testCloud } from '../../helpers/cloud'
import { debian, memoryMachines, windows } from '../../helpers/memory-machines'
import { bakeOn } from './bake-on'

const machines = memoryMachines([debian, windows])
const filter = { filters: { name: 'Windows_Server-2022-*' }, owners: [windows.ownerId], most_recent: true }
const winrm = { communicator: 'winrm', winrm_username: 'Administrator', ssh_username: undefined }
let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud(machines)
})
afterAll(() => cloud.sandbox.end())
beforeEach(() => {
  cloud.faults()
  machines.password = undefined
})

const asked = (action: string) => cloud.calls.filter(call => call.action === action)
const bakeWindows = (options: object = {}, communicator: object = {}, more: object = {}) =>
  bakeOn(cloud, { source_ami_filter: filter, ...options }, { communicator: { ...winrm, ...communicator }, ...more })

test('the password that Windows makes is waited for, decrypted and told to nobody', async () => {
  const boot = setInterval(() => {
    if (asked('GetPasswordData').length > 1) machines.password = 'p4ss-w0rd!'
  }, 20)
  const { report, reached, events, steps } = await bakeWindows({}, {}, { provision: async () => {} })
  clearInterval(boot)
  expect(report.outcome).toBe('done')
  expect(reached).toEqual([expect.objectContaining({ password: 'p4ss-w0rd!' })])
  expect(reached[0]?.hostKeys).toEqual([])
  expect(steps).toContain('wait for the password of Windows: done')
  expect(JSON.stringify(events)).not.toContain('p4ss-w0rd!')
  expect(asked('GetPasswordData').length).toBeGreaterThan(1)
  expect(asked('GetPasswordData').length).toBeLessThan(10)
  expect(await cloud.left('us-east-1')).toMatchObject({ instances: [], keyPairs: [], groups: [] })
})

test.each<[object, number]>([
  [{}, 5985],
  [{ winrm_use_ssl: true }, 5986],
  [{ winrm_port: 45986 }, 45986],
])('%j: the port %i is open, and no other', async (communicator, port) => {
  const { report } = await bakeWindows({ skip_create_ami: true }, { winrm_password: 'known', ...communicator })
  expect(report.outcome).toBe('done')
  const opened = asked('AuthorizeSecurityGroupIngress').filter(({ parameters }) => !parameters.DryRun)
  expect(opened.map(({ parameters }) => JSON.stringify(parameters))).toEqual([expect.stringContaining(`"FromPort":"${port}"`)])
})

test('with a password in the template nobody asks for one, and no key pair is made', async () => {
  const { reached, report } = await bakeWindows(
    { skip_create_ami: true },
    { winrm_password: 'known' },
    { provision: async () => {} },
  )
  expect(report.outcome).toBe('done')
  expect(reached[0]).not.toHaveProperty('password')
  expect([...asked('GetPasswordData'), ...asked('ImportKeyPair')]).toEqual([])
})

test('nothing of Linux is sent along: no user data, no timer that ends the machine', async () => {
  const engine = { machineLifetime: 60_000 } as object
  const { reached } = await bakeWindows(
    { skip_create_ami: true },
    { winrm_password: 'known' },
    { provision: async () => {}, engine },
  )
  expect(reached[0]?.atConnect).toBeUndefined()
  const [launched] = asked('RunInstances').filter(({ parameters }) => !parameters.DryRun)
  expect(launched?.parameters).not.toHaveProperty('UserData')
  expect(launched?.parameters).toMatchObject({ InstanceInitiatedShutdownBehavior: 'stop' })
})

test('the temporary key pair is of RSA for a Windows that is reached by SSH too', async () => {
  await bakeOn(cloud, { source_ami_filter: filter, skip_create_ami: true })
  const [imported] = asked('ImportKeyPair').filter(({ parameters }) => !parameters.DryRun)
  const material = Buffer.from(String(imported?.parameters.PublicKeyMaterial), 'base64').toString()
  expect(material).toMatch(/^ssh-rsa /)
})

test('a Windows that makes no password: it is said when the time is over, and nothing is left', async () => {
  const { report } = await bakeWindows(
    { skip_create_ami: true, windows_password_timeout: 1000 },
    {},
    { provision: async () => {} },
  )
  expect(report.outcome).toBe('failed')
  expect(JSON.stringify(report)).toMatch(/Windows on i-\w+ has made no password within 1 s.*winrm_password/)
  expect(await cloud.left('us-east-1')).toMatchObject({ instances: [], keyPairs: [], groups: [] })
})

test('a refusal of IAM is told with what the password is needed for', async () => {
  cloud.faults({ action: 'GetPasswordData', fault: 'UnauthorizedOperation' })
  const { report } = await bakeWindows({ skip_create_ami: true }, {}, { provision: async () => {} })
  expect(JSON.stringify(report)).toMatch(/AWS refuses what this template needs: ec2:GetPasswordData for the password of Windows/)
})

describe('a key pair of the account', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-windows-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }

  test('opens the password with ssh_private_key_file', async () => {
    machines.password = 'p4ss-w0rd!'
    const { publicKey, privateKey } = await makeSshKeyPair('rsa', 'pair', 2048)
    const signal = new AbortController().signal
    await cloud.ec2.call('ImportKeyPair', { KeyName: 'pair', PublicKeyMaterial: Buffer.from(publicKey) }, signal)
    cloud.faults()
    const keys = { ssh_keypair_name: 'pair', ssh_private_key_file: write('pair.pem', privateKey) }
    const { reached } = await bakeWindows({ skip_create_ami: true }, keys, { provision: async () => {} })
    expect(reached[0]?.password).toBe('p4ss-w0rd!')
    expect(asked('ImportKeyPair')).toEqual([])

    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })
    const wrong = await bakeWindows(
      { skip_create_ami: true },
      { ...keys, ssh_private_key_file: write('other.pem', String(other)) },
    )
    expect(JSON.stringify(wrong.report)).toMatch(/cannot be decrypted: it was made for another key pair/)
    const none = await bakeWindows({ skip_create_ami: true }, { ...keys, ssh_private_key_file: write('none.pem', 'nothing') })
    expect(JSON.stringify(none.report)).toMatch(/this is not an RSA key in PEM/)
    await cloud.ec2.call('DeleteKeyPair', { KeyName: 'pair' }, signal)
  })
})

test('what is not padded as it should be is no password', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const right = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from('ü'))
  expect(decrypt(privateKey, right)).toBe('ü')
  const unpadded = publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, Buffer.alloc(128, 1))
  expect(decrypt(privateKey, unpadded)).toBeUndefined()
  expect(decrypt(privateKey, Buffer.from('x'))).toBeUndefined()
})

test.each<[object, readonly string[]]>([
  [{ temporary_key_pair_type: 'ed25519' }, ['temporary_key_pair_type']],
  [{ ssh_keypair_name: 'pair' }, ['ssh_keypair_name']],
  [{ ssh_keypair_name: 'pair', ssh_private_key_file: 'pair.pem' }, []],
  [{ temporary_key_pair_type: 'ed25519', winrm_password: 'known' }, []],
  [{}, []],
])('%j: complaints of %j', (communicator, wanted) => {
  const options = withDefaults(amazonEbs.options, {
    region: 'us-east-1',
    source_ami: 'ami-1',
    instance_type: 't3.large',
    ami_name: 'web',
  })
  const found = amazonEbs.check?.(options as never, { ...winrm, ...communicator } as never) ?? []
  expect(found.map(({ option }) => option)).toEqual(wanted)
})

test('GetPasswordData is a permission of our own machines, where somebody asks for the password', () => {
  const options = withDefaults(amazonEbs.options, {}) as never
  const of = (reach: object) => needsOf(options, reach as never).filter(({ action }) => action === 'ec2:GetPasswordData')
  expect(of(winrm)).toEqual([{ action: 'ec2:GetPasswordData', part: 'own', purpose: 'for the password of Windows' }])
  expect([...of({ ...winrm, winrm_password: 'x' }), ...of({ communicator: 'ssh' })]).toEqual([])
})
