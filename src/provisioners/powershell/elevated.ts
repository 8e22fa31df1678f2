/**
 * All rights on a machine that is reached by the network: a log-on over WinRM has no token that could install updates or use what is
 * stored for the user. A scheduled task of a user logs on by itself, and has. It is made over COM, as Windows Server 2008 knows it too.
 */
import { randomUUID } from 'node:crypto'
import { within } from '../../lib/abort'
import type { Communicator, RemoteExit, RunOptions } from '../../model/communicator'

export interface Elevation {
  readonly user: string
  /** Empty: a service account, which has none. */
  readonly password: string
}

/**
 * Its input: name of the task, user, password and command in base64, each a line. What the task puts out goes into a file that is read
 * while it grows. The task is asked for its state before the file is read, so that the last lines are not missed; 3 is done, and
 * 0x41303 says that it has not run yet.
 */
const SCRIPT = String.raw`
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
function Given { [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadLine())) }
$name = Given; $user = Given; $password = Given; $command = Given
$oem = [Text.Encoding]::GetEncoding([Globalization.CultureInfo]::InstalledUICulture.TextInfo.OEMCodePage)
$log = "$env:SystemRoot\Temp\$name.out"
$service = New-Object -ComObject Schedule.Service
$service.Connect()
$folder = $service.GetFolder('\')
$task = $service.NewTask(0)
$task.Settings.DisallowStartIfOnBatteries = $false
$task.Settings.StopIfGoingOnBatteries = $false
$task.Settings.ExecutionTimeLimit = 'PT0S'
$task.Settings.Priority = 4
$task.Principal.RunLevel = 1
$action = $task.Actions.Create(0)
$action.Path = 'cmd.exe'
$action.Arguments = "/s /c ""$command > ""$log"" 2>&1"""
if ($password -eq '') { $kind = 5; $password = $null } else { $kind = 1 }
$status = 1
try {
  $made = $folder.RegisterTaskDefinition($name, $task, 6, $user, $password, $kind)
  [void]$made.Run($null)
  $read = 0
  $reader = $null
  do {
    Start-Sleep -Milliseconds 200
    $over = $made.State -eq 3 -and $made.LastTaskResult -ne 0x41303
    if ($null -eq $reader -and [IO.File]::Exists($log)) {
      $reader = New-Object IO.StreamReader((New-Object IO.FileStream($log, 'Open', 'Read', 'ReadWrite')), $oem)
    }
    if ($null -ne $reader) { [Console]::Out.Write($reader.ReadToEnd()) }
  } while (-not $over)
  $status = $made.LastTaskResult
} catch {
  [Console]::Error.WriteLine('The scheduled task: ' + $_.Exception.GetBaseException().Message)
} finally {
  if ($null -ne $made) { try { $made.Stop(0) } catch { } ; $folder.DeleteTask($name, 0) }
  if ($null -ne $reader) { $reader.Close() }
  if ([IO.File]::Exists($log)) { [IO.File]::Delete($log) }
}
exit $status
`

const base64 = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding).toString('base64')

const RUN_COMMAND = `powershell -NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand ${base64(SCRIPT, 'utf16le')}`

/** What `communicator.run` would do, but as that user; stderr comes with stdout. */
export async function runElevated(
  communicator: Communicator,
  command: string,
  { user, password }: Elevation,
  options: RunOptions,
): Promise<RemoteExit> {
  const name = `packer-${randomUUID()}`
  const given = [name, user, password, command].map(text => `${base64(text)}\r\n`)
  try {
    return await communicator.run(RUN_COMMAND, { ...options, stdin: Buffer.from(given.join('')) })
  } catch (error) {
    // What waits for the task was ended; the task itself is none of its processes.
    if (options.signal?.aborted)
      await communicator.run(endOf(name), { signal: within(PARTING_MILLISECONDS) }).catch(() => undefined)
    throw error
  }
}

const PARTING_MILLISECONDS = 10_000

const endOf = (task: string) => `schtasks /end /tn ${task} & schtasks /delete /tn ${task} /f`
