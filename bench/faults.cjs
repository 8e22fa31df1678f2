// Lets every call of a bake to EC2 go wrong, in each way in which EC2 does, and looks at what the bake makes of it:
//   node bench/faults.cjs [-points N] [-workers N] [-parallel N]
// A bake with a smoke test and two copies on light machines. It must end well, with one image in each region, or badly with nothing
// left; nothing is cleaned up by hand in between. Then N (50) bakes at once while one call in ten fails. INGOT_CLI names another build.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const { availableParallelism } = require('node:os')
const { join } = require('node:path')
const world = require('./cloud/world.cjs')
const { proxy } = require('./cloud/proxy.cjs')

const workers = Number(world.argument('workers', availableParallelism() + 1))
const xml = (status, code) => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: `<Response><Errors><Error><Code>${code}</Code><Message>${code} on purpose.</Message></Error></Errors><RequestID>0</RequestID></Response>`,
})
/** What EC2 says while a part of it has not heard of something new; a Describe just does not list it. */
const unknown = {
  RunInstances: 'InvalidGroup.NotFound',
  AuthorizeSecurityGroupIngress: 'InvalidGroup.NotFound',
  DeleteSecurityGroup: 'InvalidGroup.NotFound',
  DeleteKeyPair: 'InvalidKeyPair.NotFound',
  StopInstances: 'InvalidInstanceID.NotFound',
  TerminateInstances: 'InvalidInstanceID.NotFound',
  CreateImage: 'InvalidInstanceID.NotFound',
  CopyImage: 'InvalidAMIID.NotFound',
  CreateTags: 'InvalidAMIID.NotFound',
}
const unheard = ({ action }) =>
  action.startsWith('Describe')
    ? {
        status: 200,
        headers: { 'content-type': 'text/xml' },
        body: `<${action}Response><requestId>0</requestId></${action}Response>`,
      }
    : xml(400, unknown[action])

/** How one call goes wrong; `times` in a row from the point on. */
const FAULTS = [
  { name: 'throttled three times', times: 3, reply: () => xml(503, 'RequestLimitExceeded') },
  { name: 'status 500', times: 1, reply: () => xml(500, 'InternalError') },
  { name: 'reply lost', times: 1, reply: (_, forward) => forward().then(() => undefined) },
  {
    name: 'unknown three times',
    times: 3,
    reply: unheard,
    concerns: action => action in unknown || action.startsWith('Describe'),
  },
  { name: 'credentials expired', times: 1, reply: () => xml(400, 'ExpiredToken') },
  {
    name: 'no capacity once',
    times: 1,
    reply: () => xml(500, 'InsufficientInstanceCapacity'),
    concerns: action => action === 'RunInstances',
  },
  {
    name: 'never any capacity',
    times: Number.POSITIVE_INFINITY,
    reply: () => xml(500, 'InsufficientInstanceCapacity'),
    concerns: action => action === 'RunInstances',
  },
]

async function station(name) {
  const cloud = await world.sandbox(`cloud-${name}`)
  await world.settle(cloud.endpoint)
  const before = await world.inventory(cloud.endpoint)
  const state = { calls: [], counts: new Map(), target: undefined, left: 0 }
  const between = await proxy(cloud.endpoint, async (call, forward) => {
    // What is only asked about (DryRun) is no call of that name: there is no capacity to be short of, and nothing to be unknown.
    const trial = new URLSearchParams(call.form).get('DryRun') === 'true' ? '(trial)' : ''
    const what = `${call.action}${trial} ${call.region}`
    const number = (state.counts.get(what) ?? 0) + 1
    state.counts.set(what, number)
    state.calls.push(`${what} ${number}`)
    const { target } = state
    if (target?.point === `${what} ${number}`) state.left = target.fault.times
    if (state.left === 0 || !target?.point.startsWith(`${what} `)) return forward()
    state.left--
    return target.fault.reply(call, forward)
  })
  return { name, cloud, between, before, state, template: world.template(name) }
}

async function bake({ name, cloud, between, before, state, template }, target, number) {
  Object.assign(state, { calls: [], counts: new Map(), target, left: 0 })
  const runs = join(world.folder, `runs-${name}-${number}`)
  const { status, output } = await world.ingot(['build', '-state-dir', runs, template], between.endpoint).ended
  state.target = undefined
  const { result, come } = world.verdict(before, await world.inventory(cloud.endpoint))
  const calls = [...state.calls]
  if (result !== 'clean') await world.remove(cloud.endpoint, come).catch(() => undefined)
  return { status, output, result, calls }
}

/** It said that it went well and it did, or that it did not and nothing is left. */
const isFine = ({ status, result }) => (status === 0 ? result === 'complete' : result === 'clean')

async function atEveryCall() {
  const stations = await Promise.all(Array.from({ length: workers }, (_, index) => station(index)))
  const whole = await bake(stations[0], undefined, 'whole')
  if (whole.status !== 0) throw new Error(whole.output)
  const all = FAULTS.flatMap(fault =>
    whole.calls.filter(point => fault.concerns?.(point.split(' ')[0]) ?? true).map(point => ({ point, fault })),
  )
  const wanted = Number(world.argument('points', all.length))
  const tried = all.filter(
    (_, index) => Math.floor((index * wanted) / all.length) !== Math.floor(((index - 1) * wanted) / all.length),
  )
  console.log(`One bake makes ${whole.calls.length} calls. Trying ${tried.length} of ${all.length} faults.`)
  const results = []
  const next = tried.entries()
  const work = async one => {
    for (const [number, target] of next) {
      const outcome = await bake(one, target, number)
      results.push({ ...target, ...outcome })
      if (!isFine(outcome))
        console.log(`${target.fault.name} at ${target.point}: status ${outcome.status}, ${outcome.result}\n${outcome.output}`)
    }
  }
  await Promise.all(stations.map(work))
  for (const one of stations) {
    one.between.stop()
    await one.cloud.stop()
  }
  return results
}

