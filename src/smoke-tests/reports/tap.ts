/** Reads the Test Anything Protocol, versions 12 to 14: what bats, prove and many a script print. */
import type { Finding } from '../result'

const TEST = /^(not )?ok\b\s*(\d+)?\s*(?:-\s+)?(.*)$/
const PLAN = /^1\.\.(\d+)/

/** Undefined: it is something else. Indented subtests count through the line that sums them up. */
export function readTap(text: string): readonly Finding[] | undefined {
  const lines = text.split(/\r?\n/)
  const plan = lines.map(line => PLAN.exec(line)?.[1]).find(count => count !== undefined)
  if (plan === undefined && !/^TAP version \d+/m.test(text)) return undefined
  const findings: { finding: Finding; notes: string[] }[] = []
  const problems: Finding[] = []
  for (const line of lines) {
    const test = TEST.exec(line)
    const bail = /^Bail out!\s*(.*)$/.exec(line)
    if (test) findings.push({ finding: findingOf(test, findings.length + 1), notes: [] })
    else if (bail) problems.push(failed('Bail out!', bail[1] || 'the tests gave up'))
    else if (/^(\s{2,}|#)/.test(line)) findings.at(-1)?.notes.push(line.replace(/^#\s?/, ''))
  }
  const ran = findings.length
  if (plan !== undefined && Number(plan) !== ran && problems.length === 0)
    problems.push(failed('plan', `${plan} tests were announced, and ${ran} came`))
  const results = findings.map(({ finding, notes }) =>
    finding.outcome === 'failed' && notes.length > 0 ? { ...finding, detail: notes.join('\n') } : finding,
  )
  return [...results, ...problems]
}

const failed = (name: string, detail: string): Finding => ({ name, outcome: 'failed', milliseconds: 0, detail })

/** A test that is yet to do may fail. */
function findingOf([, not, number, rest = '']: RegExpExecArray, position: number): Finding {
  const [, description = '', directive = '', reason = ''] = /^(.*?)(?:\s*(?<!\\)#\s*(skip|todo)\S*\s*(.*))?$/i.exec(rest) ?? []
  const name = description.replace(/\\([#\\])/g, '$1').trim() || `test ${number ?? position}`
  const excused = directive !== '' && (directive.toLowerCase() === 'skip' || not !== undefined)
  if (excused)
    return { name, outcome: 'skipped', milliseconds: 0, detail: `${directive.toLowerCase()}${reason ? `: ${reason}` : ''}` }
  return { name, outcome: not ? 'failed' : 'passed', milliseconds: 0, ...(not && { detail: 'not ok' }) }
}
