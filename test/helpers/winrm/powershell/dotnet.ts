/** Classes of .NET that scripts reach for: files, encodings, hashes, streams, the console. */
import { createHash, randomUUID } from 'node:crypto'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import { decode, encode } from 'iconv-lite'
import { absolute, type WindowsFiles } from '../files'
import { decoded, type Io, print, readAll } from '../io'
import { bytes, list, memberOf, number, PowershellError, ScriptBlock, Thing, text, type Value } from './values'

export interface Surroundings {
  readonly io: Io
  readonly files: WindowsFiles
  /** Runs a block that stands where .NET wants a delegate. */
  readonly callWith: (block: ScriptBlock, args: readonly Value[]) => Promise<Value>
}

type Static = (around: Surroundings, ...args: Value[]) => Value | undefined | Promise<Value | undefined>

const notFound = (path: string) => new PowershellError(`Could not find file '${path}'.`, 'FileNotFoundException')

/** .NET's own current folder is not that of the script, so relative paths are mistakes here. */
function whole(value: Value): string {
  if (!/^[a-z]:[\\/]/i.test(text(value))) throw new PowershellError(`Could not find a part of the path '${text(value)}'.`)
  return absolute(text(value))
}

const must = ({ files }: Surroundings, path: Value): Buffer => {
  const found = files.read(whole(path))
  if (!found) throw notFound(whole(path))
  return found
}

/** By iconv's names. */
const encodings: Readonly<Record<string, string>> = {
  utf8: 'utf8',
  ascii: 'latin1',
  unicode: 'utf16le',
  default: 'latin1',
  latin1: 'latin1',
}
const encodingNames: Readonly<Record<string, string>> = {
  'utf-8': 'utf8',
  65001: 'utf8',
  'utf-16': 'utf16le',
  ascii: 'latin1',
  437: 'cp437',
}

export const encoding = (name: string): Thing =>
  new Thing(
    'System.Text.Encoding',
    { codepage: name === 'utf8' ? 65001 : Number(name.replace(/\D/g, '')) },
    {
      getbytes: value => encode(text(value!), name),
      getstring: (value, start = 0, count?: Value) => {
        const all = bytes(value!)
        return decode(all.subarray(number(start), count === undefined ? all.length : number(start) + number(count)), name)
      },
    },
    { encoding: name },
  )

const encodingOf = (value: Value | undefined): string => (value instanceof Thing ? text(value.own.encoding ?? 'utf8') : 'utf8')

/** Bytes that are read and written at a place, and go to where they belong when it is closed or flushed. */
export function stream(type: string, start: Buffer, store?: (content: Buffer) => void, live?: () => Buffer): Thing {
  let held = start
  let at = 0
  const now = () => live?.() ?? held
  const save = () => {
    store?.(held)
    return undefined
  }
  const write = (data: Buffer) => {
    held = Buffer.concat([now().subarray(0, at), data, now().subarray(at + data.length)])
    at += data.length
    return undefined
  }
  return new Thing(
    type,
    { length: () => now().length, position: () => at, rest: () => now().subarray(at) },
    {
      write: (data, from = 0, count?: Value) =>
        write(bytes(data).subarray(number(from), count === undefined ? undefined : number(from) + number(count))),
      writebyte: data => write(Buffer.from([number(data)])),
      read: (into, from, count) => {
        const taken = now().copy(bytes(into), number(from), at, at + number(count))
        at += taken
        return taken
      },
      seek: (offset, origin) => {
        at = /end/i.test(text(origin ?? '')) ? now().length + number(offset) : number(offset)
        return at
      },
      setlength: length => {
        held = Buffer.concat([now(), Buffer.alloc(Math.max(0, number(length) - now().length))]).subarray(0, number(length))
        return save()
      },
      toarray: () => now(),
      copyto: other => call(other, 'write', now().subarray(at)),
      flush: save,
      close: save,
      dispose: save,
    },
  )
}

export function call(of: Value, name: string, ...args: Value[]): Value | undefined | Promise<Value | undefined> {
  const method = of instanceof Thing ? of.methods[name] : undefined
  if (!method)
    throw new PowershellError(
      `Method invocation failed because [${of instanceof Thing ? of.type : typeof of}] does not contain a method named '${name}'.`,
    )
  return method(...args)
}

