/** Post-processors beside Packer's: the same artifacts, the same files, byte for byte where that can be, and the same manifest. */
import { randomBytes } from 'node:crypto'
import { leftByBoth } from '../helpers/artifacts'
import { describeWith } from '../helpers/tools'

const FILE = { type: 'file', name: 'f', content: 'hello\n', target: 'out/a.txt' }
const NULL = { type: 'null', communicator: 'none' }

async function expectSame(template: object, files: Readonly<Record<string, string>> = {}): Promise<void> {
  const { packer, ours, messages } = await leftByBoth('t.json', JSON.stringify(template), files)
  expect({ ...ours, messages: ours.done === packer.done ? [] : messages }).toEqual({ ...packer, messages: [] })
}

type PostProcessor = Readonly<Record<string, unknown>>
type Chain = PostProcessor | readonly PostProcessor[]

const two = { 'in/a.bin': 'aaa', 'in/b.bin': 'b'.repeat(3000) }
const long = `in/${'n'.repeat(120)}.txt`
const compress = (output: string, more = {}) => ({ type: 'compress', output, keep_input_artifact: true, ...more })
const manifest = { type: 'manifest' }

describeWith(['packer', 'python3'], 'post-processors beside Packer', () => {
  test.each<[string, readonly Chain[], object?, Readonly<Record<string, string>>?]>([
    ['checksum', [{ type: 'checksum' }, manifest]],
    ['all checksums', [{ type: 'checksum', checksum_types: ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] }]],
    ['checksums in one file', [{ type: 'checksum', checksum_types: ['sha1', 'md5'], output: 'o/sums' }]],
    ['checksum into a file that is there', [{ type: 'checksum', output: 'there' }, manifest], FILE, { there: 'before\n' }],
    ['checksum named by the build', [{ type: 'checksum', output: '{{.BuildName}}-{{build_type}}-{{.ChecksumType}}' }]],
    ['checksum of nothing', [{ type: 'checksum' }, manifest], NULL],
    ['no checksum', [{ type: 'checksum', checksum_types: [] }]],
    ['checksum of checksums', [[{ type: 'checksum' }, { type: 'checksum', checksum_types: ['sha1'] }, manifest]]],
    ['checksum keeps its input whatever is said', [{ type: 'checksum', keep_input_artifact: false }]],
    ...['x', 'x.tar.gz', 'x.tgz', 'x.tar', 'x.zip', 'x.gz', 'x.bgzf', 'x.tar.bgzf', 'd/{{.BuildName}}.tar', '.gz', 'x.ZIP'].map(
      (output): [string, readonly Chain[]] => [`compress to ${output}`, [[compress(output), manifest]]],
    ),
    ...['tar', '.zip', 'gz', 'tar.gz', 'bgzf', 'rar'].map((format): [string, readonly Chain[]] => [
      `compress as ${format}`,
      [[compress('x', { format }), manifest]],
    ]),
    ['compress, its input not kept', [{ type: 'compress', output: 'x.tar' }]],
    ['compress by its own name', [{ type: 'compress' }, manifest]],
    ['compress nothing', [compress('x.tar'), compress('x.zip')], NULL],
    ['compress and checksum', [[{ type: 'compress', output: 'x.tar' }, { type: 'checksum', output: 'sum' }, manifest]]],
    ['artifice', [[{ type: 'artifice', files: ['in/*'] }, manifest]], FILE, two],
    [
      'artifice, its input not kept',
      [[{ type: 'artifice', files: ['in/b*', 'in/a.bin'], keep_input_artifact: false }]],
      FILE,
      two,
    ],
    [
      'artifice with the very input',
      [[{ type: 'artifice', files: ['out/a.txt'], keep_input_artifact: false }, { type: 'checksum' }]],
    ],
    ['artifice with nothing', [{ type: 'artifice', files: ['none/*', 'nothing'] }]],
    [
      'artifice twice',
      [
        [
          { type: 'artifice', files: ['in/a*'] },
          { type: 'artifice', files: ['in/b*'] },
        ],
      ],
      NULL,
      two,
    ],
    [
      'many files as tar',
      [[{ type: 'artifice', files: ['in/*'] }, compress('x.tar'), manifest]],
      NULL,
      { ...two, [long]: 'long' },
    ],
    ['many files as zip', [[{ type: 'artifice', files: ['in/*', 'in/ü'] }, compress('x.zip')]], NULL, { ...two, 'in/ü': 'ü' }],
    ['many files as tar.gz', [[{ type: 'artifice', files: ['in/*'] }, compress('x.tar.gz')]], NULL, two],
    [
      'shell-local',
      [
        [
          {
            type: 'shell-local',
            inline: ['echo "$PACKER_BUILD_NAME $PACKER_BUILDER_TYPE $A" > said', 'ls out > list'],
            environment_vars: ['A=b c'],
          },
          manifest,
        ],
      ],
    ],
    ['shell-local with another status', [{ type: 'shell-local', inline: ['exit 3'], valid_exit_codes: [3] }]],
    [
      'shell-local with a script',
      [{ type: 'shell-local', script: 's.sh', execute_command: ['/bin/sh', '-c', '{{.Vars}} sh {{.Script}} x'] }],
      FILE,
      { 's.sh': 'echo "$1 $PACKER_BUILD_NAME" > said\n' },
    ],
    [
      'a chain that fails stops there, others go on',
      [[{ type: 'shell-local', inline: ['exit 1'] }, { type: 'checksum' }], { type: 'checksum', checksum_types: ['sha1'] }],
    ],
    ['shell-local before checksum', [[{ type: 'shell-local', inline: ['echo more >> out/a.txt'] }, { type: 'checksum' }]]],
  ])('%s', async (_, postProcessors, builder = FILE, files = {}) => {
    await expectSame({ builders: [builder], 'post-processors': postProcessors }, files)
  })

  test('a file larger than the pieces in which it is compressed', async () => {
    const big = randomBytes(400_000).toString('hex').repeat(5)
    const chains = ['x.gz', 'x.tar.gz', 'x.bgzf', 'x.zip', 'x.tar'].map(output => compress(output))
    await expectSame(
      {
        builders: [{ ...FILE, content: 'x' }],
        'post-processors': chains.map(chain => [{ type: 'artifice', files: ['in/big'] }, chain]),
      },
      { 'in/big': big },
    )
  })

  /** With all that a template can say about keeping what goes in; the first two keep it whatever is said. */
  const kinds: Readonly<Record<string, readonly (boolean | undefined)[]>> = {
    checksum: [undefined, false],
    'shell-local': [undefined, false],
    compress: [undefined, true, false],
    artifice: [undefined, true, false],
  }
  const one = (type: string, i: number, keep: boolean | undefined): PostProcessor => {
    const options = { artifice: { files: [`in${i}/*`] }, 'shell-local': { inline: ['true'] }, compress: { output: `x${i}.tar` } }
    return { type, ...options[type as keyof typeof options], keep_input_artifact: keep, only: [`f${i}`] }
  }
  const seconds = ['checksum', 'compress', 'artifice']

  test.each(Object.keys(kinds).flatMap(first => seconds.map(second => [first, second] as const)))(
    'what stays of %s and then %s',
    async (first, second) => {
      const ways = kinds[first]!.flatMap(a => kinds[second]!.map(b => [a, b] as const))
      const builders = ways.map((_, i) => ({ ...FILE, name: `f${i}`, target: `out/${i}.txt` }))
      const chains = ways.map(([a, b], i) => [one(first, i, a), one(second, i, b)])
      const files = Object.fromEntries(ways.flatMap((_, i) => ['a', 'b'].map(name => [`in${i}/${name}`, name])))
      const { packer, ours } = await leftByBoth('t.json', JSON.stringify({ builders, 'post-processors': chains }), files)
      expect(ours.artifacts).toEqual(packer.artifacts)
      // What shell-local hands on is the source's own artifact: Packer deletes it with the input of who comes next and lists
      // it all the same. Ours keeps what it lists.
      const listed = Object.values(ours.artifacts).flatMap(list => list.flatMap(each => each.files))
      expect(Object.keys(ours.files)).toEqual([...new Set([...Object.keys(packer.files), ...listed])].sort())
    },
  )

  test('what stays of several chains', async () => {
    const chains = [
      [{ type: 'compress', output: 'a.tar' }, { type: 'checksum' }],
      [{ type: 'compress', output: 'b.tar', keep_input_artifact: false }],
      { type: 'artifice', files: ['in/*'], keep_input_artifact: false },
      [
        { type: 'compress', output: 'c.tar' },
        { type: 'compress', output: 'd.tar' },
        { type: 'compress', output: 'e.tar' },
      ],
    ]
    await expectSame({ builders: [FILE], 'post-processors': chains }, { 'in/a': 'a' })
    await expectSame({ builders: [FILE], 'post-processors': [...chains, { type: 'checksum' }] }, { 'in/a': 'a' })
  })
})

