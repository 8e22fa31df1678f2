// Files, folders and scripts over SSH, beside OpenSSH's own tools and Debian's Packer, in one run over one server on loopback:
//   node bench/ssh.cjs [MIB] [ROUNDS] [CLI]
// Each of ours opens its connection and closes it again, as scp and ssh do. The best of the rounds counts: the machine has other
// work. Shells are whole programs on both sides; ours is CLI, dist/cli/main.js when not given.
require('../test/helpers/typescript.cjs')
const { exec, execFile, execFileSync, spawn } = require('node:child_process')
const { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join, resolve } = require('node:path')
const { startSshd } = require('../test/helpers/sshd')
const { linkProxy } = require('../test/helpers/link-proxy')
const { open } = require('../test/helpers/open-ssh')

const [MIB, ROUNDS] = [Number(process.argv[2] ?? 512), Number(process.argv[3] ?? 3)]
const FILES = 5000
const folder = mkdtempSync(join(tmpdir(), 'ingot-bench-'))
const cli = resolve(process.argv[4] ?? join(__dirname, '..', 'dist', 'cli', 'main.js'))
const state = { ...process.env, INGOT_STATE_DIR: join(folder, 'state') }
const rows = []

async function best(work) {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of ['there', 'there-folder']) rmSync(join(folder, name), { recursive: true, force: true })
    const began = process.hrtime.bigint()
    await work()
    least = Math.min(least, Number(process.hrtime.bigint() - began) / 1e9)
  }
  return least
}

function row(what, seconds) {
  const ours = seconds.ingot
  const others = Object.entries(seconds).filter(([name]) => name !== 'ingot')
  rows.push([
    what,
    `ingot ${ours.toFixed(2)} s`,
    ...others.map(([name, time]) => `${name} ${time.toFixed(2)} s (${(ours / time).toFixed(2)} x)`),
  ])
  console.log(rows.at(-1).join('   '))
}

const sshOptions = server => [
  '-i',
  server.privateKeyFile,
  '-o',
  'StrictHostKeyChecking=no',
  '-o',
  'UserKnownHostsFile=/dev/null',
  '-o',
  'LogLevel=ERROR',
]
/** Not in place: the servers' logs have to be read meanwhile, or they stop when their pipe is full. */
const run = (command, args, options = {}) =>
  new Promise((resolve, reject) =>
    execFile(command, args, { maxBuffer: 1 << 26, ...options }, (error, stdout, stderr) =>
      error ? reject(new Error(`${command} ${args.join(' ')}: ${stderr}${stdout}`)) : resolve(),
    ),
  )

function template(server, name, body) {
  const place = join(folder, name)
  mkdirSync(place, { recursive: true })
  writeFileSync(
    join(place, 't.pkr.hcl'),
    `source "null" "x" {
  ssh_host = "127.0.0.1"
  ssh_port = ${server.port}
  ssh_username = "${server.username}"
  ssh_private_key_file = "${server.privateKeyFile}"
}
build {
  sources = ["source.null.x"]
${body}
}
`,
  )
  return place
}

const packer = place => () =>
  run('packer', ['build', 't.pkr.hcl'], { cwd: place, env: { ...process.env, CHECKPOINT_DISABLE: '1' } })
const ours = (server, work) => async () => {
  const { communicator } = await open(server)
  await work(communicator)
  await communicator.close()
}