function fileStream({ files }: Surroundings, path: Value, mode: Value, access: Value = ''): Thing {
  const place = whole(path)
  const how = text(mode).toLowerCase()
  const there = files.read(place)
  if (!there && how === 'open') throw notFound(place)
  if (there && how === 'createnew') throw new PowershellError(`The file '${place}' already exists.`)
  const begin = how === 'create' || how === 'truncate' || !there ? Buffer.alloc(0) : there
  if (how === 'open' && /^read$/i.test(text(access)))
    return stream('System.IO.FileStream', begin, undefined, () => files.read(place) ?? begin)
  files.write(place, begin)
  const opened = stream('System.IO.FileStream', begin, content => files.write(place, content))
  if (how === 'append') void opened.methods.seek!(0, 'end')
  return opened
}

/** Input of the process, read as it comes. */
function standardInput(io: Io): Thing {
  let held: Buffer = Buffer.alloc(0)
  return new Thing(
    'System.IO.Stream',
    {},
    {
      read: async (into, from, count) => {
        if (held.length === 0) held = (await io.read()) ?? Buffer.alloc(0)
        const taken = held.copy(bytes(into), number(from), 0, number(count))
        held = held.subarray(taken)
        return taken
      },
      copyto: async other => {
        const all = Buffer.concat([held, await readAll(io)])
        held = Buffer.alloc(0)
        return call(other, 'write', all)
      },
      close: () => undefined,
      dispose: () => undefined,
    },
  )
}

function lineReader(io: Io): Thing {
  let held = ''
  let over = false
  const more = async () => {
    const next = await io.read()
    if (next) held += decoded(io, next)
    else over = true
  }
  return new Thing(
    'System.IO.TextReader',
    {},
    {
      readline: async () => {
        over = false
        while (!held.includes('\n') && !over) await more()
        if (held === '') return null
        const end = held.includes('\n') ? held.indexOf('\n') + 1 : held.length
        const line = held.slice(0, end)
        held = held.slice(end)
        return line.replace(/\r?\n$/, '')
      },
      readtoend: async () => {
        over = false
        while (!over) await more()
        const all = held
        held = ''
        return all
      },
      peek: async () => {
        while (held === '' && !over) await more()
        return held === '' ? -1 : held.charCodeAt(0)
      },
    },
  )
}

/** One for each process, as what is read ahead must not be lost. */
const readers = new WeakMap<Io, Thing>()
const inputs = new WeakMap<Io, Thing>()
const kept = (among: WeakMap<Io, Thing>, io: Io, make: (io: Io) => Thing): Thing => {
  const there = among.get(io) ?? make(io)
  among.set(io, there)
  return there
}

const writer = (io: Io, name: 'stdout' | 'stderr'): Thing =>
  new Thing(
    'System.IO.TextWriter',
    {},
    {
      write: value => void print(io, name, text(value)),
      writeline: (value = '') => void print(io, name, `${text(value)}\r\n`),
      flush: () => undefined,
    },
  )

