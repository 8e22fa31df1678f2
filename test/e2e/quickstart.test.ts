/** The first thing that a user runs, from the committed bundles, on real machines; then what other people's clients make of the image. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeNeeding, hasPythonModule, terraformPlugins } from '../helpers/clients'
import { describeWith, programPath } from '../helpers/tools'
import { World } from './world'

const MINUTE = 60_000
const answered = /before: refused\nafter: Hello from a machine that was tested before anybody saw it\./
const here = (name: string) => join(__dirname, name)
const has = (program: string) => programPath(program) !== undefined

describeWith(['qemu-system-x86_64', 'mmdebstrap'], 'the quickstart on real machines', () => {
  const world = new World()
  const example = world.example('quickstart')
  let image = ''

  const bake = (...more: string[]) => world.ingot(['build', '--sandbox', '--sandbox-state', world.state, ...more, example])
  const inventory = async () => JSON.parse((await world.onSandbox([process.execPath, here('inventory.mjs')])).stdout)

  test(
    'bakes, smoke-tests and prints an image',
    async () => {
      const { status, stdout, stderr } = await bake()
      expect({ status, stderr, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stderr: '', stdout: '' })
      image = /\bami-[0-9a-f]{17}\b(?= {2}us-east-1)/.exec(stdout)?.[0] ?? ''
      expect(image).not.toBe('')
      expect(stdout).toMatch(/the web server says: Hello from a machine/)
      const manifest = JSON.parse(readFileSync(join(world.folder, 'packer-manifest.json'), 'utf8'))
      expect(manifest.builds.map((build: { artifact_id: string }) => build.artifact_id)).toEqual([`us-east-1:${image}`])
      const { images } = JSON.parse(readFileSync(join(world.folder, 'images.auto.tfvars.json'), 'utf8'))
      expect(images['amazon-ebs.web']['us-east-1'].id).toBe(image)
      const { components, metadata } = JSON.parse(readFileSync(join(world.folder, 'amazon-ebs.web.cdx.json'), 'utf8'))
      const purls = components.map(({ purl }: { purl?: string }) => purl)
      expect(purls).toContainEqual(expect.stringMatching(/^pkg:deb\/debian\/openssh-server@.+\?arch=amd64&distro=debian-12/))
      expect(metadata.component).toMatchObject({ version: image })
      expect(stdout).toMatch(/^Packages +\d+ installed$/m)
    },
    9 * MINUTE,
  )

  test(
    'leaves the image and its snapshot, and nothing else',
    async () => {
      const { images, snapshots, ...rest } = await inventory()
      expect({ images, snapshots: snapshots.length }).toEqual({ images: [image], snapshots: 1 })
      expect(rest).toEqual({ instances: [], volumes: [], keyPairs: [], groups: ['default'] })
    },
    MINUTE,
  )

  /** Each client boots a machine of its own and prints what the web server said before and after. */
  async function asks(...command: string[]): Promise<void> {
    const { status, stdout, stderr } = await world.onSandbox(command)
    expect({ status, stderr: status === 0 ? '' : stderr, stdout }).toEqual({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(answered),
    })
  }

  describeNeeding({ aws: has('aws') }, 'a machine from the image by the aws command line', () => {
    test(
      'answers once its group allows the port, and is refused before',
      () => asks('bash', here('web-by-aws.sh'), image),
      5 * MINUTE,
    )
  })

  const plugins = terraformPlugins()
  describeNeeding(
    { terraform: has('terraform') && plugins !== undefined },
    "a machine from the image by Terraform's aws_instance",
    () => {
      test(
        'answers once its group allows the port, and is refused before',
        () => {
          cpSync(here('terraform'), world.folder, { recursive: true })
          return asks('bash', here('web-by-terraform.sh'), image, plugins as string)
        },
        6 * MINUTE,
      )
    },
  )

  describeNeeding({ packer: has('packer'), boto3: hasPythonModule('boto3') }, "Debian's packer on the same sandbox", () => {
    test(
      'bakes the same example through custom_endpoint_ec2, and boto3 boots its image',
      async () => {
        const folder = world.example('quickstart', 'by-packer')
        const template = join(folder, 'web.pkr.hcl')
        // The one line more: Packer 1.6.6 knows of no other way to another endpoint.
        const source = readFileSync(template, 'utf8')
        writeFileSync(template, source.replace('source "amazon-ebs" "web" {', '$&\n  custom_endpoint_ec2 = "ENDPOINT"'))
        const bake = `sed -i "s|ENDPOINT|$AWS_ENDPOINT_URL_EC2|" ${template} && packer build -color=false ${folder}`
        const { status, stdout } = await world.onSandbox(['bash', '-c', bake])
        const baked = /us-east-1: (ami-[0-9a-f]{17})/.exec(stdout)?.[1]
        expect({ status, baked, stdout: status === 0 ? '' : stdout }).toEqual({
          status: 0,
          baked: expect.any(String),
          stdout: '',
        })
        await asks('python3', here('web-by-boto3.py'), baked as string)
      },
      10 * MINUTE,
    )
  })

  test(
    'the second run too',
    async () => {
      const { status, stdout } = await bake('--var', 'greeting=Hello again')
      expect({ status, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stdout: '' })
      expect(stdout).toMatch(/the web server says: Hello again/)
      expect(stdout).toMatch(/^Packages +\d+ installed; since the last image nothing has changed$/m)
    },
    6 * MINUTE,
  )

  test(
    'killed outright in mid-provision: clean leaves nothing of it',
    async () => {
      const before = await inventory()
      const args = ['build', '--sandbox', '--sandbox-state', world.state, example]
      const { status } = await world.ingot(args, stdout => (stdout.includes(': Uploading') ? 'SIGKILL' : undefined))
      expect(status).toBeNull()
      const cleaned = await world.ingot(['clean'])
      expect({ status: cleaned.status, stdout: cleaned.status ? cleaned.stdout : '' }).toEqual({ status: 0, stdout: '' })
      expect(await inventory()).toEqual(before)
    },
    6 * MINUTE,
  )
})
