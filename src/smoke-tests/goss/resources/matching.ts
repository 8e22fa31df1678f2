/** Content that the file itself holds, mostly from a variable: nothing is asked. */
import type { ResourceKind } from '../resource'

export const matching: ResourceKind = {
  type: 'matching',
  label: 'Matching',
  attributes: ['matches'],
  required: 'matches',
  settings: { content: 'any' },
  find: (_, __, { settings }) => settings.content,
}
