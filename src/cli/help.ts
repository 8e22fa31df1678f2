/** What `ingot help` and `-help` print, from the declarations of the flags. */
import type { Verb } from './command'
import { verbs } from './verbs'

export async function overview(): Promise<string> {
  const lines: string[] = []
  const width = Math.max(...Object.keys(verbs).map(name => name.length))
  for (const [name, load] of Object.entries(verbs)) lines.push(`  ${name.padEnd(width)}  ${(await load()).summary}`)
  return `Bakes machine images from Packer templates, boots and tests them, and only then publishes.

Usage: ingot COMMAND [flags] [arguments]

${lines.join('\n')}
${'  help'.padEnd(width + 2)}  What a command takes: ingot help COMMAND

Exit status: 0 done, 1 a build or its smoke tests failed, 2 invalid template or flags, 130 interrupted.
`
}

export function helpOf({ usage, summary, flags }: Verb): string {
  const rows = Object.entries(flags).map(([name, { doc, placeholder, initial }]) => {
    const value = placeholder ? ` ${placeholder}` : ''
    const otherwise = initial === undefined || initial === false || Array.isArray(initial) ? '' : ` Default: ${initial}.`
    return [`  -${name}${value}`, `${doc}${otherwise}`] as const
  })
  const width = Math.max(...rows.map(([flag]) => flag.length), 0)
  const list = rows.map(([flag, doc]) => `${flag.padEnd(width)}  ${doc}`).join('\n')
  return `Usage: ingot ${usage}\n\n${summary}\n${list ? `\nFlags (with one dash or two):\n${list}\n` : ''}`
}
