/**
 * What a playbook reads of this machine besides itself, as far as that can be told without running it: the whole folders that Ansible looks
 * for beside it (roles, group_vars, plugins), its configuration, and every file or folder that anything of that, or an argument, names by a
 * relative path. Of a path that ends in a variable the folder counts as a whole, and so does one beside the playbook of which only the name
 * is mentioned: it is too much rather than too little.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { AnsibleOptions } from './options'

const LAYOUT =
  /^(roles|collections|group_vars|host_vars|tasks|handlers|vars|defaults|meta|files|templates|library|module_utils|\w+_plugins)$/
/** What names further files: playbooks, tasks, variables. */
const NAMING = /\.ya?ml$|\/(group|host)_vars\/[^/.]+$/
const LONGEST = 1_000_000
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
  reader.takeWords(extra_arguments.join('\n'), folder)
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
  private readonly beside: ReadonlySet<string>

  constructor(
    private readonly folder: string,
    private readonly without: ReadonlySet<string>,
  ) {
    this.beside = new Set(entriesOf(folder))
  }

  get files(): readonly Found[] {
    return [...this.found.values()]
  }

  /** A file, or all files below a folder. */
  take(path: string): void {
    if (this.without.has(path) || MADE.test(basename(path)) || this.found.has(path)) return
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.isFile()) {
      this.found.set(path, { name: relative(this.folder, path), path })
      if (NAMING.test(path) && found.size < LONGEST) this.takeWords(readFileSync(path, 'utf8'), dirname(path))
    }
    if (!found?.isDirectory() || this.around.includes(realpathSync(path))) return
    // A link may lead to a folder that it lies in.
    this.around.push(realpathSync(path))
    for (const entry of entriesOf(path)) this.take(join(path, entry))
    this.around.pop()
  }

  /** A file with all that it names, whatever it is called. */
  takeNamed(path: string): void {
    if (this.found.has(path) || !isThere(path)) return
    this.take(path)
    if (!NAMING.test(path)) this.takeWords(readFileSync(path, 'utf8'), dirname(path))
  }

  /** Relative paths only: an absolute one is mostly a place on the other machine. */
  takeWords(text: string, from: string): void {
    // A path may begin with a variable (playbook_dir) and end in one.
    const words = text.split(/[\s=,:;'"()@[\]]+/).map(word => word.replace(/\{\{.*$/s, '').replace(/^.*\}\}\/?/s, ''))
    for (const word of new Set(words)) {
      if (/^[./~]*$/.test(word) || /^[/~]/.test(word)) continue
      if (/[./]/.test(word)) for (const path of new Set([resolve(from, word), resolve(this.folder, word)])) this.take(path)
      else if (this.beside.has(word)) this.take(join(this.folder, word))
    }
  }
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

const entriesOf = (folder: string): readonly string[] => (isThere(folder) ? readdirSync(folder) : [])
