/** A secret that a script prints in every way appears nowhere: not on the terminal, not in a log, report, journal or manifest. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ended, startSource } from '../../helpers/source-process'
import { type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

const helpers = join(__dirname, '../../helpers')
const SECRET = 'c4n4ry"s3cret+/ü%&'

describeWith(['sshd', 'base64', 'script'], 'a canary secret', () => {
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
      "printf 'x%s' \\"$SECRET\\" | base64 -w0; echo",
      "printf 'xx%s' \\"$SECRET\\" | base64 -w0; echo",
      "printf %s \\"$SECRET\\" | od -An -v -tx1 | tr -d ' \\n'; echo",
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
      base64('x').slice(2, 18),
      base64('xx').slice(4, 20),
      Buffer.from(SECRET).toString('hex'),
    ]
  }
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
      entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
    )

  const written = ['-junit-file', 'junit.xml', '-tap-file', 'tests.tap', '-report-file', 'out.json']

  /** With -debug a person is needed, who presses Enter. */
  const start = (flags: readonly string[], options: object) => {
    const args = ['build', ...flags, 'web']
    if (!flags.includes('-debug')) return startSource('src/cli/main.ts', args, options)
    const command = [process.execPath, '-r', join(helpers, 'typescript.cjs'), join(helpers, '../../src/cli/main.ts'), ...args]
    return spawn('sh', ['-c', `while echo; do sleep 0.2; done | script -qec '${command.join(' ')}' /dev/null`], {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  test.each([[written], [['-machine-readable']], [['-debug']]])(
    'is nowhere with flags %j',
    async flags => {
      mkdirSync(join(cwd, 'web'), { recursive: true })
      writeFileSync(join(cwd, 'web', 't.pkr.hcl'), template())
      const runs = { HOME: cwd, INGOT_STATE_DIR: join(cwd, 'runs'), XDG_CACHE_HOME: join(cwd, 'cache') }
      const env = { PATH: process.env.PATH, ...runs, PKR_VAR_secret: SECRET, PACKER_LOG: '1', PACKER_LOG_PATH: 'packer.log' }
      const { status, stdout, stderr } = await ended(start(flags, { cwd, env }))
      expect(status).toBe(1)
      expect(stdout).toMatch(/plain: <sensitive>/)
      expect(readFileSync(join(cwd, 'delivered'), 'utf8')).toBe(SECRET)
      // All that is there but what was meant to have it.
      const kept = files(cwd).filter(path => path !== join(cwd, 'delivered') && !path.startsWith(join(cwd, 'cache')))
      const places = { stdout, stderr, ...Object.fromEntries(kept.map(path => [path, readFileSync(path, 'utf8')])) }
      for (const name of flags.filter(flag => /\.\w+$/.test(flag))) expect(kept).toContain(join(cwd, name))
      expect(kept.filter(path => path.startsWith(join(cwd, 'runs'))).length).toBeGreaterThan(1)
      for (const [place, text] of Object.entries(places))
        for (const form of forms())
          expect({ place, form, found: text.split('\n').filter(line => line.includes(form)) }).toEqual({ place, form, found: [] })
      execFileSync('rm', ['-rf', join(cwd, 'runs')])
    },
    60_000,
  )
})
