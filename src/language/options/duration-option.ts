/** Durations as Go writes them (`5m`, `1h30m`); plugins see milliseconds. */
import { parseDuration } from '../duration'
import { STRING } from '../values/type'
import type { Option, Settings } from './spec'

type Given<S> = S extends { required: true } | { default: string } ? number : number | undefined

/** The default is written as a duration too: `duration('…', { default: '5m' })`. */
export const duration = <const S extends Settings<string> = object>(doc: string, settings?: S): Option<Given<S>> => ({
  form: 'attribute',
  type: STRING,
  written: 'duration string, like `"5m"`',
  doc,
  settings: (settings ?? {}) as Settings<unknown>,
  read: value => parseDuration(value.asString()) as Given<S>,
})
