/** What may change about an image after it is made: who may use it, until when, and how it is described. */

import { action, type Call } from '../action'
import { accountId } from '../cloud'
import { mappingView } from '../parameters/block-devices'
import { Ec2Error, invalidValue } from '../protocol/error'
import { anyText, flag, list, oneOf, required, structure, text, time } from '../protocol/shape'
import type { XmlRecord } from '../protocol/xml'
import type { Image, Permission } from '../state/records'

/** Throws AuthFailure for an image that belongs to someone else. */
function own({ cloud, region }: Call, id: string): Image {
  const image = cloud.image(region, id)
  if (image.ownerId !== accountId) throw new Ec2Error('AuthFailure', `Not authorized for image:${id}`, 403)
  return image
}

const readers: Readonly<Record<string, (image: Image) => XmlRecord>> = {
  description: image => ({ description: { value: image.description } }),
  kernel: () => ({ kernel: {} }),
  ramdisk: () => ({ ramdisk: {} }),
  launchPermission: image => ({ launchPermission: image.permissions.map(permission => ({ ...permission })) }),
  productCodes: image => ({ productCodes: image.productCodes.map(productCode => ({ productCode, type: 'marketplace' })) }),
  blockDeviceMapping: image => ({ blockDeviceMapping: image.mappings.map(mappingView) }),
  sriovNetSupport: image => ({ sriovNetSupport: { value: image.sriovNetSupport } }),
  bootMode: image => ({ bootMode: { value: image.bootMode } }),
  tpmSupport: image => ({ tpmSupport: { value: image.tpmSupport } }),
  uefiData: image => ({ uefiData: { value: image.uefiData } }),
  lastLaunchedTime: image => ({ lastLaunchedTime: { value: image.lastLaunchedTime } }),
  imdsSupport: image => ({ imdsSupport: { value: image.imdsSupport } }),
  deregistrationProtection: image => ({ deregistrationProtection: { value: image.deregistrationProtection ?? 'disabled' } }),
}

const describeImageAttribute = action({ ImageId: required(text), Attribute: required(text) }, (call, input) => {
  const image = own(call, input.ImageId)
  const read = Object.hasOwn(readers, input.Attribute) ? readers[input.Attribute] : undefined
  if (!read) throw invalidValue('attribute', input.Attribute, 'Unknown attribute.')
  return { imageId: image.id, ...read(image) }
})

const permissionItems = list(structure({ UserId: text, Group: oneOf('all'), OrganizationArn: text, OrganizationalUnitArn: text }))
const value = structure({ Value: anyText })

const modifyImageAttribute = action(
  {
    ImageId: required(text),
    Attribute: text,
    Value: anyText,
    Description: value,
    ImdsSupport: value,
    LaunchPermission: structure({ Add: permissionItems, Remove: permissionItems }),
    OperationType: oneOf('add', 'remove'),
    UserId: list(text),
    UserGroup: list(text),
    OrganizationArn: list(text),
    OrganizationalUnitArn: list(text),
    ProductCode: list(text),
  },
  (call, input) => {
    const image = own(call, input.ImageId)
    const description = input.Description?.Value ?? (input.Attribute === 'description' ? input.Value : undefined)
    const imds = input.ImdsSupport?.Value ?? (input.Attribute === 'imdsSupport' ? input.Value : undefined)
    if (imds !== undefined && imds !== 'v2.0') throw invalidValue('imdsSupport', imds)
    const flat: Permission[] = [
      ...input.UserId.map(userId => ({ userId })),
      ...input.UserGroup.map(group => ({ group })),
      ...input.OrganizationArn.map(organizationArn => ({ organizationArn })),
      ...input.OrganizationalUnitArn.map(organizationalUnitArn => ({ organizationalUnitArn })),
    ]
    const add = [...(input.LaunchPermission?.Add ?? []).map(plain), ...(input.OperationType === 'add' ? flat : [])]
    const remove = [...(input.LaunchPermission?.Remove ?? []).map(plain), ...(input.OperationType === 'remove' ? flat : [])]
    const touched = [add, remove, input.ProductCode].some(given => given.length > 0)
    if (description === undefined && imds === undefined && !touched)
      throw new Ec2Error('InvalidParameterCombination', 'No attributes specified.')
    for (const permission of [...add, ...remove]) checkPermission(permission)
    checkShareable(image, add)
    if (description !== undefined) image.description = description
    if (imds !== undefined) image.imdsSupport = imds
    const changed = new Set([...add, ...remove].map(keyOf))
    image.permissions = [...image.permissions.filter(one => !changed.has(keyOf(one))), ...add]
    image.productCodes = [...new Set([...image.productCodes, ...input.ProductCode])]
    return { return: true }
  },
)

