/** Which files a template is made of: Packer's by their names, ours beside them, and the variable files it loads unasked. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Collector } from '../language/collector'
import type { Checked, Diagnostic } from '../language/diagnostic'
import { compareUtf8 } from '../language/values/utf8'
import { fileErrorReason } from '../lib/file-error'

export interface TextFile {
  /** As the user would name it: below the path they gave. Ranges carry it. */
  readonly file: string
  readonly text: Uint8Array
}

export interface TemplateFiles {
  readonly language: 'hcl' | 'legacy'
  /** The template's folder as the user named it, Packer's `path.root`. */
  readonly root: string
  readonly isFolder: boolean
  readonly templates: readonly TextFile[]
  /** `*.ingot.hcl`. */
  readonly own: readonly TextFile[]
  /** `*.auto.pkrvars.hcl` and then `.json`; only a folder has them. */
  readonly variables: readonly TextFile[]
}

export class FileProblem extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.detail ?? diagnostic.summary)
  }
}

const TEMPLATE = /\.pkr\.(hcl|json)$/
const OWN = /\.ingot\.hcl$/

export interface TemplateName {
  readonly path?: string
  readonly configType?: 'json' | 'hcl2'
  readonly stdin?: () => Promise<Uint8Array>
}

const STDIN = '-'
const NO_FILES = { root: '', isFolder: false, templates: [], own: [], variables: [] }

/** Throws FileProblem when there is no template to read. */
export async function readTemplate({ path, configType, stdin }: TemplateName, workingDirectory: string): Promise<TemplateFiles> {
  const unnamed = { ...NO_FILES, language: configType === 'hcl2' ? 'hcl' : 'legacy' } as const
  if (path === undefined) return unnamed
  if (path === STDIN && stdin) return { ...unnamed, root: '.', templates: [{ file: '<stdin>', text: await stdin() }] }
  const absolute = resolve(workingDirectory, path)
  const found = await stat(absolute).catch(() => undefined)
  if (!found) throw problem('Template not found', `There is no file or folder "${path}".`)
  if (found.isDirectory()) return readFolder(path, absolute)
  const root = dirname(path)
  const names = await filesIn(dirname(absolute))
  return {
    language: TEMPLATE.test(path) ? 'hcl' : 'legacy',
    root,
    isFolder: false,
    templates: [{ file: path, text: await read(path, absolute) }],
    own: await readAll(root, dirname(absolute), ownBeside(basename(path), names)),
    variables: [],
  }
}

async function readFolder(path: string, absolute: string): Promise<TemplateFiles> {
  const names = await filesIn(absolute)
  const templates = matching(names, TEMPLATE)
  if (templates.length === 0) {
    const legacy = matching(names, /\.json$/)
    const advice = legacy.length > 0 ? ` A legacy JSON template is named as a file: "${join(path, legacy[0]!)}".` : ''
    throw problem('No template in this folder', `"${path}" holds no file that ends in .pkr.hcl or .pkr.json.${advice}`)
  }
  const automatic = [...matching(names, /\.auto\.pkrvars\.hcl$/), ...matching(names, /\.auto\.pkrvars\.json$/)]
  return {
    language: 'hcl',
    root: path,
    isFolder: true,
    templates: await readAll(path, absolute, templates),
    own: await readAll(path, absolute, matching(names, OWN)),
    variables: await readAll(path, absolute, automatic),
  }
}

/** Beside a single file lies what is named after it or after no template: `web.ingot.hcl` is not for `db.pkr.hcl`. */
function ownBeside(template: string, names: readonly string[]): readonly string[] {
  const stem = (name: string) => name.replace(/(\.pkr)?\.(hcl|json)$/, '').replace(/\.ingot$/, '')
  const others = new Set(names.filter(name => name !== template && !OWN.test(name) && /\.(hcl|json)$/.test(name)).map(stem))
  others.delete(stem(template))
  return matching(names, OWN).filter(name => !others.has(stem(name)))
}

const matching = (names: readonly string[], pattern: RegExp): readonly string[] =>
  names.filter(name => pattern.test(name)).sort(compareUtf8)

/** A folder in it is no file of the template, whatever it is called. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(error => {
    throw problem('Folder not read', `"${folder}" could not be read: ${fileErrorReason(error)}.`)
  })
  return entries.filter(entry => !entry.isDirectory()).map(({ name }) => name)
}

const readAll = (shown: string, folder: string, names: readonly string[]): Promise<readonly TextFile[]> =>
  Promise.all(
    names.map(async name => {
      const file = join(shown, name)
      return { file, text: await read(file, join(folder, name)) }
    }),
  )

const read = (shown: string, path: string): Promise<Uint8Array> =>
  readFile(path).catch(error => {
    throw problem('File not read', `"${shown}" could not be read: ${fileErrorReason(error)}.`)
  })

const problem = (summary: string, detail: string) => new FileProblem(report(summary, detail))

/** Files named by `-var-file`, in their order. */
export async function readVariableFiles(
  paths: readonly string[],
  workingDirectory: string,
  language: 'by name' | 'json' = 'by name',
): Promise<Checked<readonly TextFile[]>> {
  const findings = new Collector()
  const readOne = async (file: string): Promise<readonly TextFile[]> => {
    if (language === 'by name' && !/\.(hcl|json)$/.test(file)) {
      findings.add(report('Unknown kind of variable file', `"${file}" must end in .hcl or .json, so that its language is known.`))
      return []
    }
    const text = await readFile(resolve(workingDirectory, file)).catch(error => {
      findings.add(report('Variable file not read', `"${file}" could not be read: ${fileErrorReason(error)}.`))
      return undefined
    })
    return text ? [{ file, text }] : []
  }
  const files = await Promise.all(paths.map(readOne))
  return findings.done(files.flat())
}

const report = (summary: string, detail: string): Diagnostic => ({ severity: 'error', summary, detail })
