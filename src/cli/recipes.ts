/** What the images of a template are made of: its plan for a fixed time, so that names with a date in them do not matter. */
import { recipesOf } from '../engine/recipe'
import type { DataSource, Plugins } from '../model/plugin'
import { type LoadInput, loadPlan } from '../template/load-plan'

const ALWAYS = new Date(Date.UTC(2000, 0, 1))

/** Undefined when the template cannot be planned twice: it came from standard input, or waits for answers. */
export async function recipesFrom(
  input: Omit<LoadInput, 'plugins'>,
  plugins: Plugins,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (input.path === '-') return undefined
  const { plan } = await loadPlan({ ...input, plugins, startedAt: ALWAYS })
  return plan && recipesOf(plan, plugins.filesOfSmokeTest)
}

/** Data sources that answer the same question once: the second plan asks nobody. */
export function remembering(given: Plugins): Plugins {
  const dataSources = Object.entries(given.dataSources).map(([type, source]): [string, DataSource] => {
    const answers = new Map<string, ReturnType<DataSource['read']>>()
    const read: DataSource['read'] = (options, context) => {
      const key = JSON.stringify(options)
      const answer = answers.get(key) ?? source.read(options, context)
      answers.set(key, answer)
      return answer
    }
    return [type, { ...source, read }]
  })
  return { ...given, dataSources: Object.fromEntries(dataSources) }
}