describeWith(['packer'], 'where post-processors differ from Packer on purpose', () => {
  test('what cannot be written leaves no half archive', async () => {
    const template = { builders: [NULL], 'post-processors': [compress('x.gz')] }
    const { packer, ours, messages } = await leftByBoth('t.json', JSON.stringify(template))
    expect(Object.keys(packer.files)).toEqual(['t.json', 'x.gz'])
    expect(Object.keys(ours.files)).toEqual(['t.json'])
    expect(messages).toEqual(['x.gz can hold one file, and the artifact has 0'])
    expect([packer.done, ours.done]).toEqual([false, false])
  })

  test('what a failing post-processor was given stays', async () => {
    const template = { builders: [FILE], 'post-processors': [{ type: 'shell-local', inline: ['exit 3'] }] }
    const { packer, ours } = await leftByBoth('t.json', JSON.stringify(template))
    expect(Object.keys(packer.files)).toEqual(['t.json'])
    expect(Object.keys(ours.files)).toEqual(['out/a.txt', 't.json'])
    expect([packer.done, ours.done]).toEqual([false, false])
  })

  test('an archive of itself is refused before it is touched', async () => {
    const template = { builders: [FILE], 'post-processors': [{ type: 'compress', output: 'out/a.txt' }] }
    const { ours, messages } = await leftByBoth('t.json', JSON.stringify(template))
    expect(messages).toEqual(['The archive out/a.txt would overwrite the file that goes into it'])
    expect(ours.files['out/a.txt']).toBe('hello\n')
  })
})
