/** Key pairs: made here or brought along; the private half is given once and never kept. */

import { action } from '../action'
import { tagSet, tagSpecifications, tagsAtCreation } from '../parameters/tagging'
import { Ec2Error, invalidCombination } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { blob, flag, list, oneOf, required, text } from '../protocol/shape'
import { newId } from '../state/ids'
import { findKeyPair, keyPairByName } from '../state/lookup'
import type { KeyPair } from '../state/records'
import type { Region } from '../state/region'
import { makeKey, readPublicKey } from './key-material'

const createKeyPair = action(
  {
    KeyName: required(text),
    KeyType: oneOf('rsa', 'ed25519'),
    KeyFormat: oneOf('pem', 'ppk'),
    TagSpecification: tagSpecifications,
  },
  async ({ region }, input) => {
    if (input.KeyFormat === 'ppk') throw invalidCombination('The key format ppk is not offered by the sandbox; use pem.')
    const { openssh, material, fingerprint } = await makeKey(input.KeyType ?? 'rsa', input.KeyName)
    const key = addKey(
      region,
      input.KeyName,
      openssh,
      fingerprint,
      tagsAtCreation(input.TagSpecification, 'key-pair')('key-pair'),
    )
    return { ...keyView(key), keyMaterial: material }
  },
)

const importKeyPair = action(
  { KeyName: required(text), PublicKeyMaterial: required(blob), TagSpecification: tagSpecifications },
  ({ region }, input) => {
    const { openssh, fingerprint } = readPublicKey(input.PublicKeyMaterial.toString())
    const tags = tagsAtCreation(input.TagSpecification, 'key-pair')('key-pair')
    return keyView(addKey(region, input.KeyName, openssh, fingerprint, tags))
  },
)

const describeKeyPairs = action(
  { KeyName: list(text), KeyPairId: list(text), IncludePublicKey: flag, Filter: filters },
  ({ region }, input) => {
    const named = input.KeyName.map(name => keyPairByName(region, name))
    const chosen = [
      ...named,
      ...(input.KeyPairId.length > 0 || named.length === 0 ? region.keyPairs.select(input.KeyPairId) : []),
    ]
    const found = applyFilters([...new Set(chosen)], input.Filter, {
      'key-name': key => key.name,
      'key-pair-id': key => key.id,
      'key-type': key => key.type,
      fingerprint: key => key.fingerprint,
    })
    return {
      keySet: found.map(key => ({
        ...keyView(key),
        keyType: key.type,
        createTime: new Date(key.createTime),
        publicKey: input.IncludePublicKey ? key.openssh : undefined,
      })),
    }
  },
)

/** Succeeds when there is no such key, as EC2 does for a name. */
const deleteKeyPair = action({ KeyName: text, KeyPairId: text }, ({ region }, input) => {
  if (!input.KeyName && !input.KeyPairId)
    throw new Ec2Error('MissingParameter', 'The request must contain the parameter KeyName or KeyPairId')
  const key = input.KeyPairId ? region.keyPairs.get(input.KeyPairId) : findKeyPair(region, input.KeyName!)
  if (key) region.keyPairs.delete(key.id)
  return { return: true, keyPairId: key?.id }
})

function addKey(region: Region, name: string, openssh: string, fingerprint: string, tags: Record<string, string>): KeyPair {
  if (name.length > 255) throw new Ec2Error('InvalidParameterValue', 'Key name must not exceed 255 characters')
  if (findKeyPair(region, name)) throw new Ec2Error('InvalidKeyPair.Duplicate', `The keypair already exists`)
  const type = openssh.startsWith('ssh-rsa ') ? 'rsa' : 'ed25519'
  return region.keyPairs.add({ id: newId('key'), name, type, fingerprint, openssh, createTime: new Date().toISOString(), tags })
}

const keyView = (key: KeyPair) => ({
  keyPairId: key.id,
  keyName: key.name,
  keyFingerprint: key.fingerprint,
  tagSet: tagSet(key.tags),
})

export const keyPairs = {
  CreateKeyPair: createKeyPair,
  ImportKeyPair: importKeyPair,
  DescribeKeyPairs: describeKeyPairs,
  DeleteKeyPair: deleteKeyPair,
}
