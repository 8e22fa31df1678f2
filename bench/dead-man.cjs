// Kills ingot in the middle of a bake on a real machine and cleans nothing up: the machine has to switch itself off when its time is over,
// and its end has to be seen from outside. Before that, an image that was baked with the same timer must not have it:
//   node bench/dead-man.cjs
// Takes ten minutes where machines are emulated. INGOT_CLI names another build.
const { join } = require('node:path')
const { homedir } = require('node:os')
const { writeFileSync, mkdirSync } = require('node:fs')
const world = require('./cloud/world.cjs')

/** Seconds from the connection on. */
const LIFETIME = 45
const PATIENCE = 300

const folder = join(world.folder, 'template')
mkdirSync(folder)
writeFileSync(
  join(folder, 'web.pkr.hcl'),
  `
variable "seconds" {
  type = number
}

source "amazon-ebs" "web" {
  region        = "${world.home}"
  instance_type = "t3.small"
  ami_name      = "web"
  ssh_username  = "admin"
  source_ami_filter {
    filters     = { name = "debian-12-amd64-*" }
    owners      = ["136693071363"]
    most_recent = true
  }
}

build {
  sources = ["source.amazon-ebs.web"]
  provisioner "shell" {
    inline = ["systemctl is-active ingot-dead-man.timer", "echo armed", "sleep \${var.seconds}"]
  }
}
`,
)
// A test machine gets a timer of its own in its memory: what is asked is what lies on the disk.
writeFileSync(
  join(folder, 'web.ingot.hcl'),
  `
smoke_test "no timer on the disk" {
  inline  = ["! sudo find / -xdev -name '*ingot-dead-man*' -not -path '/run/*' -not -path '/proc/*' | grep ."]
  timeout = "5m"
}
`,
)

async function bake(endpoint, name, args, onOutput = () => undefined) {
  const runs = join(world.folder, name)
  const bake = world.ingot(['build', '-state-dir', runs, ...args, folder], endpoint)
  bake.child.stdout.on('data', text => onOutput(String(text), bake.child))
  return bake.ended
}

/** The state of each machine that was launched from the build on, by its ID. */
async function machines(endpoint) {
  const { Reservations } = await world.client(endpoint, world.home).send(new world.ec2.DescribeInstancesCommand({}))
  return Reservations.flatMap(each => each.Instances).map(each => ({
    id: each.InstanceId,
    state: each.State.Name,
    why: each.StateReason?.Message ?? each.StateTransitionReason ?? '',
  }))
}

async function main() {
  const kept = await world.sandbox('real', ['-kind', 'qemu'], process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'))
  const results = []
  const { status, output } = await bake(kept.endpoint, 'whole', ['-var', 'seconds=0'])
  if (status !== 0) console.log(output)
  results.push(['a bake whose machine has the timer passes, and the image has none', status === 0])

  const began = Date.now()
  const before = new Set((await machines(kept.endpoint)).map(({ id }) => id))
  const args = ['-force', '-machine-lifetime', `${LIFETIME}s`, '-var', `seconds=${PATIENCE}`]
  const killed = await bake(kept.endpoint, 'killed', args, (text, child) => /\barmed\b/.test(text) && child.kill('SIGKILL'))
  const [machine] = (await machines(kept.endpoint)).filter(({ id }) => !before.has(id))
  results.push(['killed, and its machine runs on', killed.signal === 'SIGKILL' && machine?.state === 'running'])
  const now = async () => (await machines(kept.endpoint)).find(({ id }) => id === machine?.id)
  await world.until(async () => (await now())?.state === 'terminated', PATIENCE).catch(() => undefined)
  const last = await now()
  results.push([`its machine has ended itself (${last?.state}: ${last?.why})`, last?.state === 'terminated'])
  console.log(`${Math.round((Date.now() - began) / 1000)} s from the start of the bake that was killed`)

  for (const [what, holds] of results) console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`)
  await kept.stop()
  process.exit(results.every(([, holds]) => holds) ? 0 : 1)
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
