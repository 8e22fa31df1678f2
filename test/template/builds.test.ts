import type { Diagnostic } from '../../src/language/diagnostic'
import type { Decoded } from '../../src/model/plan'
import { lateOptions } from '../../src/template/builds/component'
import { load, NULL_BUILD, shown } from '../helpers/template'

const SOURCES = `
source "null" "a" {
  communicator = "none"
}
source "null" "b" {
  communicator = "none"
}
source "file" "f" {
  target = "out"
}
`
const names = (loaded: Awaited<ReturnType<typeof load>>) => loaded.plan?.builds.map(({ name }) => name)
const messages = (loaded: Awaited<ReturnType<typeof load>>) => loaded.diagnostics.slice(0, 9).map(shown)

describe('which builds there are', () => {
  const template = `${SOURCES}
build {
  name = "one"
  source "null.b" {
    name = "bee"
  }
  sources = ["source.null.a", "file.f"]
}
build {
  sources = ["null.a"]
}
`
  const all = ['one.null.a', 'one.file.f', 'one.null.bee', 'null.a']
  const none = (flag: string, pattern: string) =>
    `warning ${flag} matches nothing: No build${flag === '-except' ? ' and no post-processor' : ''} matches "${pattern}". The builds are: ${all.join(', ')}.`

  test.each<[string[], string[], string[], string[]]>([
    [[], [], all, []],
    [['*'], [], all, []],
    [['one.*'], [], all.slice(0, 3), []],
    [['*null*'], [], ['one.null.a', 'one.null.bee', 'null.a'], []],
    [['null.?'], [], ['null.a'], []],
    [['*.{a,f}'], [], ['one.null.a', 'one.file.f', 'null.a'], []],
    [['*.[!a]'], [], ['one.file.f'], []],
    [['one.null.a', 'null.a'], [], ['one.null.a', 'null.a'], []],
    [[], ['one.*'], ['null.a'], []],
    [['one.*'], ['*.f'], ['one.null.a', 'one.null.bee'], []],
    [['a'], [], [], [none('-only', 'a')]],
    [['null.a', 'chocolate'], [], ['null.a'], [none('-only', 'chocolate')]],
    [[], ['bee'], all, [none('-except', 'bee')]],
    [[], ['null.b?e*'], all, [none('-except', 'null.b?e*')]],
  ])('only %j except %j', async (only, except, expected, warnings) => {
    const loaded = await load(template, { only, except })
    expect(names(loaded)).toEqual(expected)
    expect(messages(loaded)).toEqual(warnings)
  })

  test('a pattern that is none', async () => {
    expect(messages(await load(template, { only: ['['] }))).toContain(
      'error Invalid -only pattern: "[" opens a bracket that it does not close.',
    )
  })

  test('nothing selected is a mistake only where something shall run', async () => {
    const loaded = await load(template, { only: ['x'], requireBuilds: true })
    expect(messages(loaded)).toContain(`error No builds to run: -only and -except leave nothing of: ${all.join(', ')}.`)
    expect(messages(await load('variable "x" {\n  default = 1\n}\n', { requireBuilds: true }))).toEqual([
      'error No builds to run: The template has no build block with a source.',
    ])
    expect(names(await load('variable "x" {\n  default = 1\n}\n'))).toEqual([])
  })

  test('two builds of one name are told apart', async () => {
    const loaded = await load(`${NULL_BUILD}\nbuild {\n  sources = ["null.x"]\n}\n`)
    expect(names(loaded)).toEqual(['null.x', 'null.x-2'])
    expect(messages(loaded)).toEqual([
      'warning 9:1 Two builds of one name: Another build is called "null.x" too, so this one is called "null.x-2". Give the build block a name of its own.',
    ])
  })

  test('files of a folder are read in the order of their names', async () => {
    const build = (name: string) => `build {\n  name = "${name}"\n  sources = ["null.a"]\n}\n`
    const loaded = await load({ 'b.pkr.hcl': build('b'), 'a.pkr.hcl': build('a'), 'c.pkr.hcl': SOURCES, 'd.hcl': 'not { read' })
    expect(names(loaded)).toEqual(['a.null.a', 'b.null.a'])
  })
})

