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
const plan = async (own: string) => load({ 't.pkr.hcl': template, 't.ingot.hcl': own }, { plugins: announcing })

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
