/**
 * What an image is made of, as one hash for each build: the plan without places, and the content of every file that it reads. The base image
 * is not in it: only the source can find out which one it is.
 */
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { compareUtf8 } from '../language/values/utf8'
import type { Plan, PlannedBuild, PlannedProvisioner, PlannedSmokeTest } from '../model/plan'
import type { Plugins } from '../model/plugin'
import { contentOf } from './file-content'

/** Raised when the same recipe no longer means the same image. */
const GENERATION = 2

/** What may read files that no option names. */
export type Readers = Partial<Pick<Plugins, 'filesOfSmokeTest' | 'postProcessors' | 'provisioners' | 'sources'>>

/** Whether any build makes an image that is found again by its recipe. Without one nothing needs to be read, be it gigabytes. */
export const needsRecipes = ({ builds }: Plan, { sources }: Pick<Plugins, 'sources'>): boolean =>
  builds.some(({ source }) => sources[source.type]?.unchanged !== undefined)

/** Of each build by its name. The plan has to be one for a fixed time, or every moment has its own recipe. */
export const recipesOf = (plan: Plan, readers: Readers = {}): ReadonlyMap<string, string> =>
  new Map(plan.builds.map(build => [build.name, recipeOf(build, readers, folderOf(plan))]))

/** Texts may begin with it (`path.root`), and where it lies does not matter. */
function folderOf({ template }: Plan): string {
  const path = resolve(template)
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path)
}

function recipeOf(build: PlannedBuild, readers: Readers, folder: string): string {
  const { source, provisioners, errorCleanupProvisioner, smokeTests, postProcessors } = build
  const parts = {
    generation: GENERATION,
    source: { type: source.type, options: withContent(without(source.options, readers.sources?.[source.type]?.accessOptions)) },
    communicator: Object.fromEntries(LASTING.map(name => [name, source.communicator[name]])),
    provisioners: provisioners.map(planned => provisionerParts(planned, readers)),
    errorCleanupProvisioner: errorCleanupProvisioner && provisionerParts(errorCleanupProvisioner, readers),
    smokeTests: smokeTests.map(test => smokeTestParts(test, readers)),
    // They make nothing of the image, but are not run for one that is unchanged: so it is not, when they are not the same. What is done
    // all the same does not count.
    postProcessors: postProcessors
      .map(chain => chain.filter(({ type }) => !readers.postProcessors?.[type]?.records))
      .filter(chain => chain.length > 0)
      .map(chain =>
        chain.map(({ type, options, keepInputArtifact }) => ({
          type,
          keepInputArtifact,
          options: withContent(options, SCRIPTS),
        })),
      ),
  }
  return createHash('sha256')
    .update(JSON.stringify(canonical(plain(parts))).replaceAll(JSON.stringify(`${folder}/`).slice(1, -1), './'))
    .digest('hex')
}

/** Of how the machine is reached, what stays in the image: who provisioned, which keys were left. All else is on the way there. */
const LASTING = [
  ...(['communicator', 'ssh_username', 'ssh_pty', 'ssh_keypair_name', 'ssh_clear_authorized_keys', 'winrm_username'] as const),
] as const

/** How long and how often it may try is nothing that the image would have. */
function provisionerParts({ type, options, pauseBefore, continueOnError }: PlannedProvisioner, { provisioners }: Readers) {
  const read = provisioners?.[type]?.filesRead?.(options.preview.value as never) ?? []
  return {
    type,
    pauseBefore,
    continueOnError,
    options: withContent(options),
    read: read.toSorted((a, b) => compareUtf8(a.name, b.name)).map(({ name, path }) => [name, contentOf(path)]),
  }
}

function smokeTestParts(test: PlannedSmokeTest, { filesOfSmokeTest }: Readers) {
  const { range: _range, ...printed } = plain(test) as PlannedSmokeTest
  const { scripts, goss } = test
  return {
    ...printed,
    scripts: scripts.map(contentOf),
    goss: printed.goss && { ...printed.goss, files: goss?.files.map(contentOf), vars: goss?.vars.map(contentOf) },
    read: (filesOfSmokeTest?.(test) ?? []).map(contentOf),
  }
}

/** Options whose texts name files of this machine, when there are such files. */
const FILES = /(^|_)(scripts?|sources?|files?|paths?|dirs?|director(y|ies)|folders?|inventory)$|^(group|host)_vars$/
const SCRIPTS = /^scripts?$/
/** Places on the other machine; results; credentials; what is installed anew each time. */
const NOT_READ = /^(remote_|staging_|destination|output|target|ssh_|shared_credentials|galaxy_.*_path$|(roles|collections)_path$)/
/** What arrives under its own name. */
const NAMED = /^(playbook_(files|paths)|(role|collection)_paths)$/

/** Only an option itself is a path; a key of a map (tags) is the user's word. */
function withContent(options: unknown, files = FILES): Readonly<Record<string, unknown>> {
  const printed = plain(options) as Readonly<Record<string, unknown>>
  const comes = printed.direction === 'download'
  const read = (name: string, value: unknown) => {
    if (!files.test(name) || NOT_READ.test(name) || (comes && /^sources?$/.test(name))) return value
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value]
    return texts.map(text => (typeof text === 'string' ? fileOf(name, text, printed) : text))
  }
  return Object.fromEntries(Object.entries(printed).map(([name, value]) => [name, read(name, value)]))
}

/** A slash at the end says whether a folder or its content is meant, and whether a file keeps its name. */
function fileOf(name: string, path: string, { destination }: Readonly<Record<string, unknown>>): unknown {
  const content = contentOf(path)
  if (typeof content === 'string') return content
  const isSource = /^sources?$/.test(name)
  const keeps = isSource && ('folder' in content ? !path.endsWith('/') : String(destination).endsWith('/'))
  return keeps || NAMED.test(name) ? { ...content, name: basename(path) } : content
}

const without = (options: unknown, names: readonly string[] = []): unknown =>
  Object.fromEntries(Object.entries(plain(options) as object).filter(([name]) => !names.includes(name)))

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

/** Keys in order, nothing that is not set. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each !== null)
  return Object.fromEntries(entries.sort(([a], [b]) => compareUtf8(a, b)).map(([name, each]) => [name, canonical(each)]))
}
