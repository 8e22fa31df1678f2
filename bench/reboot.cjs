// Bakes an image whose service starts once and never again, on real machines, twice: with `reboot = true` the bake has to fail and leave
// nothing, without it has to pass:
//   node bench/reboot.cjs
// Takes about five minutes where machines are emulated. INGOT_CLI names another build.
const { spawnSync } = require('node:child_process')
const { existsSync, mkdtempSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join, resolve } = require('node:path')

const cli = process.env.INGOT_CLI ?? resolve(__dirname, '..', 'dist', 'cli', 'main.js')
const folder = mkdtempSync(join(tmpdir(), 'ingot-reboot-'))

writeFileSync(
  join(folder, 'once.pkr.hcl'),
  `
variable "reboot" {
  type    = bool
  default = false
}

source "amazon-ebs" "once" {
  region        = "us-east-1"
  instance_type = "t3.small"
  ami_name      = "once-\${var.reboot}"
  ssh_username  = "admin"
  source_ami_filter {
    filters     = { name = "debian-12-amd64-*" }
    owners      = ["136693071363"]
    most_recent = true
  }
}

build {
  sources = ["source.amazon-ebs.once"]
  provisioner "shell" {
    inline = [
      "printf '[Service]\\nExecStart=/bin/sh -c \\"mkdir /var/lib/once && exec sleep infinity\\"\\n[Install]\\nWantedBy=multi-user.target\\n' | sudo tee /etc/systemd/system/once.service",
      "sudo systemctl enable once.service",
    ]
  }
}
`,
)
writeFileSync(
  join(folder, 'once.ingot.hcl'),
  `
smoke_test "service" {
  inline  = ["systemctl is-active once.service", "uptime --since"]
  reboot  = var.reboot
  timeout = "6m"
}
`,
)

function bake(reboot) {
  const began = Date.now()
  const tfvars = join(folder, `${reboot}.auto.tfvars.json`)
  const kept = join(folder, `report-${reboot}`)
  const args = [
    'build',
    '--sandbox',
    '--sandbox-state',
    join(folder, 'sandbox'),
    '-state-dir',
    kept,
    '-tfvars-file',
    tfvars,
    '-var',
    `reboot=${reboot}`,
  ]
  const { status, stdout } = spawnSync(process.execPath, [cli, ...args, folder], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.stdout.write(stdout)
  return { status, stdout, published: existsSync(tfvars), seconds: Math.round((Date.now() - began) / 1000) }
}

const without = bake(false)
const rebooted = bake(true)
const expected = [
  ['without a reboot it passes', without.status === 0 && without.published],
  ['with a reboot it fails', rebooted.status === 1],
  ['and what failed was asked after the reboot', /service: systemd units \(after a reboot\)/.test(rebooted.stdout)],
  ['nothing is published', !rebooted.published],
]
for (const [what, holds] of expected) console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`)
console.log(`${without.seconds} s without, ${rebooted.seconds} s with a reboot; ${folder}`)
process.exit(expected.every(([, holds]) => holds) ? 0 : 1)
