// Fifty builds of one template over SSH at once: how long, and how much memory the one process takes.
//   node bench/null-builds.cjs [BUILDS] [CLI]
// Beside Debian's Packer where it is installed; that one starts processes of its own, whose memory is added up while they run.
// CLI is dist/cli/main.js when not given.
require('../test/helpers/typescript.cjs')
const { spawn } = require('node:child_process')
const { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join, resolve } = require('node:path')
const { startSshd } = require('../test/helpers/sshd')
const { programPath } = require('../test/helpers/tools')

const BUILDS = Number(process.argv[2] ?? 50)
const cli = resolve(process.argv[3] ?? join(__dirname, '..', 'dist', 'cli', 'main.js'))
const folder = mkdtempSync(join(tmpdir(), 'ingot-bench-'))

function template(server) {
  const source = index => `source "null" "n${index}" {
  ssh_host = "127.0.0.1"
  ssh_port = ${server.port}
  ssh_username = "${server.username}"
  ssh_private_key_file = "${server.privateKeyFile}"
}
`
  const all = Array.from({ length: BUILDS }, (_, index) => index)
  mkdirSync(join(folder, 'web'))
  writeFileSync(
    join(folder, 'web', 't.pkr.hcl'),
    `${all.map(source).join('')}build {
  sources = [${all.map(index => `"source.null.n${index}"`).join(', ')}]
  provisioner "shell" {
    inline = ["for i in $(seq 200); do echo line $i of some output; done", "sleep 2"]
  }
}
`,
  )
  return 't.pkr.hcl'
}

/** Processes below this one and this one, with what of their memory is theirs alone or shared in parts (PSS), in MB. */
function memoryOf(pid) {
  const parents = new Map()
  for (const name of readdirSync('/proc').filter(each => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {}
  }
  const below = root => [root, ...[...parents].filter(([, parent]) => parent === root).flatMap(([child]) => below(child))]
  const sizes = below(pid).map(each => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))[1]) / 1024
    } catch {
      return 0
    }
  })
  return { processes: sizes.length, megabytes: sizes.reduce((sum, size) => sum + size, 0) }
}

function measure(command, args, environment) {
  return new Promise((done, fail) => {
    const began = Date.now()
    const child = spawn(command, args, {
      cwd: join(folder, 'web'),
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const most = { processes: 0, megabytes: 0 }
    const timer = setInterval(() => {
      const now = memoryOf(child.pid)
      most.processes = Math.max(most.processes, now.processes)
      most.megabytes = Math.max(most.megabytes, now.megabytes)
    }, 200)
    let said = ''
    child.stdout.on('data', chunk => {
      said += chunk
    })
    child.stderr.resume()
    child.on('close', status => {
      clearInterval(timer)
      if (status !== 0) return fail(new Error(`${command} ended with ${status}: ${said.slice(-2000)}`))
      done({
        seconds: (Date.now() - began) / 1000,
        lines: said.split('\n').filter(line => line.includes('of some output')).length,
        ...most,
      })
    })
  })
}

async function main() {
  // All callers come at once; by default sshd drops some of them.
  const server = await startSshd({ config: ['MaxStartups 500:30:500'] })
  const show = (name, { seconds, lines, processes, megabytes }) =>
    console.log(
      `${BUILDS} null builds, ${name}: ${seconds.toFixed(1)} s, ${processes} processes, ${Math.round(megabytes)} MB, ${lines} lines`,
    )
  try {
    const file = template(server)
    const state = { INGOT_STATE_DIR: join(folder, 'state'), HOME: folder }
    show('ingot', await measure(process.execPath, [cli, 'build', '.'], state))
    if (programPath('packer')) show('packer', await measure('packer', ['build', file], { CHECKPOINT_DISABLE: '1' }))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