export const statics: Readonly<Record<string, Readonly<Record<string, Static>>>> = {
  'io.file': {
    exists: ({ files }, path) => files.isFile(whole(path!)),
    readallbytes: (around, path) => Buffer.from(must(around, path!)),
    readalltext: (around, path, how) => decode(must(around, path!), encodingOf(how)),
    readalllines: (around, path) =>
      must(around, path!)
        .toString()
        .replace(/\r?\n$/, '')
        .split(/\r?\n/),
    writeallbytes: ({ files }, path, data) => void files.write(whole(path!), bytes(data!)),
    writealltext: ({ files }, path, data, how) => void files.write(whole(path!), encode(text(data!), encodingOf(how))),
    writealllines: ({ files }, path, data) =>
      void files.write(
        whole(path!),
        Buffer.from(
          list(data!)
            .map(line => `${text(line)}\r\n`)
            .join(''),
        ),
      ),
    appendalltext: ({ files }, path, data, how) => void files.append(whole(path!), encode(text(data!), encodingOf(how))),
    delete: ({ files }, path) => void files.remove(whole(path!)),
    move: (around, from, to) => {
      must(around, from!)
      if (around.files.exists(whole(to!))) throw new PowershellError('Cannot create a file when that file already exists.')
      return void around.files.move(whole(from!), whole(to!))
    },
    copy: (around, from, to) => void around.files.write(whole(to!), must(around, from!)),
    open: (around, path, mode, access) => fileStream(around, path!, mode!, access),
    setattributes: (around, path) => void must(around, path!),
    opentext: (around, path) => makers['io.streamreader']!(around, path!),
    openread: (around, path) => fileStream(around, path!, 'open', 'read'),
    openwrite: (around, path) => fileStream(around, path!, 'openorcreate'),
    create: (around, path) => fileStream(around, path!, 'create'),
  },
  'io.directory': {
    exists: ({ files }, path) => files.isFolder(whole(path!)),
    createdirectory: ({ files }, path) => {
      files.makeFolder(whole(path!))
      return new Thing('System.IO.DirectoryInfo', { fullname: whole(path!) })
    },
    delete: ({ files }, path) => void files.remove(whole(path!)),
  },
  'io.path': {
    gettemppath: ({ io }) => `${io.variables.get('TEMP')}\\`,
    gettempfilename: ({ io, files }) => {
      const path = `${io.variables.get('TEMP')}\\tmp${randomUUID().slice(0, 4)}.tmp`
      files.write(path, Buffer.alloc(0))
      return path
    },
    getrandomfilename: () => `${randomUUID().slice(0, 8)}.${randomUUID().slice(0, 3)}`,
    combine: (_around, ...parts) =>
      parts.map(text).reduce((all, part) => (/^([a-z]:|[\\/])/i.test(part) ? part : `${all.replace(/[\\/]$/, '')}\\${part}`)),
    getdirectoryname: (_around, path) =>
      text(path!)
        .replaceAll('/', '\\')
        .replace(/\\[^\\]*$/, ''),
    getfilename: (_around, path) => text(path!).replace(/^.*[\\/]/s, ''),
    getfullpath: ({ io }, path) => absolute(text(path!), io.place.folder),
    getextension: (_around, path) => /\.[^.\\/]*$/.exec(text(path!))?.[0] ?? '',
  },
  convert: {
    frombase64string: (_around, value) => fromBase64(text(value!)),
    tobase64string: (_around, value, from = 0, count?: Value) =>
      bytes(value!)
        .subarray(number(from), count === undefined ? undefined : number(from) + number(count))
        .toString('base64'),
    toint32: (_around, value, base = 10) => Number.parseInt(text(value!), number(base)),
  },
  'text.encoding': {
    getencoding: (_around, name) => encoding(encodingNames[text(name!).toLowerCase()] ?? 'utf8'),
  },
  environment: {
    getenvironmentvariable: ({ io }, name) => io.variables.get(text(name!)) ?? null,
    setenvironmentvariable: ({ io }, name, value) => void io.variables.set(text(name!), text(value!)),
    expandenvironmentvariables: ({ io }, value) =>
      text(value!).replace(/%([^%]+)%/g, (all, name) => io.variables.get(name) ?? all),
    exit: (_around, code) => {
      throw new Exit(number(code ?? 0))
    },
  },
  console: {
    openstandardinput: ({ io }) => kept(inputs, io, standardInput),
    openstandardoutput: ({ io }) =>
      new Thing(
        'System.IO.Stream',
        {},
        {
          write: (data, from = 0, count?: Value) =>
            void io.write(
              'stdout',
              bytes(data).subarray(number(from), count === undefined ? undefined : number(from) + number(count)),
            ),
          flush: () => undefined,
          close: () => undefined,
        },
      ),
    write: ({ io }, value) => void print(io, 'stdout', text(value!)),
    writeline: ({ io }, value = '') => void print(io, 'stdout', `${text(value)}\r\n`),
    readline: ({ io }) => call(kept(readers, io, lineReader), 'readline'),
  },
  regex: {
    replace: async ({ callWith }, value, what, by) => {
      const found = [...text(value!).matchAll(new RegExp(text(what!), 'g'))]
      let result = ''
      let at = 0
      for (const match of found) {
        const groups = match.map(
          group => new Thing('System.Text.RegularExpressions.Group', { value: group ?? '', tostring: group ?? '' }),
        )
        const whole = new Thing('System.Text.RegularExpressions.Match', { value: match[0], groups })
        const replaced = by instanceof ScriptBlock ? text(await callWith(by, [whole])) : text(by!)
        result += text(value!).slice(at, match.index) + replaced
        at = match.index + match[0].length
      }
      return result + text(value!).slice(at)
    },
    escape: (_around, value) => text(value!).replace(/[\\*+?|{[()^$.# ]/g, '\\$&'),
  },
  guid: { newguid: () => new Thing('System.Guid', { guid: randomUUID(), tostring: randomUUID() }, {}) },
  string: {
    isnullorempty: (_around, value) => text(value!) === '',
    isnullorwhitespace: (_around, value) => text(value!).trim() === '',
    join: (_around, by, ...values) => values.flatMap(list).map(text).join(text(by!)),
    format: () => undefined,
  },
  'security.cryptography.md5': { create: () => hasher('md5') },
  'security.cryptography.sha1': { create: () => hasher('sha1') },
  'security.cryptography.sha256': { create: () => hasher('sha256') },
  bitconverter: {
    tostring: (_around, value) =>
      bytes(value!)
        .toString('hex')
        .toUpperCase()
        .replace(/..(?=.)/g, '$&-'),
  },
  math: { min: (_around, a, b) => Math.min(number(a!), number(b!)), max: (_around, a, b) => Math.max(number(a!), number(b!)) },
  'runtime.interopservices.marshal': { releasecomobject: () => 0 },
  'net.dns': { gethostname: () => 'TEST-HOST' },
  gc: { collect: () => undefined },
}

/** What a type has without being called. */
export const staticMembers: Readonly<Record<string, Readonly<Record<string, (around: Surroundings) => Value>>>> = {
  'text.encoding': Object.fromEntries(Object.entries(encodings).map(([name, of]) => [name, () => encoding(of)])),
  'globalization.cultureinfo': {
    installeduiculture: () => new Thing('CultureInfo', { textinfo: new Thing('TextInfo', { oemcodepage: 437 }) }),
  },
  environment: { newline: () => '\r\n', machinename: () => 'TEST-HOST', username: () => 'Administrator' },
  console: {
    in: ({ io }) => kept(readers, io, lineReader),
    out: ({ io }) => writer(io, 'stdout'),
    error: ({ io }) => writer(io, 'stderr'),
    outputencoding: () => encoding('utf8'),
    inputencoding: () => encoding('utf8'),
  },
}

/** `New-Object TYPE` and `[TYPE]::new`. */
export const makers: Readonly<Record<string, Static>> = {
  'io.filestream': (around, path, mode, access) => fileStream(around, path!, mode!, access),
  'io.memorystream': (_around, data) => {
    const made = stream('System.IO.MemoryStream', data === undefined ? Buffer.alloc(0) : bytes(data))
    return made
  },
  'io.streamreader': (around, from, how) => {
    const source = from instanceof Thing ? from : stream('System.IO.FileStream', must(around, from!))
    const read = async () => {
      const rest = bytes(memberOf(source, 'rest'))
      await call(source, 'seek', number(memberOf(source, 'position')) + rest.length)
      return rest.length > 0 ? rest : undefined
    }
    const codePage = encodingOf(how) === 'utf8' ? 65001 : Number(encodingOf(how).replace(/\D/g, ''))
    const reader = lineReader({ ...around.io, read, codePage })
    return new Thing(reader.type, {}, { ...reader.methods, close: () => undefined, dispose: () => undefined })
  },
  'io.compression.gzipstream': (_around, from) => unpacked(from!, gunzipSync),
  'io.compression.deflatestream': (_around, from) => unpacked(from!, inflateRawSync),
  'text.utf8encoding': () => encoding('utf8'),
  'text.asciiencoding': () => encoding('latin1'),
  'security.cryptography.sha1cryptoserviceprovider': () => hasher('sha1'),
  'security.cryptography.md5cryptoserviceprovider': () => hasher('md5'),
  'security.cryptography.sha256managed': () => hasher('sha256'),
  'security.cryptography.sha256cryptoserviceprovider': () => hasher('sha256'),
  object: () => new Thing('System.Object'),
}

const unpacked = (from: Value, how: (data: Buffer) => Buffer): Thing => {
  const rest = from instanceof Thing && from.members.rest instanceof Function ? from.members.rest() : Buffer.alloc(0)
  return stream('System.IO.Stream', how(bytes(rest)))
}

function hasher(algorithm: string): Thing {
  let running = createHash(algorithm)
  let done: Buffer | null = null
  const piece = (data: Value, from: Value, count: Value) => bytes(data).subarray(number(from), number(from) + number(count))
  return new Thing(
    'System.Security.Cryptography.HashAlgorithm',
    { hash: () => done },
    {
      computehash: value => {
        const rest = value instanceof Thing && value.members.rest instanceof Function ? value.members.rest() : value
        return createHash(algorithm).update(bytes(rest!)).digest()
      },
      transformblock: (data, from, count) => {
        running.update(piece(data!, from!, count!))
        return number(count!)
      },
      transformfinalblock: (data, from, count) => {
        done = running.update(piece(data!, from!, count!)).digest()
        running = createHash(algorithm)
        return piece(data!, from!, count!)
      },
      dispose: () => undefined,
    },
  )
}

export function fromBase64(value: string): Buffer {
  const packed = value.replace(/\s/g, '')
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed) || packed.length % 4 !== 0)
    throw new PowershellError(
      'The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters. ',
    )
  return Buffer.from(packed, 'base64')
}

/** `exit`, which no `catch` sees. */
export class Exit extends Error {
  constructor(readonly status: number) {
    super('exit')
  }
}
