// One template, baked by ingot and by Packer against the same endpoint with AWS's latencies: time, calls and their parameters.
//   node bench/beside-packer.cjs [-packer PATH] [-many N]
// Light machines; no smoke test and no copies, because Packer has no tests and copies differ by nothing but their number. The cloud's
// own time is when a machine starts, stops or ends while somebody waits, or an image is made; overhead is the rest, and the last table says
// where it goes. ingot does not wait for its machine's end, so the cloud takes less time of it: that counts in `all`, not in the overhead.
// `-many` bakes N (50; 0: none) at once. INGOT_CLI names another build.
const { readFileSync, mkdirSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { spawn } = require('node:child_process')
const world = require('./cloud/world.cjs')

/** Seconds, from the sandbox's latencies, and what there is then. */
const LASTING = {
  RunInstances: { seconds: 6, what: 'machine runs' },
  StopInstances: { seconds: 25, what: 'machine is off' },
  CreateImage: { seconds: 90, what: 'image is there' },
  TerminateInstances: { seconds: 35, what: 'machine has ended' },
}

function template(name, builds, endpoint) {
  const place = join(world.folder, `beside-${name}`)
  mkdirSync(place, { recursive: true })
  const source = build => `source "amazon-ebs" "${build}" {
  region              = "us-east-1"
  custom_endpoint_ec2 = "${endpoint}"
  access_key          = "any"
  secret_key          = "any"
  instance_type       = "t3.small"
  ami_name            = "${build}"
  ssh_username        = "admin"
  tags                = { Role = "web" }
  source_ami_filter {
    filters     = { name = "debian-12-amd64-*" }
    owners      = ["136693071363"]
    most_recent = true
  }
}
`
  const sources = JSON.stringify(builds.map(build => `source.amazon-ebs.${build}`))
  const build = `build {\n  sources = ${sources}\n  provisioner "shell" {\n    inline = ["echo baked > /tmp/baked"]\n  }\n}\n`
  const file = join(place, 'web.pkr.hcl')
  writeFileSync(file, builds.map(source).join('') + build)
  return file
}

/** Seconds, and every call that was made. */
async function measure(name, builds, start) {
  const calls = join(world.folder, `${name}.jsonl`)
  const cloud = await world.sandbox(name, ['-latency', 'aws', '-calls', calls])
  // By this name ingot does not know the endpoint for one of this machine, and is as patient with it as with AWS.
  const file = template(name, builds, cloud.endpoint.replace('127.0.0.1', '0.0.0.0'))
  const began = Date.now()
  const { status, output } = await start(file, cloud.endpoint)
  const ended = Date.now()
  await cloud.stop()
  if (status !== 0) throw new Error(`${name} ended with status ${status}:\n${output}`)
  const made = readFileSync(calls, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
  return { seconds: (ended - began) / 1000, began, ended, calls: made }
}

/** What each call that was not refused has begun, in milliseconds, as far as it fell into the run. */
const spans = ({ calls, ended }) =>
  calls.flatMap(({ action, parameters, code, time }) => {
    if (!LASTING[action] || parameters.DryRun || code) return []
    const [from, { seconds, what }] = [Date.parse(time), LASTING[action]]
    return [{ what, from, to: from + seconds * 1000, until: Math.min(from + seconds * 1000, ended) }]
  })

/** Seconds of one bake in which the cloud was at work. */
function cloudTime(run) {
  let [sum, covered] = [0, 0]
  for (const { from, until } of spans(run).sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, until - Math.max(from, covered))
    covered = Math.max(covered, until)
  }
  return sum / 1000
}

/** Seconds from the start to the launch, from each thing's being there to the call that follows from it, and after the last. */
function whereItGoes(run) {
  const steps = [
    ['before the launch', 'RunInstances'],
    ['from the running machine', 'StopInstances', 'machine runs'],
    ['from the stopped machine', 'CreateImage', 'machine is off'],
    ['from the image', 'TerminateInstances', 'image is there'],
  ]
  const of = name => run.calls.find(({ action, parameters, code }) => action === name && !parameters.DryRun && !code)
  const all = spans(run)
  const parts = steps.map(([step, next, after]) => {
    const from = after ? all.find(({ what }) => what === after).to : run.began
    return [step, (Date.parse(of(next).time) - from) / 1000]
  })
  const last = all.at(-1)
  return new Map([...parts, ['at the end', (run.ended - (last.to < run.ended ? last.to : last.from)) / 1000]])
}

const byIngot = (file, endpoint) =>
  world.ingot(['build', '-state-dir', join(world.folder, `runs-${Date.now()}`), file], endpoint).ended

function byPacker(file, endpoint) {
  const env = {
    ...world.environment(endpoint),
    CHECKPOINT_DISABLE: '1',
    PACKER_CACHE_DIR: world.folder,
    PACKER_CONFIG_DIR: world.folder,
  }
  const child = spawn(world.argument('packer', 'packer'), ['build', '-color=false', file], { cwd: world.folder, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', text => {
      output += text
    })
  return new Promise(done => child.once('close', status => done({ status, output })))
}

const count = (calls, action) => calls.filter(call => call.action === action).length
/** `Filter.1.Value.2` as `Filter.Value`: what is said, and not in which place. */
const plain = name => name.replace(/\.\d+(?=\.|$)/g, '')
/** Values that differ from run to run by their nature. */
const changing = /^(ami|i|sg|key|snap|vol|subnet|vpc)-[0-9a-f]+$|packer_|^ingot-|^\d{4}-\d\d-\d\dT|ssh-|\(hidden\)/

function said(calls, action) {
  const found = new Map()
  for (const call of calls.filter(each => each.action === action))
    for (const [name, value] of Object.entries(call.parameters))
      found.set(plain(name), (found.get(plain(name)) ?? new Set()).add(changing.test(value) ? '…' : value))
  return found
}

function differences(ours, theirs) {
  const actions = [...new Set([...theirs, ...ours].map(call => call.action))]
  const rows = actions.flatMap(action => {
    const [own, other] = [said(ours, action), said(theirs, action)]
    if (count(ours, action) === 0 || count(theirs, action) === 0) return []
    const names = [...new Set([...own.keys(), ...other.keys()])].sort()
    const text = values => (values ? [...values].sort().join(', ').slice(0, 60) : '')
    return names
      .filter(name => text(own.get(name)) !== text(other.get(name)))
      .map(name => [action, name, text(own.get(name)), text(other.get(name))])
  })
  return world.table([['call', 'parameter', 'ingot', 'Packer'], ...rows])
}

async function main() {
  const [ours, theirs] = await Promise.all([measure('ingot', ['web'], byIngot), measure('packer', ['web'], byPacker)])
  const actions = [...new Set([...theirs.calls, ...ours.calls].map(call => call.action))]
  const calls = actions.map(action => [action, count(ours.calls, action), count(theirs.calls, action)])
  console.log(world.table([['calls', 'ingot', 'Packer'], ...calls, ['all', ours.calls.length, theirs.calls.length]]))
  console.log(`\n${differences(ours.calls, theirs.calls)}\n`)
  const both = (what, of) => [what, ...[ours, theirs].map(run => of(run).toFixed(1))]
  const overhead = run => run.seconds - cloudTime(run)
  const times = [both('all', run => run.seconds), both("the cloud's", cloudTime), both('overhead', overhead)]
  console.log(world.table([['seconds', 'ingot', 'Packer'], ...times]))
  console.log(`Overhead beside Packer's: ${(overhead(ours) / overhead(theirs)).toFixed(3)}\n`)
  const parts = [...whereItGoes(ours).keys()].map(part => both(part, run => whereItGoes(run).get(part)))
  console.log(world.table([['overhead, where', 'ingot', 'Packer'], ...parts]))
  const many = Number(world.argument('many', 50))
  if (many > 0) {
    const names = Array.from({ length: many }, (_, index) => `web-${index}`)
    const crowd = await measure('many', names, byIngot)
    const times = (crowd.calls.length / ours.calls.length).toFixed(1)
    console.log(
      `${many} bakes at once: ${crowd.calls.length} calls, ${times} times those of one, in ${crowd.seconds.toFixed(1)} s`,
    )
  }
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
