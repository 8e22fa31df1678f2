// What the benchmarks of the cloud share: a light sandbox in a process of its own, the template, and what there is in an account.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
const { spawn } = require('node:child_process')
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join, resolve } = require('node:path')
const { createInterface } = require('node:readline')
const ec2 = require('@aws-sdk/client-ec2')

/** What is committed, or another build of it. */
const cli = resolve(process.env.INGOT_CLI ?? join(__dirname, '..', '..', 'dist', 'cli', 'main.js'))
const folder = mkdtempSync(join(tmpdir(), 'ingot-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const keys = { AWS_ACCESS_KEY_ID: 'AKIAINGOTSANDBOX0000', AWS_SECRET_ACCESS_KEY: 'sandbox', AWS_EC2_METADATA_DISABLED: 'true' }
const home = 'us-east-1'
const copies = ['eu-west-1', 'us-west-2']

const environment = endpoint => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TMPDIR: folder,
  ...keys,
  AWS_REGION: home,
  AWS_ENDPOINT_URL_EC2: endpoint,
})

/**
 * Serves until `stop`. `flags` are those of `ingot sandbox`. `cache`: where base images are kept; each sandbox has a place of its own,
 * as those that start together would make the same base disk at once.
 */
async function sandbox(name, flags = [], cache = join(folder, `cache-${name}`)) {
  const kind = flags.includes('-kind') ? [] : ['-kind', 'light']
  const args = [cli, 'sandbox', '-embedded', ...kind, '-state', join(folder, name), ...flags]
  const env = { ...process.env, XDG_CACHE_HOME: cache }
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true, env })
  let complaint = ''
  child.stderr.on('data', text => {
    complaint += text
  })
  const line = await new Promise((done, fail) => {
    createInterface({ input: child.stdout }).once('line', done)
    child.once('close', status => fail(new Error(`the sandbox ended with status ${status}: ${complaint}`)))
  })
  const said = JSON.parse(line)
  if (said.error) throw new Error(said.error.message)
  const stop = () => {
    const ended = new Promise(done => child.once('close', done))
    child.stdin.end()
    return ended
  }
  return { endpoint: said.endpoint, pid: child.pid, stop }
}

const clients = new Map()

/** Kept: to make one takes longer than to use it. */
function client(endpoint, region) {
  const key = `${endpoint} ${region}`
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
  if (!clients.has(key)) clients.set(key, new ec2.EC2Client({ region, endpoint, credentials, maxAttempts: 5 }))
  return clients.get(key)
}

const source = (name, more, role) => `source "amazon-ebs" "${name}" {
  region        = "${home}"
  instance_type = "t3.small"
  ami_name      = "${name}"
  ssh_username  = "admin"
  ami_regions   = ${JSON.stringify(copies)}
  tags          = { Role = "${role}" }
  source_ami_filter {
    filters     = { name = "debian-12-amd64-*" }
    owners      = ["136693071363"]
    most_recent = true
  }
${more}
}
`

/** A template of one or more builds with a smoke test and two copies each; its folder. */
function template(
  name,
  { builds = ['web'], more = '', publish = '', smokeTest = true, fails = false, provision = true, role = 'web' } = {},
) {
  const place = join(folder, `template-${name}`)
  mkdirSync(place, { recursive: true })
  const sources = JSON.stringify(builds.map(build => `source.amazon-ebs.${build}`))
  const shell = provision ? '  provisioner "shell" {\n    inline = ["echo baked > /tmp/baked"]\n  }\n' : ''
  const build = `build {\n  sources = ${sources}\n${shell}}\n`
  writeFileSync(
    join(place, 'web.pkr.hcl'),
    `variable "role" {\n  default = ""\n}\n${builds.map(one => source(one, more, role)).join('')}${build}`,
  )
  const asked = fails ? 'inline = ["false"]\n  on_failure = "keep"' : 'inline = ["test -f /etc/passwd"]'
  const test = smokeTest ? `smoke_test "baked" {\n  ${asked}\n}\n` : ''
  writeFileSync(join(place, 'web.ingot.hcl'), test + publish)
  return place
}

