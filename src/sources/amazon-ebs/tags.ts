/** What is written on what: the template's tags, rendered, and ingot's own, by which everything is found again. */
import { Failure } from '../../model/failure'
import type { BuildContext } from '../../model/plugin'
import type { Tags } from '../../platforms/aws/tags'
import type { Base } from './base'
import { fingerprintOf, fingerprintTag } from './fingerprint'
import type { Options } from './options'

type Pair = { readonly key?: string; readonly name?: string; readonly value: string }

/** Whose it is. AWS allows 256 characters in a value. */
export function ownTags(context: BuildContext): Tags {
  const { startedAt, machineLifetime } = context.run
  return {
    'ingot:run': context.run.id,
    'ingot:template': context.run.template.slice(-256),
    'ingot:build': context.build.name.slice(0, 256),
    'ingot:started-at': startedAt,
    ...(machineLifetime && { 'ingot:expires-at': new Date(Date.parse(startedAt) + machineLifetime).toISOString() }),
  }
}

/** A candidate becomes `published`; what bears that is never cleaned up. */
export const stateTag = 'ingot:state'

/** Of key pair, group and machine; named as Packer names them, because people look for it. */
export const runTags = (options: Options, context: BuildContext, base: Base): Tags => ({
  Name: 'Packer Builder',
  ...rendered(options.run_tags, options.run_tag, context, base),
  ...ownTags(context),
})

export const volumeTags = (options: Options, context: BuildContext, base: Base): Tags =>
  rendered(options.run_volume_tags, options.run_volume_tag, context, base)

export const spotTags = (options: Options, context: BuildContext, base: Base) => ({
  requestTags: { ...runTags(options, context, base), ...rendered(options.spot_tags, options.spot_tag, context, base) },
  fleetTags: rendered(options.fleet_tags, options.fleet_tag, context, base),
})

/** Before the smoke tests: nothing by which anybody would look for a finished image; the fingerprint counts with the state only. */
export function candidateTags(options: Options, context: BuildContext, base: Base): Tags {
  const fingerprint = fingerprintOf(context, base.id)
  return {
    ...(options.skip_ami_run_tags ? {} : rendered(options.run_tags, options.run_tag, context, base)),
    ...ownTags(context),
    ...(fingerprint && { [fingerprintTag]: fingerprint }),
    [stateTag]: 'candidate',
  }
}

export const imageTags = (options: Options, context: BuildContext, base: Base): Tags =>
  rendered(options.tags, options.tag, context, base)

export const snapshotTags = (options: Options, context: BuildContext, base: Base): Tags => ({
  ...imageTags(options, context, base),
  ...rendered(options.snapshot_tags, options.snapshot_tag, context, base),
})

/** Blocks win over the map, as the later ones do over the earlier. */
function rendered(map: Tags | undefined, blocks: readonly Pair[], context: BuildContext, base: Base): Tags {
  const pairs = [...Object.entries(map ?? {}), ...blocks.map(({ key, name, value }) => [key || name || '', value] as const)]
  const render = (text: string) => (text.includes('{{') ? context.render(text, { ...base.data }) : text)
  return Object.fromEntries(pairs.map(([key, value]) => acceptable(render(key), render(value))))
}

/** What EC2 would refuse when the image is made already. */
function acceptable(key: string, value: string): readonly [string, string] {
  const reason =
    key === '' || key.length > 128
      ? 'a key has 1 to 128 characters'
      : key.toLowerCase().startsWith('aws:')
        ? 'keys that begin with aws: are reserved'
        : value.length > 256
          ? `a value has at most 256 characters, this one ${value.length}`
          : undefined
  if (reason)
    throw new Failure('failed', `EC2 does not accept the tag "${key}": ${reason}`, { advice: 'Change it in the source block.' })
  return [key, value]
}
