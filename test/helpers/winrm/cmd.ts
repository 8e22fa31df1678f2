/** cmd.exe as far as clients and the batch files of tests need it. */
import { argumentsOf, type CmdNode, expand, parseCmd, type Redirection } from './cmd-parse'
import { Variables } from './environment'
import { absolute } from './files'
import { decoded, type Io, inputOf, print, readAll } from './io'
import type { Programs } from './programs'

/** A line that is longer than this is refused by Windows. */
const LONGEST = 8191

export class Cmd {
  private batch: readonly string[] | undefined
  private status = 0

  constructor(
    private readonly io: Io,
    private readonly programs: Programs,
  ) {}

  /** `cmd /c line`: only its first line counts. */
  async run(line: string): Promise<number> {
    if (line.length > LONGEST) {
      print(this.io, 'stderr', 'The command line is too long.\r\n')
      return 1
    }
    const answered = await this.programs.answered(line, this.io)
    if (answered !== undefined) return answered
    try {
      return await this.line(line.split('\n')[0]!, this.io)
    } catch (error) {
      if (error instanceof End) return error.status
      throw error
    }
  }

  private async line(line: string, io: Io): Promise<number> {
    const expanded = expand(line, io.variables, this.batch)
    if (expanded.trim() === '') return this.status
    try {
      this.status = await this.node(parseCmd(expanded), io)
    } catch (error) {
      if (error instanceof End || io.signal.aborted) throw error
      print(io, 'stderr', `${(error as Error).message}\r\n`)
      this.status = 1
    }
    return this.status
  }

  private async node(node: CmdNode, io: Io): Promise<number> {
    io.signal.throwIfAborted()
    if (node.kind === 'simple') return this.redirected(node.redirections, io, inner => this.simple(node.text, inner))
    if (node.kind === 'group') return this.redirected(node.redirections, io, inner => this.node(node.inner, inner))
    if (node.kind === '|') return this.pipe(node.left, node.right, io)
    const status = await this.node(node.left, io)
    this.status = status
    if (node.kind === '&&' && status !== 0) return status
    if (node.kind === '||' && status === 0) return status
    return this.node(node.right, io)
  }

  private async pipe(left: CmdNode, right: CmdNode, io: Io): Promise<number> {
    const caught: Uint8Array[] = []
    await this.node(left, {
      ...io,
      write: (stream, bytes) => void (stream === 'stdout' ? caught.push(bytes) : io.write(stream, bytes)),
    })
    return this.node(right, { ...io, read: inputOf(Buffer.concat(caught)) })
  }

  private async redirected(redirections: readonly Redirection[], io: Io, work: (io: Io) => Promise<number>): Promise<number> {
    const { files } = this.programs.machine
    const targets: Record<number, (bytes: Uint8Array) => void> = {
      1: bytes => io.write('stdout', bytes),
      2: bytes => io.write('stderr', bytes),
    }
    let read = io.read
    for (const { from, to, append } of redirections) {
      if (typeof to === 'number') targets[from] = targets[to]!
      else if (from === 0)
        read = inputOf(files.read(absolute(to, io.place.folder)) ?? fail('The system cannot find the file specified.'))
      else if (/^nul$/i.test(to)) targets[from] = () => undefined
      else {
        const path = absolute(to, io.place.folder)
        if (!append || !files.exists(path)) write(() => files.write(path, Buffer.alloc(0)))
        targets[from] = bytes => files.append(path, bytes)
      }
    }
    return work({ ...io, read, write: (stream, bytes) => targets[stream === 'stdout' ? 1 : 2]!(bytes) })
  }

