/** Flags of the sandbox, for itself and for a build on one: handed on whole, and nothing of them ignored in silence. */
import { parseArguments, toggle, text as wordFlag } from '../../src/cli/flags'
import { buildSandboxFlags, givenImage, refuseWithoutSandbox, sandboxArguments, servingFlags } from '../../src/cli/sandbox-flags'

const forBuild = { sandbox: toggle(''), 'sandbox-state': wordFlag('', ''), ...buildSandboxFlags }
const build = (...argv: string[]) => parseArguments(forBuild, argv).flags
const serve = (...argv: string[]) => parseArguments(servingFlags, argv).flags

const SUM = `sha256:${'0'.repeat(64)}`

test.each<[string[], readonly string[], readonly string[]]>([
  [[], [], []],
  [
    ['-sandbox-image=http://127.0.0.1/x.qcow2', '-sandbox-image-checksum', SUM],
    ['-image', 'http://127.0.0.1/x.qcow2', '-image-checksum', SUM],
    [],
  ],
  [
    ['-sandbox-image=/a b.img', '-sandbox-image-checksum', SUM, '-sandbox-image-name', 'n', '-sandbox-image-owner=1'],
    ['-image', '/a b.img', '-image-checksum', SUM, '-image-name', 'n', '-image-owner', '1'],
    [],
  ],
  [['-sandbox-faults', 'f.json', '-sandbox-latency=aws'], [], ['-faults', 'f.json', '-latency', 'aws']],
])('build %j hands on what a later sandbox needs too, and what is for this time', (argv, imageFlags, moreFlags) => {
  expect(sandboxArguments(build(...argv))).toEqual({ imageFlags, moreFlags })
  expect(givenImage(serve(...imageFlags), '')?.name).toBe(imageFlags.includes('n') ? 'n' : undefined)
})

test('the path of an image is said in full: a later sandbox starts elsewhere', () => {
  const { imageFlags } = sandboxArguments(build('-sandbox-image', 'x.img', '-sandbox-image-checksum', SUM))
  expect(imageFlags[1]).toBe(`${process.cwd()}/x.img`)
})

test.each([
  [['-image', 'x'], /-image x needs a checksum/],
  [['-image-name', 'x'], /-image-name says something of an image, and none is given/],
  [['-image-checksum', SUM], /-image-checksum says/],
])('sandbox %j is refused', (argv, message) => expect(() => givenImage(serve(...argv))).toThrow(message))

test.each(['-sandbox-image=x', '-sandbox-state=x', '-sandbox-faults=x', '-sandbox-image-owner=1'])(
  'build %s alone is refused',
  flag => {
    expect(() => refuseWithoutSandbox(build(flag))).toThrow(/is about an embedded sandbox/)
    expect(() => refuseWithoutSandbox(build('-sandbox', flag))).not.toThrow()
  },
)

test('build without any of them is a build', () => expect(() => refuseWithoutSandbox(build())).not.toThrow())
