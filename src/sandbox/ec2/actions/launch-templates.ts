/** Launch templates: the parameters of a launch under a name. */

import { action, once } from '../action'
import { accountId } from '../cloud'
import { type LaunchInput, launchFields } from '../parameters/launch-fields'
import { tagSet, tagSpecifications, tagsAtCreation } from '../parameters/tagging'
import { unusedOfTemplate, unusedOperator } from '../parameters/unused-fields'
import { Ec2Error } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { type Decoded, flag, list, required, structure, text, unused } from '../protocol/shape'
import { newId } from '../state/ids'
import type { LaunchTemplate } from '../state/records'
import type { Region } from '../state/region'

const templateFields = {
  ...launchFields,
  ...unusedOfTemplate,
}

const createLaunchTemplate = action(
  {
    LaunchTemplateName: required(text),
    LaunchTemplateData: required(structure(templateFields)),
    VersionDescription: text,
    ClientToken: text,
    TagSpecification: tagSpecifications,
    ...unusedOperator,
  },
  async (call, input) => {
    const { region } = call
    const id = await once(call, input.ClientToken, async () => {
      const name = input.LaunchTemplateName
      if (!/^[\w().\-/]{3,128}$/.test(name))
        throw new Ec2Error('InvalidLaunchTemplateName.MalformedException', `The launch template name '${name}' is not valid.`)
      if (region.launchTemplates.all().some(other => other.name === name))
        throw new Ec2Error('InvalidLaunchTemplateName.AlreadyExistsException', `Launch template name already in use.`)
      const createTime = new Date().toISOString()
      return region.launchTemplates.add({
        id: newId('lt'),
        name,
        createTime,
        defaultVersion: 1,
        versions: [{ description: input.VersionDescription, data: input.LaunchTemplateData, createTime }],
        tags: tagsAtCreation(input.TagSpecification, 'launch-template')('launch-template'),
      }).id
    })
    return { launchTemplate: view(region.launchTemplates.get(id)) }
  },
)

const describeLaunchTemplates = action(
  {
    LaunchTemplateId: list(text),
    LaunchTemplateName: list(text),
    Filter: filters,
    IncludeManagedResources: unused(flag),
    ...paging,
  },
  ({ region }, input) => {
    const named = input.LaunchTemplateName.map(name => findTemplate(region, { LaunchTemplateName: name }))
    const all =
      input.LaunchTemplateId.length > 0 || named.length === 0 ? region.launchTemplates.select(input.LaunchTemplateId) : []
    const chosen = applyFilters([...new Set([...named, ...all])], input.Filter, {
      'launch-template-name': template => template.name,
      'create-time': template => template.createTime,
    })
    const { records, nextToken } = page(chosen, template => template.id, input, 1)
    return { nextToken, launchTemplates: records.map(view) }
  },
)

const deleteLaunchTemplate = action({ LaunchTemplateId: text, LaunchTemplateName: text }, ({ region }, input) => {
  const template = findTemplate(region, input)
  region.launchTemplates.delete(template.id)
  return { launchTemplate: view(template) }
})

export interface TemplateReference {
  readonly LaunchTemplateId?: string
  readonly LaunchTemplateName?: string
  readonly Version?: string
}

export function findTemplate(
  region: Region,
  { LaunchTemplateId: id, LaunchTemplateName: name }: TemplateReference,
): LaunchTemplate {
  if (id) return region.launchTemplates.get(id)
  if (!name) throw new Ec2Error('MissingParameter', 'You must specify a launch template ID or a launch template name.')
  const template = region.launchTemplates.all().find(one => one.name === name)
  if (!template)
    throw new Ec2Error(
      'InvalidLaunchTemplateName.NotFoundException',
      `The specified launch template, with template name ${name}, does not exist.`,
    )
  return template
}

/** The request with what it leaves out taken from the template. */
export function withLaunchTemplate<T extends LaunchInput>(region: Region, request: T, reference: TemplateReference): T {
  const template = findTemplate(region, reference)
  const { Version: asked = '$Default' } = reference
  const number = asked === '$Default' ? template.defaultVersion : asked === '$Latest' ? template.versions.length : Number(asked)
  const version = template.versions[number - 1]
  if (!version)
    throw new Ec2Error(
      'InvalidLaunchTemplateId.VersionNotFound',
      `Could not find the specified version ${asked} for the launch template with ID ${template.id}.`,
    )
  const data = version.data as Decoded<typeof templateFields>
  const kept = Object.entries(request).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
  return { ...request, ...data, ...Object.fromEntries(kept) }
}

const view = (template: LaunchTemplate) => ({
  launchTemplateId: template.id,
  launchTemplateName: template.name,
  createTime: new Date(template.createTime),
  createdBy: `arn:aws:iam::${accountId}:user/sandbox`,
  defaultVersionNumber: template.defaultVersion,
  latestVersionNumber: template.versions.length,
  tagSet: tagSet(template.tags),
})

export const launchTemplates = {
  CreateLaunchTemplate: createLaunchTemplate,
  DescribeLaunchTemplates: describeLaunchTemplates,
  DeleteLaunchTemplate: deleteLaunchTemplate,
}
