/** For a template that is planned twice. */
import type { DataSource, Plugins } from '../model/plugin'

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
