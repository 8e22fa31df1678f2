/** User certificates, against OpenSSH servers that let in nobody else. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { failure, open, outputOf } from '../../helpers/open-ssh'
import { makeKey, type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

describeWith(['sshd', 'ssh-keygen'], 'certificates', () => {
  let folder: string
  let server: Sshd
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ingot-certificates-'))
    makeKey(join(folder, 'ca'), 'ed25519')
    server = await startSshd({ config: [`TrustedUserCAKeys ${join(folder, 'ca.pub')}`, 'AuthorizedKeysFile none'] })
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A key and its certificate; what `more` says to ssh-keygen wins. */
  function certified(name: string, type: string, more: readonly string[] = [], bits?: string) {
    const key = join(folder, name)
    makeKey(key, type, '', bits ? ['-b', bits] : [])
    const named = ['-s', join(folder, 'ca'), '-I', 'bake', '-n', server.username, '-V', '-5m:+1h', ...more]
    execFileSync('ssh-keygen', ['-q', ...named, `${key}.pub`])
    return { ssh_private_key_file: key, ssh_certificate_file: `${key}-cert.pub` }
  }

  test.each<[string, string | undefined]>([
    ['ed25519', undefined],
    ['rsa', undefined],
    ['ecdsa', '256'],
    ['ecdsa', '384'],
    ['ecdsa', '521'],
  ])('one of a key of type %s %s opens a server that takes only certificates', async (type, bits) => {
    // Integers of ECDSA signatures are of different lengths, so once is not enough.
    const options = certified(`${type}${bits ?? ''}`, type, [], bits)
    for (let round = 0; round < (type === 'ecdsa' ? 6 : 1); round++) {
      const { communicator } = await open(server, { privateKey: undefined }, options)
      expect(await outputOf(communicator, 'echo here')).toBe('here\n')
      await communicator.close()
    }
    expect(server.log()).toMatch(/Accepted certificate ID "bake"/)
    const bare = await failure(
      server,
      { privateKey: undefined },
      { ...options, ssh_certificate_file: undefined, ssh_handshake_attempts: 1 },
    )
    expect(bare.message).toMatch(/does not let us in with key SHA256/)
  })

  test('for the bastion host', async () => {
    const target = await startSshd()
    const { ssh_private_key_file, ssh_certificate_file } = certified('hop', 'ed25519')
    const bastion = {
      ssh_bastion_host: '127.0.0.1',
      ssh_bastion_port: server.port,
      ssh_bastion_username: server.username,
      ssh_bastion_private_key_file: ssh_private_key_file,
      ssh_bastion_certificate_file: ssh_certificate_file,
    }
    const { communicator } = await open(target, {}, bastion)
    expect(await outputOf(communicator, 'echo here')).toBe('here\n')
    await communicator.close()
    await target.stop()
  })

  test('for somebody else: the server refuses it, and the certificate is named', async () => {
    const options = certified('stranger', 'ed25519', ['-n', 'nobody-here'])
    const error = await failure(server, { privateKey: undefined }, { ...options, ssh_handshake_attempts: 1 })
    expect(error.message).toMatch(/does not let us in with certificate "bake", then key SHA256/)
  })

  test.each<[string, () => object, RegExp]>([
    ['expired', () => certified('old', 'ed25519', ['-V', '20200101:20200102']), /"bake" has expired: 2020-01-0/],
    ['not valid yet', () => certified('new', 'ed25519', ['-V', '20900101:20900102']), /"bake" is not valid before 20(89|90)-/],
    ['of a host', () => certified('host', 'ed25519', ['-h']), /is a certificate of a host/],
    [
      'of another key',
      () => ({ ...certified('a', 'ed25519'), ssh_private_key_file: certified('b', 'ed25519').ssh_private_key_file }),
      /another key/,
    ],
    [
      'a bare public key',
      () => ({ ...certified('c', 'ed25519'), ssh_certificate_file: join(folder, 'ca.pub') }),
      /not an OpenSSH certificate/,
    ],
    ['missing', () => ({ ...certified('d', 'ed25519'), ssh_certificate_file: join(folder, 'none') }), /there is no such file/],
    ['without a key', () => ({ ssh_certificate_file: join(folder, 'none') }), /the private key that it certifies is not/],
  ])('%s: said before anybody is asked', async (_, options, message) => {
    const error = await failure(server, { privateKey: undefined }, options())
    expect(error.message).toMatch(message)
  })

  test('a server that shows only certificates of its own is not understood, and says which keys are', async () => {
    const own = await startSshd()
    const sign = ['-q', '-s', join(folder, 'ca'), '-I', 'host', '-h', '-n', '127.0.0.1']
    execFileSync('ssh-keygen', [...sign, join(own.folder, 'host_ed25519.pub')])
    const certificate = `HostCertificate ${join(own.folder, 'host_ed25519-cert.pub')}`
    const config = [certificate, 'HostKeyAlgorithms ssh-ed25519-cert-v01@openssh.com']
    const only = await startSshd({ folder: own.folder, config })
    const error = await failure(only)
    expect(error.message).toMatch(/no algorithm in common: no matching host key format/)
    expect(error.details.advice).toMatch(/certificates of hosts beside their plain keys.*HostKeyAlgorithms/)
    await only.stop()
    // As one shows its key too, where it is asked for it.
    const both = await startSshd({ folder: own.folder, config: [certificate] })
    const { communicator } = await open(both)
    expect(await outputOf(communicator, 'echo here')).toBe('here\n')
    await communicator.close()
    await both.stop()
    await own.stop()
  })

  test('a cut one is none', async () => {
    const options = certified('cut', 'ed25519')
    const [type, text] = readFileSync(options.ssh_certificate_file, 'utf8').split(' ')
    writeFileSync(options.ssh_certificate_file, `${type} ${text!.slice(0, 200)}\n`)
    expect((await failure(server, { privateKey: undefined }, options)).message).toMatch(/not an OpenSSH certificate/)
  })
})
