/**
 * The walls of a light machine: a mount and process namespace in which the machine's folder lies over this host's files.
 * Everything inside dies with its first process, and that one dies with this process.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How the first process says that the machine switched itself off, or wants to boot again. */
export const POWERED_OFF = 10
export const REBOOT = 11

/** Mounts, says so, and waits for the machine's own shutdown or reboot. `$1` upper, `$2` work, `$3` root. */
const first = `
set -e
mount -t overlay overlay -o "lowerdir=/,upperdir=$1,workdir=$2$4" "$3"
mount --rbind /dev "$3/dev"
mount -t proc proc "$3/proc"
mount -t tmpfs tmpfs "$3/run"
mkdir -p "$1/tmp"
chmod 1777 "$1/tmp"
mount --bind "$1/tmp" "$3/tmp"
trap 'exit ${POWERED_OFF}' USR1
trap 'exit ${REBOOT}' USR2
echo ready
while :; do sleep 3600 & wait $!; done
`

const isRoot = process.getuid?.() === 0
/** Without root, a user namespace makes this user root inside; some hosts forbid that. */
const unshareFlags = [...(isRoot ? [] : ['--user', '--map-root-user']), '--mount', '--pid', '--fork', '--kill-child=KILL']

export class Cell {
  private constructor(
    private readonly holder: ChildProcess,
    private readonly root: string,
    /** The machine's first process, as this host counts. */
    private readonly pid: number,
  ) {}

  /** Rejects with what the kernel refused. */
  static async open(disk: string, folder: string): Promise<Cell> {
    const [work, root] = [join(folder, 'work'), join(folder, 'root')]
    await Promise.all([work, root].map(path => mkdir(path, { recursive: true })))
    const script = ['sh', '-c', first, 'light-machine', disk, work, root, isRoot ? '' : ',userxattr']
    // setpriv: the kernel kills the machine when this process dies, however it dies.
    const holder = spawn('setpriv', ['--pdeathsig', 'KILL', 'unshare', ...unshareFlags, ...script], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    await ready(holder)
    return new Cell(holder, root, await childOf(holder.pid as number))
  }

  /** Runs a command inside, as root, in `home`. The caller owns the process. */
  run(argv: readonly string[], environment: Readonly<Record<string, string>>, home: string): ChildProcess {
    const enter = ['--target', String(this.pid), ...(isRoot ? [] : ['--user', '--preserve-credentials']), '--mount', '--pid']
    const inside = 'mkdir -p "$1" && cd "$1"; shift; exec "$@"'
    return spawn('nsenter', [...enter, 'chroot', this.root, '/bin/sh', '-c', inside, 'sh', home, ...argv], {
      env: { ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    })
  }

  /** Called once, with the status of the first process. */
  onEnd(listener: (status: number | null) => void): void {
    this.holder.once('exit', listener)
  }

  async close(): Promise<void> {
    if (this.holder.exitCode !== null || this.holder.signalCode !== null) return
    const ended = new Promise<void>(done => this.holder.once('exit', () => done()))
    this.holder.kill('SIGKILL')
    await ended
  }
}

function ready(holder: ChildProcess): Promise<void> {
  let complaint = ''
  holder.stderr?.on('data', chunk => {
    complaint += chunk
  })
  return new Promise((done, fail) => {
    holder.stdout?.once('data', () => done())
    holder.once('error', fail)
    holder.once('exit', () =>
      fail(
        new Error(`a light machine needs an overlay in a namespace of its own, and this host refuses it: ${complaint.trim()}`),
      ),
    )
  })
}

async function childOf(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return Number(children.trim().split(' ')[0])
}
