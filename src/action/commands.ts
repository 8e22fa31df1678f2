/** What each command does; main has read the inputs and opened the way to AWS by then. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { cellsOf } from '../engine/cells'
import { mergeReports, readReports } from '../engine/merge'
import type { RunOptions } from '../engine/options'
import { Failure } from '../model/failure'
import { cell, code, markdownTable } from '../outputs/markdown'
import { type EmbeddedSandbox, withEmbeddedSandbox } from '../sandbox/embedded'
import { defaultStateFolder } from '../sandbox/state-folder'
import { clean } from './clean'
import { cliBundle } from './cli-bundle'
import type { CommandName } from './input-kinds'
import type { Inputs } from './inputs'
import { load, type Session } from './load'
import { print } from './log'
import { output, outputPath } from './outputs'
import { writeSummary } from './pages'
import { run } from './run'
import type { Step } from './step'

type Command = (step: Step) => Promise<number>

/** Each resolves with the exit status and throws Failure when nothing could be begun. */
export const commands: Readonly<Record<CommandName, Command>> = { build, validate, plan, merge, test, clean }

async function build(step: Step): Promise<number> {
  const { inputs } = step
  return somewhere(step, await load(inputs, { requireBuilds: true, askOutside: !inputs.sandbox }))
}

/** On the sandbox, or where the environment leads. */
async function somewhere(step: Step, session: Session, more: Partial<RunOptions> = {}): Promise<number> {
  const { inputs, interrupt } = step
  if (!inputs.sandbox) return run(session, step, more)
  const kind = process.env.INGOT_SANDBOX_KIND ?? 'qemu'
  const options = { stateFolder: defaultStateFolder(), kind, imageFlags: imageFlags(inputs) }
  const work = async ({ record }: EmbeddedSandbox) => {
    // What a template asks of the cloud is asked of the sandbox.
    const answered = session.unasked ? await load(inputs, { requireBuilds: true, askOutside: true }, session) : session
    return run(answered, step, { ...more, sandbox: record })
  }
  return withEmbeddedSandbox(options, cliBundle(), line => print(`==> sandbox: ${line}`), work, interrupt.signal)
}

/** For `ingot sandbox`, of this step and of post. */
function imageFlags(inputs: Inputs): readonly string[] {
  const given = inputs['sandbox-image']
  if (!given) return []
  const names = ['sandbox-image-checksum', 'sandbox-image-name', 'sandbox-image-owner'] as const
  const more = names.flatMap(name => (inputs[name] ? [name.replace('sandbox', ''), inputs[name]] : []))
  return ['-image', /^https?:/.test(given) ? given : resolve(given), ...more]
}

async function validate({ inputs }: Step): Promise<number> {
  const { 'syntax-only': syntaxOnly, 'evaluate-datasources': askOutside } = inputs
  const { plan: valid, annotations } = await load(inputs, { warnUndeclared: true, syntaxOnly, askOutside })
  annotations.end()
  print('The configuration is valid.')
  if (inputs.summary)
    writeSummary(`## ✅ ${cell(valid.template)} is valid\n\n${valid.builds.map(({ name }) => `- ${code(name)}\n`).join('')}\n`)
  return 0
}

async function plan({ inputs, folder }: Step): Promise<number> {
  const more = { requireBuilds: true, askOutside: inputs['evaluate-datasources'] }
  const { plan: planned, annotations } = await load(inputs, more)
  annotations.end()
  const cells = cellsOf(planned, inputs['matrix-by']).map(({ key, only }) => ({ key, only }))
  const file = join(folder, 'plan.json')
  const text = `${JSON.stringify(planned, null, 2)}\n`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(file, text)
  print(text)
  outputPath('plan', file)
  output('matrix', JSON.stringify({ include: cells }))
  const rows = cells.map(({ key, only }) => [code(key), code(only)])
  if (inputs.summary) writeSummary(`## 📋 ${cell(planned.template)}\n\n${markdownTable(['Cell', 'Builds'], rows)}\n\n`)
  return 0
}

async function merge(step: Step): Promise<number> {
  const { inputs } = step
  const session = await load(inputs, { requireBuilds: true, askOutside: !inputs.sandbox })
  const prior = mergeReports(session.plan, await readReports(inputs.reports))
  return somewhere(step, session, { prior })
}

/** One image that exists is asked what a candidate of the template would be asked. */
async function test(step: Step): Promise<number> {
  const { image } = step.inputs
  const session = await load(step.inputs, { requireBuilds: true, askOutside: !step.inputs.sandbox })
  const [build, ...others] = session.plan.builds
  if (others.length > 0)
    throw new Failure('invalid', `The template has ${others.length + 1} builds, and one image is one of them`, {
      advice: 'Choose one of them with the input only.',
    })
  if (build?.smokeTests.length === 0)
    throw new Failure('invalid', `${build.name} has no smoke tests, so the image would pass unasked`, {
      advice: 'Declare a smoke_test in an *.ingot.hcl file, or name some with the input smoke-tests.',
    })
  return somewhere(step, session, { image })
}
