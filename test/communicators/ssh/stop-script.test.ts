/** The script that ends what a connection has started, where a server in front of it would not show its hard cases. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { STOP_SCRIPT } from '../../../src/communicators/ssh/stop-script'
import { describeWith, programPath } from '../../helpers/tools'

const isRoot = userInfo().uid === 0
const NOBODY = '65534'
/** A server gives each command a session of its own. */
const COMMANDS = 'setsid sh -c "sleep 41; true" & setsid sleep 43 & echo started; wait; exec sleep 44'

describeWith(['unshare'], 'seen from a container that the server is outside of', () => {
  test('nothing is ended that may be anybody’s, and the caller hears that it has to find another way', () => {
    const inside = (server: string) => `sleep 50 & sh -s ${server}; echo "status $?"; kill -0 $! && echo alive; kill $!`
    const flags = [...(isRoot ? [] : ['--user', '--map-root-user']), '--pid', '--fork', '--mount-proc']
    // Without an argument it is about its parent, which is the first process there.
    for (const server of ['', '0']) {
      const options = { input: STOP_SCRIPT, encoding: 'utf8', timeout: 20_000 } as const
      expect(spawnSync('unshare', [...flags, 'sh', '-c', inside(server)], options).stdout).toBe('status 1\nalive\n')
    }
  }, 50_000)
})

describeWith(isRoot ? ['setpriv', 'setsid', 'ps'] : ['root'], 'processes of another user', () => {
  let folder: string
  let server: ChildProcess
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ingot-stop-'))
    chmodSync(folder, 0o755)
  })
  afterEach(() => {
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  /** A program that runs as root whoever calls it, as sudo does; a copy of env, because shells give such rights back. */
  function writeSudo(): void {
    copyFileSync(programPath('env')!, join(folder, 'as-root'))
    chmodSync(join(folder, 'as-root'), 0o4755)
    writeFileSync(join(folder, 'sudo'), `#!/bin/sh\n[ "$1" = -n ] && shift && exec ${folder}/as-root "$@"\n`, { mode: 0o755 })
  }

  /** Root's processes below a stand-in for the server; the script runs as nobody. */
  async function stopAsNobody() {
    server = spawn('sh', ['-c', COMMANDS], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await new Promise(resolve => server.stdout!.once('data', resolve))
    const args = ['--reuid', NOBODY, '--regid', NOBODY, '--clear-groups', 'sh', '-s', String(server.pid)]
    const env = { PATH: `${folder}:${process.env.PATH}` }
    const { status } = spawnSync('setpriv', args, { input: STOP_SCRIPT, env, encoding: 'utf8', timeout: 30_000 })
    const left = execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' })
    return { status, left: left.split('\n').filter(line => /^sleep 4[13]$/.test(line)) }
  }

  test('what runs as root is ended through sudo', async () => {
    writeSudo()
    const { status, left } = await stopAsNobody()
    expect({ status, left }).toEqual({ status: 0, left: [] })
  }, 50_000)
})
