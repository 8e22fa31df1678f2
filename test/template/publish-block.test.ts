/** `publish` blocks: where others are told of an image. */
import { plugins } from '../helpers/plugins'
import { load, shown } from '../helpers/template'

const template = `
source "amazon-ebs" "web" {
  region       = "us-east-1"
  ami_name     = "x"
  source_ami   = "ami-1"
  ssh_username = "admin"
}
source "null" "x" {
  communicator = "none"
}
build {
  sources = ["amazon-ebs.web", "null.x"]
}
`
const announcing = {
  ...plugins,
  sources: { ...plugins.sources, 'amazon-ebs': { ...plugins.sources['amazon-ebs']!, announce: async () => {} } },
}
const plan = async (own: string, ssmParameter?: string, only?: string[]) =>
  load({ 't.pkr.hcl': template, 't.ingot.hcl': own }, { plugins: announcing, ssmParameter, only })

test('a parameter for each source that it applies to', async () => {
  const { plan: planned, diagnostics } = await plan(
    'publish {\n  ssm_parameter = "/images/web/${source.name}"\n  only = ["amazon-ebs.web"]\n}\n',
  )
  expect(diagnostics.map(shown)).toEqual([])
  expect(planned!.builds.map(({ publications }) => publications)).toEqual([[{ ssmParameter: '/images/web/web' }], undefined])
})

test.each([
  ['no name', 'publish {\n only = ["amazon-ebs.web"]\n}', /ssm_parameter/],
  ['a name that AWS keeps', 'publish {\n ssm_parameter = "/aws/x"\n only = ["amazon-ebs.web"]\n}', /do not begin with aws/],
  ['a source without images', 'publish {\n ssm_parameter = "/x"\n only = ["null.x"]\n}', /Images of null cannot be told of/],
])('refused: %s', async (_case, own, message) => {
  const { diagnostics } = await plan(own)
  expect(diagnostics.map(shown).join()).toMatch(message)
})

describe('a parameter that the caller names', () => {
  const named = async (own: string, parameter: string, only?: string[]) => {
    const { plan: planned, diagnostics } = await plan(own, parameter, only)
    return { said: diagnostics.map(shown), told: planned?.builds.map(({ publications }) => publications) }
  }
  const block = 'publish {\n  ssm_parameter = "/images/web"\n  only = ["amazon-ebs.web"]\n}\n'

  test.each([
    ['is for all images that can be published so', '', '/a/${source.type}.${source.name}', [['/a/amazon-ebs.web'], undefined]],
    ['comes besides blocks', block, '/other', [['/images/web', '/other'], undefined]],
    ['is told once when a block names it too', block, '/images/web', [['/images/web'], undefined]],
  ])('%s', async (_case, own, parameter, expected) => {
    const names = expected.map(all => all?.map(ssmParameter => ({ ssmParameter })))
    expect(await named(own, parameter)).toEqual({ said: [], told: names })
  })

  test.each([
    ['a name that AWS keeps', '/ssm/x', undefined, /given SSM parameter.*do not begin with aws/],
    ['a template that is none', '/x/${source.', undefined, /given SSM parameter/],
    ['a name that is not known', '/x/${nope.name}', undefined, /given SSM parameter/],
    ['nothing that it is for', '/x', ['null.x'], /given SSM parameter: nothing to publish/],
  ])('refused: %s', async (_case, parameter, only, message) => {
    const { said, told } = await named('', parameter, only)
    expect(said.join()).toMatch(message)
    expect(told).toBeUndefined()
  })

  test('for several images in one region only the last would stay, which is said', async () => {
    const two = template
      .replace('sources = [', 'sources = ["amazon-ebs.other", ')
      .replace(
        'source "null"',
        'source "amazon-ebs" "other" {\n  region = "us-east-1"\n  ami_name = "y"\n  source_ami = "ami-1"\n  ssh_username = "a"\n}\nsource "null"',
      )
    const { diagnostics, plan: planned } = await load({ 't.pkr.hcl': two }, { plugins: announcing, ssmParameter: '/x' })
    expect(diagnostics.map(shown)).toEqual([
      expect.stringMatching(/^warning One parameter for several images: .*\$\{source\.name\}/),
    ])
    expect(planned?.builds).toHaveLength(3)
  })
})
