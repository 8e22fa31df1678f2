/** What ansible-galaxy is asked for: roles and collections are installed by different commands, from one file. */
import { parse } from 'yaml'
import type { AnsibleOptions } from './options'

type GalaxyOptions = Pick<
  AnsibleOptions,
  'galaxy_file' | 'galaxy_force_install' | 'galaxy_force_with_deps' | 'roles_path' | 'collections_path'
>

/** Arguments of each run. `text` is the requirements file's: a list is one of roles. */
export function galaxyRuns(options: GalaxyOptions, text: string | undefined): readonly (readonly string[])[] {
  const { galaxy_file: file, roles_path, collections_path } = options
  if (!file || text === undefined) return []
  const force = options.galaxy_force_with_deps ? ['--force-with-deps'] : options.galaxy_force_install ? ['-f'] : []
  const { roles, collections } = contentOf(text)
  const runs: string[][] = []
  if (roles) runs.push(['install', '-r', file, ...force, ...(roles_path ? ['-p', roles_path] : [])])
  if (collections)
    runs.push(['collection', 'install', '-r', file, ...force, ...(collections_path ? ['-p', collections_path] : [])])
  return runs
}

function contentOf(text: string): { readonly roles: boolean; readonly collections: boolean } {
  try {
    const content = parse(text) as unknown
    if (typeof content !== 'object' || content === null || Array.isArray(content)) return { roles: true, collections: false }
    return { roles: 'roles' in content, collections: 'collections' in content }
  } catch {
    // ansible-galaxy says better what is wrong with it.
    return { roles: true, collections: false }
  }
}