test('a build adds to its source, and cannot replace', async () => {
  const use = (content: string) => `
source "file" "f" {
  content = "x"
}
build {
  source "file.f" {
    name = "g"
    ${content}
  }
}
`
  const loaded = await load(use(`target = "\${source.type} \${source.name} {{build_name}}"`))
  expect(loaded.plan?.builds[0]?.source).toMatchObject({
    type: 'file',
    name: 'f',
    options: { value: { target: 'file g f', content: 'x' } },
  })
  expect(messages(await load(use('target = "y"\n    content = "z"')))).toEqual([
    'error 9:5 Duplicate argument: "content" is already set in the source block, at t.pkr.hcl:3. A build can add arguments to its source, not replace them.',
  ])
  expect(messages(await load(use('')))).toEqual(
    ['error 6:3 Missing required argument: The argument "target" is required, but no definition was found.'].map(text =>
      expect.stringContaining(text.slice(10)),
    ),
  )
})

const provisionerMistakes: readonly [string, unknown][] = [
  [
    'provisioner "shel" {\n }',
    'error 15:15 Unknown provisioner type: No provisioner "shel" is built in. Did you mean "shell"? Built in are: file, shell, shell-local.',
  ],
  ['provisioner "shell" {\n }', 'error 15:3 Nothing to run: One of inline, script and scripts must be set.'],
  [
    'provisioner "shell" {\n inline = ["x"]\n only = ["null.c"]\n }',
    'warning 17:10 No such source: "null.c" is no source of this build, so the condition never applies to it. The sources are: null.a, null.b.',
  ],
  [
    'provisioner "shell" {\n inline = ["x"]\n only = ["null.a"]\n except = ["null.b"]\n }',
    "error 18:11 Both 'only' and 'except': Only one of 'only' and 'except' may be set.",
  ],
  [
    'provisioner "shell" {\n inline = ["x"]\n timeout = "5"\n }',
    expect.stringMatching(/^error 17:12 Invalid value: Inappropriate value for "timeout": .*"5"/),
  ],
  [
    'provisioner "shell" {\n inline = ["x"]\n max_retries = 1.5\n }',
    'error 17:16 Invalid value: Inappropriate value for "max_retries": it must be a whole number.',
  ],
  [
    'provisioner "shell" {\n inline = "x"\n }',
    'error 16:11 Invalid value: Inappropriate value for "inline": list of string required.',
  ],
  [`provisioner "shell" {\n inline = ["\${build.Nope}"]\n }`, expect.stringContaining('error 16:')],
  ['provisioner "shell" {\n inline = ["{{ build `Nope` }}"]\n }', expect.stringContaining('the build has no value "Nope"')],
  ['provisioner "shell" {\n inline = ["{{ nope }}"]\n }', expect.stringContaining('nope')],
]

describe('provisioners', () => {
  const build = (provisioner: string) => `${SOURCES}
build {
  name    = "n"
  sources = ["null.a", "null.b"]
  ${provisioner}
}
`
  const inlines = (loaded: Awaited<ReturnType<typeof load>>) =>
    loaded.plan?.builds.map(({ provisioners }) => provisioners.map(({ options }) => options.preview.value.inline))

  test('where they run', async () => {
    const loaded = await load(
      build(`
  provisioner "shell" {
    only   = ["null.a"]
    inline = ["only a"]
  }
  provisioner "shell" {
    except = ["null.a"]
    inline = ["all but a"]
  }
  provisioner "shell" {
    inline   = ["plain"]
    override = {
      b = { inline = ["of b"] }
    }
  }`),
    )
    expect(inlines(loaded)).toEqual([
      [['only a'], ['plain']],
      [['all but a'], ['of b']],
    ])
  })

  test('what they have beside their options', async () => {
    const loaded = await load(
      build(`
  provisioner "shell" {
    name         = "it"
    inline       = ["x"]
    pause_before = "10s"
    timeout      = "1m"
    max_retries  = 2
  }
  error-cleanup-provisioner "shell-local" {
    inline = ["clean"]
  }`),
    )
    expect(messages(loaded)).toEqual([])
    expect(loaded.plan?.builds[0]?.provisioners[0]).toMatchObject({
      name: 'it',
      pauseBefore: 10_000,
      timeout: 60_000,
      maxRetries: 2,
    })
    expect(loaded.plan?.builds[1]?.errorCleanupProvisioner).toMatchObject({ type: 'shell-local' })
  })

  test('values of the build are unknown until it runs', async () => {
    const loaded = await load(
      build(
        `provisioner "shell" {\n inline = ["\${build.name} \${build.ID} \${source.name} \${build.Port}", "{{ build \`Host\` }} {{build_type}}"]\n }`,
      ),
    )
    const options = loaded.plan!.builds[0]!.provisioners[0]!.options
    expect(options.preview.value.inline).toEqual(['n <unknown> a <unknown>', '<unknown> null'])
    const { value, diagnostics } = options.resolve({ ID: 'i-1', Host: '10.0.0.1', Port: 22 })
    expect(diagnostics).toEqual([])
    expect(value.value.inline).toEqual(['n i-1 a 22', '10.0.0.1 null'])
  })

  test('what the plan warned of is not said again when the build runs', () => {
    const warning = (detail: string): Diagnostic => ({ severity: 'warning', summary: 'Deprecated option', detail })
    const late = lateOptions(values => ({
      value: { value: {} } as unknown as Decoded,
      diagnostics: [warning('old'), ...(values ? [warning('new')] : [])],
    }))
    expect(late.diagnostics).toEqual([warning('old')])
    expect(late.value.resolve({ ID: 'i-1' }).diagnostics).toEqual([warning('new')])
  })

  test.each(provisionerMistakes)('%s', async (provisioner, message) => {
    expect(messages(await load(build(provisioner)))).toEqual([message])
  })
})

