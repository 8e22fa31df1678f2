/** The Action's main: inputs to a plan, a plan to images, and the engine does the rest. */
import { saveState, setFailed, setSecret } from '@actions/core'
import { plugins } from '../catalog'
import { type Interrupt, watchSignals } from '../engine/interrupt'
import type { SandboxRecord } from '../engine/journal'
import { Redactor } from '../engine/redact'
import { renderer } from '../engine/render'
import { newRunIdentity, runPlan } from '../engine/run'
import { hasErrors } from '../language/diagnostic'
import { renderDiagnostic } from '../language/render-diagnostics'
import { exitCodes, Failure } from '../model/failure'
import type { Plan } from '../model/plan'
import { LogFile } from '../outputs/log-file'
import { Terminal } from '../outputs/terminal'
import { Tfvars } from '../outputs/tfvars'
import { type EmbeddedSandbox, withEmbeddedSandbox } from '../sandbox/embedded'
import { defaultStateFolder } from '../sandbox/state-folder'
import { loadPlan } from '../template/load-plan'
import { PACKER_VERSION } from '../template/scope'
import { cliBundle } from './cli-bundle'
import { type Inputs, readInputs } from './inputs'
import { ActionOutputs } from './outputs'
import { MAIN_BEGAN, stateFolder } from './state'

const print = (line: string): void => void process.stdout.write(`${line}\n`)

export async function main(): Promise<number> {
  saveState(MAIN_BEGAN, 'true')
  const interrupt = watchSignals()
  try {
    return await bake(readInputs(), interrupt)
  } catch (error) {
    const advice = error instanceof Failure ? error.details.advice : undefined
    setFailed([(error as Error).message, advice].filter(Boolean).join('. '))
    return error instanceof Failure ? exitCodes[error.code] : 1
  }
}

async function bake(inputs: Inputs, interrupt: Interrupt): Promise<number> {
  const { template: path, variables, variableFiles, only, except } = inputs
  const given = { path, variables, variableFiles, only, except, environment: process.env, plugins, requireBuilds: true }
  const { plan, diagnostics, sources, sensitive } = await loadPlan(given)
  for (const text of sensitive) for (const line of text.split('\n')) if (line) setSecret(line)
  const redactor = new Redactor(sensitive)
  const redact = (text: string) => redactor.text(text)
  for (const diagnostic of diagnostics) print(renderDiagnostic(diagnostic, { sources, redact }))
  if (!plan || hasErrors(diagnostics)) throw new Failure('invalid', `The template ${path} is not valid; see above`)
  if (!inputs.sandbox) return run(plan, sensitive, interrupt)

  const sandbox = { stateFolder: defaultStateFolder(), kind: process.env.INGOT_SANDBOX_KIND ?? 'qemu' }
  const work = ({ record }: EmbeddedSandbox) => run(plan, sensitive, interrupt, record)
  return withEmbeddedSandbox(sandbox, cliBundle(), line => print(`==> sandbox: ${line}`), work, interrupt.signal)
}

async function run(plan: Plan, redact: readonly string[], interrupt: Interrupt, sandbox?: SandboxRecord): Promise<number> {
  const identity = newRunIdentity()
  const folder = stateFolder(process.env)
  const write = (text: string) => void process.stdout.write(text)
  const sinks = [
    new LogFile(`${folder}/${identity.id}/log.txt`),
    new Tfvars('images.auto.tfvars.json'),
    new ActionOutputs(),
    new Terminal({ write, color: true }),
  ]
  const render = renderer(PACKER_VERSION)
  const report = await runPlan(plan, plugins, { sinks, stateFolder: folder, identity, sandbox, interrupt, render, redact })
  if (report.outcome !== 'done')
    setFailed(`The build ${report.outcome === 'interrupted' ? 'was interrupted' : 'failed'}; see above`)
  return report.exitCode
}
