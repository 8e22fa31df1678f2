/** What people read of an event, in the words and shapes that Packer made familiar: `==> build: text`. */
import { duration } from '../lib/duration-text'
import type { Artifact } from '../model/artifact'
import type { Event, SmokeTestResult } from '../model/event'
import type { Report } from '../model/report'

export interface UiLine {
  /** Packer's kinds: `say` is ingot speaking, `message` is what a command printed. */
  readonly kind: 'say' | 'message' | 'warning' | 'error'
  readonly build?: string
  /** With its prefix; may hold line breaks, each line with its prefix. */
  readonly text: string
}

/** Progress is not among them: each output shows it in its own way. */
export function uiLines(event: Event): UiLine[] {
  switch (event.type) {
    case 'message': {
      const kind = event.level === 'info' ? 'say' : event.level
      return [
        { kind, build: event.build, text: prefixed(event.build, kind === 'warning' ? `Warning: ${event.text}` : event.text) },
      ]
    }
    case 'step-started':
      return [say(event.build, sentence(event.step))]
    case 'output':
      return event.stream === 'stdout'
        ? [{ kind: 'message', build: event.build, text: prefixed(event.build, event.text, '    ') }]
        : [{ kind: 'error', build: event.build, text: prefixed(event.build, event.text) }]
    case 'smoke-test':
      return [verdict(event.build, event.result)]
    case 'leftover':
      return [
        {
          kind: 'error',
          build: event.build,
          text: prefixed(event.build, `Left behind: ${event.kind} ${event.id}: ${event.reason}`),
        },
      ]
    case 'build-finished':
      return [finished(event)]
    case 'diagnostic': {
      const { severity, summary, detail, subject } = event.diagnostic
      const where = subject ? ` at ${subject.file}:${subject.start.line}:${subject.start.column}` : ''
      return [
        {
          kind: severity,
          text: `${severity === 'error' ? 'Error' : 'Warning'}${where}: ${summary}${detail ? `: ${detail}` : ''}`,
        },
      ]
    }
    default:
      return []
  }
}

/** The last words of a run, as Packer says them. */
export function closingLines(report: Report): UiLine[] {
  const failed = report.builds.filter(build => build.error)
  const artifacts = report.builds.flatMap(build => build.artifacts.map(artifact => artifactLine(build.name, artifact)))
  const lines: UiLine[] = [{ kind: 'say', text: `\n==> Wait completed after ${duration(report.milliseconds)}` }]
  if (report.outcome === 'interrupted') lines.push({ kind: 'error', text: '\nCleanly cancelled builds after being interrupted.' })
  if (failed.length > 0) lines.push({ kind: 'error', text: SOME_FAILED })
  for (const build of failed) lines.push({ kind: 'error', text: `--> ${build.name}: ${build.error?.message}` })
  lines.push({ kind: 'say', text: artifacts.length > 0 ? FINISHED : NO_ARTIFACTS }, ...artifacts)
  return lines
}

export const SOME_FAILED = "\n==> Some builds didn't complete successfully and had errors:"
export const FINISHED = '\n==> Builds finished. The artifacts of successful builds are:'
export const NO_ARTIFACTS = '\n==> Builds finished but no artifacts were created.'

export const artifactLine = (build: string, artifact: Artifact): UiLine => ({
  kind: 'say',
  text: `--> ${build}: ${artifact.description}`,
})

const say = (build: string, text: string): UiLine => ({ kind: 'say', build, text: prefixed(build, text) })

function prefixed(build: string | undefined, text: string, lead = '==> '): string {
  const prefix = build === undefined ? '' : `${lead}${build}: `
  return text
    .split('\n')
    .map(line => prefix + line)
    .join('\n')
}

function verdict(build: string, { name, outcome, milliseconds, detail }: SmokeTestResult): UiLine {
  if (outcome === 'passed') return say(build, `Smoke test passed: ${name} (${duration(milliseconds)})`)
  if (outcome === 'skipped')
    return { kind: 'warning', build, text: prefixed(build, `Smoke test skipped: ${name}: ${detail ?? ''}`) }
  return { kind: 'error', build, text: prefixed(build, `Smoke test FAILED: ${name}${detail ? `\n${detail}` : ''}`) }
}

function finished(event: Extract<Event, { type: 'build-finished' }>): UiLine {
  const { build, outcome, error, milliseconds } = event
  const time = duration(milliseconds)
  if (outcome === 'done') return { kind: 'say', build, text: `Build '${build}' finished after ${time}.` }
  const word = outcome === 'failed' ? 'errored' : 'was interrupted'
  const more = [error?.evidence, error?.advice].filter(part => part !== undefined).map(part => `\n${part}`)
  return { kind: 'error', build, text: `Build '${build}' ${word} after ${time}: ${error?.message ?? ''}${more.join('')}` }
}

const sentence = (step: string): string => step.charAt(0).toUpperCase() + step.slice(1)
