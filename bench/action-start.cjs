// How long the Action takes from its start to its first EC2 call: `node bench/action-start.cjs [RUNS] [-again]`, the bundle of INGOT_DIST or dist.
// The endpoint is a server here that refuses; what counts is when it is called first. Every run is the first one on its machine; with
// `-again` it is a runner of one's own, where a run before has left its compiled code. The time on the processor is what a machine with other work does not change.
const { spawn } = require('node:child_process')
const { mkdtempSync, readFileSync, writeFileSync } = require('node:fs')
const { createServer } = require('node:http')
const { tmpdir } = require('node:os')
const { join, resolve } = require('node:path')

const runs = Number(process.argv.slice(2).find(word => /^\d+$/.test(word)) ?? 10)
const again = process.argv.includes('-again')
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

/** Milliseconds of user and system time so far, in the kernel's ticks of 10 ms. */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function once(port, seen, home) {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-start-'))
  writeFileSync(join(folder, 'x.pkr.hcl'), TEMPLATE)
  const began = performance.now()
  const child = spawn(process.execPath, [join(dist, 'action', 'index.js')], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      HOME: home ?? folder,
      RUNNER_ENVIRONMENT: home ? 'self-hosted' : 'github-hosted',
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
  seen.call = () => (seen.first ??= { time: performance.now() - began, processor: processorTime(child.pid) })
  seen.first = undefined
  await new Promise(done => child.on('close', done))
  if (!seen.first) throw new Error('the Action made no call at all')
  return seen.first
}

function tell(what, numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const of = share => `${Math.round(sorted[Math.floor((sorted.length - 1) * share)])} ms`
  return `${what}: fastest ${of(0)}, median ${of(0.5)}, slowest ${of(1)}`
}

async function main() {
  const seen = {}
  const server = createServer((_request, response) => {
    seen.call()
    response.writeHead(400).end('<Response><Errors><Error><Code>Refused</Code><Message>no</Message></Error></Errors></Response>')
  })
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address()
  const home = again ? mkdtempSync(join(tmpdir(), 'ingot-start-home-')) : undefined
  if (again) await once(port, seen, home)
  const found = []
  for (let n = 0; n < runs; n++) found.push(await once(port, seen, home))
  server.close()
  console.log(`start to first EC2 call, ${runs} ${again ? 'further' : 'first'} runs, node ${process.version}`)
  console.log(
    tell(
      'time',
      found.map(({ time }) => time),
    ),
  )
  console.log(
    tell(
      'on the processor',
      found.map(({ processor }) => processor),
    ),
  )
}

main()
