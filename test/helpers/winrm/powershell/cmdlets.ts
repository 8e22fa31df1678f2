/** Cmdlets that scripts of clients use. */
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { absolute, parentOf } from '../files'
import { print } from '../io'
import { makers } from './dotnet'
import { wildcard } from './operators'
import type { Interpreter, Scope } from './run'
import { bytes, Hash, list, memberOf, number, PowershellError, ScriptBlock, Thing, text, truth, type Value } from './values'

export interface Given {
  /** By parameter, in lower case; a switch is true. */
  readonly named: Readonly<Record<string, Value>>
  readonly values: readonly Value[]
  readonly input: readonly Value[]
  readonly piped: boolean
}

interface Use {
  readonly interpreter: Interpreter
  readonly scope: Scope
  readonly out: (value: Value) => void
}

export type Cmdlet = (given: Given, use: Use) => void | Promise<void>

export const aliases: Readonly<Record<string, string>> = {
  echo: 'write-output',
  write: 'write-output',
  cat: 'get-content',
  gc: 'get-content',
  type: 'get-content',
  rm: 'remove-item',
  del: 'remove-item',
  ri: 'remove-item',
  rmdir: 'remove-item',
  mkdir: 'mkdir',
  md: 'mkdir',
  mv: 'move-item',
  mi: 'move-item',
  move: 'move-item',
  cp: 'copy-item',
  copy: 'copy-item',
  ls: 'get-childitem',
  dir: 'get-childitem',
  gci: 'get-childitem',
  gi: 'get-item',
  sleep: 'start-sleep',
  '%': 'foreach-object',
  foreach: 'foreach-object',
  '?': 'where-object',
  where: 'where-object',
  select: 'select-object',
  cd: 'set-location',
  ni: 'new-item',
  sal: 'set-alias',
  iex: 'invoke-expression',
}

const missing = (path: string) =>
  new PowershellError(`Cannot find path '${path}' because it does not exist.`, 'ItemNotFoundException')

/** The paths that a cmdlet is about: by name, by place, by pipe. */
function paths({ named, values, input }: Given, { interpreter }: Use): string[] {
  const { io } = interpreter.around
  const given = named.path ?? named.literalpath ?? named.filepath ?? values[0] ?? list([...input])
  return list(given).map(value => absolute(text(value instanceof Thing ? memberOf(value, 'fullname') : value), io.place.folder))
}

function fileThing(path: string, { interpreter }: Use): Thing {
  const { files } = interpreter.around
  const name = files.nameOf(path)
  const content = files.read(path)
  return new Thing(content ? 'System.IO.FileInfo' : 'System.IO.DirectoryInfo', {
    fullname: name,
    name: name.slice(name.lastIndexOf('\\') + 1),
    length: content?.length ?? null,
    psiscontainer: content === undefined,
    extension: /\.[^.\\]*$/.exec(name)?.[0] ?? '',
    directoryname: parentOf(name),
    tostring: name,
  })
}

function encoded(value: string, encoding: string): Buffer {
  if (/^(utf8|utf-8)$/i.test(encoding)) return Buffer.from(`\uFEFF${value}`)
  if (/^unicode$/i.test(encoding)) return Buffer.from(`\uFEFF${value}`, 'utf16le')
  return Buffer.from(value, 'latin1')
}

const content =
  (append: boolean): Cmdlet =>
  (given, use) => {
    const { files } = use.interpreter.around
    const [path] = paths({ ...given, input: [] }, use)
    const value = given.named.value ??
      given.named.inputobject ??
      given.values[given.named.path || given.named.literalpath || given.named.filepath ? 0 : 1] ?? [...given.input]
    const kind = text(given.named.encoding ?? 'default')
    const data = /^byte$/i.test(kind)
      ? bytes(value)
      : encoded(
          list(value)
            .map(line => text(line) + (given.named.nonewline ? '' : '\r\n'))
            .join(''),
          kind,
        )
    try {
      if (append && files.isFile(path!)) files.append(path!, /^utf-?8$/i.test(kind) ? data.subarray(3) : data)
      else files.write(path!, data)
    } catch (error) {
      throw new PowershellError((error as Error).message)
    }
  }

