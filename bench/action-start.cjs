// How long the Action takes from its start to its first EC2 call: `node bench/action-start.cjs [RUNS]`, the bundle of INGOT_DIST or dist.
// The endpoint is a server here that refuses; what counts is when it is called first.
const { spawn } = require('node:child_process')
const { mkdtempSync, writeFileSync } = require('node:fs')
const { createServer } = require('node:http')
const { tmpdir } = require('node:os')
const { join, resolve } = require('node:path')

const runs = Number(process.argv[2] ?? 10)
const dist = resolve(process.env.INGOT_DIST ?? join(__dirname, '..', 'dist'))
const TEMPLATE = `
source "amazon-ebs" "x" {
  source_ami    = "ami-0123456789abcdef0"
  instance_type = "t3.nano"
  region        = "us-east-1"
  ami_name      = "start"
  ssh_username  = "admin"
}
build {
  sources = ["source.amazon-ebs.x"]
}
`

async function once(port, calls) {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-start-'))
  writeFileSync(join(folder, 'x.pkr.hcl'), TEMPLATE)
  const began = performance.now()
  const child = spawn(process.execPath, [join(dist, 'action', 'index.js')], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      RUNNER_TEMP: folder,
      GITHUB_STATE: join(folder, 'state'),
      GITHUB_OUTPUT: join(folder, 'output'),
      INPUT_TEMPLATE: 'x.pkr.hcl',
      INPUT_ENDPOINT: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'any',
      AWS_SECRET_ACCESS_KEY: 'any',
    },
  })
  for (const file of ['state', 'output']) writeFileSync(join(folder, file), '')
  calls.length = 0
  await new Promise(done => child.on('close', done))
  return calls.length === 0 ? undefined : calls[0] - began
}

async function main() {
  const calls = []
  const server = createServer((_request, response) => {
    calls.push(performance.now())
    response.writeHead(400).end('<Response><Errors><Error><Code>Refused</Code><Message>no</Message></Error></Errors></Response>')
  })
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  const times = []
  for (let n = 0; n < runs; n++) times.push(await once(server.address().port, calls))
  server.close()
  if (times.includes(undefined)) throw new Error('the Action made no call at all')
  times.sort((a, b) => a - b)
  const of = share => `${Math.round(times[Math.floor((times.length - 1) * share)])} ms`
  console.log(
    `start to first EC2 call, ${runs} runs: fastest ${of(0)}, median ${of(0.5)}, slowest ${of(1)} (node ${process.version})`,
  )
}

main()
