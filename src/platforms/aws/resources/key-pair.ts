/** The temporary key pair that opens the machine. The key is made on this machine; only its public half goes to AWS. */
import type { ResourceKind } from '../../../model/resource'
import type { Ec2 } from '../connect'
import { isRefusal } from '../errors'
import { specification, type Tags, withToken } from '../tags'
import { findSurely, given, orMineAlready, unlessGone } from './find'

export interface KeyPairRequest {
  readonly name: string
  /** One line in OpenSSH's form. */
  readonly publicKey: string
  readonly tags: Tags
}

export function keyPair(ec2: Ec2): ResourceKind<KeyPairRequest> {
  const find = (token: string, signal: AbortSignal) => findSurely(ec2, signal, () => keyPairsWith(ec2, token, signal))
  return {
    name: 'aws.key-pair',
    place: ec2.place,
    find,
    refused: isRefusal,
    create: (request, token, signal) =>
      orMineAlready(
        ['InvalidKeyPair.Duplicate'],
        async () => {
          const answer = await ec2.call(
            'ImportKeyPair',
            {
              KeyName: request.name,
              PublicKeyMaterial: Buffer.from(request.publicKey),
              TagSpecifications: [specification('key-pair', request.tags, token)],
            },
            signal,
          )
          return given(answer.KeyPairId, 'KeyPairId')
        },
        () => find(token, signal),
      ),
    async release(id, signal) {
      await unlessGone(ec2, ['InvalidKeyPair.NotFound'], signal, () => ec2.call('DeleteKeyPair', { KeyPairId: id }, signal))
    },
  }
}

async function keyPairsWith(ec2: Ec2, token: string, signal: AbortSignal): Promise<string[]> {
  const answer = await ec2.call('DescribeKeyPairs', { Filters: withToken(token) }, signal)
  return (answer.KeyPairs ?? []).flatMap(pair => pair.KeyPairId ?? [])
}
