/**
 * What a playbook reads of this machine besides itself, as far as that can be told without running it: the folders that Ansible looks for
 * beside it (roles, group_vars, plugins), its configuration, and every file that a playbook, the configuration or an argument names by a
 * relative path. What is named by way of a variable is known only where it lies in one of those folders.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { AnsibleOptions } from './options'

const LAYOUT =
  /^(roles|collections|group_vars|host_vars|tasks|handlers|vars|defaults|meta|files|templates|library|module_utils|\w+_plugins)$/
/** Made by running it. */
const MADE = /^(\.git|__pycache__)$|\.(retry|pyc)$/

interface Found {
  readonly name: string
  readonly path: string
}

export function filesRead(options: AnsibleOptions): readonly Found[] {
  const { playbook_file, roles_path, collections_path, galaxy_file, extra_arguments, ansible_env_vars } = options
  const folder = dirname(resolve(playbook_file))
  // What galaxy installs is named by its requirements file, and may not be there yet.
  const installed = galaxy_file ? [roles_path, collections_path].flatMap(path => (path ? [resolve(path)] : [])) : []
  const reader = new Reader(folder, new Set(installed))
  for (const entry of entriesOf(folder)) if (LAYOUT.test(entry)) reader.take(join(folder, entry))
  reader.takeNamed(resolve(playbook_file))
  reader.takeNamed(resolve('ansible.cfg'))
  const more = galaxy_file ? [] : [roles_path, collections_path]
  for (const path of [...more, ...namedIn(extra_arguments, ansible_env_vars)]) if (path) reader.take(resolve(path))
  return reader.files
}

/** Of the arguments the files of variables, `@file`; of the environment those paths that hold what is run, and not logs and caches. */
const namedIn = (words: readonly string[], environment: readonly string[]): readonly string[] => [
  ...words.flatMap(word => /(?:^|[\s=])@(.+)$/.exec(word)?.[1] ?? []),
  ...environment.flatMap(entry => PATHS.exec(entry)?.[1]?.split(':') ?? []),
]
const PATHS = /^ANSIBLE_(?:CONFIG|INVENTORY|LIBRARY|MODULE_UTILS|ROLES_PATH|COLLECTIONS_PATHS?|\w+_PLUGINS)=(.+)$/

class Reader {
  private readonly found = new Map<string, Found>()
  private readonly around: string[] = []

  constructor(
    private readonly folder: string,
    private readonly without: ReadonlySet<string>,
  ) {}

  get files(): readonly Found[] {
    return [...this.found.values()]
  }

  /** A file, or all files below a folder. */
  take(path: string): void {
    if (this.without.has(path) || MADE.test(basename(path)) || this.found.has(path)) return
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.isFile()) this.found.set(path, { name: relative(this.folder, path), path })
    if (!found?.isDirectory() || this.around.includes(realpathSync(path))) return
    // A link may lead to a folder that it lies in.
    this.around.push(realpathSync(path))
    for (const entry of entriesOf(path)) this.take(join(path, entry))
    this.around.pop()
  }

  /** A file with all that it names. */
  takeNamed(path: string): void {
    if (this.found.has(path) || !isThere(path)) return
    this.take(path)
    this.takeWords(readFileSync(path, 'utf8'), dirname(path))
  }

  /** Relative paths only: an absolute one is mostly a place on the other machine. */
  takeWords(text: string, from: string): void {
    const words = text.split(/[\s=,:;'"()@[\]]+/).map(word => word.replace(/\{\{.*$/s, ''))
    for (const word of new Set(words)) {
      if (!/[./]/.test(word) || /^[./~]*$/.test(word) || /^[/~]/.test(word)) continue
      for (const path of new Set([resolve(from, word), resolve(this.folder, word)])) {
        if (!isThere(path)) continue
        if (/\.ya?ml$/.test(path) && statSync(path).isFile()) this.takeNamed(path)
        else this.take(path)
      }
    }
  }
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

const entriesOf = (folder: string): readonly string[] => (isThere(folder) ? readdirSync(folder) : [])
