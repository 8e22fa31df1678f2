/** The programs on the pretended machine, and the scripted answers that go before them. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Cmd } from './cmd'
import { argumentsOf } from './cmd-parse'
import { type Io, print } from './io'
import { runPowershell } from './powershell/start'
import type { Windows } from './windows'

export class Programs {
  constructor(readonly machine: Windows) {}

  /** Undefined when nobody has scripted an answer for it. */
  async answered(line: string, io: Io): Promise<number | undefined> {
    const answer = this.machine.answerFor(line)
    if (!answer) return undefined
    this.machine.ran.push(line.trim())
    if (answer.stdout) emit(io, 'stdout', answer.stdout)
    if (answer.stderr) emit(io, 'stderr', answer.stderr)
    if (answer.delay) await sleep(answer.delay, undefined, { signal: io.signal })
    return answer.exitCode ?? 0
  }

  async run(name: string, rest: string, io: Io): Promise<number> {
    const program = programOf(name)
    if (program) return program(rest, io, this)
    print(io, 'stderr', `'${name}' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n`)
    return 9009
  }

  /** Started by a script of PowerShell; undefined when there is no such program. */
  async fromPowershell(name: string, source: string, line: string, io: Io): Promise<number | undefined> {
    const answered = (await this.answered(source, io)) ?? (await this.answered(line, io))
    if (answered !== undefined) return answered
    const rest = line.slice(name.length).trim()
    if (/^cmd(\.exe)?$/i.test(name))
      return new Cmd(io, this).run(
        rest
          .replace(/^\/c\s*/i, '')
          .replace(/^"([\s\S]*)"$/, '$1')
          .replaceAll('\\"', '"'),
      )
    return programOf(name) ? this.run(name, rest, io) : new Cmd(io, this).batchFile(name, rest, io)
  }
}

const emit = (io: Io, stream: 'stdout' | 'stderr', value: string | Uint8Array) =>
  typeof value === 'string' ? print(io, stream, value) : io.write(stream, value)

const programOf = (name: string): Program | undefined =>
  PROGRAMS[
    name
      .toLowerCase()
      .replace(/^.*[\\/]/, '')
      .replace(/\.exe$/, '')
  ]

type Program = (rest: string, io: Io, programs: Programs) => number | Promise<number>

const PROGRAMS: Readonly<Record<string, Program>> = {
  powershell: (rest, io, programs) => runPowershell(rest, io, programs),
  pwsh: (rest, io, programs) => runPowershell(rest, io, programs),
  whoami: (_rest, io) => tell(io, 'test-host\\administrator'),
  hostname: (_rest, io) => tell(io, 'TEST-HOST'),
  shutdown: (rest, io, { machine }) => {
    const words = argumentsOf(rest.toLowerCase()).map(word => word.replace(/^-/, '/'))
    if (words.includes('/a'))
      return machine.abortShutdown()
        ? 0
        : refuse(io, 1116, 'Unable to abort the system shutdown because no shutdown was in progress.')
    const seconds = Number(words[words.indexOf('/t') + 1] ?? 30)
    if (!words.includes('/r') && !words.includes('/s')) return 1
    return machine.shutDown(seconds * 1000, words.includes('/r')) ? 0 : refuse(io, 1115, 'A system shutdown is in progress.')
  },
  schtasks: (rest, io, { machine }) => {
    const name = /\/tn\s+(\S+)/i.exec(rest)?.[1]?.replaceAll('"', '') ?? ''
    const known = /\/end/i.test(rest) ? machine.scheduler.end(name) : machine.scheduler.tasks.delete(name.toLowerCase())
    return known ? 0 : refuse(io, 1, 'ERROR: The system cannot find the file specified.')
  },
  timeout: async (rest, io) => wait(io, Number(/\d+/.exec(rest)?.[0] ?? 0)),
  ping: async (rest, io) => wait(io, Number(/-n\s+(\d+)/.exec(rest)?.[1] ?? 4) - 1),
  chcp: (_rest, io) => tell(io, `Active code page: ${io.codePage}`),
}

function tell(io: Io, line: string): number {
  print(io, 'stdout', `${line}\r\n`)
  return 0
}

function refuse(io: Io, status: number, why: string): number {
  print(io, 'stderr', `${why}(${status})\r\n`)
  return status
}

async function wait(io: Io, seconds: number): Promise<number> {
  await sleep(seconds * 1000, undefined, { signal: io.signal })
  return 0
}
