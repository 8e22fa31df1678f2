// What goes through Session Manager, and how fast, beside the machine's own port; in one run, on light machines of the sandbox:
//   node bench/session-manager.cjs [MIB] [CLI]
// The sandbox's agent does not slow down as AWS's does, which reads 1024 bytes and sleeps a millisecond: this measures our side.
const { execFile } = require('node:child_process')
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const { randomBytes } = require('node:crypto')
const { join } = require('node:path')
const [MIB, cli] = [Number(process.argv[2] ?? 32), process.argv[3]]
if (cli) process.env.INGOT_CLI = cli
const { cli: program, environment, folder, sandbox } = require('./cloud/world.cjs')

const content = join(folder, 'content')
writeFileSync(content, randomBytes(MIB * 2 ** 20))

const stamp = (path, name) => `  provisioner "shell-local" {\n    inline = ["date +%s%N > ${path}/${name}"]\n  }\n`
const template = (path, way) => `
source "amazon-ebs" "x" {
  instance_type   = "t3.small"
  ami_name        = "rates"
  skip_create_ami = true
  ssh_username    = "admin"
  ${way}
  source_ami_filter {
    filters     = { name = "debian-12-amd64-*" }
    owners      = ["136693071363"]
    most_recent = true
  }
}
build {
  sources = ["amazon-ebs.x"]
${stamp(path, 'begin')}  provisioner "file" {
    source      = "${content}"
    destination = "/tmp/content"
  }
${stamp(path, 'up')}  provisioner "file" {
    direction   = "download"
    source      = "/tmp/content"
    destination = "${path}/back"
  }
${stamp(path, 'down')}}
`

async function measured(endpoint, name, way) {
  const path = join(folder, name)
  mkdirSync(path)
  writeFileSync(join(path, 't.pkr.hcl'), template(path, way))
  const env = { ...environment(endpoint), AWS_ENDPOINT_URL_SSM: endpoint, INGOT_STATE_DIR: join(folder, 'runs') }
  await new Promise((done, fail) =>
    execFile(process.execPath, [program, 'build', path], { env }, (error, stdout, stderr) =>
      error ? fail(new Error(stdout + stderr)) : done(),
    ),
  )
  const [begin, up, down] = ['begin', 'up', 'down'].map(each => Number(readFileSync(join(path, each), 'utf8')) / 1e9)
  if (!readFileSync(join(path, 'back')).equals(readFileSync(content))) throw new Error('what came back is not what was sent')
  const rate = seconds => `${(MIB / seconds).toFixed(1)} MiB/s`
  console.log(`${name}: up ${rate(up - begin)}, down ${rate(down - up)}`)
}

async function main() {
  const { endpoint, stop } = await sandbox('rates')
  try {
    await measured(endpoint, 'port-22', 'ssh_interface = "public_ip"')
    await measured(endpoint, 'session', 'ssh_interface = "session_manager"\n  iam_instance_profile = "ssm"')
  } finally {
    await stop()
  }
}

void main()