  private async simple(text: string, io: Io): Promise<number> {
    const line = text.trimStart()
    const answered = await this.programs.answered(line, io)
    if (answered !== undefined) return answered
    const [, word = '', rest = ''] = /^("[^"]*"|echo(?=[.(:])|[^\s"=,;/]+(?:[\\/][^\s"=,;]*)*)([\s\S]*)$/i.exec(line) ?? [
      undefined,
      line,
    ]
    const name = word
      .replaceAll('"', '')
      .toLowerCase()
      .replace(/^cmd\.exe$/, 'cmd')
    const own = OWN[name]
    if (own) return own(rest, io, this)
    return (
      (await this.batchFile(word.replaceAll('"', ''), rest, io)) ?? this.programs.run(word.replaceAll('"', ''), rest.trim(), io)
    )
  }

  /** Undefined when it is none. */
  async batchFile(name: string, rest: string, io: Io): Promise<number | undefined> {
    const { files } = this.programs.machine
    const path = ['', '.bat', '.cmd']
      .map(ending => absolute(name + ending, io.place.folder))
      .find(place => /\.(bat|cmd)$/i.test(place) && files.isFile(place))
    if (!path) return undefined
    const outer = this.batch
    this.batch = [name, ...argumentsOf(rest)]
    try {
      const lines = decoded(io, files.read(path)!).split(/\r?\n/)
      for (const line of lines) await this.batchLine(line, io)
      return this.status
    } catch (error) {
      if (error instanceof End && error.batch) return error.status
      throw error
    } finally {
      this.batch = outer
    }
  }

  private echo = true

  private async batchLine(line: string, io: Io): Promise<void> {
    const text = line.trim()
    if (text === '' || text.startsWith(':') || /^@?rem\b/i.test(text)) return
    // Echoed as the prompt would show it.
    if (this.echo && !text.startsWith('@'))
      print(io, 'stdout', `\r\n${io.place.folder}>${expand(text, io.variables, this.batch)} \r\n`)
    await this.line(text, io)
  }

  setEcho(on: boolean): void {
    this.echo = on
  }

  again = (text: string, io: Io): Promise<number> => this.node(parseCmd(text), io)
  get lastStatus(): number {
    return this.status
  }
  get files() {
    return this.programs.machine.files
  }
}

/** `exit`, of the batch file alone with /b. */
class End extends Error {
  constructor(
    readonly status: number,
    readonly batch: boolean,
  ) {
    super('exit')
  }
}

type Own = (rest: string, io: Io, cmd: Cmd) => number | Promise<number>

const fail = (message: string): never => {
  throw new Error(message)
}

/** The console has its own words for what the file system refuses. */
function write(work: () => void): void {
  try {
    work()
  } catch (error) {
    fail(/part of the path/.test((error as Error).message) ? 'The system cannot find the path specified.' : 'Access is denied.')
  }
}

