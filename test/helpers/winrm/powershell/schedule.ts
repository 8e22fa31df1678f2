/** The task scheduler as its COM objects show it: tasks that run a command line as some user. */
import type { Io } from '../io'
import type { Windows } from '../windows'
import { parseXml } from '../xml'
import { PowershellError, Thing, text, type Value } from './values'

export interface Task {
  readonly name: string
  readonly user: string
  readonly password: string
  /** 1 by password, 5 a service account. */
  readonly logonType: number
  readonly commandLine: string
  /** Whether it asks for all rights. */
  readonly highest: boolean
  /** 3 ready, 4 running. */
  state: number
  /** 0x41303: it has not run yet. */
  result: number
  stop?: AbortController
}

const NOT_YET = 0x41303
const nothing = (): undefined => undefined

export class Scheduler {
  readonly tasks = new Map<string, Task>()
  /** All that were ever made. */
  readonly history: Task[] = []

  constructor(private readonly machine: Windows) {}

  service(): Thing {
    return new Thing('ITaskService', {}, { connect: nothing, newtask: () => this.definition(), getfolder: () => this.folder() })
  }

  end(name: string): boolean {
    const task = this.tasks.get(plain(name))
    task?.stop?.abort(new Error('the task was ended'))
    return task !== undefined
  }

  private definition(): Thing {
    const action = new Thing('IExecAction')
    return new Thing(
      'ITaskDefinition',
      {},
      {},
      {
        settings: new Thing('ITaskSettings'),
        principal: new Thing('IPrincipal'),
        actions: new Thing('IActionCollection', {}, { create: () => action }),
        action,
      },
    )
  }

  private folder(): Thing {
    return new Thing(
      'ITaskFolder',
      {},
      {
        registertaskdefinition: (name, definition, _flags, user, password, kind) =>
          this.register(text(name!), definition as Thing, text(user!), text(password!), Number(kind)),
        gettask: name =>
          this.registered(this.tasks.get(plain(text(name!))) ?? refuse('The system cannot find the file specified.')),
        deletetask: name => void (this.tasks.delete(plain(text(name!))) || refuse('The system cannot find the file specified.')),
      },
    )
  }

  private register(name: string, definition: Thing, user: string, password: string, logonType: number): Thing {
    const known = this.machine.users[user.toLowerCase()]
    const isService = /^(nt authority\\)?(system|local service|network service)$/i.test(user)
    if (logonType === 5 ? !isService : known === undefined || known !== password)
      refuse('The user name or password is incorrect. (Exception from HRESULT: 0x8007052E)')
    const { commandLine, highest } = definition.own.xmltext ? fromXml(text(definition.own.xmltext)) : fromObjects(definition)
    const task: Task = { name: plain(name), user, password, logonType, commandLine, highest, state: 3, result: NOT_YET }
    this.tasks.set(task.name, task)
    this.history.push(task)
    return this.registered(task)
  }

  private registered(task: Task): Thing {
    return new Thing(
      'IRegisteredTask',
      { state: () => task.state, lasttaskresult: () => task.result, name: task.name },
      { run: () => this.run(task), stop: () => void this.end(task.name) },
    )
  }

  private run(task: Task): undefined {
    task.state = 4
    task.stop = new AbortController()
    const io: Io = {
      ...this.machine.ioOf({ USERNAME: task.user }, task.stop.signal, 437),
      read: async () => undefined,
      write: nothing,
    }
    this.machine.elevated.push(task.commandLine)
    void this.machine
      .run(lineOf(task.commandLine), io)
      .catch(() => 1)
      .then(status => Object.assign(task, { state: 3, result: task.stop?.signal.aborted ? 0x41306 : status >>> 0 }))
  }
}

/** The scheduler starts a program; what cmd is given to do is a line. With /s the quotes around it go, whatever is inside. */
function lineOf(commandLine: string): string {
  const [, bare, line] = /^cmd(?:\.exe)?\s+(\/s\s+)?\/c\s+([\s\S]*)$/i.exec(commandLine) ?? []
  if (line === undefined) return commandLine
  return bare ? line.replace(/^"([\s\S]*)"$/, '$1') : line
}

const plain = (name: string): string => name.replace(/^\\/, '').toLowerCase()

const refuse = (why: string): never => {
  throw new PowershellError(why)
}

function fromObjects({ own }: Thing) {
  const of = (thing: Value | undefined, name: string) => (thing instanceof Thing ? (thing.own[name] ?? null) : null)
  return {
    commandLine: `${text(of(own.action, 'path'))} ${text(of(own.action, 'arguments'))}`,
    highest: of(own.principal, 'runlevel') === 1,
  }
}

function fromXml(xml: string) {
  const all: Record<string, string> = {}
  const take = (element: ReturnType<typeof parseXml>): void => {
    if (!element) return
    all[element.name] = element.text
    for (const inner of element.children) take(inner)
  }
  take(parseXml(xml.replace(/^\s*<\?xml.*?\?>/, '')))
  return { commandLine: `${all.Command} ${all.Arguments}`, highest: all.RunLevel === 'HighestAvailable' }
}
