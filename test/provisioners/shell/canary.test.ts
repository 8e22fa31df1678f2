/** A secret that a script prints in every way appears nowhere: not on the terminal, not in a log, report, journal or manifest. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ended, startSource } from '../../helpers/source-process'
import { type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

const SECRET = 'c4n4ry"s3cret+/ü%&'

describeWith(['sshd', 'base64'], 'a canary secret', () => {
  let server: Sshd
  let cwd: string
  beforeAll(async () => {
    server = await startSshd()
    cwd = mkdtempSync(join(tmpdir(), 'ingot-canary-'))
  })
  afterAll(async () => {
    await server.stop()
    rmSync(cwd, { recursive: true, force: true })
  })

  const template = () => `
variable "secret" {
  type      = string
  sensitive = true
}
source "null" "x" {
  ssh_host             = "127.0.0.1"
  ssh_port             = ${server.port}
  ssh_username         = "${server.username}"
  ssh_private_key_file = "${server.privateKeyFile}"
}
build {
  sources = ["source.null.x"]
  provisioner "shell" {
    environment_vars = ["SECRET=\${var.secret}"]
    inline = [
      "echo plain: $SECRET",
      "printf %s \\"$SECRET\\" | while IFS= read -r -n1 c; do printf %s \\"$c\\"; sleep 0.02; done; echo",
      "printf %s \\"$SECRET\\" | base64",
      "printf 'xx%s' \\"$SECRET\\" | base64 -w0; echo",
      "printf '%s' \\"$SECRET\\" | python3 -c 'import json,sys,urllib.parse; s=sys.stdin.read(); print(json.dumps({\\"a\\": s}), json.dumps(s, ensure_ascii=False), urllib.parse.quote(s))'",
      "echo error: $SECRET >&2",
      "set -x; : \\"$SECRET\\"; set +x",
    ]
    inline_shebang = "/bin/bash -e"
  }
  provisioner "file" {
    content     = var.secret
    destination = "${join(cwd, 'delivered')}"
  }
  provisioner "shell" {
    inline = ["echo '\${var.secret}'; exit 3"]
  }
}
`
  const forms = () => {
    const base64 = (prefix: string) => Buffer.from(prefix + SECRET).toString('base64')
    return [
      'c4n4ry',
      SECRET,
      JSON.stringify(SECRET).slice(1, -1),
      encodeURIComponent(SECRET),
      base64('').slice(0, 16),
      base64('xx').slice(4, 20),
    ]
  }
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
      entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
    )

  test.each([[[]], [['-machine-readable']]])(
    'is nowhere with flags %j',
    async flags => {
      mkdirSync(join(cwd, 'web'), { recursive: true })
      writeFileSync(join(cwd, 'web', 't.pkr.hcl'), template())
      const env = { PATH: process.env.PATH, HOME: cwd, INGOT_STATE_DIR: join(cwd, 'runs'), PKR_VAR_secret: SECRET }
      const { status, stdout, stderr } = await ended(startSource('src/cli/main.ts', ['build', ...flags, 'web'], { cwd, env }))
      expect(status).toBe(1)
      expect(stdout).toMatch(/plain: <sensitive>/)
      expect(readFileSync(join(cwd, 'delivered'), 'utf8')).toBe(SECRET)
      const places = {
        stdout,
        stderr,
        ...Object.fromEntries(files(join(cwd, 'runs')).map(path => [path, readFileSync(path, 'utf8')])),
      }
      expect(Object.keys(places).length).toBeGreaterThan(3)
      for (const [place, text] of Object.entries(places))
        for (const form of forms())
          expect({ place, form, found: text.split('\n').filter(line => line.includes(form)) }).toEqual({ place, form, found: [] })
      execFileSync('rm', ['-rf', join(cwd, 'runs')])
    },
    60_000,
  )
})