async function oneFile(server) {
  const local = join(folder, 'large')
  execFileSync('dd', ['if=/dev/urandom', `of=${local}`, 'bs=1M', `count=${MIB}`], { stdio: 'ignore' })
  const there = join(folder, 'there')
  const place = template(server, 'file', `provisioner "file" {\n source = "${local}"\n destination = "${there}"\n }`)
  const scp = () => run('scp', ['-q', ...sshOptions(server), '-P', String(server.port), local, `127.0.0.1:${there}`])
  row(`${MIB} MiB up`, {
    ingot: await best(ours(server, communicator => communicator.uploadFile(local, there))),
    scp: await best(scp),
    'scp with aes128-gcm': await best(() =>
      run('scp', [
        '-q',
        '-c',
        'aes128-gcm@openssh.com',
        ...sshOptions(server),
        '-P',
        String(server.port),
        local,
        `127.0.0.1:${there}`,
      ]),
    ),
    packer: await best(packer(place)),
  })
  const down = () => run('scp', ['-q', ...sshOptions(server), '-P', String(server.port), `127.0.0.1:${local}`, there])
  row(`${MIB} MiB down`, {
    ingot: await best(ours(server, communicator => communicator.downloadFile(local, there))),
    scp: await best(down),
  })
  const memory = await peak([cli, 'build', place])
  console.log(
    `memory of an \`ingot build\` that uploads it: ${memory} MB at most, of one that does nothing: ${await peak([cli, 'build', template(server, 'nothing', '')])} MB`,
  )
}

/** The most memory that a program of ours ever had resident, in MB, as the kernel counts it. */
async function peak(args) {
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: state, cwd: folder })
  let most = 0
  const timer = setInterval(() => {
    try {
      most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? most)
    } catch {}
  }, 20)
  const status = await new Promise(done => child.once('close', done))
  clearInterval(timer)
  if (status !== 0) throw new Error(`ingot ${args.slice(1).join(' ')} ended with ${status}`)
  return Math.round(most / 1024)
}

async function manyFiles(server, delay) {
  const local = join(folder, 'many')
  const there = join(folder, 'there-folder')
  if (!existsSync(local)) {
    mkdirSync(local)
    for (let count = 0; count < FILES; count++) writeFileSync(join(local, `file-${count}`), Buffer.alloc(4096, count))
  }
  const proxy = delay ? await linkProxy(server.port, { delay: delay / 2 }) : undefined
  const near = { ...server, port: proxy?.port ?? server.port }
  const command = `tar -cf - -C ${local} . | ssh ${[...sshOptions(near), '-p', near.port, '127.0.0.1'].join(' ')} 'mkdir -p ${there} && tar -xf - -C ${there}'`
  const tar = () => new Promise((resolve, reject) => exec(command, error => (error ? reject(error) : resolve())))
  const times = {
    ingot: await best(ours(near, communicator => communicator.uploadFolder(local, there))),
    'tar over ssh': await best(tar),
  }
  if (!delay)
    times.packer = await best(
      packer(template(server, 'folder', `provisioner "file" {\n source = "${local}"\n destination = "${there}"\n }`)),
    )
  row(`${FILES} files of 4 KiB${delay ? `, ${delay} ms round trip` : ''}`, times)
  await proxy?.stop()
}

/** Where the time of whole programs goes: each does what the one before did, and one thing more. */
async function shells(server) {
  const lines = count => Array.from({ length: count }, (_, n) => `provisioner "shell" {\n inline = ["echo ${n}"]\n }`).join('\n')
  const place = template(server, 'shells', lines(5))
  const node = (...args) => best(() => run(process.execPath, args, { env: state }))
  const build = count => node(cli, 'build', template(server, `shells-${count}`, lines(count)))
  const times = { ingot: await build(5), packer: await best(packer(place)) }
  const start = await node('-e', '0')
  const plan = await node(cli, 'validate', place)
  const connect = await build(0)
  row('five one-line shells, whole programs', times)
  const parts = { 'start of Node': start, plan: plan - start, connect: connect - plan, 'five shells': times.ingot - connect }
  const shown = Object.entries(parts).map(([name, seconds]) => `${name} ${(seconds * 1000).toFixed(0)} ms`)
  console.log(
    `  of which: ${shown.join(', ')}; Packer's own start: ${(await best(() => run('packer', ['version']))).toFixed(2)} s`,
  )
}

async function main() {
  const server = await startSshd()
  try {
    if (MIB > 0) await oneFile(server)
    await manyFiles(server)
    await manyFiles(server, 50)
    await shells(server)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
