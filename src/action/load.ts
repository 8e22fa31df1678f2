/** From the inputs to a Plan: secrets masked first, findings in the log and on the lines that they are about. */

import { plugins } from '../catalog'
import { needsRecipes, recipesOf } from '../engine/recipe'
import { Redactor } from '../engine/redact'
import { hasErrors } from '../language/diagnostic'
import { renderDiagnostic } from '../language/render-diagnostics'
import { Failure } from '../model/failure'
import type { Plan } from '../model/plan'
import { type LoadInput, loadPlan } from '../template/load-plan'
import { Annotations } from './annotations'
import type { Inputs } from './inputs'
import { print } from './log'
import { mask } from './masks'
import { workspaceFolder } from './workspace'

export interface Session {
  readonly plan: Plan
  /** By build, what its image is made of. */
  readonly recipes: ReadonlyMap<string, string> | undefined
  /** Texts that must not be shown. */
  readonly sensitive: readonly string[]
  readonly annotations: Annotations
  readonly redactor: Redactor
  /** Findings that were shown. */
  readonly told: ReadonlySet<string>
  /** Data sources and the like were not asked, and what depends on them is unknown. */
  readonly unasked: boolean
}

/** Throws Failure `invalid` when the template has errors; they are shown by then. What `before` has shown is not shown again. */
export async function load(inputs: Inputs, more: Partial<LoadInput> = {}, before?: Session): Promise<Session> {
  const { template: path, vars: variables, only, except, 'var-files': variableFiles, 'smoke-tests': smokeTests } = inputs
  const { 'host-keys': hostKeys, 'ssm-parameter': ssmParameter } = inputs
  const chosen = { path, variables, variableFiles, only, except, smokeTests, hostKeys: hostKeys || undefined, ssmParameter }
  const given: LoadInput = { ...chosen, environment: process.env, plugins, ...more }
  const { plan, diagnostics, sources, sensitive, unasked, outside } = await loadPlan(given)
  mask(sensitive)
  const redactor = before?.redactor ?? new Redactor()
  redactor.add(...sensitive)
  const redact = (text: string) => redactor.text(text)
  const annotations = before?.annotations ?? new Annotations(inputs.annotations, workspaceFolder(), redact)
  const told = new Set(before?.told)
  for (const diagnostic of diagnostics) {
    const finding = renderDiagnostic(diagnostic, { sources, redact, color: true })
    if (told.has(finding)) continue
    told.add(finding)
    print(finding)
    annotations.diagnostic(diagnostic)
  }
  if (plan && !hasErrors(diagnostics)) {
    const recipes = needsRecipes(plan, plugins) ? await recipesFrom({ ...given, outside }) : undefined
    return { plan, recipes, sensitive, annotations, redactor, told, unasked }
  }
  const count = diagnostics.filter(({ severity }) => severity === 'error').length
  throw new InvalidTemplate(
    `${redact(path)} is not valid: ${count} ${count === 1 ? 'error' : 'errors'}, shown above`,
    annotations,
  )
}

/** Of the plan for a fixed time, so that names with a date in them do not matter. */
async function recipesFrom(given: LoadInput): Promise<ReadonlyMap<string, string> | undefined> {
  const { plan } = await loadPlan({ ...given, startedAt: new Date(Date.UTC(2000, 0, 1)) })
  return plan && recipesOf(plan, plugins)
}

/** Carries the annotations, which know how many there were. */
export class InvalidTemplate extends Failure {
  constructor(
    message: string,
    readonly annotations: Annotations,
  ) {
    super('invalid', message)
  }
}
