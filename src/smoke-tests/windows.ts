/** Tests on Windows: scripts of PowerShell and cmd.exe run there, POSIX ones and what is asked by them does not. */
import { randomBytes } from 'node:crypto'
import { extname } from 'node:path'
import type { PlannedSmokeTest } from '../model/plan'
import type { ProvisionContext } from '../model/plugin'
import type { Heard } from './heard'
import { since } from './result'
import type { ScriptRun } from './script-run'

const KINDS = ['.ps1', '.cmd', '.bat']

/** Whether what is asked on the machine is asked of Windows. */
export const isOnWindows = ({ communicator }: Pick<ProvisionContext, 'communicator'>): boolean => communicator.shell === 'cmd'

/** Sentences about what could only fail there. */
export function notOnWindows(test: PlannedSmokeTest): readonly string[] {
  const strange = test.run === 'local' ? [] : test.scripts.filter(path => !KINDS.includes(extname(path).toLowerCase()))
  return [
    ...(test.goss ? ['goss files are asked by a POSIX shell, which Windows has not: write a script of PowerShell'] : []),
    ...(test.reboot ? ['a Windows is not rebooted for a test yet'] : []),
    ...(test.allowFailedUnits?.length ? ['allow_failed_units is about systemd, which Windows has not'] : []),
    ...strange.map(
      path => `${path}: Windows runs ${KINDS.join(', ')}; scripts for this machine stand in a test with run = "local"`,
    ),
  ]
}

/** Inline lines as PowerShell: the first that fails ends the script, be it a cmdlet or a program. */
export const powershellLines = (lines: readonly string[]): string =>
  lines.flatMap(line => [line, 'if (-not $?) { if ($LASTEXITCODE) { exit $LASTEXITCODE }; exit 1 }']).join('\r\n')

/** Like `runOnMachine`, but results count in stdout only. */
export async function runOnWindows(
  content: Buffer,
  name: string,
  environment: Readonly<Record<string, string>>,
  heard: Heard,
  { communicator, signal }: ProvisionContext,
): Promise<ScriptRun> {
  const file = `ingot-smoke-${randomBytes(4).toString('hex')}-${KINDS.includes(extname(name).toLowerCase()) ? name : `${name}.ps1`}`
  const path = `$env:TEMP\\${file}`
  const began = performance.now()
  await communicator.upload(content, path, { signal })
  const variables = Object.entries(environment).map(([key, value]) => `\${env:${key}} = '${value.replaceAll("'", "''")}'`)
  const script = ["$ProgressPreference = 'SilentlyContinue'", ...variables, `& "${path}"`, 'exit $LASTEXITCODE'].join('\n')
  const encoded = Buffer.from(script, 'utf16le').toString('base64')
  const command = `powershell -NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand ${encoded}`
  const { onStdout, onStderr } = heard
  const exit = await communicator.run(command, { signal, onStdout, onStderr }).finally(() => heard.end())
  const milliseconds = since(began)
  await communicator.remove(path, { signal })
  return { exit, milliseconds, stdout: heard.text('stdout'), stderr: heard.text('stderr'), last: heard.last, files: new Map() }
}
