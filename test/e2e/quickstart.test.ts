/** The first thing that a user runs, from the committed bundles, on real machines; then what other people's clients make of the image. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeWith } from '../helpers/tools'
import { World } from './world'

const MINUTE = 60_000

describeWith(['qemu-system-x86_64', 'mmdebstrap'], 'the quickstart on real machines', () => {
  const world = new World()
  const example = world.example('quickstart')
  let image = ''

  const bake = (...more: string[]) => world.ingot(['build', '--sandbox', '--sandbox-state', world.state, ...more, example])

  test(
    'bakes, smoke-tests and prints an image',
    async () => {
      const { status, stdout, stderr } = await bake()
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      image = /\bami-[0-9a-f]{17}\b/.exec(stdout)?.[0] ?? ''
      expect(image).not.toBe('')
      expect(stdout).toMatch(/the web server says: Hello from a machine/)
      const manifest = JSON.parse(readFileSync(join(world.folder, 'packer-manifest.json'), 'utf8'))
      expect(manifest.builds.map((build: { artifact_id: string }) => build.artifact_id)).toEqual([`us-east-1:${image}`])
      const { images } = JSON.parse(readFileSync(join(world.folder, 'images.auto.tfvars.json'), 'utf8'))
      expect(images['amazon-ebs.web']['us-east-1'].id).toBe(image)
    },
    8 * MINUTE,
  )

  test(
    'leaves the image and its snapshot, and nothing else',
    async () => {
      const { stdout } = await world.onSandbox([process.execPath, join(__dirname, 'inventory.mjs')])
      const left = JSON.parse(stdout)
      expect(left.images).toEqual([image])
      expect(left.snapshots).toHaveLength(1)
      expect({ ...left, images: 0, snapshots: 0 }).toEqual({
        instances: [],
        images: 0,
        snapshots: 0,
        volumes: [],
        keyPairs: [],
        groups: ['default'],
      })
    },
    MINUTE,
  )

  describeWith(['aws'], 'with the aws command line', () => {
    test(
      'boots from the image; the web server answers once its group allows the port, and is refused before',
      async () => {
        const { status, stdout, stderr } = await world.onSandbox(['bash', join(__dirname, 'web-by-aws.sh'), image])
        expect({ status, stdout, stderr: status === 0 ? '' : stderr }).toMatchObject({ status: 0, stderr: '' })
        expect(stdout).toMatch(/before: refused\nafter: Hello from a machine that was tested before anybody saw it\./)
      },
      4 * MINUTE,
    )
  })

  test(
    'the second run too, with the source image as it was',
    async () => {
      const { status, stdout, seconds } = await bake('--var', 'greeting=Hello again')
      expect(status).toBe(0)
      expect(stdout).toMatch(/the web server says: Hello again/)
      expect(seconds).toBeLessThan(process.env.CI ? 240 : 180)
    },
    5 * MINUTE,
  )

  test(
    'a smoke test that fails discards the candidate and all that was made for it',
    async () => {
      const inventory = async () =>
        JSON.parse((await world.onSandbox([process.execPath, join(__dirname, 'inventory.mjs')])).stdout)
      const before = await inventory()
      writeFileSync(join(example, 'smoke', 'answers.sh'), '#!/bin/sh\necho the disk is not mine; exit 3\n')
      const { status, stdout } = await bake()
      expect(status).toBe(1)
      expect(stdout).toMatch(/the disk is not mine/)
      expect(await inventory()).toEqual(before)
    },
    5 * MINUTE,
  )
})
