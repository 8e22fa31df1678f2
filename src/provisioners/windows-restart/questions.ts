/** What a machine is asked around its restart. */

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Any shell passes it on unharmed. */
export const encoded = (script: string): string =>
  `powershell -NoProfile -NonInteractive -EncodedCommand ${Buffer.from(`$ProgressPreference = 'SilentlyContinue'; ${script}`, 'utf16le').toString('base64')}`

/** When the process of the log-ons was started, once for a start of Windows. The time of the start itself moves with the clock. */
export const SINCE = encoded(`[string](Get-WmiObject Win32_Process -Filter "Name = 'lsass.exe'").CreationDate`)

/** Refused with 1115 or 1190 while another restart is under way. There is a minute to withdraw it. */
export const TRY_TO_RESTART = 'shutdown /r /f /t 60 /c "packer restart test"'
export const WITHDRAW = 'shutdown /a'

export const isThere = (key: string): string => `Test-Path ${quoted(key)}`
