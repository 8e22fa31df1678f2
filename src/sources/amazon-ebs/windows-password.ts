/**
 * The password that Windows makes when it starts for the first time. AWS hands it out encrypted for the key pair that the machine was
 * launched with, so that nobody but its holder can read it (GetPasswordData).
 */
import { constants, createPrivateKey, type KeyObject, privateDecrypt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { delay } from '../../lib/abort'
import { duration } from '../../lib/duration-text'
import { fileErrorReason } from '../../lib/file-error'
import { underHome } from '../../lib/home-path'
import type { CommunicatorOptions } from '../../model/communicator-options'
import { Failure } from '../../model/failure'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { growing } from '../../platforms/aws/pace'
import { paceOf } from './access'
import type { Options } from './options'

/** Nobody else tells the password. */
export const asksForPassword = ({ communicator, winrm_password }: Partial<CommunicatorOptions>): boolean =>
  communicator === 'winrm' && !winrm_password

/** `privateKey`: PEM of the temporary key; without it, ssh_private_key_file is the other half of ssh_keypair_name. */
export async function untilPassword(
  ec2: Ec2,
  id: string,
  privateKey: string | undefined,
  options: Options,
  context: BuildContext,
): Promise<string> {
  const key = await keyFrom(privateKey, context)
  const limit = options.windows_password_timeout
  return context.step('wait for the password of Windows', async signal => {
    const next = growing(paceOf(ec2, options))
    for (const began = Date.now(); ; ) {
      const password = await askPassword(ec2, id, key, context, signal)
      if (password !== undefined) return password
      const waited = Date.now() - began
      if (waited >= limit) throw noPassword(id, limit)
      context.progress(`${id}: Windows has made no password yet`)
      await delay(Math.min(Math.max(next(waited), paceOf(ec2, options).delay), limit - waited), signal)
    }
  })
}

/** What Windows may have made by now; undefined: nothing. */
export async function passwordNow(
  ec2: Ec2,
  id: string,
  privateKey: string | undefined,
  context: BuildContext,
  signal: AbortSignal,
): Promise<string | undefined> {
  return askPassword(ec2, id, await keyFrom(privateKey, context), context, signal)
}

async function askPassword(ec2: Ec2, id: string, key: KeyObject, context: BuildContext, signal: AbortSignal) {
  const { PasswordData } = await ec2.call('GetPasswordData', { InstanceId: id }, signal)
  const data = PasswordData?.trim()
  if (!data) return undefined
  const password = decrypt(key, Buffer.from(data, 'base64'))
  if (password === undefined)
    throw new Failure('failed', `The password of ${id} cannot be decrypted: it was made for another key pair`, {
      advice: 'ssh_private_key_file has to be the private half of ssh_keypair_name.',
    })
  context.secret(password)
  return password
}

const noPassword = (id: string, limit: number) =>
  new Failure('failed', `Windows on ${id} has made no password within ${duration(limit)}`, {
    advice:
      'It does so when it starts for the first time after Sysprep, if EC2Launch is told to. Does the image keep a password, or does user_data set one? ' +
      'Then say it in winrm_password. Does it only take longer? Then raise windows_password_timeout.',
  })

/**
 * RSA with the padding of PKCS #1 v1.5. Node 20 does not take that off by itself, as it would tell an attacker who may ask again and
 * again what is wrong with it; here there is nobody who asks.
 */
export function decrypt(key: KeyObject, data: Buffer): string | undefined {
  try {
    const padded = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, data)
    const end = padded.indexOf(0, 2)
    return padded[0] === 0 && padded[1] === 2 && end >= 10 ? padded.subarray(end + 1).toString() : undefined
  } catch {
    return undefined
  }
}

async function keyFrom(privateKey: string | undefined, { communicator }: BuildContext): Promise<KeyObject> {
  const path = communicator.ssh_private_key_file
  if (privateKey === undefined && !path) throw new Failure('invalid', 'Nobody has the key that opens the password of Windows')
  const key = parse(privateKey ?? (await read(path!)))
  if (key?.asymmetricKeyType === 'rsa') return key
  throw new Failure(
    'invalid',
    `ssh_private_key_file (${path}): this is not an RSA key in PEM that can be read without a passphrase`,
    {
      advice:
        'AWS encrypts the password of Windows for RSA keys only. `ssh-keygen -p -m PEM -N "" -f FILE` writes an OpenSSH key as PEM.',
    },
  )
}

function parse(text: string): KeyObject | undefined {
  try {
    return createPrivateKey(text)
  } catch {
    return undefined
  }
}

async function read(path: string): Promise<string> {
  const expanded = underHome(path)
  return readFile(expanded, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Failure('invalid', `ssh_private_key_file: cannot read ${expanded}: ${fileErrorReason(error)}`)
  })
}
