/** What expressions of a template can see: `var`, `local`, `data`, `path`, `packer`, and in a build `source` and `build`. */
import type { EvalContext } from '../language/eval-context'
import type { LanguageFunction } from '../language/functions/function'
import { UNKNOWN_TEXT } from '../language/options/decode'
import { fromPlain } from '../language/options/plain'
import { Value } from '../language/values/value'
import type { BuildValues } from '../model/plan'

/** The version whose templates we understand: `packer.version` and `required_version` speak of it. */
export const PACKER_VERSION = '1.16.0'

/** What every source gives to `build.*`; a source may add more. */
const COMMON_BUILD_VALUES = [
  'ID',
  'Host',
  'Port',
  'User',
  'Password',
  'ConnType',
  'PackerRunUUID',
  'PackerHTTPIP',
  'PackerHTTPPort',
  'PackerHTTPAddr',
  'SSHPublicKey',
  'SSHPrivateKey',
  'WinRMPassword',
  'SSHPrivateKeyFile',
  'SSHAgentAuth',
] as const

/** What only HCP Packer's registry would tell; templates write it into manifests. */
const WITHOUT_REGISTRY = { iterationID: '', versionFingerprint: '' } as const

export interface Surroundings {
  readonly root: string
  readonly workingDirectory: string
  readonly functions: ReadonlyMap<string, LanguageFunction>
}

/** `path` and `packer` are known before anything of the template is. */
export const outermost = ({ root, workingDirectory, functions }: Surroundings): EvalContext => ({
  functions,
  variables: new Map([
    ['path', fromPlain({ root: root.replaceAll('\\', '/'), cwd: workingDirectory.replaceAll('\\', '/') })],
    ['packer', fromPlain({ version: PACKER_VERSION, ...WITHOUT_REGISTRY })],
  ]),
})

export const within = (parent: EvalContext, variables: Readonly<Record<string, Value>>): EvalContext => ({
  parent,
  variables: new Map(Object.entries(variables)),
})

export interface SourceNames {
  readonly type: string
  /** In a build: as the build calls it. */
  readonly name: string
}

export const withSource = (parent: EvalContext, { type, name }: SourceNames): EvalContext =>
  within(parent, { source: fromPlain({ type, name }) })

/** Without values: those of a source that is not built in, which may have any. */
export const withBuild = (parent: EvalContext, buildName: string, values: BuildValues | undefined): EvalContext =>
  within(parent, { build: values ? fromPlain({ name: buildName, ...values }) : Value.unknown() })

/** Before a build runs nobody knows its values, so their place is held by a text, as in Packer. */
export const unknownBuildValues = (added: readonly string[]): BuildValues =>
  Object.fromEntries([...COMMON_BUILD_VALUES, ...added].map(name => [name, UNKNOWN_TEXT]))
