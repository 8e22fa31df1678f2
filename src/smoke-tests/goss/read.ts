/** goss files: rendered, parsed and with those that they include; what cannot be asked is found out here, before there is a machine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import picomatch from 'picomatch'
import { GoTemplateError, renderGoTemplate } from '../../language/gotemplate'
import { type Check, readCheck } from './check'
import { templateFunctions } from './functions'
import { resourceKinds } from './resources'
import { isMap, shown } from './values'
import { parseGossText } from './yaml'

export interface GossRequest {
  /** Absolute paths on this machine. */
  readonly files: readonly string[]
  /** Files of variables; later ones win. */
  readonly vars: readonly string[]
  /** What `.Env` holds. */
  readonly environment: Readonly<Record<string, string>>
}

export interface GossRead {
  readonly checks: readonly Check[]
  /** Sentences that name file and resource; nothing may be asked when there are any. */
  readonly problems: readonly string[]
  /** Every file that was read. */
  readonly files: readonly string[]
}

export function readGoss(request: GossRequest): GossRead {
  const reader = new Reader(request.environment)
  for (const path of request.vars) reader.addVariables(path)
  for (const path of request.files) reader.addFile(path)
  const { problems, files } = reader
  const checks = [...reader.checks.values()]
  if (checks.length === 0 && problems.length === 0) problems.push(`${request.files.join(', ')}: nothing is asked in it`)
  return { checks, problems, files: [...files] }
}

class Reader {
  /** By type and id: a later file replaces what an earlier one says of the same resource. */
  readonly checks = new Map<string, Check>()
  readonly problems: string[] = []
  readonly files = new Set<string>()
  private variables: Readonly<Record<string, unknown>> = {}
  private readonly open = new Set<string>()

  constructor(private readonly environment: Readonly<Record<string, string>>) {}

  addVariables(path: string): void {
    const values = this.parse(path, this.text(path))
    if (values === undefined || values === null) return
    if (isMap(values)) this.variables = { ...this.variables, ...values }
    else this.problem(path, 'the variables are not a map')
  }

  /** What a file includes wins over what it says itself, as in goss. */
  addFile(path: string): void {
    if (this.open.has(path)) return void this.problem(path, 'it includes itself')
    const source = this.text(path)
    const rendered = source === undefined ? undefined : this.rendered(path, source)
    const content = this.parse(path, rendered)
    if (content === undefined || content === null) return
    if (!isMap(content)) return void this.problem(path, 'it is not a map of resources')
    this.open.add(path)
    const { gossfile, ...resources } = content
    for (const [type, entries] of Object.entries(resources)) this.resources(path, type, entries)
    if (gossfile !== undefined) this.include(path, gossfile)
    this.open.delete(path)
  }

  private resources(path: string, type: string, resources: unknown): void {
    if (!resourceKinds.has(type)) {
      const known = [...resourceKinds.keys(), 'gossfile'].join(', ')
      return void this.problem(path, `resource type "${type}" is not supported; there are ${known}`)
    }
    if (resources === null) return
    if (!isMap(resources)) return void this.problem(path, `${type} is ${shown(resources)}, but has to be a map of resources`)
    for (const [id, given] of Object.entries(resources)) {
      try {
        this.checks.set(`${type} ${id}`, readCheck(type, id, given))
      } catch (error) {
        this.problem(path, `${type} "${id}": ${(error as Error).message}`)
      }
    }
  }

  private include(path: string, entries: unknown): void {
    if (!isMap(entries)) return void this.problem(path, 'gossfile is not a map')
    for (const [key, entry] of Object.entries(entries)) {
      const { file = key, skip = false } = isMap(entry) ? entry : {}
      if (skip === true) continue
      const found = globbed(resolve(dirname(path), String(file)))
      if (found.length === 0) this.problem(path, `gossfile "${key}": there is no such file`)
      for (const included of found) this.addFile(included)
    }
  }

  private text(path: string): string | undefined {
    try {
      const text = readFileSync(path, 'utf8')
      this.files.add(path)
      return text
    } catch (error) {
      this.problem(path, `it cannot be read: ${(error as Error).message}`)
      return undefined
    }
  }

  private rendered(path: string, text: string): string | undefined {
    try {
      const functions = templateFunctions(dirname(path), this.environment)
      return renderGoTemplate(text, { Env: this.environment, Vars: this.variables }, functions, {
        name: basename(path),
        missingKey: 'error',
      })
    } catch (error) {
      if (!(error instanceof GoTemplateError)) throw error
      this.problem(path, error.message)
      return undefined
    }
  }

  private parse(path: string, text: string | undefined): unknown {
    if (text === undefined) return undefined
    try {
      return parseGossText(text, path)
    } catch (error) {
      return void this.problem(path, (error as Error).message)
    }
  }

  private problem(path: string, sentence: string): void {
    const shorter = relative(process.cwd(), path)
    this.problems.push(`${shorter.startsWith('..') ? path : shorter}: ${sentence}`)
  }
}

/** Files that fit, in order of their names; a path without a pattern is that file. */
function globbed(pattern: string): readonly string[] {
  if (existsSync(pattern)) return [pattern]
  const { base, isGlob } = picomatch.scan(pattern)
  if (!isGlob) return []
  const matches = picomatch(pattern, { dot: false })
  return walk(isAbsolute(base) ? base : `/${base}`)
    .filter(path => matches(path))
    .sort()
}

function walk(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
}
