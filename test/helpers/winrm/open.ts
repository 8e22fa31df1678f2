/** A WinRM host for a test, a connection to it as the engine would make one, and Packer's build on it. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { winrm } from '../../../src/communicators/winrm'
import type { Communicator } from '../../../src/model/communicator'
import { communicatorOptions } from '../../../src/model/communicator-options'
import { withDefaults } from '../defaults'
import { startWinrm, type WinrmHost, type WinrmSettings } from './host'

export interface OpenedWinrm {
  readonly host: WinrmHost
  readonly communicator: Communicator
  close(): Promise<void>
}

export async function openWinrm(settings: WinrmSettings = {}): Promise<OpenedWinrm> {
  const host = await startWinrm(settings)
  const { port, username, password } = host
  const options = withDefaults(communicatorOptions, {
    communicator: 'winrm',
    winrm_use_ssl: settings.https ?? false,
    winrm_insecure: true,
  })
  const tell = () => undefined
  const context = { signal: new AbortController().signal, say: tell, warn: tell, progress: tell }
  const communicator = await winrm.connect({ host: '127.0.0.1', port, username, password }, options, context)
  const close = async () => {
    await communicator.close()
    await host.stop()
  }
  return { host, communicator, close }
}

/** The oracle on such a host: `body` stands in the build block. Resolves with what it printed of the build, and its exit status. */
export function packerOn(host: WinrmHost, body: string): Promise<{ status: number; output: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-packer-'))
  const template = join(folder, 't.pkr.hcl')
  writeFileSync(
    template,
    `source "null" "x" {
  communicator   = "winrm"
  winrm_host     = "127.0.0.1"
  winrm_port     = ${host.port}
  winrm_username = "${host.username}"
  winrm_password = "${host.password}"
}
build {
  sources = ["source.null.x"]
${body}
}
`,
  )
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', PACKER_CONFIG_DIR: folder }
  return new Promise(resolve => {
    execFile('packer', ['build', '-color=false', template], { env, timeout: 90_000 }, (error, stdout) => {
      rmSync(folder, { recursive: true, force: true })
      const lines = stdout.split('\n').map(line => /^(?:==> | {4})null\.x: ?(.*)$/.exec(line)?.[1])
      const status = error ? ((error as { code?: number }).code ?? 1) : 0
      resolve({ status, output: lines.filter(line => line !== undefined) })
    })
  })
}

/** Parts of names that differ in every run. */
export const stable = (text: string): string => text.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi, 'UUID')
