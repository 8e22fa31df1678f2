// Kills a bake at every call it makes to EC2, cleans up in another process, and asks every region what is left:
//   node bench/crash-points.cjs [-replace] [-everything] [-keep] [-by-tag] [-points N] [-workers N]
// A bake with a smoke test and two copies on light machines. SIGKILL comes just before the call, just after it was carried out and
// before the reply, and just after the reply. `-replace` bakes over an image that exists in every region. `-everything` adds what else
// can be created: a spot fleet with its launch template, a role with its profile and policy, an intermediate image, encrypted copies, a
// volume that outlives its machine, parameters. With `-keep` the smoke test fails and keeps its candidate. `-by-tag` loses the journal
// and cleans up with `clean -older-than 0s`. `-points` takes so many of all, evenly spread. INGOT_CLI names another build.
const { join } = require('node:path')
const { availableParallelism } = require('node:os')
const { readdirSync, existsSync } = require('node:fs')
const { account } = require('./cloud/account.cjs')
const world = require('./cloud/world.cjs')
const { proxy } = require('./cloud/proxy.cjs')

const KINDS = ['before the call', 'before the reply', 'after the reply']
const [replaces, everything, keeps, byTag] = ['-replace', '-everything', '-keep', '-by-tag'].map(each =>
  process.argv.includes(each),
)
if (replaces && (keeps || byTag)) throw new Error('-replace goes with -everything only: what is replaced is in the journal')
const workers = Number(world.argument('workers', availableParallelism() + 1))

const EVERYTHING = `
  spot_price   = "auto"
  encrypt_boot = true
  temporary_iam_instance_profile_policy_document {
    Statement {
      Effect   = "Allow"
      Action   = ["s3:GetObject"]
      Resource = ["*"]
    }
  }
  launch_block_device_mappings {
    device_name = "/dev/sdf"
    volume_size = 1
  }`

function templateOf(name) {
  const more = (replaces ? '  force_deregister = true\n  force_delete_snapshot = true' : '') + (everything ? EVERYTHING : '')
  const publish = everything ? 'publish {\n  ssm_parameter = "/images/${source.name}"\n}\n' : ''
  return world.template(name, { more, publish, fails: keeps, role: replaces ? '${var.role}' : 'web' })
}

/** A sandbox with things of others in it, and a proxy that kills at one call. */
async function station(name) {
  const cloud = await world.sandbox(`cloud-${name}`)
  await world.settle(cloud.endpoint)
  const others = await account()
  const template = templateOf(name)
  if (replaces) await first(cloud, others, template, name)
  const before = await world.inventory(cloud.endpoint)
  const state = { calls: [], counts: new Map(), target: undefined, kill: () => undefined, hit: undefined }
  const between = await proxy(
    cloud.endpoint,
    async (call, forward) => {
      const what = `${call.action} ${call.region}`
      const number = (state.counts.get(what) ?? 0) + 1
      state.counts.set(what, number)
      const point = `${what} ${number}`
      state.calls.push(point)
      if (state.target?.point !== point) return forward()
      const { kind } = state.target
      state.hit = point
      if (kind === KINDS[0]) return state.kill()
      if (kind === KINDS[1]) {
        const answered = forward()
        state.answered = answered.then(state.kill)
        return state.answered
      }
      return { ...(await forward()), onSent: state.kill }
    },
    { iam: others.endpoint, ssm: others.endpoint },
  )
  return { name, cloud, others, between, before, state, template }
}

/** EC2 is at the endpoint that each program is given. */
const services = endpoint => ({ AWS_ENDPOINT_URL_IAM: endpoint, AWS_ENDPOINT_URL_SSM: endpoint })

/** What is to be replaced. */
async function first(cloud, others, template, name) {
  const args = ['build', '-state-dir', join(world.folder, `runs-${name}-first`), '-var', 'role=first', template]
  const { status, output } = await world.ingot(args, cloud.endpoint, services(others.endpoint)).ended
  if (status !== 0) throw new Error(output)
}

/** One bake, killed at `target` or not at all; and what became of it. */
async function bake(station, target, number) {
  const { name, between, state, template } = station
  const role = `role-${number}`
  const runs = join(world.folder, `runs-${name}-${number}`)
  const { child, ended } = world.ingot(
    ['build', '-state-dir', runs, ...(replaces ? ['-var', `role=${role}`] : []), template],
    between.endpoint,
    services(between.endpoint),
  )
  Object.assign(state, { calls: [], counts: new Map(), target, hit: undefined, answered: undefined })
  state.kill = () => void child.kill('SIGKILL')
  const { status, signal, output } = await ended
  await state.answered
  const killed = { calls: state.calls, hit: state.hit !== undefined, status, signal, output }
  return { ...killed, ...(await cleanUp(station, runs, role)) }
}