describe('post-processors', () => {
  const template = `${SOURCES}
build {
  sources = ["null.a"]
  post-processor "manifest" {
    keep_input_artifact = false
  }
  post-processors {
    post-processor "compress" {
      name = "squeeze"
    }
    post-processor "shell-local" {
      inline = ["x"]
    }
  }
  post-processor "shell-local" {
    only   = ["null.b"]
    inline = ["never"]
  }
}
`
  test.each([
    [[], [['manifest'], ['compress', 'shell-local']]],
    [['squeeze'], [['manifest']]],
    [['compress'], [['manifest'], ['compress', 'shell-local']]],
    [['shell-*'], [['manifest'], ['compress']]],
    [['man*', 'squee*'], []],
  ])('except %j', async (except, chains) => {
    const { plan } = await load(template, { except })
    expect(plan?.builds[0]?.postProcessors.map(chain => chain.map(({ type }) => type))).toEqual(chains)
  })

  test('keep_input_artifact is said or left open', async () => {
    const chains = (await load(template)).plan?.builds[0]?.postProcessors
    expect(chains?.map(chain => chain.map(({ keepInputArtifact }) => keepInputArtifact))).toEqual([
      [false],
      [undefined, undefined],
    ])
  })
})

test('locals are evaluated in the order of what they need', async () => {
  const loaded = await load(`
locals {
  c = "\${local.b}!"
  b = local.a.x
  whole = keys(local)
}
local "a" {
  expression = { x = upper("\${path.root} \${packer.version}") }
}
`)
  expect(messages(loaded)).toEqual([])
  expect(loaded.locals.get('c')?.asString()).toBe('. 1.16.0!')
  expect(
    loaded.locals
      .get('whole')
      ?.elements()
      .map(each => each.asString()),
  ).toEqual(['a', 'b', 'c'])
})

test('mistakes of locals', async () => {
  const loaded = await load(`locals {
  x = local.y
  y = [local.x]
  z = local.b_
  twice = 1
  uses = local.x
}
local "twice" {
  expression = 2
}
`)
  expect(messages(loaded)).toEqual([
    'error 2:3 Circular local definition: local.x needs local.y needs local.x. None of them can be evaluated; break the circle.',
    'error 4:12 Undefined local: There is no local "b_". Did you mean "x"?',
    'error 8:1 Duplicate local definition: Local "twice" is already defined at t.pkr.hcl:5.',
  ])
})

test('thousands of locals in one chain', async () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `  l${i} = "x\${length(local.l${i + 1})}"`)
  const loaded = await load(`locals {\n${lines.join('\n')}\n  l20000 = "x"\n}\n`)
  expect(messages(loaded)).toEqual([])
  expect(loaded.locals.get('l0')?.asString()).toBe('x2')
})
