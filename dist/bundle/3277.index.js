"use strict";exports.id=3277;exports.ids=[3277];exports.modules={32226:(e,t,n)=>{n.d(t,{p:()=>ConnectionLost});let ConnectionLost=class ConnectionLost extends Error{}},48018:(e,t,n)=>{n.d(t,{Mp:()=>written,SZ:()=>printf,p7:()=>environmentOf});function environmentOf(e,t,n){const r={PACKER_BUILD_NAME:t.sourceName,PACKER_BUILDER_TYPE:t.sourceType,...httpServer(n)};for(const t of e.environment_vars??[]){const e=t.indexOf("=");r[t.slice(0,e)]=t.slice(e+1)}Object.assign(r,e.env);return Object.fromEntries(Object.entries(r).sort(([e],[t])=>e<t?-1:1))}function httpServer(e){const t={PACKER_HTTP_ADDR:"PackerHTTPAddr",PACKER_HTTP_IP:"PackerHTTPIP",PACKER_HTTP_PORT:"PackerHTTPPort"};const n=Object.entries(t).map(([t,n])=>[t,e[n]]);return Object.fromEntries(n.filter(([,e])=>e&&e!=="<unknown>"&&!String(e).startsWith("ERR_")).map(([e,t])=>[e,String(t)]))}const written=(e,t)=>Object.entries(e).map(([e,n])=>printf(t,[e,n.replaceAll("'",`'"'"'`)])).join("");function printf(e,t){let n=0;return e.replace(/%[s%]/g,e=>e==="%%"?"%":t[n++]??"")}},8705:(e,t,n)=>{n.d(t,{TF:()=>remove,aW:()=>connected,lj:()=>toItsEnd});var r=n(72857);var o=n(32226);const a=2e3;async function connected(e,{signal:t,warn:n},s){const i=Date.now()+e;for(;;){try{return await s()}catch(e){t.throwIfAborted();if(!(e instanceof o.p)||Date.now()>i)throw e;n(`${e.message}; trying again`);await (0,r.cb)(a,t)}}}async function toItsEnd(e){try{return await e()}catch(e){if(e instanceof o.p)return{status:undefined};throw e}}async function remove(e,t,n){const{communicator:r,signal:a,warn:s}=n;for(const i of e)await connected(t,n,()=>r.remove(i,{signal:a})).catch(e=>{a.throwIfAborted();if(e instanceof o.p)throw e;s(`${i} could not be removed from the machine: ${e.message}`)})}},33277:(e,t,n)=>{n.r(t);n.d(t,{provision:()=>provision});var r=n(77598);var o=n(48018);var a=n(15799);var s=n(89694);var i=n(8705);var c=n(36358);var d=n(72857);const l=String.raw`
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
`;const base64=(e,t="utf8")=>Buffer.from(e,t).toString("base64");const u=`powershell -NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand ${base64(l,"utf16le")}`;async function runElevated(e,t,{user:n,password:o},a){const s=`packer-${(0,r.randomUUID)()}`;const i=[s,n,o,t].map(e=>`${base64(e)}\r
`);try{return await e.run(u,{...a,stdin:Buffer.from(i.join(""))})}catch(t){if(a.signal?.aborted)await e.run(endOf(s),{signal:(0,d.ux)($)}).catch(()=>undefined);throw t}}const $=1e4;const endOf=e=>`schtasks /end /tn ${e} & schtasks /delete /tn ${e} /f`;const escaped=e=>e.replace(/[`$"'\u201c-\u201e]/g,"`$&");const variablesFile=(e,t='$env:%s="%s"; ')=>(0,c.kN)(Object.entries(e).map(([e,n])=>(0,o.SZ)(t,[e,escaped(n)])).join(""));function inlineScript(e,t){const n=`${e.join("\n")}
`;if(t||/^\s*(#requires|using|param|\[cmdletbinding)\b/im.test(n))return(0,c.kN)(n);return(0,c.kN)(`try {
${n}} catch {
[Console]::Error.WriteLine(($_ | Out-String).Trim())
exit 1
}
`)}function commandOf(e,t){if(t)return t;const n=e.debug_mode?`Set-PsDebug -Trace ${e.debug_mode};`:"";const r=`& { ${f};${n}. {{.Vars}}; &'{{.Path}}'; exit $LastExitCode }`;if(e.execution_policy==="none")return r;return`${e.use_pwsh?"pwsh":"powershell"} -executionpolicy ${e.execution_policy} "${r}"`}const f="if (Test-Path variable:global:ProgressPreference){set-variable -name variable:global:ProgressPreference -value 'SilentlyContinue'}";async function provision(e,t){const n=elevationOf(e,t);const r=n?e.elevated_execute_command:e.execute_command;for(const o of(0,c.Eo)(e,e=>inlineScript(e,r!==undefined)))await runScript(o,commandOf(e,r),n,e,t);await (0,c.l0)(e.pause_after,"powershell",t)}function elevationOf({elevated_user:e,elevated_password:t=""},n){const r={WinRMPassword:n.values.WinRMPassword};const o=e&&n.render(e,r);return o?{user:o,password:n.render(t,r)}:undefined}async function runScript(e,t,n,c,d){const{communicator:l,signal:u}=d;const $=c.remote_path??`c:/Windows/Temp/script-${(0,r.randomUUID)()}.ps1`;const f=c.remote_env_var_path??`c:/Windows/Temp/packer-ps-env-vars-${(0,r.randomUUID)()}.ps1`;d.say(`Running ${e.name}${n?` as ${n.user}`:""}`);const m=await e.content();const p=n?c.elevated_env_var_format:c.env_var_format;const v=variablesFile((0,o.p7)(c,d.build,d.values),p);const w=d.render(t,{Path:$,Vars:f,WinRMPassword:d.values.WinRMPassword});const g=(0,s.p)(d.output);const _=await (0,i.aW)(c.start_retry_timeout,d,async()=>{await l.upload(v,f,{signal:u});await l.upload(m,$,{signal:u});const e={signal:u,onStdout:g.stdout.write,onStderr:g.stderr.write};return(0,i.lj)(()=>n?runElevated(l,w,n,e):l.run(w,e))}).finally(()=>g.end());if((0,a.I$)(_)===a._N)(0,a.dB)(e.name,_,c.valid_exit_codes,g.last);if(!c.skip_clean)await (0,i.TF)([$,f],c.start_retry_timeout,d);(0,a.dB)(e.name,_,c.valid_exit_codes,g.last)}}};