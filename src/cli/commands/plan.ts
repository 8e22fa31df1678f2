/** `ingot plan`: what would be built, as JSON. */
import { plugins } from '../../catalog'
import { verb } from '../command'
import { planFrom, templateFlags } from '../template-flags'

export const plan = verb({
  usage: 'plan [flags] TEMPLATE',
  summary: 'Prints what a template comes to, as JSON; creates nothing.',
  flags: templateFlags,
  run: async ({ rest, flags }, io) => {
    const loaded = await planFrom(rest, flags, plugins, io)
    if (!loaded) return 2
    if (io.document) io.document.set('plan', loaded.plan)
    else io.stdout.write(`${JSON.stringify(loaded.plan, null, 2)}\n`)
    return 0
  },
})