/** A program that is under way; `ended` resolves with how it did and what it printed. */
function ingot(args, endpoint, more = {}) {
  const options = { cwd: folder, env: { ...environment(endpoint), ...more }, stdio: ['ignore', 'pipe', 'pipe'] }
  const child = spawn(process.execPath, [cli, ...args], options)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', text => {
      output += text
    })
  const ended = new Promise(done => child.once('close', (status, signal) => done({ status, signal, output })))
  return { child, ended }
}

/** Everything that a run could leave, in every region: a line for each thing, by its ID. */
async function inventory(endpoint) {
  const here = client(endpoint, home)
  const { Regions } = await here.send(new ec2.DescribeRegionsCommand({}))
  const lists = await Promise.all(Regions.map(({ RegionName }) => inRegion(client(endpoint, RegionName), RegionName)))
  return new Map(lists.flat().map(thing => [`${thing.region} ${thing.id}`, thing]))
}

async function inRegion(one, region) {
  const ask = async (command, input, list) => (await one.send(new ec2[`${command}Command`](input)))[list] ?? []
  const thing = (kind, id, name, tags = []) => {
    const tag = key => tags.find(each => each.Key === key)?.Value
    return { region, kind, id, name, state: tag('ingot:state'), run: tag('ingot:run'), role: tag('Role') }
  }
  let machines = []
  await until(async () => {
    const reservations = await ask('DescribeInstances', {}, 'Reservations')
    machines = reservations.flatMap(each => each.Instances).filter(each => each.State.Name !== 'terminated')
    // One that AWS has promised to end takes its volumes along.
    return machines.every(each => each.State.Name !== 'shutting-down')
  }, 120)
  const images = await ask('DescribeImages', { Owners: ['self'] }, 'Images')
  const snapshots = await ask('DescribeSnapshots', { OwnerIds: ['self'] }, 'Snapshots')
  const volumes = await ask('DescribeVolumes', {}, 'Volumes')
  const groups = (await ask('DescribeSecurityGroups', {}, 'SecurityGroups')).filter(each => each.GroupName !== 'default')
  const pairs = await ask('DescribeKeyPairs', {}, 'KeyPairs')
  const templates = await ask('DescribeLaunchTemplates', {}, 'LaunchTemplates')
  return [
    ...machines.map(each => thing('instance', each.InstanceId, '', each.Tags)),
    ...images.map(each => thing('image', each.ImageId, each.Name, each.Tags)),
    ...snapshots.map(each => thing('snapshot', each.SnapshotId, '', each.Tags)),
    ...volumes.map(each => thing('volume', each.VolumeId, '', each.Tags)),
    ...groups.map(each => thing('group', each.GroupId, each.GroupName, each.Tags)),
    ...pairs.map(each => thing('key pair', each.KeyPairId, each.KeyName, each.Tags)),
    ...templates.map(each => thing('launch template', each.LaunchTemplateId, each.LaunchTemplateName, each.Tags)),
  ]
}

/** What others have in the account, and what an earlier run has published: nothing may touch it. */
async function settle(endpoint) {
  for (const region of [home, ...copies]) {
    const one = client(endpoint, region)
    const send = (command, input) => one.send(new ec2[`${command}Command`](input))
    const { Images } = await send('DescribeImages', { Owners: ['136693071363'] })
    const copy = { SourceImageId: Images[0].ImageId, SourceRegion: region }
    await send('CopyImage', { ...copy, Name: 'of somebody else' })
    const Tags = ['run', 'state', 'token'].map(key => ({
      Key: `ingot:${key}`,
      Value: key === 'state' ? 'published' : 'ingot-earlier',
    }))
    const TagSpecifications = ['image', 'snapshot'].map(ResourceType => ({ ResourceType, Tags }))
    await send('CopyImage', { ...copy, Name: 'published before', TagSpecifications })
    await send('CreateKeyPair', { KeyName: 'of somebody else' })
    await send('CreateSecurityGroup', { GroupName: 'of somebody else', Description: 'x' })
    await send('CreateVolume', { AvailabilityZone: `${region}a`, Size: 1 })
  }
  await until(async () => [...(await inventory(endpoint)).values()].length >= 3 * 7)
}

async function until(holds, seconds = 30) {
  for (const end = Date.now() + seconds * 1000; ; ) {
    if (await holds()) return
    if (Date.now() > end) throw new Error('it did not come to pass')
    await new Promise(done => setTimeout(done, 50))
  }
}

