/** `ingot plan`: what would be built, as JSON, whole or cut into cells for several machines. */
import { plugins } from '../../catalog'
import { type CellsBy, cellsBy, cellsOf } from '../../engine/cells'
import { verb } from '../command'
import { choice } from '../flags'
import { planFrom, templateFlags } from '../template-flags'

export const plan = verb({
  usage: 'plan [flags] TEMPLATE',
  summary: 'Prints what a template comes to, as JSON; creates nothing.',
  flags: {
    ...templateFlags,
    matrix: choice('Print only the cells, one for each of these: [{key, only, builds}].', cellsBy),
  },
  run: async ({ rest, flags }, io) => {
    const loaded = await planFrom(rest, flags, plugins, io)
    if (!loaded) return 2
    const { matrix } = flags
    const [name, value] = matrix ? ['matrix', cellsOf(loaded.plan, matrix as CellsBy)] : ['plan', loaded.plan]
    if (io.document) io.document.set(name as string, value)
    else io.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    return 0
  },
})
