/** One qemu process from start to end: it never outlives the one that started it, and what it says when it fails is kept. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findProgram, searchPath } from './command'
import { Qmp } from './qmp'

export interface QemuExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The last lines of standard error. */
  readonly error: string
}

export interface QemuProcess {
  readonly pid: number
  readonly qmp: Qmp
  readonly exited: Promise<QemuExit>
  /** Pulls the plug; resolves when the process is gone. */
  kill(): Promise<void>
}

export interface QemuStart {
  /** For the control socket; its path must stay below 100 bytes. Made when absent. */
  readonly folder: string
  readonly args: readonly string[]
  readonly program?: string
  /** Until qemu answers on its control socket. Default 20 000. */
  readonly limitMilliseconds?: number
}

/** Starts qemu and connects to it. Rejects with qemu's own words when it does not come up. */
export async function startQemu(start: QemuStart): Promise<QemuProcess> {
  const { folder, args, program = 'qemu-system-x86_64', limitMilliseconds = 20_000 } = start
  await mkdir(folder, { recursive: true })
  const socket = join(folder, 'qmp')
  await rm(socket, { force: true })
  const control = ['-chardev', `socket,id=qmp,path=${escaped(socket)},server=on,wait=off`, '-mon', 'chardev=qmp,mode=control']
  const child = await spawnBound(program, [...args, ...control])
  const exited = ending(child)
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  try {
    const qmp = await connect(socket, exited, limitMilliseconds)
    void exited.then(() => qmp.close())
    return { pid: child.pid!, qmp, exited, kill }
  } catch (error) {
    await kill()
    throw error
  } finally {
    await rm(socket, { force: true })
  }
}

/** A comma would begin the next property of a qemu option. */
export const escaped = (value: string) => value.replaceAll(',', ',,')

/** The kernel ends the process when ours ends, however that happens (PR_SET_PDEATHSIG by util-linux' setpriv). */
async function spawnBound(program: string, args: readonly string[]): Promise<ChildProcess> {
  const setpriv = await findProgram('setpriv')
  const bound = setpriv ? [setpriv, '--pdeathsig', 'KILL', program] : [program]
  // A group of its own: Ctrl-C in a terminal is for us; the guest is shut down in order.
  const child = spawn(bound[0]!, [...bound.slice(1), ...args], {
    env: { ...process.env, PATH: searchPath() },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return child
}

function ending(child: ChildProcess): Promise<QemuExit> {
  let error = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    error = (error + text).slice(-4096)
  })
  return new Promise(resolve => {
    child.on('error', reason => resolve({ code: null, signal: null, error: reason.message }))
    child.on('close', (code, signal) => resolve({ code, signal, error: error.trim() }))
  })
}

async function connect(socket: string, exited: Promise<QemuExit>, limitMilliseconds: number): Promise<Qmp> {
  let ended: QemuExit | undefined
  void exited.then(exit => (ended = exit))
  const limit = Date.now() + limitMilliseconds
  for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
    const qmp = await Qmp.connect(socket).catch(() => undefined)
    if (qmp) return qmp
    if (ended) throw new Error(`qemu did not start: ${ended.error || `it ended with ${ended.signal ?? `status ${ended.code}`}`}`)
    if (Date.now() > limit) throw new Error(`qemu did not answer on its control socket within ${limitMilliseconds / 1000} s`)
    await sleep(pause)
  }
}
