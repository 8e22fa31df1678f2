/** Images on AWS, backed by EBS. */
import type { Source } from '../../model/plugin'
import { builderId } from './artifact'
import { boot } from './boot'
import { build, type Candidate } from './build'
import { check } from './check'
import { discard } from './discard'
import { options } from './options'
import { publish } from './publish'

export const amazonEbs: Source<typeof options, Candidate | undefined> = {
  type: 'amazon-ebs',
  summary: 'Bakes an Amazon machine image: launches a machine from another image, provisions it and captures it.',
  builderId,
  reachable: true,
  portable: true,
  buildValues: ['BuildRegion', 'SourceAMI', 'SourceAMIName', 'SourceAMICreationDate', 'SourceAMIOwner', 'SourceAMIOwnerName'],
  options,
  check,
  build,
  boot,
  publish,
  discard,
}
