/** The pretended host beside a client of other people: what is true to the protocol for it is so for ours. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWinrm } from './host'

const PYTHON = '/usr/bin/python3'
/** Debian's python3-winrm. */
const isThere = existsSync('/usr/lib/python3/dist-packages/winrm/__init__.py')
if (!isThere) console.warn('SKIPPED: the WinRM host beside pywinrm: needs python3-winrm')

/** NTLM is built on MD4, which OpenSSL 3 has in its legacy provider only. */
const LEGACY = `openssl_conf = init
[init]
providers = both
[both]
default = on
legacy = on
[on]
activate = 1
`

const CLIENT = `import sys, winrm
url, transport = sys.argv[1:]
session = winrm.Session(url, auth=('Administrator', 'p4ss-w0rd!'), transport=transport, server_cert_validation='ignore')
result = session.run_cmd('echo', ['one', 'two'])
print(result.status_code, result.std_out)
result = session.run_ps('Write-Output (1..3); exit 3')
print(result.status_code, result.std_out)
`

;(isThere ? describe : describe.skip)('pywinrm on the pretended host', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ingot-pywinrm-'))
    writeFileSync(join(folder, 'openssl.cnf'), LEGACY)
    writeFileSync(join(folder, 'client.py'), CLIENT)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each([
    ['basic', {}, false],
    ['ntlm', { allowUnencrypted: false }, true],
    ['ntlm', { https: true }, false],
  ] as const)(
    '%s %j',
    async (transport, settings, isSealed) => {
      const host = await startWinrm(settings)
      const { REQUESTS_CA_BUNDLE: _, CURL_CA_BUNDLE: __, ...rest } = process.env
      const env = { ...rest, OPENSSL_CONF: join(folder, 'openssl.cnf') }
      const output = await new Promise<string>(resolve =>
        execFile(PYTHON, [join(folder, 'client.py'), host.url, transport], { env }, (_error, stdout, stderr) =>
          resolve(stdout + stderr),
        ),
      )
      expect(output).toContain("0 b'one two\\r\\n'")
      expect(output).toContain("3 b'1\\r\\n2\\r\\n3\\r\\n'")
      expect(host.wasSealed()).toBe(isSealed)
      expect(host.openShells()).toBe(0)
      expect(host.windows.unknown).toEqual([])
      await host.stop()
    },
    30_000,
  )
})
