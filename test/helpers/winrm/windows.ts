/** A Windows machine that is none: files in memory, interpreters for what clients send, scripted answers for the rest, a record of it all. */
import { Cmd } from './cmd'
import { initialVariables, Variables } from './environment'
import { WindowsFiles } from './files'
import type { Io } from './io'
import { Scheduler } from './powershell/schedule'
import type { Thing } from './powershell/values'
import type { RemoteProcess } from './process'
import { Programs } from './programs'

/** What a command that matches is answered with: a whole line of cmd, one command in it, or a command of a PowerShell script. */
export interface Answer {
  readonly pattern: RegExp
  readonly stdout?: string | Uint8Array
  readonly stderr?: string | Uint8Array
  readonly exitCode?: number
  /** Milliseconds before it ends. */
  readonly delay?: number
}

export interface WindowsSettings {
  readonly answers?: readonly Answer[]
  /** Milliseconds from the order to restart until nobody answers any more. */
  readonly shutdownTime?: number
  /** Milliseconds from then until somebody answers again. */
  readonly bootTime?: number
}

interface Service {
  down(): Promise<void>
  up(): Promise<void>
}

export class Windows {
  readonly files = new WindowsFiles([
    'C:\\Windows\\Temp',
    'C:\\Windows\\System32',
    initialVariables.TEMP!,
    'C:\\Program Files',
    'C:\\ProgramData',
  ])
  /** Machine-wide variables, which every shell begins with. */
  readonly variables: Record<string, string> = { ...initialVariables }
  /** Every command line that came, in order. */
  readonly commands: string[] = []
  /** The scripts of `powershell -EncodedCommand`, in order. */
  readonly scripts: string[] = []
  /** What scripted answers were given for, in order. */
  readonly ran: string[] = []
  /** What was asked for and is not known here: a test that finds something tests less than it thinks. */
  readonly unknown: string[] = []
  private readonly programs = new Programs(this)
  private readonly answers: Answer[]
  private pending: NodeJS.Timeout | undefined
  private goingDown = false
  bootCount = 1

  constructor(
    private readonly settings: WindowsSettings,
    private readonly service: Service,
  ) {
    this.answers = [...(settings.answers ?? [])]
  }

  /** Goes before all others. */
  answer(answer: Answer): void {
    this.answers.unshift(answer)
  }

  answerFor(line: string): Answer | undefined {
    return this.answers.find(({ pattern }) => pattern.test(line))
  }

  start(process: RemoteProcess, codePage: number): void {
    this.commands.push(process.commandLine)
    const io: Io = {
      ...this.ioOf(process.environment, process.signal, codePage),
      read: () => process.read(),
      write: (stream, bytes) => process.write(stream, Buffer.from(bytes)),
    }
    this.run(process.commandLine, io).then(
      status => process.end(status),
      (error: Error) => {
        if (!process.signal.aborted) this.unknown.push(String(error.stack))
        process.end(1)
      },
    )
  }

  ioOf(environment: Readonly<Record<string, string>>, signal: AbortSignal, codePage: number): Omit<Io, 'read' | 'write'> {
    return {
      variables: new Variables({ ...this.variables, ...environment }),
      place: { folder: this.variables.USERPROFILE! },
      signal,
      codePage,
    }
  }

  /** As any other way in would run it: over SSH, say. */
  run(line: string, io: Io): Promise<number> {
    return new Cmd(io, this.programs).run(line)
  }

  /** False when one is under way. */
  shutDown(milliseconds: number, restart: boolean): boolean {
    if (this.pending) return false
    const leave = async () => {
      this.goingDown = true
      await this.service.down()
      if (restart) this.pending = setTimeout(() => void this.boot(), this.settings.bootTime ?? 500)
    }
    this.pending = setTimeout(() => void leave(), milliseconds + (this.settings.shutdownTime ?? 200))
    return true
  }

  /** False when there is none. */
  abortShutdown(): boolean {
    if (!this.pending || this.goingDown) return false
    clearTimeout(this.pending)
    this.pending = undefined
    return true
  }

  /** Keys that there are, in lower case: `hklm:\\software\\…`. */
  readonly registry = new Set<string>()

  /** Passwords by name in lower case, for scheduled tasks. */
  readonly users: Record<string, string> = {}
  /** Command lines that ran with all rights. */
  readonly elevated: string[] = []
  readonly scheduler = new Scheduler(this)

  comObject(name: string): Thing {
    if (name.toLowerCase() === 'schedule.service') return this.scheduler.service()
    throw new SyntaxError(`the pretended PowerShell knows no COM object ${name}`)
  }

  stop(): void {
    clearTimeout(this.pending)
  }

  private async boot(): Promise<void> {
    this.pending = undefined
    this.goingDown = false
    this.bootCount++
    await this.service.up()
  }
}
