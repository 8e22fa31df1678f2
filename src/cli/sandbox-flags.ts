/** Flags about a sandbox, which `ingot sandbox` and `ingot build -sandbox` share; for a build they begin with `sandbox-`. */
import { resolve } from 'node:path'
import { Failure } from '../model/failure'
import type { GivenImage } from '../sandbox/machines/base-image/given'
import { choice, text, type Values } from './flags'

const image = text('FILE', 'A cloud image (path or http address) as base image, instead of the Debian that is made here.')
const checksum = text('SUM', 'Its checksum, sha256:HEX or sha512:HEX; an image without one is not used.')
const name = text('NAME', "Its name in the sandbox. Default: the file's.")
const owner = text('ACCOUNT', "The account that owns it in the sandbox. Default: Debian's.")
const faults = text('FILE', 'Let go wrong what the rules in this file say.')
const latency = choice(
  'How fast states change: as soon as they can, or no sooner than they typically do on AWS.',
  ['none', 'aws'],
  'none',
)

export const servingFlags = {
  faults,
  latency,
  image,
  'image-checksum': checksum,
  'image-name': name,
  'image-owner': owner,
} as const

export const buildSandboxFlags = {
  'sandbox-faults': faults,
  'sandbox-latency': latency,
  'sandbox-image': image,
  'sandbox-image-checksum': checksum,
  'sandbox-image-name': name,
  'sandbox-image-owner': owner,
} as const

type ImageFlags = {
  readonly image: string | undefined
  readonly 'image-checksum': string | undefined
  readonly 'image-name': string | undefined
  readonly 'image-owner': string | undefined
}

/** `prefix` is for the message. */
export function givenImage(flags: ImageFlags, prefix = ''): GivenImage | undefined {
  const { image: source, 'image-checksum': sum, 'image-name': imageName, 'image-owner': ownerId } = flags
  if (source === undefined) {
    const lonely = (['image-checksum', 'image-name', 'image-owner'] as const).find(flag => flags[flag] !== undefined)
    if (lonely === undefined) return undefined
    throw new Failure('invalid', `-${prefix}${lonely} says something of an image, and none is given`, {
      advice: `Add -${prefix}image FILE.`,
    })
  }
  if (sum !== undefined) return { source, checksum: sum, name: imageName, ownerId }
  throw new Failure('invalid', `-${prefix}image ${source} needs a checksum`, {
    advice: `Add -${prefix}image-checksum sha256:… or sha512:… of the file.`,
  })
}

/** For a sandbox in another process, perhaps started from another folder later. */
export function imageArguments({ source, checksum: sum, name: imageName, ownerId }: GivenImage): readonly string[] {
  const file = /^https?:/.test(source) ? source : resolve(source)
  const optional = (flag: string, value: string | undefined) => (value === undefined ? [] : [flag, value])
  return ['-image', file, '-image-checksum', sum, ...optional('-image-name', imageName), ...optional('-image-owner', ownerId)]
}

type BuildSandboxFlags = Values<typeof buildSandboxFlags> & {
  readonly sandbox: boolean
  readonly 'sandbox-state': string | undefined
}

/** The same flags for `ingot sandbox`: those of the image, which a later one needs too, and those of this time. */
export function sandboxArguments(flags: BuildSandboxFlags): {
  readonly imageFlags: readonly string[]
  readonly moreFlags: readonly string[]
} {
  const named = Object.entries(flags).flatMap(([flag, value]) =>
    flag.startsWith(PREFIX) ? [[flag.slice(PREFIX.length), value]] : [],
  )
  const image = givenImage(Object.fromEntries(named) as ImageFlags, PREFIX)
  const { 'sandbox-faults': faultsFile, 'sandbox-latency': pace } = flags
  return {
    imageFlags: image ? imageArguments(image) : [],
    moreFlags: [...(faultsFile === undefined ? [] : ['-faults', faultsFile]), ...(pace === 'none' ? [] : ['-latency', pace])],
  }
}

/** Nothing that is said is ignored in silence. */
export function refuseWithoutSandbox(flags: BuildSandboxFlags): void {
  const idle = [...Object.keys(buildSandboxFlags), 'sandbox-state'].find(
    flag => flag !== 'sandbox-latency' && flags[flag as keyof BuildSandboxFlags] !== undefined,
  )
  if (flags.sandbox || idle === undefined) return
  throw new Failure('invalid', `-${idle} is about an embedded sandbox, and this build has none`, { advice: 'Add -sandbox.' })
}

const PREFIX = 'sandbox-'