/** What goes wrong behind the calls: an image fails, a machine does not start, a stop takes ten minutes. */
async function behindTheCalls() {
  const rules = [
    ...[0].map(skip => ({
      name: `image ${skip + 1} fails`,
      rule: { transition: 'image', reason: 'Client.InternalError', skip, times: 1 },
    })),
    ...[0, 1].map(skip => ({
      name: `copy ${skip + 1} fails`,
      rule: { transition: 'copy', reason: 'Client.InternalError', skip, times: 1 },
    })),
    ...[0, 1].map(skip => ({
      name: `machine ${skip + 1} does not start`,
      rule: { transition: 'running', reason: 'no', skip, times: 1 },
    })),
    { name: 'a stop takes ten minutes', rule: { transition: 'stopped', seconds: 600 }, fast: true },
  ]
  const results = []
  for (const [number, { name, rule, fast }] of rules.entries()) {
    const file = join(world.folder, `faults-${number}.json`)
    // Others' images are made first: copies too, which a rule would count.
    writeFileSync(file, JSON.stringify([rule]))
    if (fast) process.env.NODE_OPTIONS = `--require ${join(__dirname, 'cloud', 'fast-clock.cjs')}`
    const cloud = await world.sandbox(`behind-${number}`, ['-faults', file])
    const before = await world.inventory(cloud.endpoint)
    const quiet = { more: '  communicator = "none"', smokeTest: false, provision: false }
    const template = world.template(`behind-${number}`, fast ? quiet : {})
    const more = fast ? { NODE_OPTIONS: process.env.NODE_OPTIONS } : {}
    const { status, output } = await world.ingot(
      ['build', '-state-dir', join(world.folder, `b-${number}`), template],
      cloud.endpoint,
      more,
    ).ended
    delete process.env.NODE_OPTIONS
    const { result } = world.verdict(before, await world.inventory(cloud.endpoint))
    await cloud.stop()
    results.push({ fault: { name }, point: 'behind the calls', status, output, result })
    if (!isFine(results.at(-1))) console.log(`${name}: status ${status}, ${result}\n${output}`)
  }
  return results
}

/** Many bakes at once on one endpoint, where one call in ten fails. */
async function inParallel(count) {
  const names = Array.from({ length: count }, (_, index) => `web-${index}`)
  const run = async (what, builds, rules) => {
    mkdirSync(join(world.folder, `many-${what}`), { recursive: true })
    const [file, calls] = ['faults.json', 'calls.jsonl'].map(name => join(world.folder, `many-${what}`, name))
    writeFileSync(file, JSON.stringify(rules))
    const cloud = await world.sandbox(`many-${what}-state`, ['-faults', file, '-calls', calls])
    const before = await world.inventory(cloud.endpoint)
    const counted = readFileSync(calls, 'utf8').split('\n').length
    const template = world.template(`many-${what}`, { builds })
    const runs = join(world.folder, `many-${what}`, 'runs')
    const { status, output } = await world.ingot(['build', '-state-dir', runs, template], cloud.endpoint).ended
    const made = readFileSync(calls, 'utf8').split('\n').length - counted
    const { result, come, whole } = world.verdict(before, await world.inventory(cloud.endpoint), builds)
    await cloud.stop()
    return { status, output, result, made, done: whole?.length ?? 0, come }
  }
  const one = await run('one', names.slice(0, 1), [])
  const failing = [
    { action: '*', fault: 'RequestLimitExceeded', probability: 0.04 },
    { action: '*', fault: 'InternalError', probability: 0.03 },
    { action: '*', fault: 'cut', when: 'after', probability: 0.03 },
  ]
  const many = await run('failing', names, failing)
  const fine = many.result === 'clean' || many.result === 'complete'
  console.log(
    `${count} bakes at once, one call in ten failing: ${many.done} done, ${count - many.done} failed, left behind: ${fine ? 'nothing' : many.result}`,
  )
  const steady = await run('steady', names, [])
  const times = (steady.made / one.made).toFixed(1)
  console.log(
    `Calls: one bake ${one.made}, ${count} at once ${steady.made} (${times} times as many; with failing calls ${many.made}).`,
  )
  if (one.status !== 0 || steady.status !== 0) throw new Error(`a bake without faults fails:\n${one.output}\n${steady.output}`)
  if (!fine) console.log(many.output)
  return fine
}

async function main() {
  const began = Date.now()
  const results = [...(await atEveryCall()), ...(await behindTheCalls())]
  const names = [...new Set(results.map(each => each.fault.name))]
  const rows = names.map(name => {
    const own = results.filter(each => each.fault.name === name)
    const of = test => own.filter(test).length
    const failed = of(each => each.status !== 0 && each.result === 'clean')
    return [name, own.length, of(each => each.status === 0 && each.result === 'complete'), failed, of(each => !isFine(each))]
  })
  const total = rows.reduce((sum, row) => row.map((value, at) => (at === 0 ? 'all' : sum[at] + value)), ['all', 0, 0, 0, 0])
  console.log(world.table([['fault', 'bakes', 'done', 'failed, nothing left', 'leftovers or duplicates'], ...rows, total]))
  const many = Number(world.argument('parallel', 50))
  const fine = many === 0 || (await inParallel(many))
  console.log(`${Math.round((Date.now() - began) / 1000)} s`)
  process.exitCode = fine && results.every(isFine) ? 0 : 1
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
