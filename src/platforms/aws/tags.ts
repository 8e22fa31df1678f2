/** Tags that ingot writes on all that it creates: what is ours can be found again, and nothing else is ever touched. */
import type { ResourceType, Tag, TagSpecification } from '@aws-sdk/client-ec2'

export type Tags = Readonly<Record<string, string>>

/** On each thing, unique to the create that made it. */
export const tokenTag = 'ingot:token'

export const tagList = (tags: Tags): (Tag & { Key: string; Value: string })[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))

export const tagOf = (tags: readonly Tag[] | undefined, key: string): string | undefined =>
  tags?.find(tag => tag.Key === key)?.Value

export const specification = (type: ResourceType, tags: Tags, token: string): TagSpecification => ({
  ResourceType: type,
  Tags: tagList({ ...tags, [tokenTag]: token }),
})

export const withToken = (token: string) => [{ Name: `tag:${tokenTag}`, Values: [token] }]
