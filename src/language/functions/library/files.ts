/** Files beside the template, and paths. Relative paths start from the template's directory. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, normalize, resolve } from 'node:path'
import type { Expression } from '../../body'
import type { Checked } from '../../diagnostic'
import type { EvalContext } from '../../eval-context'
import { setOfValues } from '../../values/set'
import { BOOL, DYNAMIC, STRING, setOf } from '../../values/type'
import { Value } from '../../values/value'
import { any, define, defineText, string } from '../define'
import { FunctionError, type LanguageFunction } from '../function'
import { picomatch } from '../heavy'
import { fromUtf8 } from './encoding'

/** Parses a template's text; the file name is for its diagnostics. */
export type ParseTemplate = (text: string, file: string) => Checked<Expression>

const expandHome = (path: string): string => {
  if (!path.startsWith('~')) return path
  if (path !== '~' && !/^~[/\\]/.test(path)) throw new FunctionError('cannot expand user-specific home dir')
  return join(homedir(), path.slice(1))
}

const located = (directory: string, path: string): string => resolve(directory, expandHome(path))

function read(directory: string, path: string): Buffer {
  try {
    return readFileSync(located(directory, path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new FunctionError(`no file exists at ${path}`, 0)
    if (code === 'EISDIR') throw new FunctionError(`failed to read ${path}: it is a directory`, 0)
    throw new FunctionError(`failed to read ${path}: ${(error as Error).message}`, 0)
  }
}

function readText(directory: string, path: string): string {
  const text = fromUtf8(read(directory, path))
  if (text === undefined)
    throw new FunctionError(
      `contents of ${path} are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents`,
      0,
    )
  return text
}

function exists(directory: string, path: string): boolean {
  const found = statSync(located(directory, path), { throwIfNoEntry: false })
  if (found && !found.isFile()) throw new FunctionError(`${path} is not a regular file`, 0)
  return found !== undefined
}

/** Regular files only, as paths below `path` with forward slashes. */
function fileSet(directory: string, path: string, pattern: string): Value {
  checkGlob(path, pattern)
  const root = located(directory, path)
  const [up] = /^(?:\.\.\/)*/.exec(normalize(pattern).replaceAll('\\', '/'))!
  const matches = picomatch()(normalize(pattern).replaceAll('\\', '/').slice(up.length), {
    dot: true,
    noextglob: true,
    nonegate: true,
  })
  const found = walk(join(root, up)).filter(name => matches(name))
  return setOfValues(
    STRING,
    found.map(name => Value.string(up + name)),
  )
}

function checkGlob(path: string, pattern: string): void {
  const bare = pattern.replace(/\\./g, '').replace(/\[[^\]]+\]/g, '')
  if (bare.includes('[') || (bare.match(/\{/g)?.length ?? 0) !== (bare.match(/\}/g)?.length ?? 0))
    throw new FunctionError(`failed to glob pattern ${join(path, pattern)}: syntax error in pattern`)
}

function walk(root: string, below = ''): string[] {
  const folder = join(root, below)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const name = below + entry.name
    if (entry.isDirectory()) return walk(root, `${name}/`)
    const isFile = entry.isFile() || (entry.isSymbolicLink() && statSync(join(root, name), { throwIfNoEntry: false })?.isFile())
    return isFile ? [name] : []
  })
}

/** The last part of a path, `.` when there is none. */
const baseName = (path: string): string => /([^/]+)\/*$/.exec(path)?.[1] ?? (path === '' ? '.' : '/')

const dirName = (path: string): string => {
  const folder = normalize(path.slice(0, path.lastIndexOf('/') + 1))
  return folder.length > 1 ? folder.replace(/\/$/, '') : folder
}

/** The template sees its variables only, and all functions but itself. */
function renderFile(
  path: string,
  text: string,
  vars: Value,
  parse: ParseTemplate,
  functions: ReadonlyMap<string, LanguageFunction>,
): Value {
  if (vars.type.kind !== 'map' && vars.type.kind !== 'object') throw new FunctionError('invalid vars value: must be a map', 1)
  const variables = vars.entries()
  for (const name of variables.keys())
    if (!/^[a-zA-Z]\w*$/.test(name))
      throw new FunctionError(
        `invalid template variable name ${JSON.stringify(name)}: must start with a letter, followed by zero or more letters, digits, and underscores`,
        1,
      )
  const template = parse(text, path)
  stopAt(template.diagnostics)
  for (const { root, range } of template.value.variables())
    if (!variables.has(root)) {
      const place = `${range.file}:${range.start.line},${range.start.column}-${range.end.column}`
      throw new FunctionError(`vars map does not contain key ${JSON.stringify(root)}, referenced at ${place}`, 1)
    }
  const context: EvalContext = { variables, functions: new Map([...functions, ['templatefile', notAgain]]) }
  const result = template.value.evaluate(context)
  stopAt(result.diagnostics)
  return result.value
}

function stopAt(diagnostics: Checked<unknown>['diagnostics']): void {
  const error = diagnostics.find(each => each.severity === 'error')
  if (!error) return
  const place = error.subject ? `${error.subject.file}:${error.subject.start.line},${error.subject.start.column}: ` : ''
  throw new FunctionError(`${place}${error.summary}${error.detail ? `; ${error.detail.replace(/\.$/, '')}` : ''}`)
}

const notAgain = define('templatefile', [string('path'), any('vars')], DYNAMIC, () => {
  throw new FunctionError('cannot recursively call templatefile from inside a template')
})

export const pathFunctions: readonly LanguageFunction[] = [
  defineText('basename', ['path'], baseName),
  defineText('dirname', ['path'], dirName),
  defineText('pathexpand', ['path'], expandHome),
]

/** `functions` is what templates of `templatefile` may call; it may grow after this. */
export function fileFunctions(
  directory: string,
  parse: ParseTemplate,
  functions: ReadonlyMap<string, LanguageFunction>,
): readonly LanguageFunction[] {
  return [
    defineText('file', ['path'], path => readText(directory, path)),
    defineText('filebase64', ['path'], path => read(process.cwd(), path).toString('base64')),
    define('fileexists', [string('path')], BOOL, path => exists(directory, path.asString())),
    define('fileset', [string('path'), string('pattern')], setOf(STRING), (path, pattern) =>
      fileSet(directory, path.asString(), pattern.asString()),
    ),
    defineText('abspath', ['path'], path => (isAbsolute(path) ? normalize(path) : resolve(path))),
    define('templatefile', [string('path'), any('vars')], 'call', (path, vars) =>
      renderFile(path.asString(), readText(directory, path.asString()), vars, parse, functions),
    ),
  ]
}