/** By a new process, which in an account with tags alone knows nothing of the journal. */
async function cleanUp(station, runs, role) {
  const { cloud, others } = station
  const args = byTag ? ['-older-than', '0s', '-state-dir', join(world.folder, 'no-runs')] : ['-state-dir', runs]
  const { output: cleaned, status: cleanStatus } = await world.ingot(
    ['clean', ...args],
    cloud.endpoint,
    services(others.endpoint),
  ).ended
  const after = await world.inventory(cloud.endpoint)
  const { result, come } = judge(station, after, role)
  if (replaces) station.before = after
  const journals = !byTag && existsSync(runs) ? readdirSync(runs).filter(run => existsSync(join(runs, run, 'journal.jsonl'))) : []
  await world.remove(cloud.endpoint, come)
  return { cleanStatus, cleaned, result, journals }
}

function judge({ before, others }, after, role) {
  const roles = others.roles()
  if (roles.length > 0) return { result: `left: ${roles.join(', ')}`, come: [] }
  const holds = ([where, id]) => after.has(`${where.split(' ')[0]} ${id}`)
  const told = [...others.parameters()].filter(each => !holds(each))
  others.forget()
  if (told.length > 0) return { result: `parameters of images that are not there: ${told.join(', ')}`, come: [] }
  if (replaces) return world.verdictOfReplacing(before, after, role)
  if (keeps) return world.verdictOfKeeping(before, after)
  const found = world.verdict(before, after, ['web'], everything ? 2 : 1)
  // By its tags alone nobody can tell what was published in some of the regions from what was in all.
  const isPublished = byTag && found.come.every(({ state }) => state === 'published') && found.result.startsWith('left')
  return isPublished ? { ...found, result: 'published in part' } : found
}

function spread(points, wanted) {
  if (!wanted || wanted >= points.length) return points
  return Array.from({ length: wanted }, (_, index) => points[Math.floor((index * points.length) / wanted)])
}

/** A point that this bake did not come to (it polled less often) is tried again. */
async function tryPoint(station, target, number) {
  for (let attempt = 1; ; attempt++) {
    const outcome = await bake(station, target, `${number}-${attempt}`)
    if (outcome.hit || attempt === 3) return outcome
  }
}

async function main() {
  const began = Date.now()
  const stations = await Promise.all(Array.from({ length: workers }, (_, index) => station(index)))
  const whole = await bake(stations[0], undefined, 'whole')
  if (whole.status !== (keeps ? 1 : 0) || whole.result !== 'complete')
    throw new Error(`the bake itself fails: ${whole.result}\n${whole.output}`)
  const all = whole.calls.flatMap(point => KINDS.map(kind => ({ point, kind })))
  const points = spread(all, Number(world.argument('points', 0)))
  console.log(`One bake makes ${whole.calls.length} calls: ${all.length} points. Trying ${points.length}.`)

  const results = []
  const next = points.entries()
  const work = async one => {
    for (const [number, target] of next) {
      const outcome = await tryPoint(one, target, number)
      results.push({ ...target, ...outcome })
      const bad = faulty(outcome)
      if (bad) console.log(`${target.point}, ${target.kind}: ${bad}\n${outcome.output}\n${outcome.cleaned}`)
      if (results.length % 25 === 0)
        console.log(`${results.length} of ${points.length} after ${Math.round((Date.now() - began) / 1000)} s`)
    }
  }
  await Promise.all(stations.map(work))
  for (const { between, cloud, others } of stations) {
    between.stop()
    others.stop()
    await cloud.stop()
  }
  report(results, began)
}

const isComplete = outcome => outcome.result === 'complete' || outcome.result === 'published in part'

function faulty(outcome) {
  if (outcome.result !== 'clean' && !isComplete(outcome)) return outcome.result
  if (outcome.cleanStatus !== 0) return `clean ended with status ${outcome.cleanStatus}`
  return outcome.journals.length > 0 ? 'a journal remains' : undefined
}

function report(results, began) {
  const actions = [...new Set(results.map(each => each.point.split(' ')[0]))]
  const rows = actions.map(action => {
    const own = results.filter(each => each.point.startsWith(`${action} `))
    const of = kind => own.filter(each => each.kind === kind && each.hit).length
    return [action, ...KINDS.map(of), own.filter(isComplete).length, own.filter(faulty).length]
  })
  const total = rows.reduce((sum, row) => row.map((value, at) => (at === 0 ? 'all' : sum[at] + value)), ['all', 0, 0, 0, 0, 0])
  console.log(world.table([['killed at', ...KINDS, keeps ? 'candidates kept' : 'images published', 'leftovers'], ...rows, total]))
  const unreached = results.filter(each => !each.hit)
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(`${results.length} points in ${seconds} s; ${unreached.length} were not come to in three bakes (fewer looks).`)
  console.log('Whatever others had in the account, and what was published before, is there.')
  process.exitCode = results.some(faulty) ? 1 : 0
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
