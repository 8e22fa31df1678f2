"use strict";exports.id=1759;exports.ids=[1759];exports.modules={91759:(e,t,s)=>{s.r(t);s.d(t,{helpOf:()=>helpOf,overview:()=>overview});var a=s(38960);async function overview(){const e=[];const t=Math.max(...Object.keys(a.P).map(e=>e.length));for(const[s,n]of Object.entries(a.P))e.push(`  ${s.padEnd(t)}  ${(await n()).summary}`);return`Bakes machine images from Packer templates, boots and tests them, and only then publishes.

Usage: ingot COMMAND [flags] [arguments]

${e.join("\n")}
${"  help".padEnd(t+2)}  What a command takes: ingot help COMMAND

Exit status: 0 done, 1 a build or its smoke tests failed, 2 invalid template or flags, 130 interrupted.
`}function helpOf({usage:e,summary:t,flags:s}){const a=Object.entries(s).map(([e,{doc:t,placeholder:s,initial:a}])=>{const n=s?` ${s}`:"";const o=a===undefined||a===false||Array.isArray(a)?"":` Default: ${a}.`;return[`  -${e}${n}`,`${t}${o}`]});const n=Math.max(...a.map(([e])=>e.length),0);const o=a.map(([e,t])=>`${e.padEnd(n)}  ${t}`).join("\n");return`Usage: ingot ${e}

${t}
${o?`
Flags (with one dash or two):
${o}
`:""}`}}};