/** `ingot plan`: what would be built, as JSON, whole or cut into cells for several machines. */
import { plugins } from '../../catalog'
import { type CellsBy, cellsBy, cellsOf } from '../../engine/cells'
import { verb } from '../command'
import { choice, toggle } from '../flags'
import { planFrom, templateFlags } from '../template-flags'

const UNASKED = 'Data sources were not asked: what depends on them is printed as <unknown>. -evaluate-datasources asks them.\n'

export const plan = verb({
  usage: 'plan [flags] TEMPLATE',
  summary: 'Prints what a template comes to, as JSON; creates nothing.',
  flags: {
    ...templateFlags,
    'evaluate-datasources': toggle('Ask data sources; otherwise what depends on them is printed as <unknown>.'),
    matrix: choice('Print only the cells, one for each of these: [{key, only, builds}].', cellsBy),
  },
  run: async ({ rest, flags }, io) => {
    const loaded = await planFrom(rest, flags, plugins, io, { askOutside: flags['evaluate-datasources'] })
    if (!loaded) return 2
    if (loaded.unasked) io.stderr.write(UNASKED)
    const { matrix } = flags
    const [name, value] = matrix ? ['matrix', cellsOf(loaded.plan, matrix as CellsBy)] : ['plan', loaded.plan]
    if (io.document) io.document.set(name as string, value)
    else io.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    return 0
  },
})
