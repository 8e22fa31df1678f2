/** The policy that is printed for a template with everything round the image: data sources, a parameter that names it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ended, startSource } from '../helpers/source-process'

const folder = mkdtempSync(join(tmpdir(), 'ingot-policy-'))
afterAll(() => rmSync(folder, { recursive: true }))

const source = `data "amazon-parameterstore" "base" {
  name   = "/base"
  region = "us-east-1"
}
source "amazon-ebs" "web" {
  region        = "us-east-1"
  instance_type = "t3.small"
  ami_name      = "web"
  source_ami    = data.amazon-parameterstore.base.value
  ssh_username  = "admin"
}
build {
  sources = ["amazon-ebs.web"]
}
`

test('what is read before and told after the build is allowed as well, and removal only of our own', async () => {
  writeFileSync(join(folder, 'web.pkr.hcl'), source)
  writeFileSync(join(folder, 'web.ingot.hcl'), 'publish {\n  ssm_parameter = "/images/web"\n}\n')
  const { stdout, status } = await ended(
    startSource('src/cli/main.ts', ['iam-policy', '.'], { cwd: folder, env: { PATH: process.env.PATH, HOME: folder } }),
  )
  expect(status).toBe(0)
  const { Statement } = JSON.parse(stdout) as { Statement: { Sid: string; Action: string[]; Condition?: object }[] }
  const allowed = Object.fromEntries(Statement.map(({ Sid, Action }) => [Sid, Action]))
  expect(allowed.Read).toEqual(expect.arrayContaining(['ssm:GetParameter', 'ec2:DescribeImages']))
  expect(allowed.Create).toContain('ssm:PutParameter')
  expect(allowed.Change).toEqual(['ssm:LabelParameterVersion'])
  expect(Statement.at(-1)).toMatchObject({
    Sid: 'RemoveWhatIngotMade',
    Condition: { Null: { 'aws:ResourceTag/ingot:run': 'false' } },
  })
}, 60_000)
