/** What the images of a template are made of: its plan for a fixed time, so that names with a date in them do not matter. */
import { recipesOf } from '../engine/recipe'
import type { Plugins } from '../model/plugin'
import { type LoadInput, loadPlan } from '../template/load-plan'
import type { Outside } from '../template/outside'

const ALWAYS = new Date(Date.UTC(2000, 0, 1))

/** Undefined when the template cannot be planned twice: it came from standard input. What `outside` has answered is not asked again. */
export async function recipesFrom(
  input: Omit<LoadInput, 'plugins'>,
  plugins: Plugins,
  outside: Outside,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (input.path === '-') return undefined
  const { plan } = await loadPlan({ ...input, plugins, outside, startedAt: ALWAYS })
  return plan && recipesOf(plan, plugins)
}
