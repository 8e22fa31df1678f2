/**
 * What takes and gives files on the machine: PowerShell 3 or newer, which reads lines and writes lines, each a word and what it means in
 * base64, so that no code page can spoil it. Names and messages are UTF-8. `$env:NAME` in a path stands for the variable over there, as
 * in Packer; a path that is not absolute counts from the user's home.
 */

const COMMON = String.raw`
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$utf8 = [Text.Encoding]::UTF8
function Say($word, $text) { [Console]::Out.WriteLine($word + ' ' + [Convert]::ToBase64String($utf8.GetBytes($text))) }
function Full($base64) {
  $path = $utf8.GetString([Convert]::FromBase64String($base64))
  $variable = [Text.RegularExpressions.MatchEvaluator]{ param($found) [Environment]::GetEnvironmentVariable($found.Groups[1].Value) }
  [IO.Path]::GetFullPath([regex]::Replace($path, '\$\{?env:(\w+)\}?', $variable))
}
function Sum { [BitConverter]::ToString($hash.Hash).Replace('-', '') }
`

const script = (common: string, process: string, more = '') => `begin {${common}${more}}
process {
try {
$word, $value = ([string]$_).Split(' ')
${process.trim()}
} catch { Say 'failed' $_.Exception.GetBaseException().Message; [Environment]::Exit(1) }
}
end { Say 'done' '' }`

/**
 * Lines: `folder PATH`, which is made; `file PATH`, which is begun anew, then its `data BASE64` and `end SHA256`; `remove PATH`, a file
 * that need not be there.
 */
const TAKE = script(
  COMMON,
  `
if ($word -eq 'folder') { [void][IO.Directory]::CreateDirectory((Full $value)) }
elseif ($word -eq 'file') {
  $path = Full $value
  [void][IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($path))
  $file = [IO.File]::Create($path)
  $hash = New-Object Security.Cryptography.SHA256CryptoServiceProvider
}
elseif ($word -eq 'data') {
  $bytes = [Convert]::FromBase64String($value)
  $file.Write($bytes, 0, $bytes.Length)
  [void]$hash.TransformBlock($bytes, 0, $bytes.Length, $bytes, 0)
}
elseif ($word -eq 'end') {
  $file.Close()
  [void]$hash.TransformFinalBlock((New-Object byte[] 0), 0, 0)
  if ((Sum) -ne $value) { throw "what arrived at $path is not what was sent" }
}
elseif ($word -eq 'remove') {
  $path = Full $value
  if ([IO.File]::Exists($path)) { [IO.File]::SetAttributes($path, 'Normal'); [IO.File]::Delete($path) }
}`,
)

/** Lines: `file PATH` or `folder PATH`. It answers with the lines that would make the same elsewhere, by names below the folder. */
const GIVE = script(
  COMMON,
  String.raw`
$root = Full $value
if ($word -eq 'file') { Give $root '' }
else {
  $skip = (Get-Item -LiteralPath $root -Force).FullName.TrimEnd('\').Length + 1
  Get-ChildItem -LiteralPath $root -Recurse -Force | ForEach-Object {
    $name = $_.FullName.Substring($skip)
    if ($_.PSIsContainer) { Say 'folder' $name } else { Give $_.FullName $name }
  }
}`,
  `
function Give($path, $name) {
  $file = New-Object IO.FileStream($path, 'Open', 'Read', 'ReadWrite')
  $hash = New-Object Security.Cryptography.SHA256CryptoServiceProvider
  $bytes = New-Object byte[] 49152
  Say 'file' $name
  while (($count = $file.Read($bytes, 0, $bytes.Length)) -gt 0) {
    [void]$hash.TransformBlock($bytes, 0, $count, $bytes, 0)
    [Console]::Out.WriteLine('data ' + [Convert]::ToBase64String($bytes, 0, $count))
  }
  $file.Close()
  [void]$hash.TransformFinalBlock($bytes, 0, 0)
  [Console]::Out.WriteLine('end ' + (Sum))
}
`,
)

/** A command line takes 8191 characters. */
const commandFor = (text: string) =>
  `powershell -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand ${Buffer.from(text, 'utf16le').toString('base64')}`

export const TAKE_COMMAND = commandFor(TAKE)
export const GIVE_COMMAND = commandFor(GIVE)