export const cmdlets: Readonly<Record<string, Cmdlet>> = {
  'write-output': ({ named, values, input }, { out }) => {
    for (const value of [...input, ...values, ...(named.inputobject === undefined ? [] : [named.inputobject])].flatMap(list))
      out(value)
  },
  'write-host': ({ named, values, input }, { interpreter }) =>
    print(
      interpreter.around.io,
      'stdout',
      [...values, ...list(named.object ?? null), ...input].map(text).join(' ') + (named.nonewline ? '' : '\r\n'),
    ),
  'write-error': ({ named, values, input }) => {
    throw new PowershellError(text(named.message ?? values[0] ?? input[0] ?? ''), 'WriteErrorException')
  },
  'write-warning': ({ named, values }, { interpreter }) =>
    print(interpreter.around.io, 'stdout', `WARNING: ${text(named.message ?? values[0] ?? '')}\r\n`),
  'write-verbose': () => undefined,
  'write-debug': () => undefined,
  'write-progress': () => undefined,
  'out-null': () => undefined,
  'out-string': ({ input }, { out }) => out(input.map(value => `${text(value)}\r\n`).join('')),
  'out-host': ({ input }, { out }) => input.forEach(out),
  'out-default': ({ input }, { out }) => input.forEach(out),
  'out-file': (given, use) =>
    content(Boolean(given.named.append))({ ...given, named: { encoding: 'unicode', ...given.named } }, use),
  'set-content': content(false),
  'add-content': content(true),
  'get-content': (given, use) => {
    for (const path of paths(given, use)) {
      const found = use.interpreter.around.files.read(path)
      if (!found) throw missing(path)
      if (/^byte$/i.test(text(given.named.encoding ?? ''))) use.out(Buffer.from(found))
      else if (given.named.raw) use.out(textOf(found))
      else
        for (const line of textOf(found)
          .replace(/\r?\n$/, '')
          .split(/\r?\n/))
          use.out(line)
    }
  },
  'test-path': (given, use) => {
    const path = text(given.named.path ?? given.named.literalpath ?? given.values[0] ?? given.input[0] ?? '')
    const [, drive, name] = /^(variable|env):(?:global:)?\\?(.*)$/i.exec(path) ?? []
    if (drive?.toLowerCase() === 'variable') return use.out(use.interpreter.global.values.has(name!.toLowerCase()))
    if (drive) return use.out(use.interpreter.around.io.variables.get(name!) !== undefined)
    if (/^hk(lm|cu):/i.test(path))
      return use.out(use.interpreter.programs.machine.registry.has(path.toLowerCase().replaceAll('/', '\\').replace(/\\$/, '')))
    const { files, io } = use.interpreter.around
    const full = absolute(path, io.place.folder)
    const kind = text(given.named.pathtype ?? 'any').toLowerCase()
    use.out(kind === 'leaf' ? files.isFile(full) : kind === 'container' ? files.isFolder(full) : files.exists(full))
  },
  'remove-item': (given, use) => {
    const { files, io } = use.interpreter.around
    const named = text(given.named.path ?? given.named.literalpath ?? given.values[0] ?? '')
    if (/^env:/i.test(named)) return io.variables.set(named.slice(4).replace(/^\\/, ''), '')
    for (const path of matched(paths(given, use), use)) {
      if (!files.exists(path)) throw missing(path)
      if (files.isFolder(path) && files.list(path).length > 0 && !given.named.recurse)
        throw new PowershellError(`The item at ${path} has children and the Recurse parameter was not specified.`)
      files.remove(path)
    }
  },
  'new-item': (given, use) => {
    const { files } = use.interpreter.around
    const kind = text(given.named.itemtype ?? given.named.type ?? 'file').toLowerCase()
    for (const base of paths(given, use)) {
      const path = given.named.name ? absolute(`${base}\\${text(given.named.name)}`) : base
      if (kind === 'directory') {
        if (files.exists(path) && !given.named.force)
          throw new PowershellError(`An item with the specified name ${path} already exists.`)
        files.makeFolder(path)
      } else {
        if (files.isFile(path) && !given.named.force) throw new PowershellError(`The file '${path}' already exists.`)
        if (given.named.force) files.makeFolder(parentOf(path))
        attempt(() => files.write(path, encoded(text(given.named.value ?? ''), 'default')))
      }
      use.out(fileThing(path, use))
    }
  },
  mkdir: (given, use) => {
    for (const path of paths(given, use)) {
      if (use.interpreter.around.files.exists(path) && !given.named.force)
        throw new PowershellError(`An item with the specified name ${path} already exists.`)
      use.interpreter.around.files.makeFolder(path)
      use.out(fileThing(path, use))
    }
  },
  'move-item': (given, use) => transfer(given, use, 'move'),
  'copy-item': (given, use) => transfer(given, use, 'copy'),
  'get-item': (given, use) => {
    for (const path of paths(given, use)) {
      if (!use.interpreter.around.files.exists(path)) throw missing(path)
      use.out(fileThing(path, use))
    }
  },
  'get-childitem': (given, use) => {
    const { files, io } = use.interpreter.around
    if (/^env:/i.test(text(given.named.path ?? given.values[0] ?? ''))) {
      for (const [name, value] of Object.entries(io.variables.all()))
        use.out(new Thing('System.Collections.DictionaryEntry', { name, key: name, value }))
      return
    }
    const given0 = paths(given, use)
    for (const path of given0.length > 0 ? given0 : [io.place.folder]) {
      if (!files.exists(path) && !/[*?]/.test(path)) throw missing(path)
      const below = /[*?]/.test(path)
        ? matched([path], use)
        : files.isFile(path)
          ? [path]
          : given.named.recurse
            ? files.below(path).slice(1)
            : files.list(path)
      for (const entry of below.filter(entry => !given.named.file || files.isFile(entry))) use.out(fileThing(entry, use))
    }
  },
  'join-path': (given, use) => {
    const [path, child] = [given.named.path ?? given.values[0], given.named.childpath ?? given.values[given.named.path ? 0 : 1]]
    use.out(`${text(path!).replace(/[\\/]$/, '')}\\${text(child!).replace(/^[\\/]/, '')}`)
  },
  'split-path': (given, { out }) => {
    const path = text(given.named.path ?? given.values[0] ?? given.input[0] ?? '').replaceAll('/', '\\')
    out(given.named.leaf ? path.slice(path.lastIndexOf('\\') + 1) : path.slice(0, Math.max(0, path.lastIndexOf('\\'))))
  },
  'resolve-path': (given, use) => {
    for (const path of paths(given, use)) use.out(new Thing('System.Management.Automation.PathInfo', { path, tostring: path }))
  },
  'convert-path': (given, use) => {
    for (const path of paths(given, use)) use.out(path)
  },
  'set-location': (given, use) => void Object.assign(use.interpreter.around.io.place, { folder: paths(given, use)[0] }),
  'get-location': (_given, use) => use.out(use.interpreter.around.io.place.folder),
  'start-sleep': async ({ named, values }, { interpreter }) => {
    const milliseconds = named.milliseconds ?? named.m
    const time = milliseconds === undefined ? number(named.seconds ?? named.s ?? values[0] ?? 0) * 1000 : number(milliseconds)
    await sleep(time, undefined, { signal: interpreter.around.io.signal })
  },
  'foreach-object': async ({ values, named, input }, { interpreter, scope, out }) => {
    const block = values[0] ?? named.process
    for (const item of input) {
      if (block instanceof ScriptBlock) await interpreter.callBlock(block, item, scope, out)
      else out(memberOf(item, text(block ?? '')))
    }
  },
  'where-object': async ({ values, named, input }, { interpreter, scope, out }) => {
    const block = values[0] ?? named.filterscript
    if (!(block instanceof ScriptBlock)) throw new SyntaxError('the pretended PowerShell knows Where-Object with a block alone')
    for (const item of input) {
      const found: Value[] = []
      await interpreter.callBlock(block, item, scope, value => void found.push(value))
      if (found.some(truth)) out(item)
    }
  },
  'select-object': ({ named, input }, { out }) => {
    const skip = number(named.skip ?? 0)
    const first = named.first === undefined ? input.length : number(named.first)
    for (const item of input.slice(skip, skip + first))
      out(named.expandproperty === undefined ? item : memberOf(item, text(named.expandproperty)))
  },
  'sort-object': ({ input }, { out }) => [...input].sort((a, b) => (text(a) < text(b) ? -1 : 1)).forEach(out),
  'measure-object': ({ input }, { out }) => out(new Thing('GenericMeasureInfo', { count: input.length })),
  'new-object': async ({ named, values }, { interpreter, out }) => {
    if (named.comobject !== undefined) return out(interpreter.programs.machine.comObject(text(named.comobject)))
    const type = text(named.typename ?? values[0] ?? '')
      .toLowerCase()
      .replace(/^system\./, '')
    if (/^byte\[\]$/.test(type)) return out(Buffer.alloc(number(list(named.argumentlist ?? values[1] ?? 0)[0]!)))
    const maker = makers[type]
    if (!maker) throw new SyntaxError(`the pretended PowerShell cannot make a ${type}`)
    const args = named.argumentlist ?? (named.typename ? values[0] : values[1])
    out((await maker(interpreter.around, ...(args === undefined ? [] : args instanceof Buffer ? [args] : list(args)))) ?? null)
  },
  'get-filehash': (given, use) => {
    for (const path of paths(given, use)) {
      const found = use.interpreter.around.files.read(path)
      if (!found) throw missing(path)
      const algorithm = text(given.named.algorithm ?? 'SHA256')
      use.out(
        new Thing('FileHashInfo', {
          algorithm,
          hash: createHash(algorithm.toLowerCase()).update(found).digest('hex').toUpperCase(),
          path,
        }),
      )
    }
  },
  'get-date': ({ named }, { out }) =>
    out(
      named.format === undefined
        ? new Thing('System.DateTime', { tostring: new Date().toISOString() })
        : new Date().toISOString(),
    ),
  'new-guid': (_given, { out }) => out(new Thing('System.Guid', { guid: randomUUID() })),
  'get-variable': ({ values, named }, { interpreter, out }) =>
    out(interpreter.global.values.get(text(values[0] ?? named.name ?? '').toLowerCase()) ?? null),
  'set-variable': ({ values, named }, { scope }) =>
    void scope.values.set(text(named.name ?? values[0] ?? '').toLowerCase(), named.value ?? values[1] ?? null),
  'invoke-expression': async ({ values, named, input }, { interpreter, scope, out }) =>
    interpreter.script(text(named.command ?? values[0] ?? input[0] ?? ''), out, scope),
  'get-wmiobject': ({ values, named }, { interpreter, out }) => {
    if (!/win32_process/i.test(text(named.class ?? values[0] ?? '')))
      throw new SyntaxError('the pretended PowerShell knows WMI of processes alone')
    out(
      new Thing('Win32_Process', {
        creationdate: `20300101000000.${String(interpreter.programs.machine.bootCount).padStart(6, '0')}+000`,
      }),
    )
  },
  'restart-computer': (_given, { interpreter }) => void interpreter.programs.machine.shutDown(0, true),
  'set-executionpolicy': () => undefined,
  'set-strictmode': () => undefined,
  'set-psdebug': () => undefined,
  'import-module': () => undefined,
  'add-type': () => undefined,
  'set-alias': () => undefined,
}