const OWN: Readonly<Record<string, Own>> = {
  echo: (rest, io, cmd) => {
    if (/^\s*(on|off)\s*$/i.test(rest)) cmd.setEcho(/on/i.test(rest))
    else print(io, 'stdout', `${rest.trim() === '' ? 'ECHO is on.' : rest.slice(1)}\r\n`)
    return 0
  },
  rem: () => 0,
  set: (rest, io) => {
    const [, name, value] = /^\s*"?([^="]+)=([\s\S]*?)(?:"[^"]*)?$/.exec(rest) ?? fail('Environment variable not defined')
    io.variables.set(name!.trim(), value!)
    return 0
  },
  setlocal: () => 0,
  exit: (rest, _io, cmd) => {
    const code = /-?\d+/.exec(rest.replace(/\/b/i, ''))?.[0]
    throw new End(code === undefined ? cmd.lastStatus : Number(code), /\/b/i.test(rest))
  },
  cd: (rest, io, cmd) => {
    const path = absolute(rest.replace(/\/d/i, '').replaceAll('"', '').trim() || io.place.folder, io.place.folder)
    if (!cmd.files.isFolder(path)) fail('The system cannot find the path specified.')
    if (rest.trim() === '') print(io, 'stdout', `${io.place.folder}\r\n`)
    io.place.folder = path
    return 0
  },
  call: async (rest, io, cmd) => cmd.again(rest, io),
  cmd: async (rest, io, cmd) =>
    cmd.again(rest.replace(/^.*?\/[ckr]\s*/i, '').replace(/^"([\s\S]*)"$/, '$1'), { ...io, place: { ...io.place } }),
  if: async (rest, io, cmd) => {
    const [, not, exists, level, comparison, body] =
      /^\s*(?:\/i\s+)?(not\s+)?(?:exist\s+("[^"]*"|\S+)|errorlevel\s+(\d+)|((?:"[^"]*"|\S+?)\s*==\s*(?:"[^"]*"|\S+)))\s+([\s\S]*)$/i.exec(
        rest,
      ) ?? fail('The syntax of the command is incorrect.')
    const [a, b] = (comparison ?? '').split(/\s*==\s*/)
    const holds = exists
      ? cmd.files.exists(absolute(exists.replaceAll('"', ''), io.place.folder))
      : level
        ? cmd.lastStatus >= Number(level)
        : a === b
    return holds === (not === undefined) ? cmd.again(body!, io) : 0
  },
  type: (rest, io, cmd) => {
    for (const word of argumentsOf(rest).filter(word => !/^nul$/i.test(word)))
      io.write('stdout', cmd.files.read(absolute(word, io.place.folder)) ?? fail('The system cannot find the file specified.'))
    return 0
  },
  del: (rest, io, cmd) => {
    for (const word of argumentsOf(rest).filter(word => !/^\/[a-z]$/i.test(word))) {
      const path = absolute(word, io.place.folder)
      if (!cmd.files.isFile(path)) print(io, 'stderr', `Could Not Find ${path}\r\n`)
      else cmd.files.remove(path)
    }
    return 0
  },
  mkdir: (rest, io, cmd) => {
    for (const word of argumentsOf(rest)) {
      const path = absolute(word, io.place.folder)
      if (cmd.files.exists(path)) fail(`A subdirectory or file ${word} already exists.`)
      cmd.files.makeFolder(path)
    }
    return 0
  },
  rmdir: (rest, io, cmd) => {
    for (const word of argumentsOf(rest).filter(word => !/^\/[sq]$/i.test(word)))
      if (!cmd.files.remove(absolute(word, io.place.folder))) fail('The system cannot find the file specified.')
    return 0
  },
  move: (rest, io, cmd) => transfer(rest, io, cmd, 'move'),
  copy: (rest, io, cmd) => transfer(rest, io, cmd, 'copy'),
  ver: (_rest, io) => {
    print(io, 'stdout', '\r\nMicrosoft Windows [Version 10.0.20348.2227]\r\n')
    return 0
  },
  findstr: async (rest, io) => {
    const lines = decoded(io, await readAll(io)).split(/\r?\n/)
    const word = argumentsOf(rest).find(word => !word.startsWith('/')) ?? ''
    const found = lines.filter(line => line.includes(word))
    for (const line of found) print(io, 'stdout', `${line}\r\n`)
    return found.length > 0 ? 0 : 1
  },
}
Object.assign(OWN, { erase: OWN.del, md: OWN.mkdir, rd: OWN.rmdir, chdir: OWN.cd })

function transfer(rest: string, io: Io, cmd: Cmd, how: 'move' | 'copy'): number {
  const [from, to] = argumentsOf(rest)
    .filter(word => !/^\/[a-z-]+$/i.test(word))
    .map(word => absolute(word, io.place.folder)) as [string, string]
  if (!cmd.files.exists(from)) fail('The system cannot find the file specified.')
  const target = cmd.files.isFolder(to) ? `${to}\\${from.slice(from.lastIndexOf('\\') + 1)}` : to
  write(() => cmd.files[how](from, target))
  print(io, 'stdout', `        1 file(s) ${how === 'move' ? 'moved' : 'copied'}.\r\n`)
  return 0
}

export const cmdVariables = (own: Readonly<Record<string, string>>, inherited: Readonly<Record<string, string>>): Variables =>
  new Variables({ ...inherited, ...own })
