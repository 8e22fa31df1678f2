/** The oracle: Debian's Packer, run on a template of one null source over a test server. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sshd } from './sshd'

/** `body` stands in the build block. Resolves with what it printed of the build, and its exit status. */
export function packerBuild(server: Sshd, body: string): Promise<{ status: number; output: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-packer-'))
  const template = join(folder, 't.pkr.hcl')
  writeFileSync(
    template,
    `source "null" "x" {
  ssh_host             = "127.0.0.1"
  ssh_port             = ${server.port}
  ssh_username         = "${server.username}"
  ssh_private_key_file = "${server.privateKeyFile}"
}
build {
  sources = ["source.null.x"]
${body}
}
`,
  )
  return new Promise(resolve => {
    const environment = { ...process.env, CHECKPOINT_DISABLE: '1', PACKER_CONFIG_DIR: folder }
    execFile('packer', ['build', '-color=false', template], { env: environment, timeout: 60_000 }, (error, stdout) => {
      rmSync(folder, { recursive: true, force: true })
      const output = stdout
        .split('\n')
        .map(line => /^(?:==> )? *null\.x:(?: (.*))?$/.exec(line))
        .filter(match => match !== null)
        .map(match => match[1] ?? '')
      resolve({ status: error ? ((error as { code?: number }).code ?? 1) : 0, output })
    })
  })
}