const attempt = (work: () => void): void => {
  try {
    work()
  } catch (error) {
    throw new PowershellError((error as Error).message)
  }
}

function textOf(found: Buffer): string {
  if (found[0] === 0xff && found[1] === 0xfe) return found.subarray(2).toString('utf16le')
  if (found[0] === 0xef && found[1] === 0xbb) return found.subarray(3).toString('utf8')
  return found.toString('latin1')
}

/** Wildcards in the last part of a path. */
function matched(given: readonly string[], { interpreter }: Use): string[] {
  const { files } = interpreter.around
  return given.flatMap(path => {
    if (!/[*?]/.test(path)) return [path]
    const name = wildcard(path.slice(path.lastIndexOf('\\') + 1))
    return files.list(parentOf(path)).filter(entry => name.test(entry.slice(entry.lastIndexOf('\\') + 1)))
  })
}

function transfer(given: Given, use: Use, how: 'move' | 'copy'): void {
  const { files, io } = use.interpreter.around
  const named = given.named.path !== undefined || given.named.literalpath !== undefined
  const to = given.named.destination ?? given.values[named || given.piped ? 0 : 1]
  for (const path of matched(paths({ ...given, values: given.piped ? [] : given.values }, use), use)) {
    if (!files.exists(path)) throw missing(path)
    const target = absolute(text(to!), io.place.folder)
    const place = files.isFolder(target) ? `${target}\\${path.slice(path.lastIndexOf('\\') + 1)}` : target
    if (how === 'move' && files.exists(place) && !given.named.force)
      throw new PowershellError('Cannot create a file when that file already exists.')
    attempt(() => files[how](path, place))
  }
}

export const isHash = (value: Value): value is Hash => value instanceof Hash
