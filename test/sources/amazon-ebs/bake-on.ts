/** One bake of the usual template on a test cloud. */

import type { Source } from '../../../src/model/plugin'
import { amazonEbs } from '../../../src/sources/amazon-ebs'
import { type Bake, type Baked, bake } from '../../helpers/bake'
import type { TestCloud } from '../../helpers/cloud'

export type AmazonEbsBake = Omit<Bake, 'source' | 'options'>

export const bakeOn = (cloud: TestCloud, options: object = {}, more: Partial<AmazonEbsBake> = {}): Promise<Baked> =>
  bake({ source: amazonEbs as unknown as Source, options: { ...cloud.template, ...options }, ...more })