/** Makes room for the next run: images that one has published, and their snapshots. */
async function remove(endpoint, things) {
  for (const kind of ['image', 'snapshot'])
    for (const { id, region } of things.filter(thing => thing.kind === kind)) {
      const one = client(endpoint, region)
      const command =
        kind === 'image' ? new ec2.DeregisterImageCommand({ ImageId: id }) : new ec2.DeleteSnapshotCommand({ SnapshotId: id })
      await one.send(command)
    }
}

/**
 * How the account is after a run, beside how it was: `complete` when exactly the image and its copies have come, published and
 * with their snapshots; `clean` when it is as before; otherwise what is wrong, in words.
 */
function verdict(before, after, names = ['web'], disks = 1) {
  const lost = [...before.keys()].filter(key => !after.has(key))
  const come = [...after.entries()].filter(([key]) => !before.has(key)).map(([, thing]) => thing)
  if (lost.length > 0) return { result: `touched what was not its own: ${lost.join(', ')}`, come }
  if (come.length === 0) return { result: 'clean', come }
  const images = come.filter(thing => thing.kind === 'image' && thing.state === 'published')
  const whole = names.filter(name => images.filter(image => image.name === name).length === 1 + copies.length)
  const others = come.filter(thing => !images.includes(thing) && !(thing.kind === 'snapshot' && thing.state === 'published'))
  const snapshots = come.filter(thing => thing.kind === 'snapshot').length
  if (others.length === 0 && images.length === whole.length * (1 + copies.length) && snapshots === images.length * disks)
    return { result: 'complete', come, whole }
  return {
    result: `left: ${come.map(thing => `${thing.kind} ${thing.id} ${thing.name} in ${thing.region} (${thing.state})`).join(', ')}`,
    come,
  }
}

/**
 * The same when the bake replaces an image in every region: afterwards there is one with the name in each, all of them the old one
 * (back under another ID, maybe) or all of them the new one, with its snapshot, and nothing else has changed.
 */
function verdictOfReplacing(before, after, role) {
  const isOne = thing => thing.name === 'web' || thing.kind === 'snapshot'
  const others = things => [...things.keys()].filter(key => !isOne(things.get(key))).join()
  if (others(before) !== others(after)) return { result: 'something else has come or gone', come: [] }
  const images = [...after.values()].filter(thing => thing.name === 'web')
  const where = images
    .map(image => image.region)
    .sort()
    .join()
  const roles = [...new Set(images.map(image => image.role))]
  const [was, is] = [before, after].map(things => [...things.values()].filter(thing => thing.kind === 'snapshot').length)
  const fine = where === [home, ...copies].sort().join() && roles.length === 1 && was === is
  if (!fine) return { result: `images named web: ${where} of ${roles.join()}; snapshots ${was}, then ${is}`, come: [] }
  return { result: roles[0] === role ? 'complete' : 'clean', come: [] }
}

/** The same when the smoke test fails and its candidate is kept: `complete` when that is what has come, said to have failed. */
function verdictOfKeeping(before, after) {
  const { result, come } = verdict(before, after)
  const kept = come.filter(
    thing => ['image', 'snapshot'].includes(thing.kind) && thing.state === 'failed' && thing.region === home,
  )
  const isKept = come.length === 2 && kept.length === 2 && kept.some(thing => thing.kind === 'image')
  return result.startsWith('left') && isKept ? { result: 'complete', come } : { result, come }
}

/** Columns as wide as their widest cell. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => String(row[column]).length)))
  const cell = (value, column) =>
    typeof value === 'number' ? String(value).padStart(widths[column]) : String(value).padEnd(widths[column])
  return rows.map(row => row.map(cell).join('  ').trimEnd()).join('\n')
}

/** `-name VALUE` of the command line. */
function argument(name, otherwise) {
  const at = process.argv.indexOf(`-${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}

module.exports = {
  argument,
  cli,
  client,
  copies,
  ec2,
  environment,
  folder,
  home,
  ingot,
  inventory,
  remove,
  sandbox,
  settle,
  table,
  template,
  until,
  verdict,
  verdictOfKeeping,
  verdictOfReplacing,
}
