/** `ingot merge`: one report of what cells on several machines came to, and the publication that they left for later. */
import { plugins } from '../../catalog'
import { watchSignals } from '../../engine/interrupt'
import { mergeReports, readReports } from '../../engine/merge'
import { Failure } from '../../model/failure'
import { apply, runFlags } from '../apply'
import { verb } from '../command'
import { list } from '../flags'
import { refuseWithoutSandbox } from '../sandbox-flags'
import { planFrom, pluginFlags, publishFlags, templateFlags } from '../template-flags'

export const merge = verb({
  usage: 'merge [flags] -reports PATH TEMPLATE',
  summary: 'Joins the reports of `build -only …` on several machines, and publishes what they left for later.',
  flags: {
    ...templateFlags,
    ...pluginFlags,
    ...runFlags,
    ...publishFlags,
    reports: list('PATH', 'A report, or a folder in which every *report.json is one; may be repeated.'),
  },
  run: async ({ rest, flags }, io) => {
    refuseWithoutSandbox(flags)
    if (flags.reports.length === 0)
      throw new Failure('invalid', 'No reports were named', {
        advice: 'Write -reports FOLDER, where the reports of the cells are.',
      })
    const more = { requireBuilds: true, askOutside: !flags.sandbox, ssmParameter: flags['ssm-parameter'] }
    const loaded = await planFrom(rest, flags, plugins, io, more)
    if (!loaded) return 2
    const prior = mergeReports(loaded.plan, await readReports(flags.reports))
    const interrupt = watchSignals()
    try {
      return await apply({ ...loaded, flags, io, interrupt }, { prior })
    } finally {
      interrupt.stop()
    }
  },
})
