/** Tags on anything that exists. */

import { action, type Call } from '../action'
import { checkedTags, tagList } from '../parameters/tagging'
import { Ec2Error } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { list, required, text } from '../protocol/shape'
import { findRule } from '../state/lookup'
import type { Resource } from '../state/records'
import type { Region } from '../state/region'

/** Throws the kind's own NotFound, or InvalidID for an ID of no known kind. */
function resource({ cloud, region }: Call, id: string): Resource {
  if (id.startsWith('sgr-')) return findRule(region, id).rule
  const published = cloud.publicImages(region).find(image => image.id === id)
  if (published) throw new Ec2Error('UnauthorizedOperation', 'You are not authorized to perform this operation.', 403)
  const collection = region.collections.find(({ kind }) => id.startsWith(`${kind.prefix}-`))
  if (!collection) throw new Ec2Error('InvalidID', `The ID '${id}' is not valid`)
  return collection.get(id)
}

const createTags = action({ ResourceId: required(list(text)), Tag: required(tagList) }, (call, input) => {
  const changes = input.ResourceId.map(id => resource(call, id)).map(one => ({ one, tags: checkedTags(input.Tag, one.tags) }))
  for (const { one, tags } of changes) one.tags = tags
  return { return: true }
})

/** A tag given with a value goes only if it has that value; none given means all. */
const deleteTags = action({ ResourceId: required(list(text)), Tag: tagList }, (call, input) => {
  for (const one of input.ResourceId.map(id => resource(call, id))) {
    const goes = (key: string, value: string) =>
      input.Tag.length === 0 || input.Tag.some(tag => tag.Key === key && (tag.Value === undefined || tag.Value === value))
    one.tags = Object.fromEntries(Object.entries(one.tags).filter(([key, value]) => !goes(key, value)))
  }
  return { return: true }
})

const describeTags = action({ Filter: filters, ...paging }, ({ region }, input) => {
  const chosen = applyFilters(allTags(region), input.Filter, {
    key: tag => tag.key,
    value: tag => tag.value,
    'resource-id': tag => tag.resourceId,
    'resource-type': tag => tag.resourceType,
  })
  const { records, nextToken } = page(chosen, tag => `${tag.resourceId}/${tag.key}`, input)
  return {
    nextToken,
    tagSet: records.map(({ key, value, resourceId, resourceType }) => ({ key, value, resourceId, resourceType })),
  }
})

function allTags(region: Region) {
  const records = region.collections.flatMap(one => one.all().map(record => ({ type: one.kind.type, record })))
  const rules = region.securityGroups.all().flatMap(group => group.rules.map(record => ({ type: 'security-group-rule', record })))
  return [...records, ...rules].flatMap(({ type: resourceType, record }) =>
    Object.entries(record.tags).map(([key, value]) => ({
      key,
      value,
      resourceId: record.id,
      resourceType,
      tags: { [key]: value },
    })),
  )
}

export const tags = { CreateTags: createTags, DeleteTags: deleteTags, DescribeTags: describeTags }
