/** TagSpecification parameters, the rules for tags, and tags as XML: shared by every action that creates something. */

import { Ec2Error, invalidValue } from '../protocol/error'
import { anyText, list, structure, text } from '../protocol/shape'

export const tagList = list(structure({ Key: text, Value: anyText }))
export const tagSpecifications = list(structure({ ResourceType: text, Tag: tagList }))

type GivenTags = readonly { readonly Key?: string; readonly Value?: string }[]
export type TagSpecifications = readonly { readonly ResourceType?: string; readonly Tag: GivenTags }[]

const most = 50

/** Adds to `before`; throws when a rule for tags is broken. */
export function checkedTags(given: GivenTags, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const tags = new Map(Object.entries(before))
  const seen = new Set<string>()
  for (const { Key: key = '', Value: value = '' } of given) {
    if (key === '') throw new Ec2Error('InvalidParameterValue', 'Tag key cannot be empty')
    if (key.startsWith('aws:'))
      throw new Ec2Error('InvalidParameterValue', `Tag keys starting with 'aws:' are reserved for internal use`)
    if (key.length > 128) throw new Ec2Error('InvalidParameterValue', `Tag key exceeds the maximum length of 128 characters`)
    if (value.length > 256) throw new Ec2Error('InvalidParameterValue', `Tag value exceeds the maximum length of 256 characters`)
    if (seen.has(key)) throw new Ec2Error('InvalidParameterValue', `Duplicate tag key '${key}' specified.`)
    seen.add(key)
    tags.set(key, value)
  }
  if (tags.size > most) throw new Ec2Error('TagLimitExceeded', `You have reached the limit of ${most} tags for this resource.`)
  return Object.fromEntries(tags)
}

/** The tags that a creating action gives to one type of resource; `types` are those that it creates. */
export function tagsAtCreation(given: TagSpecifications, ...types: readonly string[]): (type: string) => Record<string, string> {
  for (const { ResourceType: type } of given) {
    if (type === undefined) throw new Ec2Error('InvalidParameterValue', 'Tag specification resource type must have a value')
    if (!types.includes(type))
      throw new Ec2Error('InvalidParameterValue', `'${type}' is not a valid taggable resource type for this operation.`)
    if (given.filter(other => other.ResourceType === type).length > 1)
      throw invalidValue('TagSpecification', type, 'The same resource type is given more than once.')
  }
  return type => checkedTags(given.find(specification => specification.ResourceType === type)?.Tag ?? [])
}

export const tagSet = (tags: Readonly<Record<string, string>>) => Object.entries(tags).map(([key, value]) => ({ key, value }))
