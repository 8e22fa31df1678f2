/** Images on AWS, backed by EBS. What is done is loaded when it is: whoever only validates does not wait for it. */
import type { Source } from '../../model/plugin'
import { accessOptions } from '../../platforms/aws/access-options'
import { builderId } from './artifact'
import type { Candidate } from './build'
import { check } from './check'
import { options } from './options'

export const amazonEbs: Source<typeof options, Candidate | undefined> = {
  type: 'amazon-ebs',
  summary: 'Bakes an Amazon machine image: launches a machine from another image, provisions it and captures it.',
  builderId,
  reachable: true,
  portable: true,
  buildValues: ['BuildRegion', 'SourceAMI', 'SourceAMIName', 'SourceAMICreationDate', 'SourceAMIOwner', 'SourceAMIOwnerName'],
  options,
  accessOptions: Object.keys(accessOptions).filter(name => name !== 'region'),
  check,
  build: async (...given) => (await import('./build')).build(...given),
  boot: async (...given) => (await import('./boot')).boot(...given),
  adopt: async (...given) => (await import('./adopt')).adopt(...given),
  unchanged: async (...given) => (await import('./unchanged')).unchanged(...given),
  mark: async (...given) => (await import('./mark')).mark(...given),
  publish: async (...given) => (await import('./publish')).publish(...given),
  announce: async (...given) => (await import('./announce')).announce(...given),
  discard: async (...given) => (await import('./discard')).discard(...given),
}
