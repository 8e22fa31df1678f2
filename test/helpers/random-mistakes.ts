/** Files with random mistakes, and what is said of each. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plugins } from '../../src/catalog'
import { HCL_KINDS, inject, JSON_KINDS } from './inject-mistakes'
import { load, shown } from './template'

const flawless = (['t.pkr.hcl', 't.pkr.json', 't.json'] as const).map(file => ({
  file,
  template: readFileSync(join(__dirname, '../fixtures/flawless', file), 'utf8'),
  kinds: file === 't.pkr.hcl' ? HCL_KINDS : JSON_KINDS,
}))

/** What was not told, told twice, or told without being there. */
export async function tellsAll(random: () => number) {
  const { file, template, kinds } = flawless[Math.floor(random() * flawless.length)]!
  const { text, mistakes: injected } = inject(template, kinds, 1 + Math.floor(random() * 6), random)
  const { diagnostics } = await load({ [file]: text }, { path: file, plugins })
  const untold = [...injected].sort((a, b) => a.to - b.to)
  const problems: string[] = []
  const told = [...diagnostics].sort((a, b) => (a.subject?.start.line ?? 0) - (b.subject?.start.line ?? 0))
  for (const each of told) {
    const line = each.subject?.start.line ?? 0
    const at = untold.findIndex(({ from, to }) => from <= line && line <= to)
    if (at < 0) problems.push(`not there: ${shown(each)}`)
    else untold.splice(at, 1)
  }
  for (const { kind, from } of untold) problems.push(`not told: ${kind} in line ${from}`)
  return { file, injected, text, problems }
}

export const flawlessFiles = flawless
