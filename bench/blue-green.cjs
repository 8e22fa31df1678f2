// Proves examples/blue-green with Terraform's AWS provider against moto, from first bake to roll-back:
//   INGOT_TF_PLUGINS=FOLDER node bench/blue-green.cjs [-quick]
// ingot bakes on moto (communicator none: nothing runs there), examples/blue-green/roll.sh deploys and shifts, and after each step boto3
// is asked for groups, launch templates and weights. `-quick` leaves out the third image and what
// comes after half of the traffic. Wants terraform with the provider, moto_server, the aws command line and boto3.
const { execFile, spawn } = require('node:child_process')
const { cpSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs')
const { createServer } = require('node:net')
const { tmpdir } = require('node:os')
const { join, resolve } = require('node:path')
const { isDeepStrictEqual } = require('node:util')

const cli = process.env.INGOT_CLI ?? resolve(__dirname, '..', 'dist', 'cli', 'main.js')
const plugins = process.env.INGOT_TF_PLUGINS ?? '/opt/tf-plugins'
const folder = mkdtempSync(join(tmpdir(), 'ingot-blue-green-'))
const place = join(folder, 'blue-green')
const environment = {
  ...process.env,
  AWS_ACCESS_KEY_ID: 'any',
  AWS_SECRET_ACCESS_KEY: 'any',
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_PAGER: '',
  CHECKPOINT_DISABLE: '1',
  TF_CLI_CONFIG_FILE: '/dev/null',
  TF_CLI_ARGS: '-no-color',
  INGOT_STATE_DIR: join(folder, 'runs'),
}

const template = `
variable "version" {}
source "amazon-ebs" "web" {
  region        = "us-east-1"
  instance_type = "t3.small"
  ami_name      = "web-\${var.version}"
  communicator  = "none"
  source_ami_filter {
    filters     = { name = "amzn2-ami-hvm-2.0*" }
    owners      = ["amazon"]
    most_recent = true
  }
}
build {
  sources = ["source.amazon-ebs.web"]
}
`

const run = (program, args, cwd = folder) =>
  new Promise(done => {
    execFile(program, args, { cwd, env: environment, timeout: 120_000, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      done({ status: error ? (error.code ?? 1) : 0, stdout, output: `${stdout}${stderr}` }),
    )
  })

async function must(program, args, cwd) {
  const { status, stdout, output } = await run(program, args, cwd)
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${output}`)
  return stdout
}

async function moto() {
  const server = createServer()
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address()
  await new Promise(done => server.close(done))
  // pyenv's shim is a shell that starts the server: the whole group must go.
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore', detached: true })
  process.on('exit', () => process.kill(-child.pid, 'SIGKILL'))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))
  environment.AWS_ENDPOINT_URL = `http://127.0.0.1:${port}`
  for (let left = 300; left > 0; left--) {
    if (
      await fetch(environment.AWS_ENDPOINT_URL).then(
        () => true,
        () => false,
      )
    )
      return
    await new Promise(done => setTimeout(done, 100))
  }
  throw new Error('moto_server did not start')
}

/** The tfvars file of a bake, and the image in it. */
async function bake(version) {
  const file = join(folder, `${version}.tfvars.json`)
  await must(process.execPath, [cli, 'build', '-tfvars-file', file, '-var', `version=${version}`, join(folder, 'web.pkr.hcl')])
  const image = require(file).images['amazon-ebs.web']['us-east-1'].id
  console.log(`baked ${version}: ${image}`)
  return { file, image }
}

const state = async () => {
  const { weights, groups } = JSON.parse(await must('python3', [join(__dirname, 'blue-green.py')]))
  return {
    weights,
    ...Object.fromEntries(groups.map(({ template: name, ...group }) => [name.split('-')[1], group])),
    groups: groups.length,
  }
}

let failed = 0
const check = (what, found, expected) => {
  const holds = isDeepStrictEqual(found, expected)
  if (!holds) failed++
  console.log(
    `${holds ? 'ok  ' : 'FAIL'} ${what}${holds ? '' : `: expected ${JSON.stringify(expected)}; found ${JSON.stringify(found)}`}`,
  )
}

/** `blue`, `green`: the image, and how many machines there have to be of it, each a target of its colour's group. */
async function holds(what, { blue, green, weights: [toBlue, toGreen] }) {
  const now = await state()
  const seen = ({ image, machines, behind }) => ({ image, machines, behind })
  const expected = ([{ image }, count]) => ({ image, machines: Array(count).fill(image), behind: true })
  check(`${what}: ${toBlue} to blue, ${toGreen} to green`, now.weights, [{ 'web-blue': toBlue, 'web-green': toGreen }])
  check(
    `${what}: groups and launch templates`,
    [now.groups, seen(now.blue), seen(now.green)],
    [2, expected(blue), expected(green)],
  )
  return now
}

const roll = (...args) => run(join(place, 'roll.sh'), args, place)
async function rolls(...args) {
  const { status, output } = await roll(...args)
  if (status !== 0) throw new Error(`roll.sh ${args.join(' ')} ended with ${status}:\n${output}`)
}

async function main() {
  const began = Date.now()
  await moto()
  writeFileSync(join(folder, 'web.pkr.hcl'), template)
  cpSync(resolve(__dirname, '..', 'examples', 'blue-green'), place, { recursive: true })
  const subnets = JSON.parse(
    await must('aws', ['ec2', 'describe-subnets', '--output', 'json', '--query', 'Subnets[:2].[SubnetId,VpcId]']),
  )
  const ids = subnets.map(([id]) => id)
  const network = { vpc_id: subnets[0][1], subnet_ids: ids, health_timeout: 5 }
  writeFileSync(join(place, 'network.auto.tfvars.json'), JSON.stringify(network))
  // The provider takes a minute for each load balancer that it makes; one that is there is taken over.
  const balancer = ['elbv2', 'create-load-balancer', '--name', 'web', '--subnets', ...ids, '--output', 'text']
  const arn = (await must('aws', [...balancer, '--query', 'LoadBalancers[0].LoadBalancerArn'])).trim()
  writeFileSync(join(place, 'there.tf'), `import {\n  to = aws_lb.web\n  id = "${arn}"\n}\n`)
  const [first, second] = [await bake('1'), await bake('2')]
  await must('terraform', ['init', '-input=false', `-plugin-dir=${plugins}`], place)

  await rolls('deploy', first.file)
  const before = await holds('first image', { blue: [first, 2], green: [first, 0], weights: [100, 0] })
  check(
    'traffic cannot move to what is not there',
    (await roll('shift', '10')).output.includes('Traffic cannot move to green'),
    true,
  )

  await rolls('deploy', second.file)
  const there = await holds('second image', { blue: [first, 2], green: [second, 2], weights: [100, 0] })
  check('the live machines are the same ones', there.blue.instances, before.blue.instances)
  const quick = process.argv.includes('-quick')
  const steps = quick ? [10] : [10, 50]
  for (const percent of steps) {
    await rolls('shift', String(percent))
    await holds(`${percent} %`, { blue: [first, 2], green: [second, 2], weights: [100 - percent, percent] })
  }
  const [sick] = there.green.instances
  await must('aws', ['ec2', 'stop-instances', '--instance-ids', sick])
  const refused = await roll('shift', '100')
  check(
    'a sick machine stops the next step',
    [refused.status !== 0, /targets are healthy.*traffic stays where it is/.test(refused.output)],
    [true, true],
  )
  check('and the weights are as they were', (await state()).weights, [
    { 'web-blue': 100 - steps.at(-1), 'web-green': steps.at(-1) },
  ])
  await rolls('back')
  await holds('back by one variable', { blue: [first, 2], green: [second, 2], weights: [100, 0] })
  if (!quick) await onwards(sick, second, there)
  console.log(`${failed} failed; ${Math.round((Date.now() - began) / 1000)} s`)
}

/** All the way, the next image, and back by the file before it. */
async function onwards(sick, second, there) {
  const first = there.blue
  await must('aws', ['ec2', 'start-instances', '--instance-ids', sick])
  await rolls('shift', '100')
  await holds('100 %, the old colour is kept', { blue: [first, 2], green: [second, 2], weights: [0, 100] })

  const third = await bake('3')
  await rolls('deploy', third.file)
  await holds('third image, to the colour that is idle now', { blue: [third, 2], green: [second, 2], weights: [0, 100] })
  await rolls('shift', '100')
  await holds('third image has the traffic', { blue: [third, 2], green: [second, 2], weights: [100, 0] })
  await rolls('deploy', second.file)
  const again = await holds('the previous file finds its machines', { blue: [third, 2], green: [second, 2], weights: [100, 0] })
  check('which are the same ones', again.green.instances, there.green.instances)
  await rolls('shift', '100')
  await holds('back by the previous file', { blue: [third, 2], green: [second, 2], weights: [0, 100] })
}

main()
  .catch(error => {
    failed++
    console.error(`FAIL ${error.message}`)
  })
  .finally(() => {
    rmSync(folder, { recursive: true, force: true })
    process.exit(failed ? 1 : 0)
  })
