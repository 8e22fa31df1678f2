/** The data source `amazon-ami`: finds an image as source_ami_filter does. */
import { mapOf, STRING } from '../../language/values/type'
import type { DataSource } from '../../model/plugin'
import { accessFrom, accessOptions, checkAccess } from '../../platforms/aws/access-options'
import { connect } from '../../platforms/aws/connect'
import { filterImages, imageFilterOptions } from '../../platforms/aws/filter-images'

const options = { ...accessOptions, ...imageFilterOptions } as const

export const amazonAmi: DataSource<typeof options> = {
  type: 'amazon-ami',
  summary: 'Finds an image on AWS by filters.',
  options,
  outputs: {
    id: { type: STRING, doc: 'The ID of the image.' },
    name: { type: STRING, doc: 'Its name.' },
    creation_date: { type: STRING, doc: 'When it was made, ISO 8601.' },
    owner: { type: STRING, doc: 'The account ID of its owner.' },
    owner_name: { type: STRING, doc: 'The alias of its owner, such as `amazon`.' },
    tags: { type: mapOf(STRING), doc: 'Its tags.' },
  },
  check(given) {
    if (given.owners?.length !== 0) return checkAccess(given)
    return [
      ...checkAccess(given),
      { option: 'owners', summary: 'No owners', detail: 'Name at least one owner: anybody may publish an image of any name.' },
    ]
  },
  async read(given, { signal }) {
    const ec2 = connect(await accessFrom(given))
    const image = await filterImages(ec2, given, { noun: 'image', place: 'the data source' }, signal)
    return {
      id: image.ImageId,
      name: image.Name,
      creation_date: image.CreationDate,
      owner: image.OwnerId,
      owner_name: image.ImageOwnerAlias ?? '',
      tags: Object.fromEntries((image.Tags ?? []).map(({ Key, Value }) => [Key, Value])),
    }
  },
}
