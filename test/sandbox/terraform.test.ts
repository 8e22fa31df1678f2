/** Terraform's AWS provider, unmodified: what it applies must be what it reads, and go again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeNeeding, type Outcome, runClient, terraformPlugins } from '../helpers/clients'
import { leftovers } from '../helpers/ec2'
import { type TestSandbox, testSandbox } from '../helpers/sandbox'
import { programPath } from '../helpers/tools'

let sandbox: TestSandbox
let home: string
beforeEach(async () => {
  sandbox = await testSandbox()
  home = mkdtempSync(join(tmpdir(), 'ingot-client-'))
})
afterEach(async () => {
  await sandbox.end()
  rmSync(home, { recursive: true, force: true })
})

const run = (program: string, args: readonly string[], more: NodeJS.ProcessEnv = {}, seconds?: number) =>
  runClient(program, args, { ...sandbox.environment, ...more }, home, seconds)
const succeeded = (outcome: Outcome) => {
  if (outcome.status !== 0) throw new Error(`status ${outcome.status}: ${outcome.stderr || outcome.stdout}`)
  return outcome.stdout
}

const terraform = `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {}
data "aws_ami" "debian" {
  owners      = ["136693071363"]
  most_recent = true
  filter {
    name   = "name"
    values = ["debian-12-amd64-*"]
  }
}
resource "aws_key_pair" "key" {
  key_name   = "terraform"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
}
resource "aws_security_group" "web" {
  name        = "web"
  description = "web"
}
resource "aws_vpc_security_group_ingress_rule" "http" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
}
resource "aws_instance" "web" {
  ami                    = data.aws_ami.debian.id
  instance_type          = "t3.micro"
  key_name               = aws_key_pair.key.key_name
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = "#!/bin/sh"
  root_block_device {
    volume_size = 10
    volume_type = "gp3"
    tags        = { Name = "root" }
  }
  metadata_options {
    http_tokens = "required"
  }
  tags = { Name = "web" }
}
output "address" {
  value = aws_instance.web.public_ip
}
`
const plugins = terraformPlugins()
describeNeeding({ terraform: plugins !== undefined && programPath('terraform') !== undefined }, 'Terraform', () => {
  test('applies, finds nothing to change, destroys', async () => {
    writeFileSync(join(home, 'main.tf'), terraform)
    const step = (...args: string[]) => run('terraform', [...args, '-no-color'], {}, 120)
    succeeded(await step('init', `-plugin-dir=${plugins}`))
    expect(succeeded(await step('apply', '-auto-approve'))).toMatch(/address = "127\.83\./)
    const [guest] = [...sandbox.kind.guests.values()]
    expect(guest).toMatchObject({ running: true, rules: [{ protocol: 'tcp', fromPort: 80, toPort: 80, cidr: '0.0.0.0/0' }] })
    succeeded(await step('plan', '-detailed-exitcode'))
    succeeded(await step('destroy', '-auto-approve'))
    expect((await leftovers(sandbox.client())).left).toEqual({ keyPairs: 0, groups: 1, volumes: 0, instances: 0 })
  }, 240_000)
})