const plain = (one: {
  readonly UserId?: string
  readonly Group?: string
  readonly OrganizationArn?: string
  readonly OrganizationalUnitArn?: string
}): Permission => ({
  userId: one.UserId,
  group: one.Group,
  organizationArn: one.OrganizationArn,
  organizationalUnitArn: one.OrganizationalUnitArn,
})

const keyOf = ({ userId, group, organizationArn, organizationalUnitArn }: Permission) =>
  userId ?? group ?? organizationArn ?? organizationalUnitArn

function checkPermission({ userId, group }: Permission): void {
  if (userId !== undefined && !/^\d{12}$/.test(userId))
    throw new Ec2Error('InvalidAMIAttributeItemValue', `Invalid attribute item value "${userId}" for userId item type.`)
  if (group !== undefined && group !== 'all')
    throw new Ec2Error('InvalidAMIAttributeItemValue', `Invalid attribute item value "${group}" for group item type.`)
}

/** An image encrypted with the account's default key cannot be opened by anyone else, and none that is encrypted by everyone. */
function checkShareable(image: Image, add: readonly Permission[]): void {
  const encrypted = image.mappings.filter(mapping => mapping.encrypted)
  if (add.length > 0 && encrypted.some(({ kmsKeyId }) => kmsKeyId === undefined))
    throw new Ec2Error(
      'InvalidParameter',
      "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot.",
    )
  if (encrypted.length > 0 && add.some(({ group }) => group === 'all'))
    throw new Ec2Error('InvalidParameter', 'Images with encrypted snapshots cannot be made public.')
}

const resetImageAttribute = action({ ImageId: required(text), Attribute: required(text) }, (call, input) => {
  if (input.Attribute !== 'launchPermission') throw invalidValue('attribute', input.Attribute)
  own(call, input.ImageId).permissions = []
  return { return: true }
})

const tenYears = 10 * 366 * 24 * 60 * 60 * 1000

/** EC2 rounds to the minute. */
const enableImageDeprecation = action({ ImageId: required(text), DeprecateAt: required(time) }, (call, input) => {
  const at = Math.round(input.DeprecateAt.getTime() / 60_000) * 60_000
  if (at < Date.now() - 60_000) throw new Ec2Error('InvalidParameterValue', 'DeprecateAt must be in the future')
  if (at > Date.now() + tenYears) throw new Ec2Error('InvalidParameterValue', 'DeprecateAt must be within ten years from now')
  own(call, input.ImageId).deprecationTime = new Date(at).toISOString()
  return { return: true }
})

const disableImageDeprecation = action({ ImageId: required(text) }, (call, input) => {
  own(call, input.ImageId).deprecationTime = undefined
  return { return: true }
})

const enableProtection = action({ ImageId: required(text), WithCooldown: flag }, (call, input) => {
  const state = input.WithCooldown ? 'enabled-with-cooldown' : 'enabled'
  own(call, input.ImageId).deregistrationProtection = state
  return { return: state }
})

const disableProtection = action({ ImageId: required(text) }, (call, input) => {
  own(call, input.ImageId).deregistrationProtection = 'disabled'
  return { return: 'disabled' }
})

const switchImage = (state: 'available' | 'disabled') =>
  action({ ImageId: required(text) }, (call, input) => {
    const image = own(call, input.ImageId)
    if (image.state !== 'available' && image.state !== 'disabled')
      throw new Ec2Error('IncorrectState', `The image ${image.id} is in state ${image.state}`)
    image.state = state
    return { return: true }
  })

export const imageAttributes = {
  DescribeImageAttribute: describeImageAttribute,
  ModifyImageAttribute: modifyImageAttribute,
  ResetImageAttribute: resetImageAttribute,
  EnableImageDeprecation: enableImageDeprecation,
  DisableImageDeprecation: disableImageDeprecation,
  EnableImageDeregistrationProtection: enableProtection,
  DisableImageDeregistrationProtection: disableProtection,
  EnableImage: switchImage('available'),
  DisableImage: switchImage('disabled'),
}
