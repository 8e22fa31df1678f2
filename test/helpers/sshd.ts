/** Real OpenSSH servers for tests: each with its own keys, port and configuration, on loopback, ended with the test. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { programPath } from './tools'

export interface Sshd {
  readonly port: number
  readonly username: string
  readonly folder: string
  /** PEM of the key that opens it, and the file that holds it. */
  readonly privateKey: string
  readonly privateKeyFile: string
  /** OpenSSH's public form. */
  readonly hostKey: string
  stop(): Promise<void>
  /** What the server logged. */
  log(): string
}

export interface SshdSettings {
  /** More lines of sshd_config; the first of a kind wins. */
  readonly config?: readonly string[]
  /** False: the server has no SFTP subsystem. */
  readonly sftp?: boolean
  readonly hostKeyType?: 'ed25519' | 'rsa' | 'ecdsa'
  readonly port?: number
  /** Shell lines that only the server sees the mounts of; wants root. */
  readonly mounts?: string
  /** Another server's folder, to come back as the same machine. */
  readonly folder?: string
}

export async function startSshd({
  config = [],
  sftp = true,
  hostKeyType = 'ed25519',
  port,
  mounts,
  folder,
}: SshdSettings = {}): Promise<Sshd> {
  const place = folder ?? mkdtempSync(join(tmpdir(), 'ingot-sshd-'))
  const hostKey = join(place, `host_${hostKeyType}`)
  const userKey = join(place, 'user')
  if (!folder) {
    makeKey(hostKey, hostKeyType)
    makeKey(userKey, 'ed25519')
    writeFileSync(join(place, 'authorized'), readFileSync(`${userKey}.pub`))
  }
  // Where root runs the tests, sshd wants the folder that its service would have made.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  const lines = [
    ...config,
    'ListenAddress 127.0.0.1',
    `HostKey ${hostKey}`,
    `AuthorizedKeysFile ${join(place, 'authorized')}`,
    'StrictModes no',
    'UsePAM no',
    'PidFile none',
    'PermitRootLogin yes',
    ...(sftp ? ['Subsystem sftp internal-sftp'] : []),
    'LogLevel VERBOSE',
    // Keeps bash from reading the rc files of whoever runs the tests.
    'SetEnv SHLVL=9',
  ]
  writeFileSync(join(place, 'sshd_config'), `${lines.join('\n')}\n`)
  const { child, log, chosen } = await listening(join(place, 'sshd_config'), port, mounts)
  return {
    port: chosen,
    username: userInfo().username,
    folder: place,
    privateKey: readFileSync(userKey, 'utf8'),
    privateKeyFile: userKey,
    hostKey: readFileSync(`${hostKey}.pub`, 'utf8').trim(),
    log,
    stop: () => stop(child, folder ? undefined : place),
  }
}

export const makeKey = (path: string, type: string, passphrase = '', format: readonly string[] = []) =>
  execFileSync('ssh-keygen', [
    '-q',
    '-t',
    type,
    ...(type === 'rsa' ? ['-b', '2048'] : []),
    '-N',
    passphrase,
    '-C',
    'test',
    '-f',
    path,
    ...format,
  ])

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** A port that was free a moment ago can be another program's now; then another one is taken, unless it has to be that one. */
async function listening(config: string, port: number | undefined, mounts: string | undefined) {
  for (let tries = 1; ; tries++) {
    const chosen = port ?? (await freePort())
    const command = [programPath('sshd')!, '-D', '-e', '-p', String(chosen), '-f', config]
    const [program, ...args] = mounts ? ['unshare', '--mount', 'sh', '-c', `${mounts}; exec "$0" "$@"`, ...command] : command
    const child = spawn(program!, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let log = ''
    const ready = await new Promise<boolean>((resolve, reject) => {
      child.stderr.on('data', chunk => {
        log += chunk
        if (log.includes(`Server listening on 127.0.0.1 port ${chosen}.`)) resolve(true)
      })
      child.on('error', reject).on('close', () => resolve(false))
    })
    if (ready) return { child, chosen, log: () => log }
    if (!log.includes('Address already in use') || tries === 3) throw new Error(`sshd ended: ${log}`)
  }
}

/** Ends the server and the processes of its connections, which it leaves alone when it is told to end. */
async function stop(child: ChildProcess, folder: string | undefined): Promise<void> {
  if (child.exitCode === null) {
    const over = new Promise(resolve => child.once('exit', resolve))
    // Connections before what runs in them, or their ends would be told first.
    for (const pid of childrenOf(child.pid!).reverse()) kill(pid)
    child.kill('SIGTERM')
    await over
  }
  if (folder) rmSync(folder, { recursive: true, force: true })
}

export function childrenOf(pid: number): number[] {
  try {
    const output = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    const direct = output.split('\n').map(Number).filter(Boolean)
    return direct.flatMap(child => [...childrenOf(child), child])
  } catch {
    return []
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {}
}
